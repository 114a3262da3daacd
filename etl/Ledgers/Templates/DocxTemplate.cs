using System.Globalization;
using System.Security;
using SafetyAnalytics.Ledgers.Marking;
using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Templates;

/// <summary>The Word file: one table across the page, its header repeated, with lists and date pickers to choose from.</summary>
internal static class DocxTemplate
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>A4 across, less its margins, in twentieths of a point.</summary>
    private const int PageWidth = 15_704;

    internal const string Styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"宋体\" w:hAnsi=\"宋体\" w:eastAsia=\"宋体\" w:cs=\"宋体\"/><w:sz w:val=\"21\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>";

    public static void Write(IReadOnlyList<TemplateColumn> columns, TemplateLists lists, Stream target)
    {
        using var package = new NewPackage(target);
        package.AddTypes([("word/document.xml", "wordprocessingml.document.main"), ("word/styles.xml", "wordprocessingml.styles")]);
        package.AddLinks("word/_rels/document.xml.rels", [("rId1", "styles", "styles.xml")]);
        package.Add("word/styles.xml", $"<w:styles xmlns:w=\"{Main}\">{Styles}</w:styles>");
        package.Add("word/document.xml", $"<w:document xmlns:w=\"{Main}\"><w:body>{Body(columns, lists)}</w:body></w:document>");
    }

    private static string Body(IReadOnlyList<TemplateColumn> columns, TemplateLists lists)
    {
        var size = columns.Count > 11 ? 15 : 18;
        var total = columns.Sum(column => column.Width);
        int[] widths = [.. columns.Select(column => (int)(PageWidth * column.Width / total))];
        return Paragraph("<w:jc w:val=\"center\"/>", Run(LedgerTemplate.Title, "<w:b/><w:sz w:val=\"36\"/>"))
            + Paragraph("", Run(LedgerTemplate.Sender + "　　　　" + LedgerTemplate.FilledOn, "<w:sz w:val=\"22\"/>"))
            + Table(widths)
            + Row("<w:tblHeader/>", columns.Select((column, i) => Cell(widths[i], "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"D9E1F2\"/>", Paragraph("<w:jc w:val=\"center\"/>", Run(column.Name, $"<w:b/><w:sz w:val=\"{Number(size)}\"/>")))))
            + string.Concat(Enumerable.Range(1, LedgerTemplate.EmptyRows).Select(number => Row("", columns.Select((column, i) => Cell(widths[i], "", Content(column, number, lists, size))))))
            + "</w:tbl>" + Paragraph("", "") + Page;
    }

    /// <summary>A4 across.</summary>
    internal const string Page = "<w:sectPr><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"720\" w:right=\"567\" w:bottom=\"720\" w:left=\"567\" w:header=\"400\" w:footer=\"400\" w:gutter=\"0\"/></w:sectPr>";

    /// <summary>A table's beginning, up to its first row.</summary>
    internal static string Table(int[] widths) =>
        "<w:tbl><w:tblPr><w:tblW w:w=\"" + Number(widths.Sum()) + "\" w:type=\"dxa\"/><w:tblBorders>" + string.Concat(Sides.Select(side => $"<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"))
        + "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"40\" w:type=\"dxa\"/><w:right w:w=\"40\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
        + $"<w:tblGrid>{string.Concat(widths.Select(width => $"<w:gridCol w:w=\"{Number(width)}\"/>"))}</w:tblGrid>";

    private static readonly string[] Sides = ["top", "left", "bottom", "right", "insideH", "insideV"];

    private static string Content(TemplateColumn column, int number, TemplateLists lists, int size)
    {
        var format = $"<w:sz w:val=\"{Number(size)}\"/>";
        if (column.Column == Words.LedgerColumn.Sequence) return Paragraph("<w:jc w:val=\"center\"/>", Run(Number(number), format));
        if (lists[column.Column] is { Count: > 0 } choices) return Paragraph("", Control(column, number, Choices(column, choices), TemplateColumn.ChoicePrompt, size));
        return column.IsDate ? Paragraph("", Control(column, number, DatePicker, TemplateColumn.DatePrompt, size)) : Paragraph($"<w:rPr>{format}</w:rPr>", "");
    }

    private const string DatePicker = "<w:date><w:dateFormat w:val=\"yyyy-MM-dd\"/><w:lid w:val=\"zh-CN\"/><w:storeMappedDataAs w:val=\"dateTime\"/><w:calendar w:val=\"gregorian\"/></w:date>";

    /// <summary>A list that is only a help takes other words too.</summary>
    private static string Choices(TemplateColumn column, IReadOnlyList<string> choices)
    {
        var kind = column.IsOpen ? "comboBox" : "dropDownList";
        var items = choices.Distinct(StringComparer.Ordinal).Select(choice => $"<w:listItem w:displayText=\"{Escaped(choice)}\" w:value=\"{Escaped(choice)}\"/>");
        return $"<w:{kind}>{string.Concat(items)}</w:{kind}>";
    }

    private static string Control(TemplateColumn column, int number, string kind, string prompt, int size)
    {
        var id = Number(100_000 + ((int)column.Column * 1000) + number);
        return $"<w:sdt><w:sdtPr><w:rPr><w:sz w:val=\"{Number(size)}\"/></w:rPr><w:alias w:val=\"{column.Name}\"/><w:tag w:val=\"{Words.SnakeCase.Of(column.Column)}\"/><w:id w:val=\"{id}\"/><w:showingPlcHdr/>{kind}</w:sdtPr>"
            + $"<w:sdtContent>{Run(prompt, $"<w:color w:val=\"A6A6A6\"/><w:sz w:val=\"{Number(size)}\"/>")}</w:sdtContent></w:sdt>";
    }

    internal static string Row(string properties, IEnumerable<string> cells) => $"<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"440\" w:hRule=\"atLeast\"/>{properties}</w:trPr>{string.Concat(cells)}</w:tr>";

    internal static string Cell(int width, string properties, string content) => $"<w:tc><w:tcPr><w:tcW w:w=\"{Number(width)}\" w:type=\"dxa\"/>{properties}<w:vAlign w:val=\"center\"/></w:tcPr>{content}</w:tc>";

    internal static string Paragraph(string properties, string runs) => $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "")}{runs}</w:p>";

    internal static string Run(string text, string format) => $"<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/>{format}</w:rPr><w:t xml:space=\"preserve\">{Escaped(text)}</w:t></w:r>";

    private static string Escaped(string text) => SecurityElement.Escape(OfficeText.Plain(text));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
