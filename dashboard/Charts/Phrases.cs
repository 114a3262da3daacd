using System.Globalization;
using System.Resources;

namespace SafetyAnalytics.Charts;

/// <summary>The words of one culture from a resource file, and how that culture writes numbers, months and days.</summary>
public sealed class Phrases(ResourceManager resources, CultureInfo culture)
{
    private static readonly ResourceManager s_ownResources = new("SafetyAnalytics.Charts.Words", typeof(Phrases).Assembly);

    public CultureInfo Culture { get; } = culture;

    /// <exception cref="MissingManifestResourceException">No culture has that key.</exception>
    public string this[string key] =>
        resources.GetString(key, Culture) ?? throw new MissingManifestResourceException($"The words of {resources.BaseName} have no '{key}'.");

    /// <returns>Null when nobody wrote that word: for words made from what the data says.</returns>
    public string? Find(string key) => resources.GetString(key, Culture);

    /// <summary>The figures' own words.</summary>
    public static Phrases Figures(CultureInfo culture) => new(s_ownResources, culture);

    public string With(string key, params object[] values) => string.Format(Culture, this[key], values);
}
