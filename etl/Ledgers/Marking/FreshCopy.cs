using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using SafetyAnalytics.Ledgers.Office;
using SafetyAnalytics.Ledgers.Reading;

namespace SafetyAnalytics.Ledgers.Marking;

/// <summary>A workbook of a file's cells as they were read, all of them text: for formats without room for comments.</summary>
internal static class FreshCopy
{
    /// <summary>Text cells in 宋体 with thin borders: 0 plain, 1 cell, 2 struck through.</summary>
    private const string Styles = "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"宋体\"/><charset val=\"134\"/></font><font><strike/><sz val=\"11\"/><name val=\"宋体\"/><charset val=\"134\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/><bottom style=\"thin\"/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"center\" wrapText=\"1\"/></xf><xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"center\" wrapText=\"1\"/></xf></cellXfs>";

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <param name="sheets">With names a workbook can have, see <see cref="Renamed"/>.</param>
    public static byte[] Write(IReadOnlyList<LandedSheet> sheets)
    {
        using var bytes = new MemoryStream();
        using (var package = new NewPackage(bytes))
        {
            package.AddTypes([("xl/workbook.xml", "spreadsheetml.sheet.main"), ("xl/styles.xml", "spreadsheetml.styles"), .. sheets.Select((_, i) => ($"xl/worksheets/sheet{Number(i)}.xml", "spreadsheetml.worksheet"))]);
            package.Add("xl/workbook.xml", Book(sheets));
            package.AddLinks("xl/_rels/workbook.xml.rels", [.. sheets.Select((_, i) => ($"rId{Number(i)}", "worksheet", $"worksheets/sheet{Number(i)}.xml")), ("rIdS", "styles", "styles.xml")]);
            package.Add("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{Styles}</styleSheet>");
            for (var i = 0; i < sheets.Count; i++) Add(package, $"xl/worksheets/sheet{Number(i)}.xml", sheets[i]);
        }

        return bytes.ToArray();
    }

    /// <summary>
    /// Sheets as a workbook can hold them: no sign it forbids in a name, at most 31 characters, no name twice; a csv's sheet does not repeat its file's name, which would be
    /// cut. Lines that stood above a Word table become rows above it.
    /// </summary>
    /// <param name="fileName">The file's name without folder.</param>
    /// <param name="shifts">By how many rows each sheet moved down.</param>
    public static IReadOnlyList<LandedSheet> Renamed(IReadOnlyList<LandedSheet> sheets, string fileName, out IReadOnlyDictionary<int, int> shifts)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        shifts = sheets.ToDictionary(sheet => sheet.Number, sheet => sheet.Heading.Count);
        return [.. sheets.Select((sheet, i) => WithHeading(sheet with { Number = i + 1, Name = FreeName(sheet.Name == fileName ? "台账" : sheet.Name, used) }))];
    }

    private static LandedSheet WithHeading(LandedSheet sheet)
    {
        var down = sheet.Heading.Count;
        if (down == 0) return sheet;
        return sheet with
        {
            Heading = [],
            Rows = [.. sheet.Heading.Select((line, i) => new LedgerRow(i + 1, [line])), .. sheet.Rows.Select(row => row with { Number = row.Number + down })],
            Merges = [.. sheet.Merges.Select(merge => merge with { FirstRow = merge.FirstRow + down, LastRow = merge.LastRow + down })],
        };
    }

    private static string FreeName(string wanted, HashSet<string> used)
    {
        var plain = OfficeText.Plain(string.Concat(wanted.Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) || char.IsControl(c) ? '_' : c))).Trim('\'', ' ');
        if (plain.Length == 0) plain = "台账";
        var name = plain[..Math.Min(plain.Length, 31)];
        for (var number = 2; !used.Add(name); number++)
        {
            var ending = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            name = plain[..Math.Min(plain.Length, 31 - ending.Length)] + ending;
        }

        return name;
    }

    private static string Book(IReadOnlyList<LandedSheet> sheets)
    {
        XNamespace office = NewPackage.Office;
        var list = sheets.Select((sheet, i) => new XElement(
            Main + "sheet", new XAttribute("name", sheet.Name), new XAttribute("sheetId", i + 1), sheet.IsHidden ? new XAttribute("state", "hidden") : null, new XAttribute(office + "id", $"rId{Number(i)}")));
        return new XElement(Main + "workbook", new XAttribute(XNamespace.Xmlns + "r", NewPackage.Office), new XElement(Main + "sheets", list)).ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Row by row: a csv may be long.</summary>
    private static void Add(NewPackage package, string name, LandedSheet sheet)
    {
        using var stream = package.Open(name);
        using var writer = XmlWriter.Create(stream, PackageParts.WriterSettings);
        writer.WriteStartElement("worksheet", Main.NamespaceName);
        Columns(sheet)?.WriteTo(writer);
        writer.WriteStartElement("sheetData", Main.NamespaceName);
        foreach (var row in sheet.Rows) Row(row).WriteTo(writer);
        writer.WriteEndElement();
        if (sheet.Merges.Count > 0) new XElement(Main + "mergeCells", new XAttribute("count", sheet.Merges.Count), sheet.Merges.Select(merge => new XElement(Main + "mergeCell", new XAttribute("ref", Region(merge))))).WriteTo(writer);
        writer.WriteEndElement();
    }

    private static XElement? Columns(LandedSheet sheet)
    {
        var width = sheet.Rows.Select(row => row.Cells.Length).DefaultIfEmpty(0).Max();
        return width == 0 ? null : new XElement(Main + "cols", Enumerable.Range(1, width).Select(column => new XElement(Main + "col", new XAttribute("min", column), new XAttribute("max", column), new XAttribute("width", Width(sheet, column - 1)), new XAttribute("customWidth", 1))));
    }

    private static XElement Row(LedgerRow row)
    {
        var style = row.Marks.HasFlag(RowMarks.Struck) ? 2 : 1;
        return new XElement(
            Main + "row",
            new XAttribute("r", row.Number),
            row.Marks.HasFlag(RowMarks.Hidden) ? new XAttribute("hidden", 1) : null,
            row.Cells.Select((text, column) => text.Length == 0 ? null : NoteSheet.Cell(Main, row.Number, column, text, style)));
    }

    /// <summary>Wide enough to read, by the longest line of the first rows.</summary>
    private static double Width(LandedSheet sheet, int column)
    {
        var longest = sheet.Rows.Take(200).Where(row => row.Cells.Length > 1 && column < row.Cells.Length).SelectMany(row => row.Cells[column].Split('\n')).Select(line => line.Sum(c => c > '\u00ff' ? 2 : 1)).DefaultIfEmpty(0).Max();
        return Math.Clamp(longest + 2, 8, 40);
    }

    private static string Region(CellMerge merge) => $"{Problems.CellPlace.Reference(merge.FirstRow, merge.FirstColumn)}:{Problems.CellPlace.Reference(merge.LastRow, merge.LastColumn)}";

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
