using System.Collections.Specialized;
using System.Web;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>
/// What a person chose to look at: the query parameters that all pages share. Null means not restricted.
/// Values are members as the data writes them; one that the data does not have simply matches nothing.
/// </summary>
public sealed record Filter
{
    public static Filter None { get; } = new();

    /// <summary>The report month; null for the snapshot's last.</summary>
    public ReportMonth? Month { get; init; }

    /// <summary>First month of a series, included.</summary>
    public ReportMonth? From { get; init; }

    /// <summary>Last month of a series, included.</summary>
    public ReportMonth? To { get; init; }

    public string? Community { get; init; }

    public string? Sector { get; init; }

    public string? Department { get; init; }

    public string? Category { get; init; }

    public string? Level { get; init; }

    /// <summary>A status word of the contract (<c>open</c> states included); applies to hazards, not to monthly numbers.</summary>
    public string? Status { get; init; }

    /// <summary>Reads the parameters it knows from a URL's query, with or without the leading question mark; others are left to others.</summary>
    public static FilterReading Parse(string? query)
    {
        var values = HttpUtility.ParseQueryString(query ?? "");
        var ignored = new List<string>();
        var filter = new Filter
        {
            Month = MonthOf(values, "month", ignored),
            From = MonthOf(values, "from", ignored),
            To = MonthOf(values, "to", ignored),
            Community = TextOf(values, "community"),
            Sector = TextOf(values, "sector"),
            Department = TextOf(values, "department"),
            Category = TextOf(values, "category"),
            Level = TextOf(values, "level"),
            Status = TextOf(values, "status"),
        };
        return new(filter, ignored);
    }

    /// <summary>The parameters that are set, in a fixed order, values not yet escaped.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parameters()
    {
        if (Month is { } month) yield return new("month", month.ToString());
        if (From is { } from) yield return new("from", from.ToString());
        if (To is { } to) yield return new("to", to.ToString());
        if (Community is not null) yield return new("community", Community);
        if (Sector is not null) yield return new("sector", Sector);
        if (Department is not null) yield return new("department", Department);
        if (Category is not null) yield return new("category", Category);
        if (Level is not null) yield return new("level", Level);
        if (Status is not null) yield return new("status", Status);
    }

    /// <summary>The query without a question mark; empty when nothing is restricted. <see cref="Parse"/> reads it back to an equal filter.</summary>
    public string ToQuery() => string.Join('&', Parameters().Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}"));

    private static string? TextOf(NameValueCollection values, string name) =>
        values.GetValues(name)?[0]?.Trim() is { Length: > 0 } text ? text : null;

    private static ReportMonth? MonthOf(NameValueCollection values, string name, List<string> ignored)
    {
        if (TextOf(values, name) is not { } text) return null;
        if (ReportMonth.TryParse(text, out var month)) return month;
        ignored.Add($"{name}={text}");
        return null;
    }
}

/// <param name="Ignored">Parameters whose value could not be understood, as <c>name=value</c>, for the page to say so.</param>
public sealed record FilterReading(Filter Filter, IReadOnlyList<string> Ignored);
