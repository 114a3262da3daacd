using SafetyAnalytics.Charts.Overview;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Web.Shell;

/// <summary>Addresses of pages, relative to the site's base: everything a person would want to keep stands in them.</summary>
public static class Address
{
    public static string Overview(Filter filter, Measure measure) =>
        measure is Measure.Found ? With("", filter) : With("", filter, KeyValuePair.Create("measure", measure.Word()));

    /// <param name="parameters">The page's own, after the filter's; values not yet escaped.</param>
    public static string With(string page, Filter filter, params KeyValuePair<string, string>[] parameters)
    {
        var query = string.Join('&', new[] { filter.ToQuery() }.Where(text => text.Length > 0).Concat(parameters.Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}")));
        return query.Length == 0 ? page : $"{page}?{query}";
    }
}
