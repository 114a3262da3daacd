using System.Collections.Specialized;
using System.Globalization;
using System.Web;

namespace SafetyAnalytics.Web.Risk;

/// <summary>
/// What the room of risk shows: a plan that was made, the plan somebody is about to order, or neither. <c>risk?plan=KEY</c>; <c>risk?window=2022-10-01 国庆节&amp;each=3&amp;of=应急办:5&amp;lead=14</c>;
/// <c>risk?as_of=2022-12-31</c> for the scores of another day.
/// </summary>
/// <param name="Window">As <c>PlanCalendar.KeyOf</c> writes it.</param>
/// <param name="Each">Visits of every department without a number of its own.</param>
/// <param name="LeadDays">Days before the window that the checking begins, and up to which data are used.</param>
public sealed record RiskAddress(string? Plan, string? Window, int? Each, IReadOnlyDictionary<string, int> Of, int LeadDays, DateOnly? AsOf)
{
    public const string Page = "risk";
    public const int MostVisits = 10_000;
    public const int MostLeadDays = 90;

    public static RiskAddress Empty { get; } = new(null, null, null, new Dictionary<string, int>(), Pipeline.Risk.PlanMaker.DefaultLeadDays, null);

    /// <summary>Reads an address's query. What cannot be understood is left out and named.</summary>
    public static (RiskAddress Address, IReadOnlyList<string> Ignored) Parse(string query)
    {
        var values = HttpUtility.ParseQueryString(query);
        var ignored = new List<string>();
        var address = new RiskAddress(
            Text(values, "plan"), WindowOf(values), Number("each", 0, MostVisits), Departments(values, ignored), Number("lead", 0, MostLeadDays) ?? Empty.LeadDays, Day(values, "as_of", ignored));
        return (address, ignored);

        int? Number(string name, int least, int most)
        {
            if (Text(values, name) is not { } text) return null;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
            ignored.Add($"{name}={text}");
            return null;
        }
    }

    public static string OfPlan(string planKey) => (Empty with { Plan = planKey }).ToString();

    /// <param name="format"><c>xlsx</c> or <c>docx</c>.</param>
    public static string File(string planKey, string format) => $"{Page}/plans/{Uri.EscapeDataString(planKey)}.{format}";

    public static string Calibration(DateOnly asOf) => string.Create(CultureInfo.InvariantCulture, $"{Page}/calibration.svg?as_of={asOf:yyyy-MM-dd}");

    public override string ToString()
    {
        var parts = new List<string>();
        void Say(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) parts.Add($"{name}={Uri.EscapeDataString(value)}");
        }

        Say("plan", Plan);
        Say("window", Window);
        Say("each", Each?.ToString(CultureInfo.InvariantCulture));
        foreach (var (department, visits) in Of.OrderBy(one => one.Key, StringComparer.Ordinal)) Say("of", string.Create(CultureInfo.InvariantCulture, $"{department}:{visits}"));
        if (LeadDays != Empty.LeadDays) Say("lead", LeadDays.ToString(CultureInfo.InvariantCulture));
        Say("as_of", AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return parts.Count == 0 ? Page : $"{Page}?{string.Join('&', parts)}";
    }

    /// <summary>A form without script sends the two days apart.</summary>
    private static string? WindowOf(NameValueCollection values) =>
        Text(values, "first") is { } first && Text(values, "last") is { } last ? $"{first}..{last}" : Text(values, "window");

    private static Dictionary<string, int> Departments(NameValueCollection values, List<string> ignored)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in values.GetValues("of") ?? [])
        {
            var at = text.LastIndexOf(':');
            if (at > 0 && int.TryParse(text[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostVisits) found[text[..at]] = number;
            else ignored.Add($"of={text}");
        }

        return found;
    }

    private static DateOnly? Day(NameValueCollection values, string name, List<string> ignored)
    {
        if (Text(values, name) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        ignored.Add($"{name}={text}");
        return null;
    }

    private static string? Text(NameValueCollection values, string name) => values.GetValues(name)?[0]?.Trim() is { Length: > 0 } text ? text : null;
}
