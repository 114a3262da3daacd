using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Overview;

/// <summary>The six headlines, each with what keeps it honest beside it.</summary>
internal static class HeadlineFactory
{
    /// <param name="before">The month before; null when the month is the first.</param>
    public static IReadOnlyList<Headline> Make(Look look, MetricTable now, MetricTable? before, RectifiedToDate toDate) =>
    [
        Count(look, now, before, "hazards_found", HazardSet.Found),
        Count(look, now, before, "open_stock", HazardSet.Open),
        Overdue(look, now, before),
        Rate(look, now, before, "on_time_rate"),
        Rectified(look, now, before),
        Verified(look, now, toDate),
    ];

    private static Headline Count(Look look, MetricTable now, MetricTable? before, string metric, HazardSet set) =>
        new(metric, look.Wording.Label(Find(now, metric)), look.Wording.Count(Value(now, metric).Value), Before(look, before, metric), look.Wording.Meaning(Find(now, metric)), IsWarning: false, look.Rows(set));

    private static Headline Overdue(Look look, MetricTable now, MetricTable? before)
    {
        var value = Value(now, "overdue_rate");
        var rate = look.Wording.Phrases.With("OverdueShare", look.Wording.Ratio(value), look.Wording.OutOf(value));
        return new("overdue", look.Wording.Phrases["Overdue"], look.Wording.Count(value.Numerator ?? 0), [rate, .. Missing(look, value), .. Before(look, before, "overdue_rate")],
            look.Wording.Meaning(Find(now, "overdue_rate")), value.Numerator > 0, look.Rows(HazardSet.Overdue));
    }

    private static Headline Rate(Look look, MetricTable now, MetricTable? before, string metric)
    {
        var value = Value(now, metric);
        var basis = value.Denominator is > 0 ? look.Wording.OutOf(value) : look.Wording.Phrases["NoBase"];
        return new(metric, look.Wording.Label(Find(now, metric)), look.Wording.Ratio(value), [basis, .. Missing(look, value), .. Before(look, before, metric)], look.Wording.Meaning(Find(now, metric)), IsWarning: false, Rows: null);
    }

    private static Headline Rectified(Look look, MetricTable now, MetricTable? before)
    {
        var count = Count(look, now, before, "rectified_in_month", HazardSet.Closed);
        var rate = Value(now, "cumulative_rectification_rate");
        var cumulative = look.Wording.Phrases.With("Cumulative", look.Wording.Label(Find(now, "cumulative_rectification_rate")), look.Wording.Ratio(rate), look.Wording.OutOf(rate));
        return count with { Details = [cumulative, .. count.Details] };
    }

    private static Headline Verified(Look look, MetricTable now, RectifiedToDate toDate)
    {
        var value = Value(now, "verified_rate");
        var basis = value.Denominator is > 0 ? look.Wording.OutOf(value) : look.Wording.Phrases["NoBase"];
        var gap = look.Wording.Phrases.With("VerifiedGap", look.Wording.Count(toDate.Claimed), look.Wording.Count(toDate.Verified), look.Wording.Count(toDate.Unverified));
        return new("verified_rate", look.Wording.Label(Find(now, "verified_rate")), look.Wording.Ratio(value), [basis, gap, .. Missing(look, value)], look.Wording.Meaning(Find(now, "verified_rate")), IsWarning: false, Rows: null);
    }

    private static IEnumerable<string> Missing(Look look, MetricValue value) =>
        value.Undeterminable is > 0 ? [look.Wording.Phrases.With("Undeterminable", look.Wording.Count(value.Undeterminable))] : [];

    private static IReadOnlyList<string> Before(Look look, MetricTable? before, string metric)
    {
        if (before is null) return [];
        var value = Value(before, metric);
        var text = Find(before, metric).Unit is MetricUnit.Percent ? look.Wording.Ratio(value) : look.Wording.Count(value.Value);
        return [look.Wording.Phrases.With("MonthBefore", text)];
    }

    private static Metric Find(MetricTable table, string metric) => table.Metrics[table.IndexOf(metric)];

    private static MetricValue Value(MetricTable table, string metric) => table.Rows[0].Values[table.IndexOf(metric)];
}
