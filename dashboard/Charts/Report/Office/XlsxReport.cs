using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace SafetyAnalytics.Charts.Report.Office;

/// <summary>A report as a workbook: a sheet a table, a sheet a figure, and last what they mean and how they are filtered. The same report gives the same bytes.</summary>
public static class XlsxReport
{
    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static byte[] Write(MonthlyReport report)
    {
        var words = new Phrases(ReportWords.Resources, report.Culture);
        return Write(Sheets(report, words), words);
    }

    /// <summary>A sheet a table, in their order.</summary>
    internal static byte[] Write(IReadOnlyList<ReportTable> sheets, Phrases words)
    {
        var names = XlsxNames.Of([.. sheets.Select(sheet => sheet.Title)]);
        var cells = new XlsxCells();
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", ContentTypes(sheets.Count));
            Add(zip, "_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml")));
            Add(zip, "xl/workbook.xml", Workbook(sheets, names));
            Add(zip, "xl/_rels/workbook.xml.rels", Relations([.. sheets.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")), ("styles", "styles", "styles.xml"), ("strings", "sharedStrings", "sharedStrings.xml")]));
            Add(zip, "xl/styles.xml", XlsxCells.Styles(words["Points"], OfficeStyle.Of("page_number").Font).Trim());
            for (var i = 0; i < sheets.Count; i++) Add(zip, $"xl/worksheets/sheet{i + 1}.xml", XlsxSheet.Xml(sheets[i], cells, isFirst: i == 0));
            Add(zip, "xl/sharedStrings.xml", Strings(cells.Strings));
        }

        return bytes.ToArray();
    }

    private static List<ReportTable> Sheets(MonthlyReport report, Phrases words)
    {
        List<ReportTable> sheets = [.. report.Tables.Where(table => table.Rows.Count > 0), .. report.Figures.Select(figure => FigureSheet.Of(figure, words))];
        var names = XlsxNames.Of([.. sheets.Select(sheet => sheet.Title), words["SheetDefinitions"]]);
        sheets.Add(DefinitionSheet.Of(report, words, [.. sheets.Zip(names)]));
        return sheets;
    }

    private static string Workbook(IReadOnlyList<ReportTable> sheets, IReadOnlyList<string> names)
    {
        var xml = new StringBuilder($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\"><sheets>");
        for (var i = 0; i < sheets.Count; i++) xml.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{SecurityElement.Escape(names[i])}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>");
        xml.Append("</sheets><definedNames>");
        for (var i = 0; i < sheets.Count; i++)
        {
            var name = SecurityElement.Escape($"'{names[i].Replace("'", "''", StringComparison.Ordinal)}'!");
            xml.Append(CultureInfo.InvariantCulture, $"<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{i}\" hidden=\"1\">{name}{XlsxSheet.Absolute(sheets[i])}</definedName>");
        }

        for (var i = 0; i < sheets.Count; i++)
        {
            var name = SecurityElement.Escape($"'{names[i].Replace("'", "''", StringComparison.Ordinal)}'!");
            xml.Append(CultureInfo.InvariantCulture, $"<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{i}\">{name}$1:$1</definedName>");
        }

        return xml.Append("</definedNames></workbook>").ToString();
    }

    private static string Strings(IReadOnlyList<string> strings)
    {
        var xml = new StringBuilder($"<sst xmlns=\"{Main}\" uniqueCount=\"{strings.Count.ToString(CultureInfo.InvariantCulture)}\">");
        foreach (var text in strings) xml.Append("<si><t xml:space=\"preserve\">").Append(SecurityElement.Escape(text)).Append("</t></si>");
        return xml.Append("</sst>").ToString();
    }

    private static string ContentTypes(int sheets)
    {
        var parts = Enumerable.Range(1, sheets).Select(number => ($"xl/worksheets/sheet{number.ToString(CultureInfo.InvariantCulture)}.xml", "worksheet")).Prepend(("xl/workbook.xml", "sheet.main")).Append(("xl/styles.xml", "styles")).Append(("xl/sharedStrings.xml", "sharedStrings"));
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + string.Concat(parts.Select(part => $"<Override PartName=\"/{part.Item1}\" ContentType=\"{Types}{part.Item2}+xml\"/>")) + "</Types>";
    }

    private static string Relations(params IReadOnlyList<(string Id, string Kind, string Target)> links) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(links.Select(link => $"<Relationship Id=\"{link.Id}\" Type=\"{Links}/{link.Kind}\" Target=\"{link.Target}\"/>"))}</Relationships>";

    private static void Add(ZipArchive zip, string name, string xml) => LastingZip.Add(zip, name, Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml));
}
