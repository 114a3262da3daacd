using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SafetyAnalytics.Charts.Report.Office;

/// <summary>The page of an official document (GB/T 9704-2012): A4, 37 mm above, 35 below, 28 left, 26 right, 22 lines of 28 letters, numbers below, outside, between dashes.</summary>
internal static class DocxPage
{
    /// <summary>The text's width in twips.</summary>
    public const int TextWidth = 8844;

    public static SectionProperties Section(MainDocumentPart main, DocxStyles styles) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = Footer(main, styles, "reportFooterOdd", JustificationValues.Right) },
        new FooterReference { Type = HeaderFooterValues.Even, Id = Footer(main, styles, "reportFooterEven", JustificationValues.Left) },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 2098, Bottom = 1984, Left = 1588, Right = 1474, Header = 851, Footer = 1304, Gutter = 0 },
        new DocGrid { Type = DocGridValues.Lines, LinePitch = DocxStyles.Line });

    private static string Footer(MainDocumentPart main, DocxStyles styles, string id, JustificationValues side)
    {
        var part = main.AddNewPart<FooterPart>(id);
        var indentation = side == JustificationValues.Right ? new Indentation { RightChars = 100, Right = "280" } : new Indentation { LeftChars = 100, Left = "280" };
        part.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = styles["page_number"] }, indentation, new Justification { Val = side }),
            Text("— "), new SimpleField(Text("1")) { Instruction = " PAGE " }, Text(" —")));
        return id;
    }

    private static Run Text(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
}
