using System.Web;

namespace SafetyAnalytics.Web.Dictionary;

/// <summary>Which words are looked for, and which relation is opened: <c>dictionary?q=…&amp;table=…</c>.</summary>
internal sealed record DictionaryAddress(string? Search, string? Table)
{
    public const string Page = "dictionary";

    public static DictionaryAddress Parse(string query)
    {
        var values = HttpUtility.ParseQueryString(query);
        return new(Text(values["q"]), Text(values["table"]));
    }

    public static string Of(string? search, string? table)
    {
        var query = string.Join('&', new[] { ("q", search), ("table", table) }.Where(one => !string.IsNullOrEmpty(one.Item2)).Select(one => $"{one.Item1}={Uri.EscapeDataString(one.Item2!)}"));
        return query.Length == 0 ? Page : $"{Page}?{query}";
    }

    private static string? Text(string? value) => value?.Trim() is { Length: > 0 } text ? text : null;
}
