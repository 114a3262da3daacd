namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Answers a <see cref="MetricQuery"/>: one question per source table, joined on the members.</summary>
internal sealed class MetricReading(SnapshotInfo info, IReadOnlyList<Metric> catalogue, SnapshotCache cache)
{
    private const string Closings = "fct_closing";

    public MetricTable Read(CallerScope scope, MetricQuery query)
    {
        var metrics = query.Metrics.Select(Find).ToArray();
        if (metrics.Length == 0) throw new ArgumentException("Ask for at least one metric.", nameof(query));
        if (query.By.Contains(Dimension.CorrectiveAction) && !query.IsPooled) throw new ArgumentException("Only closings counted over several months can be split by what was done.", nameof(query));
        if (query.IsPooled && metrics.FirstOrDefault(metric => metric.Source != Closings) is { } other) throw new ArgumentException($"'{other.Key}' is not of closings and cannot be counted over several months at once.", nameof(query));
        if (query.Filter.Status is not null) throw new ArgumentException("A status filters hazards, not monthly numbers.", nameof(query));

        var answers = metrics.GroupBy(metric => Place(metric, query)).SelectMany(group => Numbers(scope, query, group.Key, [.. group])).ToDictionary();
        var members = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (_, numbers) in answers)
        {
            foreach (var (key, number) in numbers) members.TryAdd(key, number.Members);
        }

        return new(metrics, query.By, [.. members.Select(member => new MetricRow(
            member.Value,
            [.. metrics.Select(metric => answers[metric].TryGetValue(member.Key, out var number) ? number.Value : MetricSql.Nothing(metric))]))]);
    }

    /// <exception cref="ArgumentException">The snapshot does not define it.</exception>
    public Metric Find(string key) =>
        catalogue.FirstOrDefault(metric => metric.Key == key) ?? throw new ArgumentException($"The snapshot {info.Name} does not define the metric '{key}'.", nameof(key));

    private IEnumerable<KeyValuePair<Metric, Dictionary<string, (IReadOnlyList<string> Members, MetricValue Value)>>> Numbers(
        CallerScope scope, MetricQuery query, (string From, string MonthColumn, bool IsByGrain) place, Metric[] metrics)
    {
        var rows = Ask(scope, query, place, metrics);
        return metrics.Distinct().Select(metric => KeyValuePair.Create(
            metric,
            rows.ToDictionary(row => string.Join('\u0001', row.Members), row => (row.Members, row.Values[Array.IndexOf(metrics, metric)]), StringComparer.Ordinal)));
    }

    /// <summary>Where a metric's rows are: the month's own table, which is quickest, or the relation for every grain.</summary>
    internal static (string From, string MonthColumn, bool IsByGrain) Place(Metric metric, MetricQuery query)
    {
        var byUnit = query.UnitKey is not null || query.By.Contains(Dimension.Unit);
        if (query.IsPooled || (query.Grain is Grain.Month && !byUnit)) return (metric.Source, metric.MonthColumn, false);
        var from = byUnit ? metric.UnitFrom : metric.PeriodFrom;
        return (from ?? throw new ArgumentException($"This snapshot was published before '{metric.Key}' could be asked by {(byUnit ? "unit" : "quarter or year")}. Build and publish anew.", nameof(query)), "month", true);
    }

    /// <summary>The same questions as a person would write them.</summary>
    public string Sql(CallerScope scope, MetricQuery query) => string.Join(";\n\n", query.Metrics.Select(Find).GroupBy(metric => Place(metric, query)).Select(group =>
    {
        var question = Conditions(scope, query, group.Key);
        return question.Shown(MetricSql.Shown([.. group], query.By, group.Key.From, group.Key.MonthColumn, question));
    }));

    private IReadOnlyList<MetricRow> Ask(CallerScope scope, MetricQuery query, (string From, string MonthColumn, bool IsByGrain) place, IReadOnlyList<Metric> metrics)
    {
        var question = Conditions(scope, query, place);
        return cache.Read(MetricSql.Select(metrics, query.By, place.From, place.MonthColumn, question), question, reader => MetricSql.Row(reader, metrics, query.By.Count));
    }

    private Question Conditions(CallerScope scope, MetricQuery query, (string From, string MonthColumn, bool IsByGrain) place)
    {
        var question = new Question().Slice(scope, query.Filter).Is("unit_key", query.UnitKey);
        if (place.IsByGrain) question.Is("grain", MetricSql.Word(query.Grain));
        if (query.IsPooled || query.By.Contains(Dimension.Month))
        {
            Between(question, place.MonthColumn, query.Filter);
            if (place.IsByGrain) question.That("is_whole");
        }
        else
        {
            question.Is(place.MonthColumn, (query.Filter.Month ?? info.LastMonth)?.ToString());
        }

        return question;
    }

    private void Between(Question question, string column, Filter filter)
    {
        if ((filter.From ?? info.FirstMonth) is { } from) question.That($"{column} >= {question.Parameter(from.ToString())}");
        if ((filter.To ?? info.LastMonth) is { } to) question.That($"{column} <= {question.Parameter(to.ToString())}");
    }
}
