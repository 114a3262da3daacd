using System.Globalization;
using System.Xml.Linq;
using SafetyAnalytics.Ledgers.Docx;
using SafetyAnalytics.Ledgers.Reading;

namespace SafetyAnalytics.Ledgers.Marking;

/// <summary>The first page of a Word file handed back: what was read, what is wrong. In a content control, and between two lines we know again when a program drops the control.</summary>
internal static class NotePage
{
    /// <summary>Without 工作表: a Word table is named in 位置.</summary>
    private static readonly int[] Columns = [0, 2, 3, 4, 5, 6, 7];

    /// <summary>Shares of the page's width, in fiftieths of a percent.</summary>
    private static readonly int[] Widths = [300, 750, 600, 1050, 1100, 750, 450];

    private static readonly string[] Sides = ["top", "left", "bottom", "right", "insideH", "insideV"];

    public static XElement Write(NoteLines lines, XNamespace main)
    {
        var content = new XElement(main + "sdtContent", Paragraph(main, OwnSheets.NoteMark, "<w:b/><w:sz w:val=\"28\"/>"));
        content.Add(lines.Sentences().Select(sentence => Paragraph(main, sentence, "<w:sz w:val=\"21\"/>")));
        if (lines.Problems.Count > 0) content.Add(Table(lines, main));
        var end = Paragraph(main, OwnSheets.NoteEnd, "<w:color w:val=\"7F7F7F\"/><w:sz w:val=\"18\"/>");
        end.Add(new XElement(main + "r", new XElement(main + "br", new XAttribute(main + "type", "page"))));
        content.Add(end);
        return new XElement(
            main + "sdt",
            // A cover page to Word, and the one kind of control that LibreOffice leaves whole.
            Inside(main, "sdtPr", $"<w:tag w:val=\"{HandBackPage.Tag}\"/><w:docPartObj><w:docPartGallery w:val=\"Cover Pages\"/><w:docPartUnique/></w:docPartObj>"),
            content);
    }

    /// <param name="format">What stands inside <c>rPr</c>.</param>
    public static XElement Run(XNamespace main, string text, string format) =>
        new(main + "r", format.Length > 0 ? Inside(main, "rPr", "<w:rFonts w:hint=\"eastAsia\"/>" + format) : null,
            new XElement(main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), OfficeText.Plain(text)));

    private static XElement Paragraph(XNamespace main, string text, string format)
    {
        var paragraph = new XElement(main + "p", Inside(main, "pPr", "<w:spacing w:before=\"0\" w:after=\"60\"/><w:ind w:firstLine=\"0\"/><w:jc w:val=\"left\"/>"));
        foreach (var (line, i) in text.Split('\n').Select((line, i) => (line, i)))
        {
            if (i > 0) paragraph.Add(new XElement(main + "r", new XElement(main + "br")));
            paragraph.Add(Run(main, line, format));
        }

        return paragraph;
    }

    private static XElement Table(NoteLines lines, XNamespace main)
    {
        var table = new XElement(
            main + "tbl",
            Inside(main, "tblPr", "<w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>" + string.Concat(Sides.Select(side => $"<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"BFBFBF\"/>")) + "</w:tblBorders><w:tblLayout w:type=\"fixed\"/>"),
            new XElement(main + "tblGrid", Widths.Select(width => new XElement(main + "gridCol", new XAttribute(main + "w", width * 2)))));
        table.Add(Row(main, [.. NoteLines.Header], isHeader: true, ""));
        foreach (var (problem, cells) in lines.Rows()) table.Add(Row(main, cells, isHeader: false, problem.Waits ? CellMark.WaitingColor : ""));
        return table;
    }

    private static XElement Row(XNamespace main, string[] cells, bool isHeader, string color)
    {
        var row = new XElement(main + "tr", Inside(main, "trPr", "<w:cantSplit/>" + (isHeader ? "<w:tblHeader/>" : "")));
        for (var i = 0; i < Columns.Length; i++)
        {
            var fill = isHeader ? "D9E1F2" : i == Columns.Length - 1 ? color : "";
            var shade = fill.Length > 0 ? $"<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{fill}\"/>" : "";
            var width = string.Create(CultureInfo.InvariantCulture, $"<w:tcW w:w=\"{Widths[i]}\" w:type=\"pct\"/>");
            row.Add(new XElement(main + "tc", Inside(main, "tcPr", width + shade), Paragraph(main, cells[Columns[i]], (isHeader ? "<w:b/>" : "") + "<w:sz w:val=\"18\"/>")));
        }

        return row;
    }

    private static XElement Inside(XNamespace main, string name, string inside) => XElement.Parse($"<w:{name} xmlns:w=\"{main}\">{inside}</w:{name}>");
}
