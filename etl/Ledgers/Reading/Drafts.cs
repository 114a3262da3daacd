using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>A row on its way: where it belongs and what its columns say, before its ledger's month is settled.</summary>
internal sealed class DraftRow(int sheetNumber, LedgerRow source)
{
    public int SheetNumber { get; } = sheetNumber;

    public LedgerRow Source { get; } = source;

    public DraftPart? Part { get; set; }

    /// <summary>What a person decided about it; null: nothing.</summary>
    public DecidedRow? Decided { get; init; }

    public RowKind Kind { get; set; }

    public string? Reason { get; set; }

    /// <summary>Text by <see cref="LedgerColumn"/>, merges and 同上 resolved; null for rows that are no entry.</summary>
    public string[]? Values { get; set; }

    public RowContext Context { get; set; } = RowContext.None;

    public Issues Issues { get; } = new();

    /// <summary>The header the row stands under; null for rows that are no entry.</summary>
    public LedgerHeader? Header { get; set; }

    /// <summary>The column that makes the row wait, where the reason alone does not say it.</summary>
    public LedgerColumn? ReasonColumn { get; private set; }

    public void Skip(string reason) => (Kind, Reason) = (RowKind.Skipped, reason);

    public void Wait(string reason, LedgerColumn? column = null) => (Kind, Reason, ReasonColumn) = (RowKind.Waiting, reason, column);
}

/// <summary>One ledger inside a file, on its way.</summary>
internal sealed class DraftPart(LandedSheet sheet, int? headerRow)
{
    public LandedSheet Sheet { get; } = sheet;

    public int? HeaderRow { get; set; } = headerRow;

    /// <summary>Its first header; null for a zero report without a table.</summary>
    public HeaderReading? Header { get; init; }

    /// <summary>Lines of title, heading and foot, top to bottom.</summary>
    public List<string> Lines { get; } = [];

    public bool LacksColumn { get; init; }

    public bool SaysZero { get; set; }

    public string? Reason { get; set; }

    public List<DraftRow> Entries { get; } = [];

    /// <summary>Totals the ledger states: the row, the numbers, and how many entries stood above them and below the total before.</summary>
    public List<(DraftRow Row, int From, int To, IReadOnlyList<int> Counts)> Totals { get; } = [];
}
