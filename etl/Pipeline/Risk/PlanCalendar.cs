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

    /// <summary>A window between any two days.</summary>
    public static PlanPeriod Between(DateOnly first, DateOnly last) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd}至{last:yyyy-MM-dd}"), first, last, "stated");

    private static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
