using System.Globalization;
using System.Xml.Linq;
using SafetyAnalytics.Ledgers.Docx;
using SafetyAnalytics.Ledgers.Office;
using SafetyAnalytics.Ledgers.Reading;

namespace SafetyAnalytics.Ledgers.Marking;

/// <summary>A Word file with its problem cells shaded and commented, and a first page that sums up; headers, sections, tracked changes and the rest stay as they are.</summary>
internal static class MarkedDocument
{
    private const string Transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    /// <summary>What the format puts before a cell's shading.</summary>
    private static readonly string[] BeforeShading = ["cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders"];

    /// <exception cref="NotEditableException">The document cannot be edited in place.</exception>
    public static void Write(LedgerInput input, NoteLines lines, Stream target)
    {
        using var parts = new PackageParts(input);
        var part = MainPart(input);
        var document = parts.Xml(part);
        var main = document.Root!.Name.Namespace;
        var office = main.NamespaceName switch
        {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main" => Transitional,
            "http://purl.oclc.org/ooxml/wordprocessingml/main" => Strict,
            _ => throw new NotEditableException("the document has a namespace of its own"),
        };
        var body = document.Root.Element(main + "body") ?? throw new NotEditableException("the document has no body");
        var comments = new WordComments(parts, parts.LinksOf(part), main, office);
        comments.Clear(document.Root);
        RemoveNote(body, main);
        Unshade(body, main);
        Mark(body, main, lines, comments);
        body.AddFirst(NotePage.Write(lines, main));
        comments.Save();
        parts.Set(part, document);
        parts.Save(target);
    }

    private static string MainPart(LedgerInput input)
    {
        using var package = OfficePackage.Open(input);
        return OfficeFormat.MainPart(package)!;
    }

    private static void Mark(XElement body, XNamespace main, NoteLines lines, WordComments comments)
    {
        var cells = new WordCells(body);
        foreach (var table in CellMark.Chosen(lines.Problems).GroupBy(problem => problem.SheetNumber))
        {
            foreach (var marks in CellMark.Of(table).Select(mark => (Mark: mark, Cell: cells.Find(table.Key, mark.Row, mark.Column))).Where(place => place.Cell is not null).GroupBy(place => place.Cell!, place => place.Mark))
            {
                Shade(marks.Key, main, marks.Any(mark => mark.Waits) ? CellMark.WaitingColor : CellMark.DoubtColor);
                comments.Add(marks.Key, string.Join('\n', marks.Select(mark => mark.Text)));
            }
        }
    }

    /// <summary>The page of an earlier copy: the control, or what stands from its first line to its last where a program dropped the control.</summary>
    private static void RemoveNote(XElement body, XNamespace main)
    {
        foreach (var control in body.Elements(main + "sdt").Where(control => IsNote(control, main)).ToList()) control.Remove();
        var blocks = body.Elements().ToList();
        var first = blocks.FindIndex(block => Says(block, OwnSheets.NoteMark));
        var last = blocks.FindIndex(block => Says(block, OwnSheets.NoteEnd));
        if (first < 0 || last < first || blocks[..first].Exists(block => block.Value.Length > 0)) return;
        foreach (var block in blocks[first..(last + 1)]) block.Remove();
    }

    /// <summary>By its tag, or by its words where a program kept the control and lost the tag.</summary>
    private static bool IsNote(XElement control, XNamespace main) =>
        control.Element(main + "sdtPr")?.Element(main + "tag")?.Attribute(main + "val")?.Value == HandBackPage.Tag
        || (control.Element(main + "sdtContent")?.Elements().ToList() is { Count: > 1 } blocks && Says(blocks[0], OwnSheets.NoteMark) && Says(blocks[^1], OwnSheets.NoteEnd));

    private static bool Says(XElement block, string line) => block.Name.LocalName == "p" && HandBackPage.Begins(block.Value, line);

    private static void Shade(XElement cell, XNamespace main, string color)
    {
        if (cell.Element(main + "tcPr") is not { } properties) cell.AddFirst(properties = new XElement(main + "tcPr"));
        var shading = properties.Element(main + "shd");
        var covered = "auto";
        if (shading is not null)
        {
            // A pattern has no room for what it covers: it stays, and the comment must do.
            if ((string?)shading.Attribute(main + "val") != "clear") return;
            covered = (string?)shading.Attribute(main + "fill") ?? "auto";
            shading.Remove();
        }

        shading = new XElement(main + "shd", new XAttribute(main + "val", "clear"), new XAttribute(main + "color", covered), new XAttribute(main + "fill", color));
        if (properties.Elements().LastOrDefault(child => BeforeShading.Contains(child.Name.LocalName)) is { } before) before.AddAfterSelf(shading);
        else properties.AddFirst(shading);
    }

    /// <summary>A clear shading's colour is not shown: ours keeps there what it covers.</summary>
    private static void Unshade(XElement body, XNamespace main)
    {
        foreach (var shading in body.Descendants(main + "shd").Where(shading => shading.Parent!.Name == main + "tcPr").ToList())
        {
            if (((string?)shading.Attribute(main + "fill"))?.ToUpper(CultureInfo.InvariantCulture) is not (CellMark.WaitingColor or CellMark.DoubtColor)) continue;
            if ((string?)shading.Attribute(main + "color") is { } covered and not "auto")
            {
                shading.SetAttributeValue(main + "fill", covered);
                shading.SetAttributeValue(main + "color", "auto");
            }
            else
            {
                shading.Remove();
            }
        }
    }
}
