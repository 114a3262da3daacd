using System.Globalization;
using SafetyAnalytics.Learning.Risk.Planning;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Risk;

/// <summary>The windows a plan can be made for: high-risk periods and weather warnings, from the seeds and from decisions.</summary>
public static class PlanCalendar
{
    /// <summary>The weather that warnings are given for; other names are windows the office announces.</summary>
    public static IReadOnlyList<string> Weather { get; } = ["高温", "暴雨", "大雾", "冰雪"];

    /// <param name="seeds">With what was decided.</param>
    public static IReadOnlyList<PlanPeriod> Of(Seeds seeds) =>
    [
        .. seeds["high_risk_periods"].Records.Concat(seeds["weather_warnings"].Records)
            .Where(row => IsDay(row["starts_on"]) && IsDay(row["ends_on"]))
            .Select(row => new PlanPeriod(row["period"], Day(row["starts_on"]), Day(row["ends_on"]), row["certainty"])),
    ];

    /// <summary>What there is to choose from on a day: the calendar, and the holidays of that year and the next that it lacks, reckoned. Those not over yet come first, the next one first.</summary>
    public static IReadOnlyList<PlanPeriod> Offered(Seeds seeds, DateOnly day)
    {
        var listed = Of(seeds);
        var reckoned = new[] { day.Year, day.Year + 1 }.SelectMany(year => PlanPeriods.Reckoned.Select(name => PlanPeriods.Find(listed, name, year))).OfType<PlanPeriod>();
        return [.. listed.Concat(reckoned).Distinct().OrderBy(period => period.EndsOn < day).ThenBy(period => Math.Abs(period.StartsOn.DayNumber - day.DayNumber)).ThenBy(period => period.Name, StringComparer.Ordinal)];
    }

    /// <summary>Names a window in an address: its first day and its name, or its two days.</summary>
    public static string KeyOf(PlanPeriod period) => period.Certainty == "stated" && period.Name.Contains('至', StringComparison.Ordinal)
        ? string.Create(CultureInfo.InvariantCulture, $"{period.StartsOn:yyyy-MM-dd}..{period.EndsOn:yyyy-MM-dd}")
        : string.Create(CultureInfo.InvariantCulture, $"{period.StartsOn:yyyy-MM-dd} {period.Name}");

    /// <summary>Reads <see cref="KeyOf"/> back; also <c>2022 国庆节</c>.</summary>
    /// <returns>Null when there is no such window.</returns>
    public static PlanPeriod? Find(Seeds seeds, string key)
    {
        if (key.Split("..") is [var first, var last]) return IsDay(first) && IsDay(last) && Day(first) <= Day(last) ? Between(Day(first), Day(last)) : null;
        if (key.Split(' ', 2) is not [var when, var name]) return null;
        if (int.TryParse(when, NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return PlanPeriods.Find(Of(seeds), name, year);
        if (!IsDay(when)) return null;
        return Of(seeds).FirstOrDefault(period => period.Name == name && period.StartsOn == Day(when)) ?? (PlanPeriods.Derived(name, Day(when).Year) is { } derived && derived.StartsOn == Day(when) ? derived : null);
    }

    /// <summary>A window between any two days.</summary>
    public static PlanPeriod Between(DateOnly first, DateOnly last) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd}至{last:yyyy-MM-dd}"), first, last, "stated");

    private static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
