using System.Globalization;
using System.Web;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Hazards;

/// <summary>The address of a hazard list: which hazards, in what order, which page of them.</summary>
/// <param name="Sort">Null for the set's natural order: what is most overdue first, else what was found last.</param>
/// <param name="Page">From 1.</param>
public sealed record HazardAddress(HazardSelection Selection, HazardSort? Sort = null, bool Descending = false, int Page = 1)
{
    public const int PageSize = 50;

    private static readonly (string Word, HazardSet Set)[] s_setWords =
        [("found", HazardSet.Found), ("reopened", HazardSet.Reopened), ("rectified", HazardSet.Closed), ("open", HazardSet.Open), ("overdue", HazardSet.Overdue), ("recurred", HazardSet.Recurred)];

    private static readonly (string Word, OverdueAge Age)[] s_ageWords =
        [("1-7", OverdueAge.Days1To7), ("8-30", OverdueAge.Days8To30), ("31-90", OverdueAge.Days31To90), ("over-90", OverdueAge.DaysOver90)];

    private static readonly (string Word, HazardSort Sort)[] s_sortWords =
    [
        ("found", HazardSort.Found), ("due", HazardSort.Due), ("unit", HazardSort.Unit), ("department", HazardSort.Department), ("community", HazardSort.Community),
        ("sector", HazardSort.Sector), ("category", HazardSort.Category), ("level", HazardSort.Level), ("status", HazardSort.Status), ("days", HazardSort.DaysOpen),
    ];

    public HazardQuery Asked => new(Selection, NaturalSort, Sort is null ? Selection.Set is not HazardSet.Overdue : Descending, Page, PageSize);

    /// <summary>The order in force.</summary>
    public HazardSort NaturalSort => Sort ?? (Selection.Set is HazardSet.Overdue ? HazardSort.Due : HazardSort.Found);

    /// <summary>A set's word in an address.</summary>
    public static string Word(HazardSet set) => s_setWords.Single(word => word.Set == set).Word;

    /// <summary>The whole list as a file: <c>csv</c> or <c>xlsx</c>.</summary>
    public string File(string format, CultureInfo culture)
    {
        var page = (this with { Page = 1 }).ToString()["hazards".Length..];
        return $"hazards.{format}{page}{(page.Length == 0 ? '?' : '&')}culture={culture.Name}";
    }

    /// <summary>The page of one hazard.</summary>
    public static string Of(string hazardKey) => "hazards/" + Uri.EscapeDataString(hazardKey);

    /// <summary>Reads an address's query. What cannot be understood is left out and named.</summary>
    public static (HazardAddress Address, IReadOnlyList<string> Ignored) Parse(string query)
    {
        var values = HttpUtility.ParseQueryString(query);
        var filter = Filter.Parse(query);
        var ignored = filter.Ignored.ToList();
        var set = Find("set", s_setWords) ?? HazardSet.Found;
        var age = set is HazardSet.Overdue ? Find("age", s_ageWords) : null;
        var order = values["sort"];
        var isDescending = order?.StartsWith('-') is true;
        var sort = Find("sort", s_sortWords, order?.TrimStart('-'));
        return (new(new(filter.Filter, set, age, set is HazardSet.Closed ? Took() : null, set is HazardSet.Recurred && values["after"] is { Length: > 0 } after ? after : null, values["q"]?.Trim() is { Length: > 0 } text ? text : null), sort, isDescending, PageNumber()), ignored);

        T? Find<T>(string name, (string Word, T Meaning)[] words, string? word = null)
            where T : struct
        {
            word ??= values[name];
            if (string.IsNullOrEmpty(word)) return null;
            foreach (var known in words)
            {
                if (known.Word == word) return known.Meaning;
            }

            ignored.Add($"{name}={word}");
            return null;
        }

        DaySpan? Took()
        {
            if (values["days"] is not { Length: > 0 } text) return null;
            if (DayWords.Parse(text) is { } days) return days;
            ignored.Add($"days={text}");
            return null;
        }

        int PageNumber()
        {
            if (values["page"] is not { Length: > 0 } text) return 1;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is >= 1 and <= 1_000_000) return page;
            ignored.Add($"page={text}");
            return 1;
        }
    }

    /// <summary>Relative to the site's base.</summary>
    public override string ToString()
    {
        var parameters = new List<KeyValuePair<string, string>>();
        if (Selection.Set is not HazardSet.Found) parameters.Add(new("set", s_setWords.Single(word => word.Set == Selection.Set).Word));
        if (Selection.Age is { } age) parameters.Add(new("age", s_ageWords.Single(word => word.Age == age).Word));
        if (Selection.Text is { } words) parameters.Add(new("q", words));
        if (Selection.Took is { } took) parameters.Add(new("days", DayWords.Of(took)));
        if (Selection.After is { } action) parameters.Add(new("after", action));
        if (Sort is { } sort) parameters.Add(new("sort", (Descending ? "-" : "") + s_sortWords.Single(word => word.Sort == sort).Word));
        if (Page > 1) parameters.Add(new("page", Page.ToString(CultureInfo.InvariantCulture)));
        return Address.With("hazards", Selection.Filter, [.. parameters]);
    }
}
