using System.Globalization;
using SafetyAnalytics.Pipeline.Risk;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>Windows of the calendar that people wrote down: a weather warning, or a period the office announces. One of the same year and name takes the seed's place.</summary>
internal static class DecidedPeriods
{
    private const string WeatherKind = "天气预警";
    private const string AnnouncedKind = "临时部署";

    /// <summary>A window longer than this is a campaign, not a period.</summary>
    public const int MostDays = 366;

    public static Seeds With(Seeds seeds, IReadOnlyList<Decision> standing) => standing
        .Where(decision => decision.Kind is DecisionKind.Period)
        .OrderBy(decision => decision.Detail.From, StringComparer.Ordinal).ThenBy(decision => decision.Detail.Subject, StringComparer.Ordinal)
        .Aggregate(seeds, With);

    private static Seeds With(Seeds seeds, Decision decision)
    {
        var isWeather = PlanCalendar.Weather.Contains(decision.Detail.Subject, StringComparer.Ordinal);
        var name = isWeather ? "weather_warnings" : "high_risk_periods";
        if (!seeds.Has(name)) return seeds;
        var seed = seeds[name];
        var cells = Cells(decision, isWeather);
        var made = seed.Columns.Select(column => cells.GetValueOrDefault(column, "")).ToArray();
        return seeds.With(seed with { Rows = [.. seed.Rows.Where(row => row[0] != made[0]), made] });
    }

    private static Dictionary<string, string> Cells(Decision decision, bool isWeather)
    {
        var (period, first) = (decision.Detail.Subject!, decision.Detail.From!);
        var year = DateOnly.ParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture).Year.ToString(CultureInfo.InvariantCulture);
        return new(StringComparer.Ordinal)
        {
            // Warnings of one kind come several times a year.
            ["period_key"] = $"{year} {period}", ["warning_key"] = $"{first} {period}", ["year"] = year, ["period"] = period, ["kind"] = isWeather ? WeatherKind : AnnouncedKind,
            ["starts_on"] = first, ["ends_on"] = decision.Value!, ["note"] = decision.Why ?? "", ["source"] = decision.Detail.Evidence ?? SeedShape.Source, ["certainty"] = "stated",
        };
    }
}
