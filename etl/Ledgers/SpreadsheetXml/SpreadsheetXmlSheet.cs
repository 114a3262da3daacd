using System.Globalization;
using SafetyAnalytics.Ledgers.Office;
using SafetyAnalytics.Ledgers.Xlsx;

namespace SafetyAnalytics.Ledgers.SpreadsheetXml;

/// <summary>One <c>Worksheet</c> element. Rows and cells stand one behind the other unless an index says where.</summary>
internal sealed class SpreadsheetXmlSheet(LedgerInput input, string table, XmlCursor cursor, SpreadsheetXmlStyles styles, TextBudget budget)
{
    /// <summary>What a cell costs beside its text.</summary>
    private const int CellBytes = 64;

    private readonly List<LedgerRow> rows = [];
    private readonly List<CellMerge> merges = [];
    private readonly Dictionary<int, string> columnStyles = [];
    private readonly List<string> cells = [];
    private int row;
    private int column;
    private RowMarks marks;
    private bool hasPlain;
    private string? rowStyle;

    public bool IsHidden { get; private set; }

    public IReadOnlyList<CellMerge> Merges => merges;

    public IEnumerable<LedgerRow> Rows => RowOrder.Of(input, table, rows, []);

    /// <summary>Reads the element the cursor stands on, to its end.</summary>
    public void Read()
    {
        while (cursor.NextChild(1))
        {
            if (cursor.Name == "Table") ReadTable();
            else if (cursor.Name == "WorksheetOptions") ReadOptions();
        }
    }

    private void ReadOptions()
    {
        while (cursor.NextChild(2))
        {
            if (cursor.Name == "Visible") IsHidden = cursor.Text().Trim() is "SheetHidden" or "SheetVeryHidden";
        }
    }

    private void ReadTable()
    {
        var place = 0;
        while (cursor.NextChild(2))
        {
            if (cursor.Name == "Column") ReadColumn(ref place);
            else if (cursor.Name == "Row") ReadRow();
        }
    }

    private void ReadColumn(ref int place)
    {
        place = Index(place + 1, CellReference.MostColumns);
        var last = Math.Min(place + Number("Span"), CellReference.MostColumns);
        for (var style = cursor.Attribute("StyleID"); place <= last; place++)
        {
            if (style is not null) columnStyles[place - 1] = style;
        }

        place--;
    }

    private void ReadRow()
    {
        row = Index(row + 1, CellReference.MostRows);
        if (rows.Count == input.Limits.Rows) throw Faults.TooLarge(input, "行数", "rows", input.Limits.Rows, table, row);
        rowStyle = cursor.Attribute("StyleID");
        marks = cursor.Attribute("Hidden") == "1" ? RowMarks.Hidden : RowMarks.None;
        var more = Number("Span");
        column = 0;
        hasPlain = false;
        cells.Clear();
        budget.Spend(CellBytes);
        while (cursor.NextChild(3))
        {
            if (cursor.Name == "Cell") ReadCell();
        }

        if (cells.Count > 0 && !hasPlain) marks |= RowMarks.Struck;
        rows.Add(new LedgerRow(row, [.. cells], marks));
        row += more;
    }

    private void ReadCell()
    {
        column = Index(column + 1, CellReference.MostColumns);
        var (across, down) = (Number("MergeAcross"), Number("MergeDown"));
        var style = styles.Of(cursor.Attribute("StyleID"), rowStyle, columnStyles.GetValueOrDefault(column - 1));
        var hasFormula = cursor.Attribute("Formula") is not null;
        if (across > 0 || down > 0) Merge(across, down);
        var hasData = false;
        while (cursor.NextChild(4))
        {
            if (cursor.Name != "Data") continue;
            hasData = true;
            Put(Value(cursor.Attribute("Type") ?? "String", style.Format), style.IsStruck);
        }

        if (hasFormula && !hasData) marks |= RowMarks.FormulaError;
        column += across;
    }

    private void Merge(int across, int down)
    {
        if (merges.Count == input.Limits.Rows) throw Faults.TooLarge(input, "合并区域数", "merged regions", input.Limits.Rows, table);
        merges.Add(new CellMerge(row, Math.Min(row + down, CellReference.MostRows), column - 1, Math.Min(column - 1 + across, CellReference.MostColumns - 1)));
    }

    private string Value(string type, NumberFormat format)
    {
        var text = cursor.Text();
        switch (type)
        {
            case "Number":
                return CellNumber.Text(text, format, styles.Uses1904);
            case "DateTime":
                return Moment(text, format);
            case "Boolean":
                return text.Trim() == "1" ? "TRUE" : "FALSE";
            case "Error":
                if (text.Length > 0) marks |= RowMarks.FormulaError;
                return text;
            default:
                return text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        }
    }

    /// <summary>A time of day is stored on the last day of 1899.</summary>
    private static string Moment(string text, NumberFormat format) =>
        format.Kind is NumberKind.Time or NumberKind.Elapsed && text.StartsWith("1899-12-31T", StringComparison.Ordinal) ? CellNumber.IsoText(text[11..], format) : CellNumber.IsoText(text, format);

    private void Put(string text, bool isStruck)
    {
        if (text.Length == 0) return;
        if (column > input.Limits.Columns) throw Faults.TooLarge(input, "列数", "columns", input.Limits.Columns, table, row, column);
        if (text.Length > input.Limits.CellCharacters) throw Faults.TooLarge(input, "单元格字符数", "characters of a cell", input.Limits.CellCharacters, table, row, column);
        budget.Spend(CellBytes + (text.Length * 2));
        if (cells.Count >= column) throw Faults.Malformed(input, "同一单元格出现两次", "the cell is stored twice", table, row, column);
        while (cells.Count < column - 1) cells.Add("");
        cells.Add(text);
        hasPlain |= !isStruck;
    }

    /// <summary>Where the element stands, from 1: where it says, else behind the one before it.</summary>
    private int Index(int next, int most)
    {
        var stated = cursor.Attribute("Index");
        if (stated is not null && !int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out next)) throw Broken(stated);
        return next >= 1 && next <= most ? next : throw Broken(stated ?? next.ToString(CultureInfo.InvariantCulture));
    }

    private LedgerFormatException Broken(string stated) => Faults.Malformed(input, $"位置“{stated}”无效", $"index '{stated}' is not valid", table, row);

    private int Number(string attribute) =>
        int.TryParse(cursor.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, CellReference.MostRows) : 0;
}
