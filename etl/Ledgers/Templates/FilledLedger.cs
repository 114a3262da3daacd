using System.Globalization;
using System.Security;
using SafetyAnalytics.Ledgers.Marking;
using SafetyAnalytics.Ledgers.Office;
using SafetyAnalytics.Ledgers.Problems;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Templates;

/// <summary>
/// A ledger with rows begun for somebody to finish: the eleven columns of the plan's attachment 3, and further ones that no reader of ledgers looks at.
/// </summary>
/// <param name="Title">Names the month, so that the filled ledger says what it is for.</param>
/// <param name="Note">A line below the title.</param>
/// <param name="Further">Heads of the columns after the eleven.</param>
/// <param name="Rows">Cells in the order of the columns; 序号 is numbered here and not among them.</param>
public sealed record FilledLedger(string Title, string Note, IReadOnlyList<string> Further, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const int PageWidth = 15_704;
    private const string FurtherWidth = "24";
    private const int LineHeight = 15;

    /// <summary>Heads in order: the eleven, then <see cref="Further"/>.</summary>
    public IReadOnlyList<string> Heads => [.. ColumnNames.Plan.Select(ColumnNames.Of), .. Further];

    /// <summary>Rows with their number, as wide as <see cref="Heads"/>.</summary>
    public IEnumerable<IReadOnlyList<string>> Numbered => Rows.Select((row, i) => (IReadOnlyList<string>)[(i + 1).ToString(CultureInfo.InvariantCulture), .. row]);

    /// <summary>Writes a workbook or a Word file; the same ledger gives the same bytes.</summary>
    /// <param name="format">Xlsx or Docx.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another format.</exception>
    /// <exception cref="InvalidOperationException">A row is not as wide as the heads.</exception>
    public void Write(LedgerFormat format, Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (Rows.Any(row => row.Count != Heads.Count - 1)) throw new InvalidOperationException($"Each row has {Heads.Count - 1} cells: all columns but the number.");
        using var bytes = new MemoryStream();
        switch (format)
        {
            case LedgerFormat.Xlsx:
                WriteWorkbook(bytes);
                break;
            case LedgerFormat.Docx:
                WriteDocument(bytes);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "A filled ledger is an xlsx or a docx.");
        }

        bytes.WriteTo(target);
    }

    private void WriteWorkbook(Stream target)
    {
        using var package = new NewPackage(target);
        package.AddTypes([("xl/workbook.xml", "spreadsheetml.sheet.main"), ("xl/styles.xml", "spreadsheetml.styles"), ("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet")]);
        package.Add("xl/workbook.xml", $"<workbook xmlns=\"{Spreadsheet}\" xmlns:r=\"{NewPackage.Office}\"><sheets><sheet name=\"台账\" sheetId=\"1\" r:id=\"rId1\"/></sheets><definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">台账!$1:$3</definedName></definedNames></workbook>");
        package.AddLinks("xl/_rels/workbook.xml.rels", [("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml")]);
        package.Add("xl/styles.xml", $"<styleSheet xmlns=\"{Spreadsheet}\">{XlsxTemplate.Styles}</styleSheet>");
        package.Add("xl/worksheets/sheet1.xml", Sheet());
    }

    private string Sheet()
    {
        var last = CellPlace.Letters(Heads.Count - 1);
        var widths = Widths().Select((width, i) => $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{width}\" customWidth=\"1\"/>");
        var rows = Numbered.Select((cells, at) => $"<row r=\"{at + 4}\" ht=\"{Height(cells)}\" customHeight=\"1\">{string.Concat(cells.Select((cell, i) => i == 0 ? $"<c r=\"{CellPlace.Reference(at + 4, 0)}\" s=\"6\"><v>{cell}</v></c>" : Text(at + 4, i, cell, 4)))}</row>");
        return $"<worksheet xmlns=\"{Spreadsheet}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"><pane ySplit=\"3\" topLeftCell=\"A4\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
            + $"<sheetFormatPr defaultRowHeight=\"15\"/><cols>{string.Concat(widths)}</cols><sheetData>"
            + $"<row r=\"1\" ht=\"32\" customHeight=\"1\">{Text(1, 0, Title, 1)}</row><row r=\"2\" ht=\"22\" customHeight=\"1\">{Text(2, 0, Note, 2)}</row>"
            + $"<row r=\"3\" ht=\"32\" customHeight=\"1\">{string.Concat(Heads.Select((head, i) => Text(3, i, head, 3)))}</row>{string.Concat(rows)}</sheetData>"
            + $"<mergeCells count=\"2\"><mergeCell ref=\"A1:{last}1\"/><mergeCell ref=\"A2:{last}2\"/></mergeCells>"
            + "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>";
    }

    /// <summary>High enough for its longest cell: a spreadsheet that wraps text does not make room for it by itself. A Chinese letter is as wide as two others.</summary>
    private int Height(IReadOnlyList<string> cells)
    {
        var lines = cells.Zip(Widths(), (cell, width) => Math.Ceiling(cell.Sum(letter => letter > '\u2e7f' ? 2 : 1) * 1.1 / double.Parse(width, CultureInfo.InvariantCulture)));
        return LineHeight * (int)Math.Max(1, lines.Max());
    }

    private IEnumerable<string> Widths() =>
        TemplateColumn.Of(TemplateKind.Plain).Select(column => column.Width.ToString(CultureInfo.InvariantCulture)).Concat(Further.Select(_ => FurtherWidth));

    private static string Text(int row, int column, string text, int style) =>
        $"<c r=\"{CellPlace.Reference(row, column)}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(OfficeText.Cell(text))}</t></is></c>";

    private void WriteDocument(Stream target)
    {
        using var package = new NewPackage(target);
        package.AddTypes([("word/document.xml", "wordprocessingml.document.main"), ("word/styles.xml", "wordprocessingml.styles")]);
        package.AddLinks("word/_rels/document.xml.rels", [("rId1", "styles", "styles.xml")]);
        package.Add("word/styles.xml", $"<w:styles xmlns:w=\"{Word}\">{DocxTemplate.Styles}</w:styles>");
        package.Add("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body>{Body()}</w:body></w:document>");
    }

    private string Body()
    {
        var widths = Widths().Select(width => double.Parse(width, CultureInfo.InvariantCulture)).ToList();
        int[] twentieths = [.. widths.Select(width => (int)(PageWidth * width / widths.Sum()))];
        return DocxTemplate.Paragraph("<w:jc w:val=\"center\"/>", DocxTemplate.Run(Title, "<w:b/><w:sz w:val=\"36\"/>")) + DocxTemplate.Paragraph("", DocxTemplate.Run(Note, "<w:sz w:val=\"22\"/>"))
            + DocxTemplate.Table(twentieths)
            + DocxTemplate.Row("<w:tblHeader/>", Heads.Select((head, i) => DocxTemplate.Cell(twentieths[i], "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"D9E1F2\"/>", DocxTemplate.Paragraph("<w:jc w:val=\"center\"/>", DocxTemplate.Run(head, "<w:b/><w:sz w:val=\"15\"/>")))))
            + string.Concat(Numbered.Select(cells => DocxTemplate.Row("", cells.Select((cell, i) => DocxTemplate.Cell(twentieths[i], "", DocxTemplate.Paragraph("", cell.Length > 0 ? DocxTemplate.Run(cell, "<w:sz w:val=\"15\"/>") : ""))))))
            + "</w:tbl>" + DocxTemplate.Paragraph("", "") + DocxTemplate.Page;
    }
}
