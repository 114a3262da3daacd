using System.Web;
using SafetyAnalytics.Charts.Overview;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Web.Overview;

/// <summary>What the overview's address asks for.</summary>
/// <param name="Ignored">Parameters that could not be understood, as <c>name=value</c>.</param>
public sealed record OverviewAddress(Filter Filter, Measure Measure, IReadOnlyList<string> Ignored)
{
    public static OverviewAddress Parse(string query)
    {
        var reading = Filter.Parse(query);
        var word = HttpUtility.ParseQueryString(query)["measure"];
        var measure = Measures.Parse(word);
        return new(reading.Filter, measure ?? Measure.Found, string.IsNullOrEmpty(word) || measure is not null ? reading.Ignored : [.. reading.Ignored, $"measure={word}"]);
    }
}
