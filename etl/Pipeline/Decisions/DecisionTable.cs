using System.Data;
using System.Globalization;
using DuckDB.NET.Data;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>The table <c>raw_decision</c>: read, and appended to.</summary>
internal static class DecisionTable
{
    private const string First = "decision_id, kind, file_sha256, sheet, row_number, column_name, was, value, seed, seed_key, who, why, decided_at, undoes";

    private const string Details =
        "item_no, other_file_sha256, other_sheet, other_row_number, other_item_no, unit_name, unit_address, other_name, other_address, effective_from, subject, month, department, community, evidence";

    /// <summary>Empty where nothing was ever decided.</summary>
    /// <exception cref="PipelineException">A writer does not let go of the raw tables.</exception>
    public static IReadOnlyList<Decision> All(DataDirectory data) => File.Exists(data.RestrictedFile) ? RawDatabase.Read(data, All) : [];

    /// <summary>In the order they were made. A raw file from before there were decisions has none, one from before they had details has none of those.</summary>
    public static IReadOnlyList<Decision> All(DuckDBConnection connection)
    {
        var columns = connection.Rows("select column_name from duckdb_columns() where table_name = 'raw_decision'", row => row.GetString(0));
        if (columns.Count == 0) return [];
        var hasDetails = columns.Contains("effective_from", StringComparer.Ordinal);
        return connection.Rows(
            $"select {(hasDetails ? $"{First}, {Details}" : First)} from raw_decision order by decided_at, decision_id",
            row => DecisionOf(row) with { Detail = hasDetails ? DetailOf(row) : DecisionDetail.None });
    }

    public static void Append(DuckDBConnection connection, Decision decision)
    {
        var detail = decision.Detail;
        connection.Run(
            $"""
            insert into raw_decision ({First}, {Details})
            values ($id, $kind, $sha, $sheet, $row, $column, $was, $value, $seed, $key, $who, $why, $at::timestamp, $undoes,
                $item, $other_sha, $other_sheet, $other_row, $other_item, $unit, $address, $other_name, $other_address, $from, $subject, $month, $department, $community, $evidence)
            """,
            ("id", decision.Id), ("kind", SnakeCase.Of(decision.Kind)), ("sha", decision.FileSha256), ("sheet", decision.Sheet), ("row", decision.RowNumber),
            ("column", decision.ColumnName), ("was", decision.Was), ("value", decision.Value), ("seed", decision.Seed), ("key", decision.SeedKey),
            ("who", decision.Who), ("why", decision.Why), ("at", decision.DecidedAt.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)), ("undoes", decision.Undoes),
            ("item", detail.ItemNo), ("other_sha", detail.Other?.FileSha256), ("other_sheet", detail.Other?.Sheet), ("other_row", detail.Other?.RowNumber), ("other_item", detail.Other?.ItemNo),
            ("unit", detail.Unit?.Name), ("address", detail.Unit?.Address), ("other_name", detail.OtherUnit?.Name), ("other_address", detail.OtherUnit?.Address), ("from", detail.From),
            ("subject", detail.Subject), ("month", detail.Month), ("department", detail.Department), ("community", detail.Community), ("evidence", detail.Evidence));
    }

    private static Decision DecisionOf(IDataRecord row) => new(
        row.GetString(0), SnakeCase.Parse<DecisionKind>(row.GetString(1)) ?? throw new InvalidOperationException($"The decision {row.GetString(0)} is of the unknown kind '{row.GetString(1)}'."),
        row.TextOrNull(2), row.TextOrNull(3), Number(row, 4), row.TextOrNull(5), row.TextOrNull(6), row.TextOrNull(7), row.TextOrNull(8), row.TextOrNull(9),
        row.GetString(10), row.TextOrNull(11), DateTime.SpecifyKind(row.GetDateTime(12), DateTimeKind.Utc), row.TextOrNull(13));

    private static DecisionDetail DetailOf(IDataRecord row)
    {
        var detail = new DecisionDetail
        {
            ItemNo = Number(row, 14),
            Other = row.TextOrNull(15) is { } sha ? new ItemPlace(sha, row.TextOrNull(16), row.GetInt32(17), row.GetInt32(18)) : null,
            Unit = row.TextOrNull(19) is { } name ? new UnitSpelling(name, row.TextOrNull(20)) : null,
            OtherUnit = row.TextOrNull(21) is { } other ? new UnitSpelling(other, row.TextOrNull(22)) : null,
            From = row.TextOrNull(23), Subject = row.TextOrNull(24), Month = row.TextOrNull(25),
            Department = row.TextOrNull(26), Community = row.TextOrNull(27), Evidence = row.TextOrNull(28),
        };
        return detail == DecisionDetail.None ? DecisionDetail.None : detail;
    }

    private static int? Number(IDataRecord row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}
