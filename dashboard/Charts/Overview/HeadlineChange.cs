using SafetyAnalytics.Charts.Report;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Overview;

/// <summary>How the headlines moved, what is aimed at, and which way is good.</summary>
internal static class HeadlineChange
{
    /// <summary>The metric behind each headline whose number is not called like it.</summary>
    private static string MetricOf(string headline) => headline is "overdue" ? "overdue_stock" : headline;

    public static IReadOnlyList<Headline> With(FigureSource source, IReadOnlyList<Headline> headlines)
    {
        string[] metrics = [.. headlines.Select(headline => MetricOf(headline.Key)).Where(source.Has)];
        var changes = metrics.All(metric => source.Metric(metric).PeriodFrom is not null) ? source.Snapshot.Compare(source.Scope, new(metrics, [], source.Look.Filter)) : null;
        return [.. headlines.Select(headline => With(source, headline, changes))];
    }

    private static Headline With(FigureSource source, Headline headline, MetricChangeTable? changes)
    {
        if (!source.Has(MetricOf(headline.Key))) return headline;
        var metric = source.Metric(MetricOf(headline.Key));
        var change = changes?.Rows.Count > 0 ? changes.Rows[0].Changes[changes.Metrics.Select((one, i) => (one.Key, i)).First(one => one.Key == metric.Key).i] : null;
        var words = source.Wording.Phrases;
        return headline with
        {
            Earlier = change is null ? null : ChangeText.Of(source.Wording, metric, change.Earlier, "ChangeEarlier", change.IsSoFar),
            LastYear = change is null ? null : ChangeText.Of(source.Wording, metric, change.LastYear, "ChangeLastYear", change.IsSoFar),
            Target = source.Target(metric.Key) is { } target ? words.With("TargetLine", source.Wording.Value(metric.Unit, target)) : null,
            Direction = metric.Direction switch { MetricDirection.Up => words["DirectionUp"], MetricDirection.Down => words["DirectionDown"], _ => null },
        };
    }
}
