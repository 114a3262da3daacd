using System.Web;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Web.Submissions;

/// <summary>Addresses of this room, relative to the site's base.</summary>
internal static class SubmissionAddress
{
    public const string Wall = "submissions";
    public const string Waiting = "submissions/waiting";
    public const string Decisions = "submissions/decisions";
    public const string Words = "submissions/words";
    public const string WaitingCsv = "submissions/waiting.csv";

    // An address has its limits; what was refused beyond these is refused all the same.
    private const int MostRefused = 20;

    public static string WallOf(ReportMonth from, ReportMonth to) => $"{Wall}?from={from}&to={to}";

    public static string Ledger(string submitter, ReportMonth month) => $"{Wall}/ledger?submitter={Uri.EscapeDataString(submitter)}&month={month}";

    public static string File(string sha256) => $"{Wall}/files/{sha256}";

    public static string HandBack(string sha256) => $"{Wall}/hand-back/{sha256}";

    public static string HandBackOf(string submitter) => $"{Wall}/hand-back.zip?submitter={Uri.EscapeDataString(submitter)}";

    public static string Template(string kind, string format) => $"{Wall}/templates/{kind}.{format}";

    /// <param name="id">Null: none was kept, and the wall tells why.</param>
    public static string Upload(string? id, IReadOnlyList<RefusedUpload> refused)
    {
        var query = string.Join('&', refused.Take(MostRefused).Select(file => "refused=" + Uri.EscapeDataString($"{file.Code}:{file.Name}")));
        var page = id is null ? Wall : $"{Wall}/uploads/{id}";
        return query.Length == 0 ? page : $"{page}?{query}";
    }

    /// <summary>Reads back what <see cref="Upload"/> wrote.</summary>
    public static IReadOnlyList<RefusedUpload> Refused(string query) =>
    [
        .. (HttpUtility.ParseQueryString(query).GetValues("refused") ?? []).Take(MostRefused).Select(text => text.Split(':', 2))
            .Select(parts => new RefusedUpload(parts is [_, { Length: > 0 } name] ? name : null, parts[0])),
    ];
}
