using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SafetyAnalytics.Ledgers;
using LaidSheet = SafetyAnalytics.Pipeline.Sample.Files.Sheet;

namespace SafetyAnalytics.Pipeline.Sample.Files;

/// <summary>Sheets as a workbook that looks as a clerk leaves it: borders, wrapped text, landscape.</summary>
internal sealed class XlsxFile
{
    private readonly Dictionary<string, int> _strings = new(StringComparer.Ordinal);

    private XlsxFile()
    {
    }

    public static byte[] Write(IReadOnlyList<LaidSheet> sheets)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            new XlsxFile().Fill(document.AddWorkbookPart(), sheets);
            LastingPackage.NameMainPart(document);
        }

        return LastingPackage.WithoutTimes(bytes);
    }

    private void Fill(WorkbookPart workbook, IReadOnlyList<LaidSheet> sheets)
    {
        workbook.Workbook = new Workbook(new Sheets(sheets.Select((sheet, i) =>
            new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = sheet.Name, SheetId = (uint)i + 1, Id = PartId(i) })));
        for (var i = 0; i < sheets.Count; i++)
        {
            workbook.AddNewPart<WorksheetPart>(PartId(i)).Worksheet = Sheet(sheets[i]);
        }

        workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = XlsxStyles.Sheet();
        workbook.AddNewPart<SharedStringTablePart>("strings").SharedStringTable =
            new SharedStringTable(_strings.Keys.Select(text => new SharedStringItem(new Text(text) { Space = SpaceProcessingModeValues.Preserve })));
    }

    /// <summary>Stated, because the library invents a new one each time.</summary>
    private static string PartId(int position) => string.Create(CultureInfo.InvariantCulture, $"sheet{position + 1}");

    private Worksheet Sheet(LaidSheet sheet)
    {
        var worksheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new Columns(sheet.Widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })),
            new SheetData(sheet.Rows.Select((row, i) => Row(row, i + 1, sheet.Widths))));
        if (sheet.Merges.Count > 0) worksheet.Append(new MergeCells(sheet.Merges.Select(merge => new MergeCell { Reference = Range(merge) })));
        worksheet.Append(
            new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        return worksheet;
    }

    private Row Row(SheetRow row, int number, double[] widths)
    {
        var result = new Row { RowIndex = (uint)number, Height = Height(row, widths), CustomHeight = true };
        if (row.IsHidden) result.Hidden = true;
        if (row.Role != RowRole.Blank) result.Append(Enumerable.Range(0, widths.Length).Select(i => Cell(row, i, number)));
        return result;
    }

    /// <summary>In points, enough for the tallest cell's wrapped lines; a Chinese letter is two characters wide.</summary>
    private static double Height(SheetRow row, double[] widths)
    {
        if (row.Role is not (RowRole.Header or RowRole.Data)) return row.Role == RowRole.Title ? 30 : 18;
        var lines = row.Cells.Select((cell, i) => cell.Text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(line.Sum(letter => letter > 0xFF ? 2 : 1) / (widths[i] - 1)))));
        return 15 * lines.Max() + 3;
    }

    private Cell Cell(SheetRow row, int position, int number)
    {
        var content = position < row.Cells.Length ? row.Cells[position] : "";
        var cell = new Cell { CellReference = Name(position, number), StyleIndex = XlsxStyles.Of(row.Role, content.Form) };
        if (content.Text.Length == 0) return cell;
        if (content.Form == CellForm.Text)
        {
            cell.DataType = CellValues.SharedString;
            cell.CellValue = new CellValue(IndexOf(content.Text));
        }
        else
        {
            cell.CellValue = new CellValue(content.Form == CellForm.Number ? content.Text : Serial(content.Text));
        }

        return cell;
    }

    private int IndexOf(string text)
    {
        if (!_strings.TryGetValue(text, out var index)) _strings[text] = index = _strings.Count;
        return index;
    }

    private static string Serial(string isoDay) =>
        DateTime.ParseExact(isoDay, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToOADate().ToString(CultureInfo.InvariantCulture);

    private static string Range(CellMerge merge) => $"{Name(merge.FirstColumn, merge.FirstRow)}:{Name(merge.LastColumn, merge.LastRow)}";

    /// <summary>A1 of a column from 0; ledgers have fewer than 26.</summary>
    private static string Name(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");
}
