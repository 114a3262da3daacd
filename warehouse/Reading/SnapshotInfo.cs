using System.Text.Json;
using System.Text.Json.Serialization;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>What a snapshot's <c>manifest.json</c> says about it.</summary>
/// <param name="AsOf">The day the numbers are true for; null in a snapshot without hazards.</param>
/// <param name="FirstMonth">First month with data; null when there is none.</param>
/// <param name="LastMonth">Last month with data; null when there is none.</param>
/// <param name="IsSample">Built from the generated sample: no real ledger is in it.</param>
/// <param name="LedgerFiles">Landed files behind the numbers.</param>
public sealed record SnapshotInfo(
    SnapshotName Name,
    DateOnly? AsOf,
    ReportMonth? FirstMonth,
    ReportMonth? LastMonth,
    DateTimeOffset PublishedAt,
    bool IsSample,
    int LedgerFiles,
    IReadOnlyList<SnapshotTable> Tables,
    IReadOnlyList<SnapshotCheck> Checks)
{
    private static readonly JsonSerializerOptions Layout = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <exception cref="SnapshotUnreadableException">The file is missing, is not JSON, or lacks a needed field.</exception>
    public static SnapshotInfo Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var manifest = JsonSerializer.Deserialize<Manifest>(stream, Layout) ?? throw new JsonException("The file holds null.");
            return Understand(manifest);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            throw new SnapshotUnreadableException(path, $"is not a readable manifest ({fault.Message})", fault);
        }
    }

    private static SnapshotInfo Understand(Manifest manifest) => new(
        SnapshotName.TryParse(manifest.Name, out var name) ? name : throw new FormatException($"'{manifest.Name}' is not a snapshot's name."),
        manifest.AsOf,
        manifest.FirstMonth is null ? null : ReportMonth.Parse(manifest.FirstMonth),
        manifest.LastMonth is null ? null : ReportMonth.Parse(manifest.LastMonth),
        manifest.PublishedAt,
        manifest.IsSample,
        manifest.LedgerFiles,
        manifest.Tables ?? [],
        manifest.Checks ?? []);

    private sealed record Manifest(
        [property: JsonRequired] string Name,
        DateOnly? AsOf,
        string? FirstMonth,
        string? LastMonth,
        [property: JsonRequired] DateTimeOffset PublishedAt,
        bool IsSample,
        int LedgerFiles,
        IReadOnlyList<SnapshotTable>? Tables,
        IReadOnlyList<SnapshotCheck>? Checks);
}

/// <param name="ContentHash">Equal for equal rows in any order.</param>
public sealed record SnapshotTable(string Name, long Rows, string? ContentHash);

/// <param name="State"><c>pass, fail, error, not_applicable</c>.</param>
public sealed record SnapshotCheck(string Check, string State, long Failures);
