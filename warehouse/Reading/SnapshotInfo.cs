using System.Text.Json;
using SafetyAnalytics.Warehouse.Publishing;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>What readers show of a snapshot's manifest, its texts understood.</summary>
/// <param name="AsOf">The day the numbers are true for.</param>
/// <param name="FirstMonth">First month with data; null when there is none.</param>
/// <param name="LastMonth">Last month with data; null when there is none.</param>
/// <param name="IsSample">Built from the generated sample: no real ledger is in it.</param>
/// <param name="LedgerFiles">Landed files behind the numbers.</param>
public sealed record SnapshotInfo(
    SnapshotName Name,
    DateOnly AsOf,
    ReportMonth? FirstMonth,
    ReportMonth? LastMonth,
    DateTimeOffset PublishedAt,
    bool IsSample,
    int LedgerFiles,
    IReadOnlyList<SnapshotCheck> Checks)
{
    /// <param name="directory">The snapshot's own folder.</param>
    /// <exception cref="SnapshotUnreadableException">The manifest is missing, is not JSON, or lacks a needed field.</exception>
    public static SnapshotInfo Read(string directory)
    {
        try
        {
            return Understand(SnapshotManifest.Read(directory));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            throw new SnapshotUnreadableException(Path.Combine(directory, SnapshotManifest.FileName), $"is not a readable manifest ({fault.Message})", fault);
        }
    }

    private static SnapshotInfo Understand(SnapshotManifest manifest) => new(
        SnapshotName.TryParse(manifest.Name, out var name) ? name : throw new FormatException($"'{manifest.Name}' is not a snapshot's name."),
        manifest.AsOf,
        manifest.FirstMonth is null ? null : ReportMonth.Parse(manifest.FirstMonth),
        manifest.LastMonth is null ? null : ReportMonth.Parse(manifest.LastMonth),
        manifest.PublishedAt,
        manifest.IsSample,
        manifest.LedgerFiles,
        manifest.Checks);
}
