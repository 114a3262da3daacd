namespace SafetyAnalytics.Pipeline.Intake;

/// <summary>What landing some files would change, worked out by landing them in a copy.</summary>
/// <param name="Files">One per file, zip members included, in the order of their names.</param>
/// <param name="Totals">The headline numbers of each month the files touch, before and after.</param>
public sealed record PreviewResult(IReadOnlyList<PreviewFile> Files, IReadOnlyList<PreviewTotal> Totals)
{
    /// <summary>Something of it would wait or is refused.</summary>
    public bool HasWaiting => Files.Any(file => file.RowsWaiting > 0 || file.Outcome is "waiting" or "refused");
}

/// <param name="Metric">Key of the metric.</param>
/// <param name="Before">As the last build has it; null when there is none, or it has no such month.</param>
/// <param name="After">As it would be.</param>
public sealed record PreviewTotal(string Month, string Metric, long? Before, long? After);

/// <summary>One file as it would stand; words and codes as <c>mart_ledger_file</c> has them.</summary>
/// <param name="Name">Masked.</param>
/// <param name="Outcome">landed, repeated, superseded, waiting, refused.</param>
/// <param name="Readings">Every month and sender read, with its place.</param>
/// <param name="Ledgers">The ledgers inside it.</param>
/// <param name="Replaces">Earlier versions of its ledgers, by name, that would no longer count.</param>
/// <param name="Changes">Change (as <c>mart_ledger_change</c> names it) to count; absent means none.</param>
/// <param name="Problems">What is wrong, cell by cell, in file order; at most <see cref="Preview.ProblemsShown"/>.</param>
public sealed record PreviewFile(
    string Name,
    string Sha256,
    string Outcome,
    string? Reason,
    string? Month,
    string? Submitter,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Readings,
    IReadOnlyList<PreviewLedger> Ledgers,
    IReadOnlyList<string> Replaces,
    int RowsRead,
    int RowsLoaded,
    int RowsRepeated,
    int RowsCarriedOver,
    int RowsSkipped,
    int RowsWaiting,
    int RowsSuperseded,
    IReadOnlyDictionary<string, int> Changes,
    IReadOnlyList<PreviewProblem> Problems,
    int ProblemCount);

/// <summary>One month of one sender in one table.</summary>
/// <param name="HeaderRow">Null: no header.</param>
public sealed record PreviewLedger(string Sheet, int? HeaderRow, string? Month, string? Submitter, int? Version, string Outcome, string? Reason, bool IsZeroReport);

/// <summary>One row of <c>mart_ledger_problem</c>.</summary>
public sealed record PreviewProblem(
    string? Sheet,
    int? Row,
    string? Cell,
    string? Column,
    string Code,
    bool IsWaiting,
    string? Text,
    IReadOnlyList<string> Readings,
    string MessageZh,
    string MessageEn,
    string CureZh,
    string CureEn);
