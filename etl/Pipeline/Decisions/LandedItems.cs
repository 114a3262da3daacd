using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>The hazards of a few landed files, as today's words read them: what a decision about a hazard names.</summary>
/// <param name="raw">Where the files are.</param>
/// <param name="lexicon">With the decided words.</param>
/// <param name="decided">What is laid over the files; null: nothing.</param>
internal sealed class LandedItems(RawLedgers raw, Lexicon lexicon, DecidedFiles? decided = null)
{
    private readonly Dictionary<string, (LandedFile File, FileReading Reading)?> _files = new(StringComparer.Ordinal);

    public bool IsLanded(string sha256) => Read(sha256) is not null;

    /// <summary>In the order of the row; none when the row holds no hazard. Null when the file is not landed, or not readable.</summary>
    public IReadOnlyList<ItemReading>? Of(ItemPlace place)
    {
        if (Read(place.FileSha256) is not { } read) return null;
        var only = read.File.Sheets is [var one] ? one : null;
        var sheet = place.Sheet is null ? only : DecidedFiles.SheetCalled(read.File, place.Sheet) ?? (IsOfText(place.Sheet) ? only : null);
        return sheet is null ? [] : [.. read.Reading.Items.Where(item => item.SheetNumber == sheet.Number && item.RowNumber == place.RowNumber).OrderBy(item => item.ItemNumber)];
    }

    /// <summary>A csv's only sheet bears the file's name, and the name it was decided under may not have come yet.</summary>
    private static bool IsOfText(string sheet) => sheet.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    private (LandedFile File, FileReading Reading)? Read(string sha256)
    {
        if (_files.TryGetValue(sha256, out var known)) return known;
        int[] ids = [.. raw.Readable.Where(file => file.Sha256 == sha256).Select(file => file.FileId)];
        if (ids.Length == 0) return _files[sha256] = null;
        var landed = raw.Read(ids)[0].File;
        if (decided is not null) landed = decided.Of(sha256, landed);
        return _files[sha256] = (landed, new LedgerReading(lexicon).Read(landed));
    }
}
