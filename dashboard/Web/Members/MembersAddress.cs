using System.Web;
using SafetyAnalytics.Charts.Members;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Members;

/// <summary>What the address of the sectors or communities asks for: <c>sectors?month=2022-06&amp;by=overdue_rate&amp;first=消防&amp;second=燃气</c>.</summary>
/// <param name="Ignored">Parameters that could not be understood, as <c>name=value</c>.</param>
public sealed record MembersAddress(Filter Filter, string By, string? First, string? Second, IReadOnlyList<string> Ignored)
{
    public static MembersAddress Parse(string query)
    {
        var reading = Filter.Parse(query);
        var values = HttpUtility.ParseQueryString(query);
        var by = Text("by");
        var isKnown = by is null || MembersReading.Metrics.Contains(by, StringComparer.Ordinal);
        return new(reading.Filter, isKnown && by is not null ? by : MembersReading.Metrics[0], Text("first"), Text("second"), isKnown ? reading.Ignored : [.. reading.Ignored, $"by={by}"]);

        string? Text(string name) => values[name]?.Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>What the page's own addresses are made from.</summary>
    public PageView View(string page) => new(page, Filter,
    [
        .. By == MembersReading.Metrics[0] ? Array.Empty<KeyValuePair<string, string>>() : [new("by", By)],
        .. First is null ? Array.Empty<KeyValuePair<string, string>>() : [new("first", First)],
        .. Second is null ? Array.Empty<KeyValuePair<string, string>>() : [new("second", Second)],
    ]);
}
