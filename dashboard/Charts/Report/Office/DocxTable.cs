using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SafetyAnalytics.Charts.Report.Office;

/// <summary>A table as Word has them: its header is repeated on every page, no row is torn apart.</summary>
internal sealed class DocxTable(DocxStyles styles)
{
    public Table Make(ReportTable table)
    {
        var shown = Enumerable.Range(0, table.Columns.Count).Where(i => table.Columns[i].IsInDocument).ToList();
        var widths = Widths([.. shown.Select(i => table.Columns[i].Width)]);
        var made = new Table(Properties(table), new TableGrid(widths.Select(width => new GridColumn { Width = Whole(width) })));
        made.Append(Row([.. shown.Select(i => (table.Columns[i].Label, "table_head", false))], widths, isHeader: true));
        foreach (var row in table.Rows.Take(table.MostRows ?? int.MaxValue))
            made.Append(Row([.. shown.Select(i => (row[i].Text, "table_text", row[i].IsNumber))], widths, isHeader: false));
        return made;
    }

    private static TableProperties Properties(ReportTable table) => new(
        new TableWidth { Width = Whole(DocxPage.TextWidth), Type = TableWidthUnitValues.Dxa },
        new TableJustification { Val = TableRowAlignmentValues.Center },
        new TableBorders(Edge<TopBorder>(12), Edge<LeftBorder>(4), Edge<BottomBorder>(12), Edge<RightBorder>(4), Edge<InsideHorizontalBorder>(4), Edge<InsideVerticalBorder>(4)),
        new TableLayout { Type = TableLayoutValues.Fixed },
        new TableCellMarginDefault(new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 60, Type = TableWidthValues.Dxa }),
        new TableCaption { Val = XmlLetters.Of(table.Title) },
        new TableDescription { Val = XmlLetters.Of(table.Definition) });

    private TableRow Row(IReadOnlyList<(string Text, string Role, bool IsNumber)> cells, IReadOnlyList<int> widths, bool isHeader)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHeader) properties.Append(new TableHeader());
        var row = new TableRow(properties);
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = new TableCellProperties(new TableCellWidth { Width = Whole(widths[i]), Type = TableWidthUnitValues.Dxa });
            if (isHeader) cell.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "E7EEF4" });
            cell.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
            var paragraph = new ParagraphProperties(new ParagraphStyleId { Val = styles[cells[i].Role] });
            if (isHeader) paragraph.Append(new KeepNext());
            if (cells[i].IsNumber) paragraph.Append(new Justification { Val = JustificationValues.Right });
            row.Append(new TableCell(cell, new Paragraph(paragraph, DocxReport.Run(cells[i].Text))));
        }

        return row;
    }

    /// <summary>The text's whole width shared out, to the last twip.</summary>
    private static IReadOnlyList<int> Widths(IReadOnlyList<double> shares)
    {
        var whole = shares.Sum();
        var widths = shares.Select(share => (int)(DocxPage.TextWidth * share / whole)).ToArray();
        widths[0] += DocxPage.TextWidth - widths.Sum();
        return widths;
    }

    private static T Edge<T>(uint eighths)
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = eighths, Space = 0, Color = "auto" };

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
