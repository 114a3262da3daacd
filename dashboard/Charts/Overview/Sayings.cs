using SafetyAnalytics.Charts.Report;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Overview;

/// <summary>A card of one or two sentences.</summary>
/// <param name="More">What else holds; null for nothing.</param>
public sealed record Saying(string Key, string Title, string Claim, string? More);

/// <summary>What comes next, and what comes back, in words.</summary>
internal static class Sayings
{
    private const int DaysAhead = 62;
    private const int BaseMonths = 12;

    // Seasons last for months; what a meeting prepares for are holidays and sessions.
    private const int LongestPeriod = 16;

    /// <summary>The next high-risk period after the day the data are true for, and how far its check list is.</summary>
    public static Saying NextPeriod(FigureSource source)
    {
        var words = source.Wording.Phrases;
        var today = source.Snapshot.Info.AsOf;
        var next = source.Snapshot.HighRiskPeriods(today, today.AddDays(DaysAhead)).FirstOrDefault(period => period.Days <= LongestPeriod);
        if (next is null) return new("next-period", words["PeriodTitle"], words["PeriodNone"], null);
        var days = next.StartsOn.DayNumber - today.DayNumber;
        var (starts, ends) = (source.Wording.ShortDay(next.StartsOn), source.Wording.ShortDay(next.EndsOn));
        var list = source.Snapshot.CheckList(source.Scope, next);
        return new("next-period", words["PeriodTitle"], days > 0 ? words.With("PeriodClaim", next.Period, starts, ends, source.Wording.Count(days)) : words.With("PeriodRuns", next.Period, starts, ends),
            list is { Units: > 0 } ? words.With("ListState", source.Wording.Count(list.Units), source.Wording.Count(list.Visited), source.Wording.Count(list.Hazards)) : words["ListNone"]);
    }

    /// <returns>Null when the snapshot does not define recurrence.</returns>
    public static Saying? Recurrence(FigureSource source)
    {
        string[] metrics = ["recurrence_rate_90", "rebound_rate"];
        if (!metrics.All(source.Has)) return null;
        var words = source.Wording.Phrases;
        var first = source.Snapshot.Info.FirstMonth!.Value;
        var from = source.Month.Plus(1 - BaseMonths) > first ? source.Month.Plus(1 - BaseMonths) : first;
        var table = source.Snapshot.Measure(source.Scope, new(metrics, [], source.Look.Filter with { Month = null, From = from, To = source.Month }) { IsPooled = true });
        var (rate, rebound) = (table.Rows[0].Values[0], table.Rows[0].Values[1]);
        return new("recurrence", words["RecurTitle"], rate.Denominator is > 0
            ? words.With("RecurClaim", source.Wording.Month(from), source.Wording.Month(source.Month), source.Wording.Ratio(rate), source.Wording.OutOf(rate), source.Wording.Ratio(rebound))
            : words["RecurUnknown"], rate.Undeterminable is > 0 ? words.With("Undeterminable", source.Wording.Count(rate.Undeterminable)) : null);
    }

    /// <summary>A second sentence under the lead: how the month moved, and where what is overdue gathers.</summary>
    /// <returns>Null when neither can be said.</returns>
    public static string? Lead(FigureSource source, IReadOnlyList<Headline> headlines, Figure bySector, Figure byCommunity)
    {
        var words = source.Wording.Phrases;
        var (found, open) = (headlines.FirstOrDefault(headline => headline.Key == "hazards_found")?.Earlier, headlines.FirstOrDefault(headline => headline.Key == "open_stock")?.Earlier);
        string[] said =
        [
            .. found is not null && open is not null ? new[] { words.With("LeadMore", found.Text, open.Text) } : [],
            .. new[] { bySector, byCommunity }.Select(figure => Most(source, figure)).OfType<string>().ToArray() is { Length: > 0 } places ? [words.With("LeadOverdue", source.Wording.List(places))] : Array.Empty<string>(),
        ];
        return said switch { [] => null, [var one] => one, [var first, var second, ..] => words.With("LeadBoth", first, second) };
    }

    private static string? Most(FigureSource source, Figure figure) =>
        figure.Series.First(series => series.Key == Measure.Overdue.Word()).Points.Where(point => point.Value > 0 && !UnknownMember.Is(point.Category)).MaxBy(point => point.Value) is { } most
            ? source.Wording.Phrases.With("LeadOverdueOne", most.Label, most.Text)
            : null;
}
