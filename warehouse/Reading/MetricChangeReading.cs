using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Answers with one question a metric: the period, the one before and the one a year before, joined on their members. The same macros as <c>measure_change</c>.</summary>
internal sealed class MetricChangeReading(SnapshotInfo info, MetricReading numbers, SnapshotCache cache)
{
    private const int Columns = 9;

    public MetricChangeTable Read(CallerScope scope, MetricQuery query)
    {
        if (query.By.Contains(Dimension.Month)) throw new ArgumentException("A comparison is of one month: name it in the filter.", nameof(query));
        var now = numbers.Read(scope, query);
        if (query.Filter.Month is null && info.LastMonth is null) return new(now.Metrics, query.By, []);
        var month = query.Filter.Month ?? info.LastMonth!.Value;
        var changes = now.Metrics.Select(metric => Changes(scope, query, metric, month)).ToArray();
        var members = changes.SelectMany(change => change.Values).DistinctBy(row => Key(row.Members), StringComparer.Ordinal).OrderBy(row => Key(row.Members), StringComparer.Ordinal);
        return new(now.Metrics, query.By, [.. members.Select(row => new MetricChangeRow(
            row.Members,
            [.. now.Metrics.Select((metric, i) => changes[i].TryGetValue(Key(row.Members), out var found) ? found.Change : Nothing(metric, query.Grain, month))]))]);
    }

    private Dictionary<string, (IReadOnlyList<string> Members, MetricChange Change)> Changes(CallerScope scope, MetricQuery query, Metric metric, ReportMonth month)
    {
        if (metric.PeriodFrom is null) throw new ArgumentException($"The snapshot {info.Name} was published before numbers could be compared. Build and publish anew.", nameof(query));
        var isUnfinished = info.AsOf < month.LastDay && info.AsOf >= month.FirstDay;
        var isSoFar = isUnfinished && metric.HasSoFar && query.Grain is Grain.Month && query.UnitKey is null && !query.By.Contains(Dimension.Unit);
        var place = isSoFar ? ("mart_month_so_far", "month", false) : MetricReading.Place(metric, query);
        var question = new Question();
        var (earlier, lastYear) = (Earlier(query.Grain, month), month.Plus(-12));
        var sql = $"""
            with now as ({Numbers(scope, query, metric, place, question, month)}),
            earlier as ({Numbers(scope, query, metric, place, question, earlier)}),
            last_year as ({Numbers(scope, query, metric, place, question, lastYear)}),
            known as (select {question.Parameter(earlier.ToString())} >= (select min(month) from dim_month) as earlier, {question.Parameter(lastYear.ToString())} >= (select min(month) from dim_month) as last_year)
            select {string.Concat(query.By.Select((_, i) => $"now.m{i}, "))}{string.Join(", ", Enumerable.Range(0, Columns).Select(i => $"now.c{i}"))}, {Pair("earlier", metric)}, {Pair("last_year", metric)}
            from now cross join known left join earlier on {On("earlier", query)} left join last_year on {On("last_year", query)}
            """;
        return cache.Read(sql, question, reader => Row(reader, metric, query, (earlier, lastYear), isSoFar, isUnfinished && !isSoFar))
            .ToDictionary(row => Key(row.Members), StringComparer.Ordinal);
    }

    private static string Numbers(CallerScope scope, MetricQuery query, Metric metric, (string From, string MonthColumn, bool IsByGrain) place, Question outer, ReportMonth month)
    {
        var question = new Question(outer).Slice(scope, query.Filter with { Month = null }).Is("unit_key", query.UnitKey).Is(place.MonthColumn, month.ToString());
        if (place.IsByGrain) question.Is("grain", MetricSql.Word(query.Grain));
        return $"select * from ({MetricSql.Select([metric], query.By, place.From, place.MonthColumn, question)}) as number({string.Join(", ", query.By.Select((_, i) => $"m{i}").Concat(Enumerable.Range(0, Columns).Select(i => $"c{i}")))})";
    }

    /// <summary>An earlier number, its numerator and n, the change and why there is none. A count of a slice that has no row in a month there is was nought.</summary>
    private static string Pair(string name, Metric metric)
    {
        var unit = $"'{(metric.Unit is MetricUnit.Count ? "count" : metric.Unit is MetricUnit.Percent ? "percent" : "other")}'";
        var value = metric.IsCount ? $"if(known.{name}, coalesce({name}.c0, 0), null)" : $"{name}.c0";
        var pair = $"{unit}, {(metric.IsCount ? "coalesce(now.c0, 0)" : "now.c0")}, now.c4, {value}, {name}.c4";
        return $"{value}, {name}.c1, {name}.c4, change_of({pair})::double, change_reason({pair})";
    }

    private static string On(string name, MetricQuery query) => query.By.Count == 0 ? "true" : string.Join(" and ", query.By.Select((_, i) => $"{name}.m{i} = now.m{i}"));

    private static string Key(IReadOnlyList<string> members) => string.Join('\u0001', members);

    private static ReportMonth Earlier(Grain grain, ReportMonth month) => month.Plus(grain is Grain.Quarter ? -3 : -1);

    private static (IReadOnlyList<string> Members, MetricChange Change) Row(
        DuckDBDataReader reader, Metric metric, MetricQuery query, (ReportMonth Earlier, ReportMonth LastYear) months, bool isSoFar, bool cannotCompare)
    {
        var now = MetricSql.Row(reader, [metric], query.By.Count);
        var first = query.By.Count + Columns;
        var earlier = query.Grain is Grain.YearToDate ? "not_applicable" : cannotCompare ? "unfinished" : null;
        return (now.Members, new MetricChange(
            now.Values[0],
            Number(reader, metric, months.Earlier, first, earlier),
            Number(reader, metric, months.LastYear, first + 5, cannotCompare ? "unfinished" : null),
            isSoFar));
    }

    private static EarlierNumber Number(DuckDBDataReader reader, Metric metric, ReportMonth month, int column, string? refusal)
    {
        double? Value(int offset) => reader.IsDBNull(column + offset) ? null : Convert.ToDouble(reader.GetValue(column + offset), System.Globalization.CultureInfo.InvariantCulture);
        var change = refusal is null ? Value(3) : null;
        return new(month, Value(0), Value(1), Value(2), change, refusal ?? (reader.IsDBNull(column + 4) ? null : reader.GetString(column + 4)), IsBetter(metric, change));
    }

    private static bool? IsBetter(Metric metric, double? change) => (metric.Direction, change) switch
    {
        (MetricDirection.Neutral, _) or (_, null) or (_, 0) => null,
        (MetricDirection.Up, > 0) or (MetricDirection.Down, < 0) => true,
        _ => false,
    };

    private static MetricChange Nothing(Metric metric, Grain grain, ReportMonth month) => new(
        MetricSql.Nothing(metric),
        new(Earlier(grain, month), null, null, null, null, "no_value", null),
        new(month.Plus(-12), null, null, null, null, "no_value", null),
        IsSoFar: false);
}
