using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Intake;

/// <summary>
/// What landing some files would change: lands them in a copy of the raw rows, builds there, and compares. The very code that will count them says so,
/// hence a preview cannot differ from what happens. Nothing of the data directory changes.
/// </summary>
public sealed class Preview(DataDirectory data, Seeds seeds, TimeProvider clock)
{
    /// <summary>Problems kept of one file; the count says how many there are.</summary>
    public const int ProblemsShown = 200;

    private const string Folder = "preview";

    /// <param name="paths">Files and folders.</param>
    /// <exception cref="PipelineException">Another writer is busy, or a path is missing.</exception>
    public PreviewResult Of(IReadOnlyList<string> paths, LandSettings settings, IProgress<LandedFileResult>? onLanded = null, IProgress<string>? onStage = null, CancellationToken cancellationToken = default)
    {
        var ledgers = LedgerFiles.Of(paths).Ledgers;
        using var held = data.LockForWriting();
        var copy = new DataDirectory(Path.Combine(data.Build, Folder));
        if (Directory.Exists(copy.Root)) Directory.Delete(copy.Root, recursive: true);
        try
        {
            using var copyHeld = copy.LockForWriting();
            CopyRaw(copy);
            var landed = new Land(copy, clock).Run(ledgers, settings, onLanded, cancellationToken);
            new Build(copy, seeds, clock).Run(null, onStage, cancellationToken);
            return Compare(copy, landed);
        }
        finally
        {
            Directory.Delete(copy.Root, recursive: true);
        }
    }

    /// <summary>Opened once as a writer, so that what a killed process left beside the file is in it.</summary>
    private void CopyRaw(DataDirectory copy)
    {
        if (!File.Exists(data.RestrictedFile)) return;
        RawDatabase.OpenForWriting(data).Dispose();
        File.Copy(data.RestrictedFile, copy.RestrictedFile);
    }

    private PreviewResult Compare(DataDirectory copy, IReadOnlyList<LandedFileResult> landed)
    {
        using var after = DuckDbFile.OpenForReading(copy.WarehouseFile);
        var contents = landed.Select(file => file.Sha256).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var unreadable = landed.Where(file => file.Sha256 is null).Select(Unreadable);
        var files = PreviewQueries.Files(after, contents);
        using var before = File.Exists(data.WarehouseFile) ? DuckDbFile.OpenForReading(data.WarehouseFile) : null;
        return new PreviewResult([.. files, .. unreadable], PreviewQueries.Totals(before, after, contents));
    }

    private static PreviewFile Unreadable(LandedFileResult file) => new(
        Path.GetFileName(file.Path), "", "refused", "cannot_open", null, null, [], [], [], [], 0, 0, 0, 0, 0, 0, 0, new Dictionary<string, int>(StringComparer.Ordinal),
        [new PreviewProblem(null, null, null, null, "cannot_open", IsWaiting: true, null, [], file.Problem!, file.Problem!, "", "")], 1);
}
