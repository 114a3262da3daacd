using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Docx;

/// <summary>Reads tables by their grid: a cell's column is what the spans before it leave, not its position in the row.</summary>
internal sealed class Tables(LedgerInput input, XmlCursor cursor, Paragraphs paragraphs, TextBudget budget)
{
    /// <summary>Word stops at 63 columns; more than a sheet has is an attack.</summary>
    private const int MostColumns = 16_384;

    /// <summary>What a cell costs beside its text.</summary>
    private const int CellBytes = 128;

    private readonly List<Table> found = [];
    private int count;

    /// <summary>Reads the <c>tbl</c> of the body the cursor stands on: it and the tables nested in it, by number. None when all its rows are deleted.</summary>
    /// <param name="heading">Asked for the text above when the table turns out to have a row.</param>
    public IReadOnlyList<Table> Read(Func<IReadOnlyList<string>> heading)
    {
        found.Clear();
        ReadTable();
        if (found.Count > 0) found[0].Heading = heading();
        budget.Renew();
        return [.. found];
    }

    private void ReadTable()
    {
        var reading = new TableReading();
        ReadRows(reading, cursor.Depth);
        reading.Regions?.Close();
    }

    private void ReadRows(TableReading table, int depth)
    {
        while (cursor.NextChild(depth))
        {
            if (cursor.Name == "tr") ReadRow(table);
            else if (IsWrapper) ReadRows(table, cursor.Depth);
        }
    }

    private bool IsWrapper => cursor.Name is "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "AlternateContent" or "Choice";

    private void ReadRow(TableReading table)
    {
        var row = new TableRow();
        ReadRowContent(table, row, cursor.Depth);
        if (row.IsDeleted) return;
        Begin(table);
        table.Add(input, row);
    }

    private void ReadRowContent(TableReading table, TableRow row, int depth)
    {
        while (cursor.NextChild(depth) && !row.IsDeleted)
        {
            if (cursor.Name == "trPr")
            {
                ReadRowProperties(row);
            }
            else if (cursor.Name == "tc")
            {
                Begin(table);
                ReadCell(row);
            }
            else if (cursor.Name == "sdt")
            {
                using (paragraphs.Control()) ReadRowContent(table, row, cursor.Depth);
            }
            else if (cursor.Name == "sdtPr")
            {
                paragraphs.ReadControl();
            }
            else if (IsWrapper)
            {
                ReadRowContent(table, row, cursor.Depth);
            }
        }

        while (cursor.NextChild(depth))
        {
        }
    }

    /// <summary>The table has a row that stands: it takes its number, before any table nested in it does.</summary>
    private void Begin(TableReading reading)
    {
        if (reading.Table is not null) return;
        if (++count > input.Limits.Sheets) throw Faults.TooLarge(input, "表格数", "tables", input.Limits.Sheets);
        reading.Begin(new Table(count));
        found.Add(reading.Table!);
    }

    private void ReadRowProperties(TableRow row)
    {
        var depth = cursor.Depth;
        while (cursor.NextChild(depth))
        {
            switch (cursor.Name)
            {
                case "gridBefore":
                    row.Column = Math.Clamp(Paragraphs.Number(cursor.Attribute("val")) ?? 0, 0, MostColumns);
                    break;
                case "hidden":
                    row.IsHidden = cursor.IsOn();
                    break;
                case "del" or "moveFrom":
                    row.IsDeleted = true;
                    break;
            }
        }
    }

    private void ReadCell(TableRow row)
    {
        var depth = cursor.Depth;
        var cell = new TableCell();
        while (cursor.NextChild(depth))
        {
            if (cursor.Name == "tcPr") ReadCellProperties(cell);
            else ReadCellContent(cell);
        }

        budget.Spend(CellBytes);
        if (cell.IsDeleted) return;
        if (row.Column + cell.Span > MostColumns) throw Faults.TooLarge(input, "列数", "columns", MostColumns);
        row.Add(cell);
    }

    private void ReadCellProperties(TableCell cell)
    {
        var depth = cursor.Depth;
        while (cursor.NextChild(depth))
        {
            switch (cursor.Name)
            {
                case "gridSpan":
                    cell.Span = Math.Clamp(Paragraphs.Number(cursor.Attribute("val")) ?? 1, 1, MostColumns);
                    break;
                case "vMerge":
                    cell.Vertical = cursor.Attribute("val") == "restart" ? Merging.Begins : Merging.Continues;
                    break;
                case "hMerge":
                    cell.Horizontal = cursor.Attribute("val") == "restart" ? Merging.Begins : Merging.Continues;
                    break;
                case "cellDel":
                    cell.IsDeleted = true;
                    break;
            }
        }
    }

    private void ReadCellContent(TableCell cell)
    {
        if (cursor.Name == "p") paragraphs.Read(cell.Block);
        else if (cursor.Name == "tbl") ReadTable();
        else if (cursor.Name == "sdtPr") paragraphs.ReadControl();
        else if (cursor.Name == "sdt") ReadControlContent(cell);
        else if (IsWrapper) ReadCellChildren(cell);
    }

    private void ReadControlContent(TableCell cell)
    {
        using (paragraphs.Control()) ReadCellChildren(cell);
    }

    private void ReadCellChildren(TableCell cell)
    {
        var depth = cursor.Depth;
        while (cursor.NextChild(depth)) ReadCellContent(cell);
    }
}
