using System.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>What stands in a snapshot, explained: read from the snapshot itself, so that the page, <c>dictionary.md</c>, <c>dictionary.html</c> and a DuckDB shell say the same.</summary>
/// <param name="Tables">Published ones, by name.</param>
/// <param name="Relations">Every relation of the build by name, for the way back to the files.</param>
public sealed record DictionaryContent(string SnapshotName, IReadOnlyList<MetricEntry> Metrics, IReadOnlyList<TableEntry> Tables, IReadOnlyDictionary<string, RelationEntry> Relations)
{
    /// <param name="ask">Asks the snapshot: every row of a query, as its columns.</param>
    public static DictionaryContent Read(string snapshotName, Func<string, Func<IDataRecord, object>, IReadOnlyList<object>> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        if (ask("select 1 from duckdb_tables() where table_name = 'relation'", row => row.GetInt32(0)).Count == 0) return new(snapshotName, [], [], new Dictionary<string, RelationEntry>(StringComparer.Ordinal));
        var relations = ask("select relation, layer, grain, array_to_string(row_key, ', '), notes, array_to_string(reads, ','), relation_sql from relation", Relation).Cast<RelationEntry>().ToDictionary(one => one.Name, StringComparer.Ordinal);
        var columns = ask("select table_name, column_name, data_type, comment from duckdb_columns() where not internal order by table_name, column_index", Column).Cast<(string Table, ColumnEntry Column)>();
        var tables = columns.GroupBy(one => one.Table, one => one.Column, StringComparer.Ordinal).Select(table => new TableEntry(table.Key, relations.GetValueOrDefault(table.Key), [.. table]));
        var metrics = ask("select key, label_zh, label_en, meaning, meaning_en, unit, additive, direction, source, month_column, sql, numerator_sql, denominator_sql, undeterminable_sql from metric order by position, key", Metric).Cast<MetricEntry>();
        return new(snapshotName, [.. metrics], [.. tables], relations);
    }

    /// <summary>Everything a relation is made from, nearest first: the way back to the files.</summary>
    public IReadOnlyList<RelationEntry> Lineage(string relation)
    {
        var (found, waiting) = (new List<RelationEntry>(), new Queue<string>(Relations.TryGetValue(relation, out var self) ? self.Reads : []));
        var seen = new HashSet<string>(StringComparer.Ordinal) { relation };
        while (waiting.TryDequeue(out var name))
        {
            if (!seen.Add(name) || !Relations.TryGetValue(name, out var one)) continue;
            found.Add(one);
            foreach (var read in one.Reads) waiting.Enqueue(read);
        }

        return found;
    }

    /// <summary>Only what holds all words of a search: in names, meanings, grains, formulas or SQL.</summary>
    public DictionaryContent Matching(string? search)
    {
        var words = (search ?? "").Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 0 ? this : this with { Metrics = [.. Metrics.Where(metric => Holds(metric.Text, words))], Tables = [.. Tables.Where(table => Holds(table.Text, words))] };
    }

    private static bool Holds(string text, string[] words) => words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static object Relation(IDataRecord row) => new RelationEntry(
        row.GetString(0), row.GetString(1), Text(row, 2), Text(row, 3) ?? "", Text(row, 4) ?? "", (Text(row, 5) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries), Text(row, 6));

    private static object Column(IDataRecord row) => (row.GetString(0), ColumnEntry.Of(row.GetString(1), row.GetString(2), Text(row, 3) ?? ""));

    private static object Metric(IDataRecord row) => new MetricEntry(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), Text(row, 4) ?? "", row.GetString(5), row.GetString(6), row.GetString(7), row.GetString(8), row.GetString(9), row.GetString(10),
        Text(row, 11), Text(row, 12), Text(row, 13));

    private static string? Text(IDataRecord row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

/// <param name="Layer"><c>raw, seed, code, staging, intermediate</c> or <c>mart</c>.</param>
/// <param name="Key">Columns that tell rows apart.</param>
/// <param name="Sql">Null: the program or a file gives its rows.</param>
public sealed record RelationEntry(string Name, string Layer, string? Grain, string Key, string Notes, IReadOnlyList<string> Reads, string? Sql);

/// <param name="Relation">Null for the tables that explain the others.</param>
public sealed record TableEntry(string Name, RelationEntry? Relation, IReadOnlyList<ColumnEntry> Columns)
{
    internal string Text => string.Join(' ', Columns.Select(column => $"{column.Name} {column.MeaningZh} {column.MeaningEn}").Prepend($"{Name} {Relation?.Grain} {Relation?.Notes}"));
}

/// <param name="Unit">By the house's names: a day, an instant, a month, days, a yes or no, a key, a list, a share, a count or text.</param>
/// <param name="NullZh">What null means; empty: it is never null, or null is what the type says: nothing there.</param>
public sealed record ColumnEntry(string Name, string Type, string Unit, string MeaningZh, string MeaningEn, string NullZh, string NullEn)
{
    private const StringComparison Exact = StringComparison.Ordinal;

    internal static ColumnEntry Of(string name, string type, string comment)
    {
        var languages = comment.Split(" · ", 2);
        var (zh, en) = (languages[0], languages.Length > 1 ? languages[1] : "");
        return new(name, type, UnitOf(name, type), zh, en, After(zh, "空="), After(en, "null: "));
    }

    private static string After(string meaning, string mark) => meaning.IndexOf(mark, Exact) is >= 0 and var at ? meaning[(at + mark.Length)..] : "";

    private static string UnitOf(string name, string type) => type switch
    {
        _ when type.EndsWith("[]", Exact) => "list",
        "BOOLEAN" => "yes_no",
        "DATE" => "day",
        "TIMESTAMP" => "instant",
        _ when name == "month" || name.EndsWith("_month", Exact) => "month",
        _ when name.StartsWith("days_", Exact) || name.EndsWith("_days", Exact) => "days",
        "DOUBLE" or "FLOAT" => "number",
        "VARCHAR" when name.EndsWith("_key", Exact) || name.EndsWith("_sha256", Exact) || name.EndsWith("_id", Exact) => "key",
        "VARCHAR" => "text",
        _ => "count",
    };
}

public sealed record MetricEntry(
    string Key, string LabelZh, string LabelEn, string MeaningZh, string MeaningEn, string Unit, string Additive, string Direction, string Source, string MonthColumn, string Sql,
    string? NumeratorSql, string? DenominatorSql, string? UndeterminableSql)
{
    /// <summary>The question by month, ready to be asked.</summary>
    public string Question => $"select {MonthColumn} as month, {Sql} as {Key} from {Source} group by all order by all";

    internal string Text => $"{Key} {LabelZh} {LabelEn} {MeaningZh} {MeaningEn} {Sql} {Source}";
}
