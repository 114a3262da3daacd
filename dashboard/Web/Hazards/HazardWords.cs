using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Hazards;

/// <summary>How a selection of hazards is called.</summary>
internal static class HazardWords
{
    public static string Set(PageCulture page, HazardSelection selection)
    {
        if (selection.Set is HazardSet.Found && selection.Filter.Month is null) return Span(page, selection.Filter);
        var month = selection.Filter.Month is { } each ? page.Wording.Month(each) : page.Words["LastMonth"];
        return selection.Age is { } age
            ? page.Words.With("Set_OverdueAge", month, page.Wording.Phrases["Age_" + age])
            : page.Words.With("Set_" + selection.Set, month);
    }

    public static string Status(PageCulture page, string status) => page.Words[s_statuses.Contains(status) ? "Status_" + status : "Status_unknown"];

    private static readonly string[] s_statuses = ["unknown", "not_started", "ordered", "in_progress", "partial", "rectified", "verified", "escalated", "cancelled"];

    private static string Span(PageCulture page, Filter filter) => (filter.From, filter.To) switch
    {
        ({ } from, { } to) => page.Words.With("Set_FoundBetween", page.Wording.Month(from), page.Wording.Month(to)),
        ({ } from, null) => page.Words.With("Set_FoundSince", page.Wording.Month(from)),
        (null, { } to) => page.Words.With("Set_FoundUntil", page.Wording.Month(to)),
        _ => page.Words["Set_All"],
    };
}
