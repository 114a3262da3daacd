using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Overview;

/// <summary>What the rankings of the overview rank by.</summary>
public enum Measure
{
    Found,
    Open,
    Overdue,
}

public static class Measures
{
    /// <summary>Its word in a URL.</summary>
    public static string Word(this Measure measure) => measure switch
    {
        Measure.Found => "found",
        Measure.Open => "open",
        Measure.Overdue => "overdue",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Not a measure."),
    };

    /// <returns>Null for a word that is none.</returns>
    public static Measure? Parse(string? word) => Enum.GetValues<Measure>().Cast<Measure?>().FirstOrDefault(measure => measure!.Value.Word() == word);

    internal static string Metric(this Measure measure) => measure switch
    {
        Measure.Found => "hazards_found",
        Measure.Open => "open_stock",
        _ => "overdue_rate",
    };

    internal static HazardSet Rows(this Measure measure) => measure switch
    {
        Measure.Found => HazardSet.Found,
        Measure.Open => HazardSet.Open,
        _ => HazardSet.Overdue,
    };

    /// <summary>The count it ranks by: a rate's own numerator, or the count itself.</summary>
    internal static double? Count(this Measure measure, MetricValue value) => measure is Measure.Overdue ? value.Numerator ?? 0 : value.Value;
}
