using System.Globalization;
using System.Xml;
using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Xlsx;

/// <summary>One worksheet part, row after row as it is stored; merged regions are gathered on the way.</summary>
internal sealed class SheetRows(LedgerInput input, string table, XmlCursor cursor, SharedStrings strings, Styles styles, bool uses1904, List<CellMerge> merges)
{
    private readonly XmlReader reader = cursor.Reader;
    private string[] cells = new string[32];
    private int used;
    private int row;
    private int column;
    private RowMarks marks;
    private bool allStruck;

    /// <summary>Rows in stored order. The sheet's <c>dimension</c> is not looked at: some programs write <c>A1:A1</c>.</summary>
    public IEnumerable<LedgerRow> Read()
    {
        cursor.ToRoot();
        if (cursor.Name != "worksheet") throw Faults.Malformed(input, $"工作表部件的根是 <{cursor.Name}>", $"the sheet's root is <{cursor.Name}>", table);
        while (cursor.NextChild(0))
        {
            if (cursor.Name == "mergeCells")
            {
                ReadMerges();
            }
            else if (cursor.Name == "sheetData")
            {
                while (cursor.NextChild(1))
                {
                    if (cursor.Name == "row") yield return ReadRow();
                }
            }
        }

        cursor.Finish();
    }

    private void ReadMerges()
    {
        while (cursor.NextChild(1))
        {
            if (cursor.Name != "mergeCell") continue;
            var text = cursor.Attribute("ref") ?? "";
            if (CellReference.Region(text) is not { } region)
            {
                if (CellReference.TryParse(text, out _, out _)) continue;
                throw Faults.Malformed(input, $"合并区域“{text}”无效", $"merged region '{text}' is not valid", table);
            }

            if (region.FirstRow == region.LastRow && region.FirstColumn == region.LastColumn) continue;
            if (merges.Count == input.Limits.Rows) throw Faults.TooLarge(input, "合并区域数", "merged regions", input.Limits.Rows, table);
            merges.Add(region);
        }
    }

    private LedgerRow ReadRow()
    {
        row++;
        column = -1;
        used = 0;
        marks = RowMarks.None;
        allStruck = true;
        ReadRowAttributes();
        while (cursor.NextChild(2))
        {
            if (cursor.Name == "c") ReadCell();
        }

        if (used > 0 && allStruck) marks |= RowMarks.Struck;
        return new LedgerRow(row, used == 0 ? [] : cells[..used], marks);
    }

    private void ReadRowAttributes()
    {
        for (var has = reader.MoveToFirstAttribute(); has; has = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "r")
            {
                if (!int.TryParse(reader.Value, NumberStyles.None, CultureInfo.InvariantCulture, out row) || row is < 1 or > CellReference.MostRows)
                {
                    throw Faults.Malformed(input, $"行号“{reader.Value}”无效", $"row number '{reader.Value}' is not valid", table);
                }
            }
            else if (reader.LocalName == "hidden" && reader.Value is "1" or "true")
            {
                marks |= RowMarks.Hidden;
            }
        }

        reader.MoveToElement();
        if (row > CellReference.MostRows) throw Faults.TooLarge(input, "行数", "rows", CellReference.MostRows, table);
    }

    private void ReadCell()
    {
        var type = "n";
        var style = 0;
        var isRichValue = false;
        column++;
        for (var has = reader.MoveToFirstAttribute(); has; has = reader.MoveToNextAttribute())
        {
            switch (reader.LocalName)
            {
                case "r":
                    if (!CellReference.TryParse(reader.Value, out _, out column)) throw BadCell($"单元格位置“{reader.Value}”无效", $"cell reference '{reader.Value}' is not valid");
                    break;
                case "t":
                    type = reader.Value;
                    break;
                case "s":
                    _ = int.TryParse(reader.Value, NumberStyles.None, CultureInfo.InvariantCulture, out style);
                    break;
                case "vm":
                    isRichValue = true;
                    break;
            }
        }

        reader.MoveToElement();
        if (!cursor.IsEmpty) ReadContent(type, styles[style], isRichValue);
    }

    private void ReadContent(string type, CellStyle style, bool isRichValue)
    {
        var text = "";
        var strike = Strike.AsCell;
        var hasFormula = false;
        var hasValue = false;
        var isPicture = false;
        while (cursor.NextChild(3))
        {
            switch (cursor.Name)
            {
                case "f":
                    hasFormula = true;
                    isPicture |= cursor.TextSpan().Contains("DISPIMG(", StringComparison.OrdinalIgnoreCase);
                    break;
                case "v":
                    hasValue = true;
                    (text, strike) = Value(type, style);
                    break;
                case "is":
                    hasValue = true;
                    (text, strike) = RichText.Read(cursor);
                    break;
            }
        }

        isPicture |= isRichValue && text == "#VALUE!";
        if (isPicture)
        {
            marks |= RowMarks.Picture;
            return;
        }

        if ((hasFormula && !hasValue) || (type == "e" && text.Length > 0)) marks |= RowMarks.FormulaError;
        if (text.Length > 0) Put(text, strike == Strike.Struck || (strike == Strike.AsCell && style.IsStruck));
    }

    private (string Text, Strike Strike) Value(string type, CellStyle style)
    {
        switch (type)
        {
            case "s":
                var index = cursor.TextSpan().Trim();
                if (index.IsEmpty) return ("", Strike.AsCell);
                if (!int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var position) || position >= strings.Count)
                {
                    throw BadCell($"引用了不存在的共享文字 {index}", $"it refers to shared text {index}, which is not there");
                }

                return strings[position];
            case "n":
                var stored = cursor.TextSpan();
                return (stored.IsEmpty ? "" : CellNumber.Text(stored, style.Format, uses1904), Strike.AsCell);
            case "b":
                return (cursor.TextSpan().Trim() is "1" or "true" ? "TRUE" : "FALSE", Strike.AsCell);
            case "d":
                return (CellNumber.IsoText(cursor.Text(), style.Format), Strike.AsCell);
            default:
                return (XString.Decode(cursor.Text()), Strike.AsCell);
        }
    }

    private void Put(string text, bool isStruck)
    {
        if (column >= input.Limits.Columns) throw Faults.TooLarge(input, "列数", "columns", input.Limits.Columns, table, row, column + 1);
        if (text.Length > input.Limits.CellCharacters) throw Faults.TooLarge(input, "单元格字符数", "characters of a cell", input.Limits.CellCharacters, table, row, column + 1);
        if (column >= cells.Length) Array.Resize(ref cells, Math.Max(column + 1, cells.Length * 2));
        while (used <= column) cells[used++] = "";
        if (cells[column].Length > 0) throw BadCell("同一单元格出现两次", "the cell is stored twice");
        cells[column] = text;
        allStruck &= isStruck;
    }

    private LedgerFormatException BadCell(string chinese, string english) => Faults.Malformed(input, chinese, english, table, row, column + 1);
}
