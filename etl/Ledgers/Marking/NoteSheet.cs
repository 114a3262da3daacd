using System.Globalization;
using System.Xml.Linq;
using SafetyAnalytics.Ledgers.Problems;
using SafetyAnalytics.Ledgers.Reading;

namespace SafetyAnalytics.Ledgers.Marking;

/// <summary>The first sheet of a workbook handed back: what was read, what is wrong, with a link to each cell.</summary>
internal static class NoteSheet
{
    private static readonly double[] Widths = [6, 14, 12, 14, 34, 40, 30, 9];

    /// <param name="sheetNames">Names as the workbook has them, by the sheet numbers of the problems.</param>
    public static XDocument Write(NoteLines lines, MarkedStyles styles, XNamespace main, IReadOnlyDictionary<int, string> sheetNames)
    {
        const string Face = "<name val=\"宋体\"/><charset val=\"134\"/>";
        const string Wrapped = "<alignment vertical=\"top\" wrapText=\"1\"/>";
        var title = styles.New($"<b/><sz val=\"14\"/>{Face}", null, isBoxed: false, "");
        var plain = styles.New($"<sz val=\"11\"/>{Face}", null, isBoxed: false, "");
        var head = styles.New($"<b/><sz val=\"11\"/>{Face}", "D9E1F2", isBoxed: true, "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/>");
        var cell = styles.New($"<sz val=\"10\"/>{Face}", null, isBoxed: true, Wrapped);
        var link = styles.New($"<u/><sz val=\"10\"/><color rgb=\"FF0563C1\"/>{Face}", null, isBoxed: true, Wrapped);
        var rows = new List<XElement> { Row(main, 1, [(OwnSheets.NoteMark, title)]) };
        foreach (var sentence in lines.Sentences()) rows.Add(Row(main, rows.Count + 1, [(sentence, plain)]));
        var links = new List<XElement>();
        if (lines.Problems.Count > 0)
        {
            rows.Add(Row(main, rows.Count + 2, [.. NoteLines.Header.Select(name => (name, head))]));
            var first = rows.Count + 2;
            foreach (var (problem, cells) in lines.Rows())
            {
                var number = first + links.Count;
                var target = Target(problem, sheetNames);
                rows.Add(High(Row(main, number, [.. cells.Select((text, i) => (text, i == 2 ? link : cell))]), cells));
                links.Add(new XElement(main + "hyperlink", new XAttribute("ref", $"C{number}"), new XAttribute("location", target), new XAttribute("display", OfficeText.Plain(cells[2]))));
            }
        }

        return new XDocument(new XElement(
            main + "worksheet",
            new XElement(main + "sheetPr", new XElement(main + "tabColor", new XAttribute("rgb", "FFC00000")), new XElement(main + "pageSetUpPr", new XAttribute("fitToPage", 1))),
            new XElement(main + "sheetViews", new XElement(main + "sheetView", new XAttribute("showGridLines", 0), new XAttribute("tabSelected", 1), new XAttribute("workbookViewId", 0))),
            new XElement(main + "cols", Widths.Select((width, i) => new XElement(main + "col", new XAttribute("min", i + 1), new XAttribute("max", i + 1), new XAttribute("width", width), new XAttribute("customWidth", 1)))),
            new XElement(main + "sheetData", rows),
            links.Count > 0 ? new XElement(main + "hyperlinks", links) : null,
            new XElement(main + "pageMargins", new XAttribute("left", 0.4), new XAttribute("right", 0.4), new XAttribute("top", 0.5), new XAttribute("bottom", 0.5), new XAttribute("header", 0.3), new XAttribute("footer", 0.3)),
            new XElement(main + "pageSetup", new XAttribute("paperSize", 9), new XAttribute("orientation", "landscape"), new XAttribute("fitToHeight", 0))));
    }

    /// <summary>A cell of our own making: always text.</summary>
    public static XElement Cell(XNamespace main, int row, int column, string text, int style) =>
        new(main + "c", new XAttribute("r", CellPlace.Reference(row, column)), new XAttribute("s", style), new XAttribute("t", "inlineStr"),
            new XElement(main + "is", new XElement(main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), OfficeText.Cell(text))));

    private static XElement Row(XNamespace main, int number, (string Text, int Style)[] cells) =>
        new(main + "row", new XAttribute("r", number), cells.Select((cell, i) => Cell(main, number, i, cell.Text, cell.Style)));

    /// <summary>As high as its longest cell: not every program finds the height of wrapped text by itself.</summary>
    private static XElement High(XElement row, string[] cells)
    {
        var lines = cells.Select((text, i) => text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(line.Sum(c => c > '\u00ff' ? 2 : 1) / (Widths[i] - 1))))).Max();
        row.Add(new XAttribute("ht", Math.Min(409, (lines * 13.5) + 4)), new XAttribute("customHeight", 1));
        return row;
    }

    private static string Target(LedgerProblem problem, IReadOnlyDictionary<int, string> sheetNames)
    {
        var name = sheetNames.GetValueOrDefault(problem.SheetNumber, problem.Sheet);
        return string.Create(CultureInfo.InvariantCulture, $"'{name.Replace("'", "''", StringComparison.Ordinal)}'!{CellPlace.Reference(problem.RowNumber ?? 1, problem.Column ?? 0)}");
    }
}
