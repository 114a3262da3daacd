namespace SafetyAnalytics.Ledgers.Docx;

internal enum Merging : byte
{
    None,
    Begins,
    Continues,
}

internal sealed class TableCell
{
    public TextBlock Block { get; } = new();

    public int Column { get; set; }

    public int Span { get; set; } = 1;

    public Merging Vertical { get; set; }

    public Merging Horizontal { get; set; }

    public bool IsDeleted { get; set; }
}

internal sealed class TableRow
{
    /// <summary>Grid column of the next cell.</summary>
    public int Column { get; set; }

    public bool IsHidden { get; set; }

    public bool IsDeleted { get; set; }

    public List<TableCell> Cells { get; } = [];

    /// <summary>Places the cell; one that continues the cell before it (the old <c>hMerge</c>) widens that one and says nothing.</summary>
    public void Add(TableCell cell)
    {
        if (cell.Horizontal == Merging.Continues && Cells.Count > 0)
        {
            Cells[^1].Span += cell.Span;
        }
        else
        {
            cell.Column = Column;
            Cells.Add(cell);
        }

        Column += cell.Span;
    }
}

/// <summary>A table while its rows come in.</summary>
internal sealed class TableReading
{
    public Table? Table { get; private set; }

    public MergedRegions? Regions { get; private set; }

    public void Begin(Table table)
    {
        Table = table;
        Regions = new MergedRegions(table.Merges);
    }

    public void Add(LedgerInput input, TableRow row)
    {
        var number = Table!.Rows.Count + 1;
        var cells = new List<string>();
        var hasStruck = false;
        var hasPlain = false;
        var marks = row.IsHidden ? RowMarks.Hidden : RowMarks.None;
        foreach (var cell in row.Cells)
        {
            if (cell.Block.HasPicture) marks |= RowMarks.Picture;
            if (Regions!.Covers(number, cell)) continue;
            var text = cell.Block.Text;
            if (text.Length == 0) continue;
            Check(input, text, number, cell.Column);
            while (cells.Count < cell.Column) cells.Add("");
            cells.Add(text);
            hasStruck |= cell.Block.HasStruck;
            hasPlain |= cell.Block.HasPlain;
        }

        Regions!.EndRow(number);
        if (hasStruck && !hasPlain) marks |= RowMarks.Struck;
        Table.Rows.Add(new LedgerRow(number, [.. cells], marks));
    }

    private void Check(LedgerInput input, string text, int row, int column)
    {
        if (column >= input.Limits.Columns) throw Faults.TooLarge(input, "列数", "columns", input.Limits.Columns, Table!.Name, row, column + 1);
        if (text.Length > input.Limits.CellCharacters) throw Faults.TooLarge(input, "单元格字符数", "characters of a cell", input.Limits.CellCharacters, Table!.Name, row, column + 1);
    }
}
