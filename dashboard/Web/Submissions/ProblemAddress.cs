using System.Globalization;
using System.Web;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Web.Submissions;

/// <summary>The address of the list of problems: which, and which page of them.</summary>
/// <param name="Page">From 1.</param>
public sealed record ProblemAddress(ProblemFilter Filter, int Page = 1)
{
    public const int PageSize = 10;

    private const int LastPage = 1_000_000;

    /// <summary>Without a word, only what waits is shown: that is what must be done.</summary>
    public static (ProblemAddress Address, IReadOnlyList<string> Ignored) Parse(string query)
    {
        var values = HttpUtility.ParseQueryString(query);
        var ignored = new List<string>();
        var month = ReportMonth.TryParse(Text("month"), out var asked) ? asked : Ignore<ReportMonth>("month");
        var page = int.TryParse(Text("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LastPage ? number : Ignore<int>("page") ?? 1;
        if (Text("show") is not (null or "all")) Ignore<int>("show");
        return (new(new(Text("code"), Text("submitter"), month, Text("show") is not "all"), page), ignored);

        string? Text(string name) => values[name]?.Trim() is { Length: > 0 } text ? text : null;

        T? Ignore<T>(string name)
            where T : struct
        {
            if (Text(name) is { } text) ignored.Add($"{name}={text}");
            return null;
        }
    }

    /// <summary>The query without a question mark.</summary>
    public string Query
    {
        get
        {
            var parts = new List<string>();
            if (Filter.Code is { } code) parts.Add("code=" + Uri.EscapeDataString(code));
            if (Filter.Submitter is { } submitter) parts.Add("submitter=" + Uri.EscapeDataString(submitter));
            if (Filter.Month is { } month) parts.Add($"month={month}");
            if (!Filter.IsWaiting) parts.Add("show=all");
            if (Page > 1) parts.Add("page=" + Page.ToString(CultureInfo.InvariantCulture));
            return string.Join('&', parts);
        }
    }

    /// <summary>Relative to the site's base.</summary>
    public override string ToString() => Query is { Length: > 0 } query ? $"{SubmissionAddress.Waiting}?{query}" : SubmissionAddress.Waiting;
}
