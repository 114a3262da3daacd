using System.Globalization;
using DuckDB.NET.Data;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>The table <c>raw_decision</c>: read, and appended to.</summary>
internal static class DecisionTable
{
    /// <summary>Empty where nothing was ever decided.</summary>
    /// <exception cref="PipelineException">A writer does not let go of the raw tables.</exception>
    public static IReadOnlyList<Decision> All(DataDirectory data) => File.Exists(data.RestrictedFile) ? RawDatabase.Read(data, All) : [];

    /// <summary>In the order they were made. A raw file from before there were decisions has none.</summary>
    public static IReadOnlyList<Decision> All(DuckDBConnection connection)
    {
        if (connection.Scalar("select 1 from duckdb_tables() where table_name = 'raw_decision'") is null) return [];
        return connection.Rows(
            """
            select decision_id, kind, file_sha256, sheet, row_number, column_name, was, value, seed, seed_key, who, why, decided_at, undoes
            from raw_decision
            order by decided_at, decision_id
            """,
            row => new Decision(
                row.GetString(0), SnakeCase.Parse<DecisionKind>(row.GetString(1)) ?? throw new InvalidOperationException($"The decision {row.GetString(0)} is of the unknown kind '{row.GetString(1)}'."),
                row.TextOrNull(2), row.TextOrNull(3), row.IsDBNull(4) ? null : row.GetInt32(4), row.TextOrNull(5), row.TextOrNull(6), row.TextOrNull(7), row.TextOrNull(8), row.TextOrNull(9),
                row.GetString(10), row.TextOrNull(11), DateTime.SpecifyKind(row.GetDateTime(12), DateTimeKind.Utc), row.TextOrNull(13)));
    }

    public static void Append(DuckDBConnection connection, Decision decision) => connection.Run(
        "insert into raw_decision values ($id, $kind, $sha, $sheet, $row, $column, $was, $value, $seed, $key, $who, $why, $at::timestamp, $undoes)",
        ("id", decision.Id), ("kind", SnakeCase.Of(decision.Kind)), ("sha", decision.FileSha256), ("sheet", decision.Sheet), ("row", decision.RowNumber),
        ("column", decision.ColumnName), ("was", decision.Was), ("value", decision.Value), ("seed", decision.Seed), ("key", decision.SeedKey),
        ("who", decision.Who), ("why", decision.Why), ("at", decision.DecidedAt.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)), ("undoes", decision.Undoes));
}
