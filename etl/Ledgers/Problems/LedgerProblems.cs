using SafetyAnalytics.Ledgers.Reading;

namespace SafetyAnalytics.Ledgers.Problems;

/// <summary>What is wrong in a file, cell by cell: for the person who keeps the ledger.</summary>
public static class LedgerProblems
{
    /// <summary>
    /// In file order: sheet by sheet, what concerns a sheet as a whole first, then row by row from the left. No I/O. A value that a merged region gives to several rows is
    /// one problem, at the region's first cell. What other files say (repeats, corrections) is not looked at.
    /// </summary>
    /// <param name="file">As it was landed.</param>
    /// <param name="reading">The reading of that very file.</param>
    /// <param name="words">Gives messages and cures their language.</param>
    public static IReadOnlyList<LedgerProblem> Of(LandedFile file, FileReading reading, ReasonWords words)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(words);
        var finding = new ProblemFinding(file, reading, words);
        new SheetProblems(reading, finding).Find();
        new PartProblems(reading, finding).Find();
        new RowProblems(reading, finding).Find();
        if (file.Sheets is [var first, ..])
        {
            foreach (var warning in reading.Warnings.Where(warning => !finding.Has(warning))) finding.Add(warning, first.Number, null, null, waits: false, part: null);
        }

        return finding.InOrder();
    }
}
