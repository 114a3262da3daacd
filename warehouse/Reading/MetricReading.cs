namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Answers a <see cref="MetricQuery"/>: one question per source table, joined on the members.</summary>
internal sealed class MetricReading(SnapshotInfo info, IReadOnlyList<Metric> catalogue, SnapshotCache cache)
{
    public MetricTable Read(CallerScope scope, MetricQuery query)
    {
        var metrics = query.Metrics.Select(Find).ToArray();
        if (metrics.Length == 0) throw new ArgumentException("Ask for at least one metric.", nameof(query));
        if (query.Filter.Status is not null) throw new ArgumentException("A status filters hazards, not monthly numbers.", nameof(query));

        var answers = metrics.GroupBy(metric => (metric.Source, metric.MonthColumn)).Select(group => (Metrics: group.ToArray(), Rows: Ask(scope, query, [.. group]))).ToArray();
        var rows = answers.SelectMany(answer => answer.Rows.Select(row => Key(row))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(key => Join(key, metrics, [.. answers.Select(answer => (answer.Metrics, answer.Rows.FirstOrDefault(row => Key(row) == key)))]));
        return new(metrics, query.By, [.. rows]);
    }

    private static string Key(MetricRow row) => string.Join('\u0001', row.Members);

    private static MetricRow Join(string key, Metric[] metrics, IReadOnlyList<(Metric[] Metrics, MetricRow? Row)> answers) => new(
        answers.Select(answer => answer.Row?.Members).First(members => members is not null)!,
        [.. metrics.Select(metric => answers.Where(answer => answer.Metrics.Contains(metric)).Select(answer => answer.Row?.Values[Array.IndexOf(answer.Metrics, metric)]).First() ?? Nothing(metric))]);

    private static MetricValue Nothing(Metric metric) => new(metric.Unit is MetricUnit.Count ? 0 : null, null, null, null);

    private IReadOnlyList<MetricRow> Ask(CallerScope scope, MetricQuery query, IReadOnlyList<Metric> metrics)
    {
        var question = new Question().Slice(scope, query.Filter);
        if (query.By.Contains(Dimension.Month)) Between(question, metrics[0].MonthColumn, query.Filter);
        else question.Is(metrics[0].MonthColumn, (query.Filter.Month ?? info.LastMonth)?.ToString());
        return cache.Read(MetricSql.Select(metrics, query.By, question), question, reader => MetricSql.Row(reader, metrics, query.By.Count));
    }

    private void Between(Question question, string column, Filter filter)
    {
        if ((filter.From ?? info.FirstMonth) is { } from) question.That($"{column} >= {question.Parameter(from.ToString())}");
        if ((filter.To ?? info.LastMonth) is { } to) question.That($"{column} <= {question.Parameter(to.ToString())}");
    }

    private Metric Find(string key) =>
        catalogue.FirstOrDefault(metric => metric.Key == key) ?? throw new ArgumentException($"The snapshot {info.Name} does not define the metric '{key}'.", nameof(key));
}
