using SafetyAnalytics.Ledgers.Reading;

namespace SafetyAnalytics.Ledgers.Problems;

/// <summary>What is wrong in a file, cell by cell: for the person who kept the ledger.</summary>
public static class LedgerProblems
{
    /// <summary>In file order: sheet, then row (what concerns a whole sheet or ledger first), then column. No I/O.</summary>
    /// <param name="reading">The reading of that very file.</param>
    public static IReadOnlyList<LedgerProblem> Of(LandedFile file, FileReading reading, ReasonWords words)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(words);
        return [];
    }
}
