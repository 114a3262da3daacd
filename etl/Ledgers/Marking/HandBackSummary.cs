using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Marking;

/// <summary>What the first sheet or page says about the file as a whole.</summary>
/// <param name="Ledgers">One per ledger found in the file.</param>
/// <param name="RowsRead">All rows of the file's tables, without what we wrote into it ourselves; the other counts add up to it.</param>
/// <param name="RowsLoaded">Rows that count, their continuations, and rows that repeat or carry over what is known.</param>
/// <param name="RowsSkipped">Titles, headers, blanks, totals and the like.</param>
/// <param name="RowsWaiting">Rows that do not count until they are mended.</param>
public sealed record HandBackSummary(IReadOnlyList<HandBackLedger> Ledgers, int RowsRead, int RowsLoaded, int RowsSkipped, int RowsWaiting)
{
    /// <summary>As one file reads by itself; what other files say (repeats, corrections) is not known here.</summary>
    public static HandBackSummary Of(LandedFile file, FileReading reading)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(reading);
        var waitingParts = reading.Parts.Where(part => part.Reason is not null).Select(part => (int?)part.Number).ToHashSet();
        var waiting = reading.Rows.Count(row => row.Kind != RowKind.Skipped && (row.Kind == RowKind.Waiting || waitingParts.Contains(row.PartNumber)));
        var skipped = reading.Rows.Count(row => row.Kind == RowKind.Skipped && !IsOurs(row));
        var read = reading.Rows.Count(row => !IsOurs(row));
        var names = file.Sheets.ToDictionary(sheet => sheet.Number, sheet => sheet.Name);
        var ledgers = reading.Parts.Select(part => new HandBackLedger(names[part.SheetNumber], part.Month, part.Submitter, part.IsZeroReport));
        return new HandBackSummary([.. ledgers], read, read - waiting - skipped, skipped, waiting);
    }

    private static bool IsOurs(RowReading row) => row.Reason is ReasonCodes.HandBackNote or ReasonCodes.TemplateLists;
}

/// <summary>One ledger as it was read.</summary>
/// <param name="Sheet">Where it stands.</param>
/// <param name="Month">Null when unsettled.</param>
/// <param name="Submitter">Null when unsettled.</param>
public sealed record HandBackLedger(string Sheet, LedgerMonth? Month, string? Submitter, bool IsZeroReport);
