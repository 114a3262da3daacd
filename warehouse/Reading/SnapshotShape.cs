namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Which tables and columns a snapshot has: an earlier layout, or a build without some step, has fewer, and what reads them then has nothing to tell.</summary>
internal sealed class SnapshotShape(SnapshotCache cache)
{
    private readonly Lazy<HashSet<string>> _columns = new(() =>
        [.. cache.Read("select table_name || '.' || column_name from duckdb_columns() where not internal", new(), reader => reader.GetString(0))]);

    public bool Has(string table, params string[] columns) => columns.All(column => _columns.Value.Contains($"{table}.{column}"));
}
