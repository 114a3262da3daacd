using System.Globalization;
using System.Xml.Linq;

namespace SafetyAnalytics.Ledgers.Marking;

/// <summary>
/// Finds a Word file's cells by table, row and grid column, counted as the reader counts them: deleted rows and cells do not count, a table takes its number with its first
/// row that stands, one nested in it later.
/// </summary>
internal sealed class WordCells
{
    private static readonly string[] Wrappers = ["sdt", "sdtContent", "customXml", "ins", "moveTo", "AlternateContent", "Choice"];

    private readonly Dictionary<(int Table, int Row, int Column), XElement> _cells = [];
    private readonly Dictionary<(int Table, int Row), XElement> _rowStarts = [];
    private int _tables;

    public WordCells(XElement body)
    {
        foreach (var block in Inside(body))
            if (block.Name.LocalName == "tbl") ReadTable(block);
    }

    /// <summary>The cell that begins in that grid column; without a column the row's first; null when there is none.</summary>
    public XElement? Find(int table, int row, int? column) =>
        column is { } at ? _cells.GetValueOrDefault((table, row, at)) ?? _rowStarts.GetValueOrDefault((table, row)) : _rowStarts.GetValueOrDefault((table, row));

    private static IEnumerable<XElement> Inside(XElement parent)
    {
        foreach (var child in parent.Elements())
        {
            if (!Wrappers.Contains(child.Name.LocalName)) yield return child;
            else foreach (var inner in Inside(child)) yield return inner;
        }
    }

    private void ReadTable(XElement table)
    {
        var (number, rows) = (0, 0);
        foreach (var row in Inside(table).Where(child => child.Name.LocalName == "tr"))
        {
            if (Has(row, "trPr", "del") || Has(row, "trPr", "moveFrom")) continue;
            if (number == 0) number = ++_tables;
            ReadRow(row, number, ++rows);
        }
    }

    private void ReadRow(XElement row, int table, int number)
    {
        var column = Number(row, "trPr", "gridBefore") ?? 0;
        var isFirst = true;
        foreach (var cell in Inside(row).Where(child => child.Name.LocalName == "tc"))
        {
            foreach (var nested in Inside(cell).Where(child => child.Name.LocalName == "tbl")) ReadTable(nested);
            if (Has(cell, "tcPr", "cellDel")) continue;
            var goesOn = !isFirst && Property(cell, "tcPr", "hMerge") is { } merge && Value(merge) != "restart";
            if (!goesOn) _cells.TryAdd((table, number, column), cell);
            _rowStarts.TryAdd((table, number), cell);
            column += Math.Max(1, Number(cell, "tcPr", "gridSpan") ?? 1);
            isFirst = false;
        }
    }

    private static XElement? Property(XElement element, string group, string name) =>
        element.Elements().FirstOrDefault(child => child.Name.LocalName == group)?.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    private static bool Has(XElement element, string group, string name) => Property(element, group, name) is not null;

    private static string? Value(XElement property) => property.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "val")?.Value;

    private static int? Number(XElement element, string group, string name) =>
        Property(element, group, name) is { } property && int.TryParse(Value(property), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
