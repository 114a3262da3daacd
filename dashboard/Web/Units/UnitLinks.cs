namespace SafetyAnalytics.Web.Units;

/// <summary>Addresses of this room, relative to the site's base.</summary>
internal static class UnitLinks
{
    public const string Questions = "units/questions";

    public static string Of(string unitKey) => "units/" + Uri.EscapeDataString(unitKey);

    /// <param name="page">From 1.</param>
    public static string QuestionsOf(string? text, int page)
    {
        var parts = new List<string>();
        if (text is not null) parts.Add("q=" + Uri.EscapeDataString(text));
        if (page > 1) parts.Add("page=" + page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return parts.Count == 0 ? Questions : $"{Questions}?{string.Join('&', parts)}";
    }
}
