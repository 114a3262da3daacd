using DuckDB.NET.Data;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Warehouse.Publishing;

/// <summary>
/// The published tables as Parquet, laid out as Hive does: <c>parquet/TABLE/region=…/month=2022-06/data_0.parquet</c> for facts that have the month in their key,
/// <c>parquet/TABLE/region=…/TABLE.parquet</c> for the rest, and <c>parquet/metric/metric.parquet</c>. What stands in a path does not stand in the file.
/// </summary>
internal static class ParquetTree
{
    private const string Options = "format parquet, compression zstd";

    public static void Write(DuckDBConnection connection, string directory, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        foreach (var table in tables)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var folder = Path.Combine(directory, "parquet", table);
            if (!HasRegion(connection, table)) Copy(connection, $"from {table}", folder, table);
            else foreach (var region in connection.Rows($"select distinct {RegionName.Column} from {table}", row => row.GetString(0)).DefaultIfEmpty(null)) WriteRegion(connection, table, folder, region);
        }
    }

    /// <param name="region">Null: the table is empty, and stands in no region.</param>
    private static void WriteRegion(DuckDBConnection connection, string table, string folder, string? region)
    {
        if (region is null)
        {
            Copy(connection, $"select * exclude ({RegionName.Column}) from {table}", Path.Combine(folder, $"{RegionName.Column}=__HIVE_DEFAULT_PARTITION__"), table);
            return;
        }

        var home = Path.Combine(folder, $"{RegionName.Column}={region}");
        var rows = $"select * exclude ({RegionName.Column}) from {table} where {RegionName.Column} = {WarehouseBuild.Quoted(region)}";
        if (!IsByMonth(table))
        {
            Copy(connection, rows, home, table);
            return;
        }

        // A partitioned copy drops Chinese characters from the path it is given (DuckDB 1.5.6): it writes beside, and the folder gets its name afterwards.
        var writing = Path.Combine(folder, "writing");
        connection.Run($"copy ({rows}) to {WarehouseBuild.Quoted(Created(writing))} ({Options}, partition_by (month), overwrite_or_ignore)");
        Directory.Move(writing, home);
    }

    private static void Copy(DuckDBConnection connection, string rows, string folder, string table) =>
        connection.Run($"copy ({rows}) to {WarehouseBuild.Quoted(Path.Combine(Created(folder), table + ".parquet"))} ({Options})");

    private static bool HasRegion(DuckDBConnection connection, string table) =>
        connection.Scalar("select 1 from duckdb_columns() where table_name = $table and column_name = $column", ("table", table), ("column", RegionName.Column)) is not null;

    private static bool IsByMonth(string table) =>
        !table.StartsWith("dim_", StringComparison.Ordinal) && SqlModel.All.Any(model => model.Name == table && model.Key.Contains("month"));

    private static string Created(string folder)
    {
        Directory.CreateDirectory(folder);
        return folder;
    }
}
