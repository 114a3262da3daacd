namespace SafetyAnalytics.Ledgers.Html;

/// <summary>A table while its tags come in. Cells stand where the spans before and above them leave room; a span counts as a merged region.</summary>
internal sealed class HtmlTable(LedgerInput input, TextBudget budget, int number, bool isHidden)
{
    /// <summary>What a cell costs beside its text.</summary>
    private const int CellBytes = 96;

    /// <summary>No browser shows more.</summary>
    private const int MostColumns = 16_384;

    private readonly List<LedgerRow> rows = [];
    private readonly List<string> heading = [];
    private readonly List<CellMerge> merges = [];

    /// <summary>By column: the last row a cell from above reaches into.</summary>
    private readonly List<int> takenUntil = [];

    private readonly HtmlText outside = new(input);
    private List<string>? row;
    private HtmlCell? cell;
    private RowMarks marks;
    private int column;
    private bool isGroupHidden;
    private bool hasStruck;
    private bool hasPlain;

    public int Number => number;

    public bool IsHidden => isHidden;

    public IReadOnlyList<string> Heading => heading;

    public IReadOnlyList<LedgerRow> Rows => rows;

    public IReadOnlyList<CellMerge> Merges => merges;

    public bool HasOpenCell => cell is not null;

    /// <summary>The open cell's words; of words between cells (a caption) browsers make lines above the table.</summary>
    public HtmlText Target => cell?.Text ?? outside;

    /// <summary>Lines above the table.</summary>
    public void Head(IEnumerable<string> lines) => heading.AddRange(lines);

    public void BeginGroup(ElementStyle style)
    {
        EndRow();
        isGroupHidden = style.IsHidden;
    }

    public void BeginRow(ElementStyle style)
    {
        EndRow();
        row = [];
        column = 0;
        hasStruck = hasPlain = false;
        marks = style.IsHidden || isGroupHidden ? RowMarks.Hidden : RowMarks.None;
    }

    public void BeginCell(HtmlCell begun)
    {
        EndCell();
        if (row is null) BeginRow(ElementStyle.Plain);
        cell = begun;
    }

    public void NotePicture()
    {
        if (cell is not null) marks |= RowMarks.Picture;
    }

    public void EndCell()
    {
        if (cell is not { } ended) return;
        cell = null;
        Place(ended);
        var text = ended.Value();
        budget.Spend(CellBytes + (text.Length * 2));
        if (ended.IsError) marks |= RowMarks.FormulaError;
        if (text.Length == 0) return;
        var at = ended.Column;
        if (at >= input.Limits.Columns) throw Faults.TooLarge(input, "列数", "columns", input.Limits.Columns, Name, rows.Count + 1, at + 1);
        if (text.Length > input.Limits.CellCharacters) throw Faults.TooLarge(input, "单元格字符数", "characters of a cell", input.Limits.CellCharacters, Name, rows.Count + 1, at + 1);
        while (row!.Count < at) row.Add("");
        row.Add(text);
        hasStruck |= ended.Text.HasStruck;
        hasPlain |= ended.Text.HasPlain;
    }

    public void EndRow()
    {
        EndCell();
        if (row is null) return;
        if (rows.Count == input.Limits.Rows) throw Faults.TooLarge(input, "行数", "rows", input.Limits.Rows, Name, rows.Count + 1);
        budget.Spend(CellBytes);
        if (hasStruck && !hasPlain) marks |= RowMarks.Struck;
        rows.Add(new LedgerRow(rows.Count + 1, [.. row], marks));
        row = null;
    }

    /// <summary>The table ends: regions reach no further than its rows; a hidden row without a word at the end only holds the columns' widths, as Excel writes it.</summary>
    public void Close()
    {
        EndRow();
        heading.AddRange(outside.Lines);
        while (rows.Count > 0 && rows[^1] is { Cells.Length: 0, Marks: RowMarks.Hidden }) rows.RemoveAt(rows.Count - 1);
        for (var i = merges.Count - 1; i >= 0; i--)
        {
            var region = merges[i] with { LastRow = Math.Min(merges[i].LastRow, rows.Count) };
            if (region.FirstRow > region.LastRow || (region.FirstRow == region.LastRow && region.FirstColumn == region.LastColumn)) merges.RemoveAt(i);
            else merges[i] = region;
        }
    }

    private string Name => $"表{number}";

    private void Place(HtmlCell ended)
    {
        var thisRow = rows.Count + 1;
        while (column < takenUntil.Count && takenUntil[column] >= thisRow) column++;
        ended.Column = column;
        var span = 1;
        while (span < ended.ColumnSpan && (column + span >= takenUntil.Count || takenUntil[column + span] < thisRow)) span++;
        if (column + span > MostColumns) throw Faults.TooLarge(input, "列数", "columns", MostColumns, Name, thisRow);
        var lastRow = thisRow + ended.RowSpan - 1;
        while (takenUntil.Count < column + span) takenUntil.Add(0);
        for (var i = 0; i < span; i++) takenUntil[column + i] = lastRow;
        if (span > 1 || ended.RowSpan > 1) merges.Add(new CellMerge(thisRow, lastRow, column, column + span - 1));
        column += span;
    }
}
