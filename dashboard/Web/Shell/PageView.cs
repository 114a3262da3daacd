using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Web.Shell;

/// <summary>What a page shows, as its address says it, handed down to everything on the page that makes an address of it.</summary>
/// <param name="Page">The page's path, relative to the site's base.</param>
/// <param name="Own">The page's own parameters, kept when a filter changes.</param>
public sealed record PageView(string Page, Filter Filter, IReadOnlyList<KeyValuePair<string, string>> Own)
{
    /// <summary>The same page under another filter.</summary>
    public string With(Filter filter) => Address.With(Page, filter, [.. Own]);

    /// <summary>The same page with one of its own parameters changed.</summary>
    /// <param name="value">Null to leave it out.</param>
    public string With(string name, string? value) =>
        Address.With(Page, Filter, [.. Own.Where(parameter => parameter.Key != name), .. value is null ? Array.Empty<KeyValuePair<string, string>>() : [new(name, value)]]);
}
