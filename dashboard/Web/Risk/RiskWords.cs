using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Risk;

/// <summary>How scores, orders and measures are said.</summary>
internal static class RiskWords
{
    public static IReadOnlyList<string> Reasons(PageCulture page, IReadOnlyList<string> zh, IReadOnlyList<string> en) => page.Culture.Equals(PageCulture.Chinese) ? zh : en;

    public static string Share(PageCulture page, double? share) => share is { } given ? page.Wording.Share(Math.Round(given, 2)) : page.Words["Nothing"];

    public static string Number(PageCulture page, double? number) => number?.ToString("N1", page.Culture) ?? page.Words["Nothing"];

    public static string Signed(PageCulture page, double? number) => number?.ToString("+0.00;-0.00;0.00", page.Culture) ?? page.Words["Nothing"];

    public static string Order(PageCulture page, string order) => page.Words.Find("RiskOrder_" + order) ?? order;

    /// <summary>Windows of days are named in either language, the calendar's as it writes them.</summary>
    public static string Span(PageCulture page, DateOnly first, DateOnly last) => page.Words.With("PlanSpan", page.Wording.Day(first), page.Wording.Day(last));

    public static string Measure(PageCulture page, RiskMeasure? measure)
    {
        if (measure?.Value is not { } value) return page.Words["Nothing"];
        var (form, unit) = measure.Measure switch
        {
            "hazards_found_share" or "precision_at_plan" => ("P0", ""),
            "days_earlier" => ("0.0", ""),
            _ => ("0.000", ""),
        };
        var text = value.ToString(form, page.Culture) + unit;
        return measure is { Low: { } low, High: { } high } ? page.Words.With("RiskWithSpan", text, low.ToString(form, page.Culture), high.ToString(form, page.Culture)) : text;
    }

    public static string Department(PageCulture page, string? department) => department is null or UnknownMember.NotStated ? page.Words["PlanNoDepartment"] : department;
}
