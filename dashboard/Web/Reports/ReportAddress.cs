using System.Globalization;
using System.Web;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Web.Reports;

/// <summary>Which month is opened, and in which version: <c>reports?month=2022-06&amp;version=1</c>.</summary>
internal static class ReportAddress
{
    public const string Page = "reports";

    /// <summary>In place of a recipient: the bulletin of the whole subdistrict, and the bulletins of all recipients.</summary>
    public const string Whole = "whole";

    /// <inheritdoc cref="Whole"/>
    public const string Everybody = "all";

    /// <param name="version">Null: the month's last closing.</param>
    public static string Of(ReportMonth month, int? version = null) =>
        version is { } number ? string.Create(CultureInfo.InvariantCulture, $"{Page}?month={month}&version={number}") : $"{Page}?month={month}";

    public static string File(string snapshot, string path) => $"{Page}/files/{snapshot}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";

    /// <param name="snapshot">Null: the current one.</param>
    public static string Bulletin(ReportMonth month, string recipient, string format, string? snapshot = null) =>
        $"{Page}/bulletin/{month}/{Uri.EscapeDataString(recipient)}.{format}" + (snapshot is null ? "" : $"?snapshot={snapshot}");

    public static int? Version(string query) =>
        int.TryParse(HttpUtility.ParseQueryString(query)["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
