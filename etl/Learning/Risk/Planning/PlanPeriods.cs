using System.Globalization;

namespace SafetyAnalytics.Learning.Risk.Planning;

/// <summary>A window to plan for.</summary>
/// <param name="Name">As the calendar calls it, or its days.</param>
/// <param name="Certainty">How sure the days are: the calendar's own word, or <c>derived</c> where they were worked out.</param>
public sealed record PlanPeriod(string Name, DateOnly StartsOn, DateOnly EndsOn, string Certainty);

/// <summary>
/// Finds a period of one year: in the calendar, which is data with a source, or else worked out. Lunar holidays beyond the calendar come from the Chinese lunisolar calendar
/// of .NET (1901 to 2100); the days off around them are announced each year and not known, so only the feast's usual length is taken.
/// </summary>
public static class PlanPeriods
{
    private static readonly ChineseLunisolarCalendar s_lunar = new();

    /// <summary>Names that <see cref="Derived"/> can reckon.</summary>
    public static IReadOnlyList<string> Reckoned { get; } = ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"];

    /// <param name="known">The calendar. A joint holiday has several names, divided by 、.</param>
    /// <returns>Null when neither the calendar nor reckoning knows the name.</returns>
    public static PlanPeriod? Find(IEnumerable<PlanPeriod> known, string name, int year)
    {
        var listed = known.Where(period => Names(period.Name).Contains(name, StringComparer.Ordinal)).ToList();
        return listed.Where(period => period.StartsOn.Year == year).MinBy(period => period.StartsOn)
            ?? listed.FirstOrDefault(period => period.StartsOn.Year == year - 1 && period.EndsOn.Year == year && period.StartsOn.Month == 12)
            ?? Derived(name, year);
    }

    /// <summary>The holidays that can be reckoned, for any year from 1901 to 2100.</summary>
    public static PlanPeriod? Derived(string name, int year)
    {
        if (year is < 1902 or > 2099) return null;
        (DateOnly Day, int Before, int After)? feast = name switch
        {
            "元旦" => (new DateOnly(year, 1, 1), 0, 0),
            "春节" => (Lunar(year, 1, 1), 1, 5),
            "清明节" => (QingMing(year), 0, 0),
            "劳动节" => (new DateOnly(year, 5, 1), 0, 2),
            "端午节" => (Lunar(year, 5, 5), 0, 0),
            "中秋节" => (Lunar(year, 8, 15), 0, 0),
            "国庆节" => (new DateOnly(year, 10, 1), 0, 6),
            _ => null,
        };
        return feast is { } found ? new PlanPeriod(name, found.Day.AddDays(-found.Before), found.Day.AddDays(found.After), "derived") : null;
    }

    public static IEnumerable<string> Names(string period) => period.Split('、').Append(period);

    /// <summary>The day of a lunar month; a leap month before it moves the calendar's own numbers by one.</summary>
    private static DateOnly Lunar(int year, int month, int day)
    {
        var leap = s_lunar.GetLeapMonth(year);
        var number = leap > 0 && leap <= month ? month + 1 : month;
        return DateOnly.FromDateTime(s_lunar.ToDateTime(year, number, day, 0, 0, 0, 0));
    }

    /// <summary>The 15th degree of the sun's spring course falls on April 4 to 6: the usual rule, [Y × 0.2422 + C] − [Y ÷ 4], C = 5.59 for the 20th century and 4.81 for the 21st.</summary>
    private static DateOnly QingMing(int year)
    {
        var (two, constant) = (year % 100, year < 2000 ? 5.59 : 4.81);
        return new DateOnly(year, 4, (int)((two * 0.2422) + constant) - (two / 4));
    }
}
