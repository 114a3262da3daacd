using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Hazards;

/// <summary>How a selection of hazards is called.</summary>
internal static class HazardWords
{
    public static string Set(PageCulture page, HazardSelection selection)
    {
        if (selection.Set is HazardSet.Found && selection.Filter.Month is null) return Span(page, selection.Filter);
        if (selection.Set is HazardSet.Recurred && selection.Filter.Month is null) return Recurred(page, selection.Filter);
        var month = selection.Filter.Month is { } each ? page.Wording.Month(each) : page.Words["LastMonth"];
        if (selection.Took is { } took) return page.Words.With("Set_Took", month, Days(page, took));
        return selection.Age is { } age
            ? page.Words.With("Set_OverdueAge", month, page.Wording.Phrases["Age_" + age])
            : page.Words.With("Set_" + selection.Set, month);
    }

    public static string Status(PageCulture page, string status) => page.Words[s_statuses.Contains(status) ? "Status_" + status : "Status_unknown"];

    private static readonly string[] s_statuses = ["unknown", "not_started", "ordered", "in_progress", "partial", "rectified", "verified", "escalated", "cancelled"];

    private static string Days(PageCulture page, DaySpan took) => took switch
    {
        (0, null) => page.Words["DaysKnown"],
        (var from, null) => page.Words.With("DaysAtLeast", page.Wording.Count(from)),
        var (from, to) when from == to => page.Words.With("DaysExactly", page.Wording.Count(from)),
        var (from, to) => page.Words.With("DaysBetween", page.Wording.Count(from), page.Wording.Count(to)),
    };

    private static string Recurred(PageCulture page, Filter filter) => filter is { From: { } from, To: { } to }
        ? page.Words.With("Set_RecurredBetween", page.Wording.Month(from), page.Wording.Month(to))
        : page.Words["Set_RecurredAll"];

    private static string Span(PageCulture page, Filter filter) => (filter.From, filter.To) switch
    {
        ({ } from, { } to) => page.Words.With("Set_FoundBetween", page.Wording.Month(from), page.Wording.Month(to)),
        ({ } from, null) => page.Words.With("Set_FoundSince", page.Wording.Month(from)),
        (null, { } to) => page.Words.With("Set_FoundUntil", page.Wording.Month(to)),
        _ => page.Words["Set_All"],
    };
}
