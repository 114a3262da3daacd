using DuckDB.NET.Data;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Closing;

/// <summary>Copies one month out of a finished warehouse into the restricted file, for good.</summary>
internal static class FrozenCopy
{
    /// <summary>The warehouse as it was known at the closing, attached read-only.</summary>
    public const string Catalog = "frozen";

    private const string KnownNow = "version = 0 and month = $month";

    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static void Append(DuckDBConnection connection, PendingClosing closing, string? snapshotName, DateTime now)
    {
        var version = Convert.ToInt32(connection.Scalar("select coalesce(max(version), 0) + 1 from raw_frozen_version"), System.Globalization.CultureInfo.InvariantCulture);
        var isEmpty = connection.Scalar($"select 1 from {Catalog}.dim_month where month = $month", ("month", closing.Month)) is null;
        connection.Run(
            $"insert into raw_frozen_version select $version, $decision, $month, $closed_at, $now, $snapshot, (select max(measured_on) from {Catalog}.dim_month), $empty",
            ("version", version), ("decision", closing.DecisionId), ("month", closing.Month), ("closed_at", closing.ClosedAt), ("now", now), ("snapshot", snapshotName), ("empty", isEmpty));
        if (isEmpty) return;
        CopyRows(connection, "raw_frozen_month", "mart_month", "month <= $month and month >= strftime(cast($month || '-01' as date) - interval 12 month, '%Y-%m')", version, closing.Month);
        CopyRows(connection, "raw_frozen_hazard", "fct_hazard_month_version", KnownNow, version, closing.Month);
        CopyRows(connection, "raw_frozen_metric", "mart_month_metric", KnownNow, version, closing.Month);
    }

    /// <summary>A table grows by the columns the program has learnt since the last closing; rows of earlier closings have null there.</summary>
    private static void CopyRows(DuckDBConnection connection, string target, string source, string condition, int version, string month)
    {
        var missing = connection.Rows(
            """
            select column_name, data_type
            from duckdb_columns()
            where database_name = $catalog and table_name = $source
              and column_name not in (select column_name from duckdb_columns() where database_name <> $catalog and table_name = $target)
            order by column_index
            """,
            row => (Name: row.GetString(0), Type: row.GetString(1)),
            ("catalog", Catalog), ("source", source), ("target", target));
        foreach (var (name, type) in missing.Where(column => column.Name is not ("version" or RegionName.Column))) connection.Run($"alter table {target} add column {name} {type}");
        var columns = source.EndsWith("_version", StringComparison.Ordinal) || source == "mart_month_metric" ? $"* exclude (version, {RegionName.Column})" : $"* exclude ({RegionName.Column})";
        connection.Run($"insert into {target} by name select $version::integer as version, {columns} from {Catalog}.{source} where {condition}", ("version", version), ("month", month));
    }
}
