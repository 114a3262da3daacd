using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>What one check found when the snapshot was built.</summary>
/// <param name="State"><c>pass, fail, error, not_applicable</c>.</param>
/// <param name="FailureCount">Offending rows; null when it could not run.</param>
/// <param name="BaseCount">Rows there were to judge; null where that is not counted.</param>
/// <param name="Examples">Up to ten offenders.</param>
/// <param name="Metrics">Keys of the numbers it makes doubtful: shown beside them.</param>
public sealed record CheckRow(
    string Name,
    bool IsBlocking,
    string State,
    long? FailureCount,
    long? BaseCount,
    string Threshold,
    IReadOnlyList<string> Examples,
    IReadOnlyList<string> Metrics,
    string MeaningZh,
    string MeaningEn,
    string CureZh,
    string CureEn);

/// <param name="State"><c>pass, fail, error, not_applicable</c>.</param>
public sealed record PastCheck(string Snapshot, DateTime PublishedAt, string Name, string State, long? FailureCount);

/// <summary>Reads <c>check_result</c> and <c>check_history</c>; snapshots published before there were such tables have neither.</summary>
internal sealed class CheckReading(SnapshotCache cache)
{
    private const string Columns = "check_name, is_blocking, state, failure_count, base_count, threshold, examples, metrics, meaning_zh, meaning_en, cure_zh, cure_en";

    /// <summary>What failed first.</summary>
    public IReadOnlyList<CheckRow> Results() => Has("check_result")
        ? cache.Read($"select {Columns} from check_result order by state not in ('fail', 'error'), not is_blocking, check_name", new(), Row)
        : [];

    /// <summary>Latest snapshot first.</summary>
    public IReadOnlyList<PastCheck> History() => Has("check_history")
        ? cache.Read(
            "select snapshot, published_at, check_name, state, failure_count from check_history order by published_at desc, snapshot, check_name",
            new(),
            reader => new PastCheck(reader.GetString(0), reader.GetDateTime(1), reader.GetString(2), reader.GetString(3), Number(reader, 4)))
        : [];

    private bool Has(string table) => cache.Read("select table_name from duckdb_tables()", new(), reader => reader.GetString(0)).Contains(table, StringComparer.Ordinal);

    private static CheckRow Row(DuckDBDataReader reader) => new(
        reader.GetString(0), reader.GetBoolean(1), reader.GetString(2), Number(reader, 3), Number(reader, 4), reader.GetString(5),
        reader.GetFieldValue<List<string>>(6), reader.GetFieldValue<List<string>>(7), reader.GetString(8), reader.GetString(9), reader.GetString(10), reader.GetString(11));

    private static long? Number(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);
}
