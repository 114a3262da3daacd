namespace SafetyAnalytics.Ledgers.Problems;

/// <summary>One thing wrong or odd in a file, and where.</summary>
/// <param name="SheetNumber">The table's position in the file, from 1.</param>
/// <param name="Sheet">The table's name, as <see cref="LedgerSheet.Name"/>.</param>
/// <param name="RowNumber">As <see cref="LedgerRow.Number"/>; null when the table or the file as a whole is meant.</param>
/// <param name="Column">From 0; null when no single cell is meant.</param>
/// <param name="Cell">The place in the words of its program: <c>C5</c>; Word <c>表1 第5行第3列</c>; csv <c>第5条 整改时限</c>. Null without a row.</param>
/// <param name="ColumnName">The header as the ledger writes it, else the column's own name; null when no column is meant.</param>
/// <param name="Code">A code of the seed <c>reasons.csv</c>.</param>
/// <param name="Waits">This is why the row, or the whole ledger, does not count; otherwise it counts and should be looked at.</param>
/// <param name="CellText">What stands there, phones and persons masked; null when nothing does.</param>
/// <param name="Message">What is wrong, in the language of the <see cref="ReasonWords"/>.</param>
/// <param name="Cure">What would be right, likewise; empty when nothing need be done.</param>
/// <param name="Readings">Every month and sender read, for problems about them; else empty.</param>
public sealed record LedgerProblem(
    int SheetNumber,
    string Sheet,
    int? RowNumber,
    int? Column,
    string? Cell,
    string? ColumnName,
    string Code,
    bool Waits,
    string? CellText,
    string Message,
    string Cure,
    IReadOnlyList<string> Readings);
