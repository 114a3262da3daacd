using System.Globalization;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts;

/// <summary>The last pixel: numbers, months and days as one culture reads them.</summary>
public sealed class Wording(CultureInfo culture)
{
    // A percentage of fewer than five is not worth its name (metrics: "base under 5 → show the counts only").
    private const int SmallestBase = 5;

    public Phrases Phrases { get; } = Phrases.Figures(culture);

    private bool IsChinese => culture.TwoLetterISOLanguageName == "zh";

    public string Count(double? number) => number?.ToString("N0", culture) ?? Phrases["Dash"];

    public string Value(MetricUnit unit, double? value) => unit switch
    {
        MetricUnit.Percent => value?.ToString("P1", culture) ?? Phrases["Dash"],
        MetricUnit.Ratio => value?.ToString("#,0.0#", culture) ?? Phrases["Dash"],
        MetricUnit.Days => value?.ToString("#,0.#", culture) ?? Phrases["Dash"],
        _ => Count(value),
    };

    /// <summary>A share on an axis, in whole per cent where that says it.</summary>
    public string Share(double share) => share.ToString(Math.Abs((share * 100) - Math.Round(share * 100)) < 1e-6 ? "P0" : "P1", culture);

    public string OnAxis(MetricUnit unit, double value) => unit is MetricUnit.Percent ? Share(value) : Value(unit, value);

    /// <summary>A ratio as a percentage; as counts when its base is too small; a dash when there is no base.</summary>
    public string Ratio(MetricValue ratio) => ratio switch
    {
        { Value: null } => Phrases["Dash"],
        { Denominator: < SmallestBase } => OutOf(ratio),
        _ => Value(MetricUnit.Percent, ratio.Value),
    };

    public string OutOf(MetricValue ratio) => Phrases.With("OutOf", Count(ratio.Numerator), Count(ratio.Denominator));

    /// <summary>A member as people read it: those that stand for not knowing (<see cref="UnknownMember"/>) have a word in each language, all others are names.</summary>
    public string Member(string member) => member switch
    {
        UnknownMember.NotStated => Phrases["NotStated"],
        UnknownMember.Unmatched => Phrases["Unmatched"],
        UnknownMember.NotApplicable => Phrases["NotApplicable"],
        _ => member,
    };

    /// <summary>A list as a sentence has it, at least one item.</summary>
    public string List(IReadOnlyList<string> items) => items.Count == 1
        ? items[0]
        : string.Join(Phrases["ListComma"], items.SkipLast(1)) + Phrases["ListAnd"] + items[^1];

    public string Month(ReportMonth month) => month.FirstDay.ToString(Phrases["MonthFormat"], culture);

    /// <summary>A month on an axis that runs through the years: January names its year.</summary>
    public string Tick(ReportMonth month) => month.FirstDay.ToString(Phrases[month.Month == 1 ? "YearFormat" : "TickFormat"], culture);

    /// <summary>A month on an axis with few labels: each names its year.</summary>
    public string ShortMonth(ReportMonth month) => month.FirstDay.ToString(Phrases["ShortMonthFormat"], culture);

    /// <summary>A month whose year stands elsewhere.</summary>
    public string MonthOnly(ReportMonth month) => month.FirstDay.ToString(Phrases["TickFormat"], culture);

    public string Day(DateOnly day) => day.ToString(Phrases["DayFormat"], culture);

    /// <summary>A day in a column of days.</summary>
    public string ShortDay(DateOnly day) => day.ToString(Phrases["ShortDayFormat"], culture);

    public string Label(Metric metric) => IsChinese ? metric.LabelZh : metric.LabelEn;

    public string Meaning(Metric metric) => IsChinese || metric.MeaningEn.Length == 0 ? metric.MeaningZh : metric.MeaningEn;
}
