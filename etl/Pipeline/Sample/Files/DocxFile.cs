using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using CellMerge = SafetyAnalytics.Ledgers.CellMerge;

namespace SafetyAnalytics.Pipeline.Sample.Files;

/// <summary>Sheets as Word tables with a heading above and a line below; merged cells as gridSpan and vMerge.</summary>
internal static class DocxFile
{
    /// <summary>Width of the table on a landscape A4 page, in twentieths of a point.</summary>
    private const double TableWidth = 15400;

    public static byte[] Write(IReadOnlyList<Sheet> sheets)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var body = new Body(sheets.SelectMany(Blocks));
            body.Append(new SectionProperties(
                new PageSize { Width = 16838, Height = 11906, Orient = PageOrientationValues.Landscape },
                new PageMargin { Left = 720, Right = 720, Top = 720, Bottom = 720, Header = 400, Footer = 400, Gutter = 0 }));
            document.AddMainDocumentPart().Document = new Document(body);
            LastingPackage.NameMainPart(document);
        }

        return LastingPackage.WithoutTimes(bytes);
    }

    private static IEnumerable<OpenXmlElement> Blocks(Sheet sheet)
    {
        for (var i = 0; i < sheet.Heading.Count; i++)
        {
            yield return Paragraph(sheet.Heading[i], isTitle: i == 0, i == 0 ? JustificationValues.Center : JustificationValues.Left);
        }

        if (sheet.Rows.Count > 0) yield return Table(sheet);
        foreach (var line in sheet.Footing) yield return Paragraph(line, isTitle: false, JustificationValues.Left);
        yield return new Paragraph();
    }

    private static Table Table(Sheet sheet)
    {
        var scale = TableWidth / sheet.Widths.Sum();
        return new Table(
        [
            new TableProperties(new TableWidth { Width = "0", Type = TableWidthUnitValues.Auto }, Frame(), new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(sheet.Widths.Select(width => new GridColumn { Width = Whole(width * scale) })),
            .. sheet.Rows.Select((row, i) => Row(sheet, row, i + 1, scale)),
        ]);
    }

    private static TableRow Row(Sheet sheet, SheetRow row, int number, double scale)
    {
        var result = new TableRow(new TableRowProperties(new CantSplit()));
        if (row.Role == RowRole.Header) result.GetFirstChild<TableRowProperties>()!.Append(new TableHeader());
        for (var column = 0; column < sheet.Widths.Length; column++)
        {
            var merge = sheet.Merges.Find(merge => merge.FirstRow <= number && number <= merge.LastRow && merge.FirstColumn <= column && column <= merge.LastColumn);
            var last = merge?.LastColumn ?? column;
            var width = sheet.Widths[column..(last + 1)].Sum() * scale;
            result.Append(Cell(row, column, number, merge, width));
            column = last;
        }

        return result;
    }

    private static TableCell Cell(SheetRow row, int column, int number, CellMerge? merge, double width)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Whole(width), Type = TableWidthUnitValues.Dxa });
        if (merge is not null && merge.LastColumn > merge.FirstColumn) properties.Append(new GridSpan { Val = merge.LastColumn - merge.FirstColumn + 1 });
        if (merge is not null && merge.LastRow > merge.FirstRow)
        {
            // Without a value it means "continue", which is how Word itself writes it.
            properties.Append(number == merge.FirstRow ? new VerticalMerge { Val = MergedCellValues.Restart } : new VerticalMerge());
        }

        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        var text = column < row.Cells.Length ? row.Cells[column].Text : "";
        var cell = new TableCell(properties);
        cell.Append(text.Split('\n').Select(line => Paragraph(line, row.Role is RowRole.Header or RowRole.Group, isSmall: true)));
        return cell;
    }

    private static Paragraph Paragraph(string text, bool isTitle, JustificationValues alignment)
    {
        var properties = new RunProperties(Songti(), new Bold { Val = isTitle }, new FontSize { Val = isTitle ? "36" : "24" });
        return new Paragraph(new ParagraphProperties(new Justification { Val = alignment }), new Run(properties, Words(text)));
    }

    private static Paragraph Paragraph(string text, bool isBold, bool isSmall)
    {
        var properties = new RunProperties(Songti(), new Bold { Val = isBold }, new FontSize { Val = isSmall ? "18" : "24" });
        return new Paragraph(new ParagraphProperties(new Justification { Val = JustificationValues.Center }), new Run(properties, Words(text)));
    }

    private static RunFonts Songti() => new() { Ascii = "宋体", HighAnsi = "宋体", EastAsia = "宋体" };

    private static Text Words(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };

    private static TableBorders Frame() => new(
        new TopBorder { Val = BorderValues.Single, Size = 4 },
        new LeftBorder { Val = BorderValues.Single, Size = 4 },
        new BottomBorder { Val = BorderValues.Single, Size = 4 },
        new RightBorder { Val = BorderValues.Single, Size = 4 },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });

    private static string Whole(double twips) => Math.Round(twips).ToString(CultureInfo.InvariantCulture);
}
