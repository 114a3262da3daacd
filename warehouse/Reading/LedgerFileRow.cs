namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>One row of <c>mart_ledger_file</c>.</summary>
/// <param name="Month">Null when unsettled, or when the file holds several; <paramref name="Submitter"/> likewise.</param>
/// <param name="Version">From 1 among the ledgers of its sender and month; null when nothing of it is settled.</param>
/// <param name="Outcome"><c>landed, repeated, superseded, waiting, refused</c>.</param>
/// <param name="Reason">Code of the seed <c>reasons.csv</c>; null when there is nothing to say.</param>
/// <param name="Warnings">Codes likewise.</param>
/// <param name="Readings">What the file says of month and sender, where that is the trouble.</param>
public sealed record LedgerFileRow(
    string Sha256,
    string Name,
    ReportMonth? Month,
    string? Submitter,
    DateTimeOffset ReceivedAt,
    int? Version,
    string Outcome,
    string? Reason,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Readings,
    LedgerRowCounts Rows);

/// <summary>What became of a file's rows: <c>Read</c> is the sum of the others.</summary>
public sealed record LedgerRowCounts(long Read, long Loaded, long Repeated, long CarriedOver, long Skipped, long Waiting, long Superseded);

/// <summary>One row of <c>mart_ledger_problem</c>: what is wrong in a ledger, where, and what would be right.</summary>
/// <param name="Sheet">Null when the file as a whole is meant; so are row and cell.</param>
/// <param name="Cell">In the words of its program: <c>C5</c>, <c>表1 第5行第3列</c>.</param>
/// <param name="IsWaiting">The row, or the whole ledger, does not count because of this.</param>
/// <param name="CellText">What stands there, phones and persons hidden; null when nothing does.</param>
public sealed record LedgerProblemRow(
    string Sha256,
    string FileName,
    ReportMonth? Month,
    string? Submitter,
    string? Sheet,
    long? RowNumber,
    string? Cell,
    string? ColumnName,
    string Code,
    bool IsWaiting,
    string? CellText,
    IReadOnlyList<string> Readings,
    string MessageZh,
    string MessageEn,
    string CureZh,
    string CureEn);

/// <summary>Which problems. Null is no restriction.</summary>
/// <param name="IsWaiting">True: only what keeps rows from counting.</param>
public sealed record ProblemFilter(string? Code, string? Submitter, ReportMonth? Month, bool IsWaiting)
{
    public static ProblemFilter None { get; } = new(null, null, null, IsWaiting: false);
}

/// <summary>A file with its problems counted.</summary>
public sealed record ProblemFile(LedgerFileRow File, long Waiting, long Problems);

/// <param name="Total">Files of the filter, on all pages.</param>
/// <param name="Waiting">Problems of those files that keep rows from counting.</param>
public sealed record ProblemPage(IReadOnlyList<ProblemFile> Files, long Total, long Waiting);

/// <summary>What can be asked for: the codes, senders and months that problems have.</summary>
public sealed record ProblemChoices(IReadOnlyList<string> Codes, IReadOnlyList<string> Submitters, IReadOnlyList<ReportMonth> Months);

/// <summary>A text that stands in cells with problems.</summary>
/// <param name="Waiting">Of the problems, those that keep rows from counting.</param>
public sealed record ProblemText(string Text, long Problems, long Waiting, long Files);
