using System.Globalization;
using System.Security;
using SafetyAnalytics.Ledgers.Marking;
using SafetyAnalytics.Ledgers.Office;
using SafetyAnalytics.Ledgers.Problems;
using SafetyAnalytics.Ledgers.Reading;

namespace SafetyAnalytics.Ledgers.Templates;

/// <summary>The workbook: a sheet to fill in, and a hidden one that holds the lists.</summary>
internal static class XlsxTemplate
{
    private const string SheetName = "台账";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int HeaderRow = 3;
    private const int LastRow = HeaderRow + LedgerTemplate.EmptyRows;

    /// <summary>2000-01-01: no inspection is older.</summary>
    private const int FirstDay = 36_526;

    private const string Face = "<name val=\"宋体\"/><charset val=\"134\"/>";

    /// <summary>0 plain, 1 title, 2 line below it, 3 header, 4 text cell, 5 day, 6 number.</summary>
    internal const string Styles = "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
        + "<fonts count=\"3\"><font><sz val=\"11\"/>" + Face + "</font><font><b/><sz val=\"18\"/>" + Face + "</font><font><b/><sz val=\"11\"/>" + Face + "</font></fonts>"
        + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFD9E1F2\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>"
        + "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/><bottom style=\"thin\"/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"7\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyAlignment=\"1\"><alignment horizontal=\"center\" vertical=\"center\"/></xf>"
        + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"center\"/></xf>"
        + "<xf numFmtId=\"49\" fontId=\"2\" fillId=\"2\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/></xf>"
        + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment vertical=\"center\" wrapText=\"1\"/></xf>"
        + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment horizontal=\"center\" vertical=\"center\"/></xf>"
        + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyBorder=\"1\" applyAlignment=\"1\"><alignment horizontal=\"center\" vertical=\"center\"/></xf></cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"常规\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";

    public static void Write(IReadOnlyList<TemplateColumn> columns, TemplateLists lists, Stream target)
    {
        TemplateColumn[] listed = [.. columns.Where(column => lists[column.Column].Count > 0)];
        using var package = new NewPackage(target);
        package.AddTypes([("xl/workbook.xml", "spreadsheetml.sheet.main"), ("xl/styles.xml", "spreadsheetml.styles"), ("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet"), ("xl/worksheets/sheet2.xml", "spreadsheetml.worksheet")]);
        package.Add("xl/workbook.xml", Book(listed, lists));
        package.AddLinks("xl/_rels/workbook.xml.rels", [("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet2.xml"), ("rId3", "styles", "styles.xml")]);
        package.Add("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{Styles}</styleSheet>");
        package.Add("xl/worksheets/sheet1.xml", Ledger(columns, lists));
        package.Add("xl/worksheets/sheet2.xml", ListSheet(listed, lists));
    }

    private static string Book(TemplateColumn[] listed, TemplateLists lists)
    {
        var names = listed.Select((column, i) => $"<definedName name=\"{ListName(column)}\">{OwnSheets.ListName}!${CellPlace.Letters(i)}$3:${CellPlace.Letters(i)}${Number(lists[column.Column].Count + 2)}</definedName>");
        return $"<workbook xmlns=\"{Main}\" xmlns:r=\"{NewPackage.Office}\"><bookViews><workbookView activeTab=\"0\"/></bookViews>"
            + $"<sheets><sheet name=\"{SheetName}\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"{OwnSheets.ListName}\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/></sheets>"
            + $"<definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">{SheetName}!$1:${HeaderRow}</definedName>{string.Concat(names)}</definedNames></workbook>";
    }

    private static string ListName(TemplateColumn column) => "选项_" + column.Name;

    private static string Ledger(IReadOnlyList<TemplateColumn> columns, TemplateLists lists)
    {
        var last = CellPlace.Letters(columns.Count - 1);
        var half = columns.Count / 2;
        var widths = columns.Select((column, i) => string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{column.Width}\" customWidth=\"1\"/>"));
        return $"<worksheet xmlns=\"{Main}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
            + $"<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"><pane ySplit=\"{HeaderRow}\" topLeftCell=\"A{HeaderRow + 1}\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"B{HeaderRow + 1}\" sqref=\"B{HeaderRow + 1}\"/></sheetView></sheetViews>"
            + $"<sheetFormatPr defaultRowHeight=\"15\"/><cols>{string.Concat(widths)}</cols><sheetData>"
            + $"<row r=\"1\" ht=\"32\" customHeight=\"1\">{Text(1, 0, LedgerTemplate.Title, 1)}</row>"
            + $"<row r=\"2\" ht=\"22\" customHeight=\"1\">{Text(2, 0, LedgerTemplate.Sender, 2)}{Text(2, half, LedgerTemplate.FilledOn, 2)}</row>"
            + $"<row r=\"{HeaderRow}\" ht=\"32\" customHeight=\"1\">{string.Concat(columns.Select((column, i) => Text(HeaderRow, i, column.Name, 3)))}</row>"
            + string.Concat(Enumerable.Range(1, LedgerTemplate.EmptyRows).Select(number => EmptyRow(columns, number)))
            + $"</sheetData><mergeCells count=\"3\"><mergeCell ref=\"A1:{last}1\"/><mergeCell ref=\"A2:{CellPlace.Letters(half - 1)}2\"/><mergeCell ref=\"{CellPlace.Letters(half)}2:{last}2\"/></mergeCells>"
            + Validations(columns, lists)
            + "<printOptions horizontalCentered=\"1\"/><pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>";
    }

    private static string EmptyRow(IReadOnlyList<TemplateColumn> columns, int number)
    {
        var row = HeaderRow + number;
        var cells = columns.Select((column, i) => i == 0
            ? $"<c r=\"{CellPlace.Reference(row, i)}\" s=\"6\"><v>{Number(number)}</v></c>"
            : $"<c r=\"{CellPlace.Reference(row, i)}\" s=\"{(column.IsDate ? 5 : 4)}\"/>");
        return $"<row r=\"{Number(row)}\" ht=\"24\" customHeight=\"1\">{string.Concat(cells)}</row>";
    }

    private static string Validations(IReadOnlyList<TemplateColumn> columns, TemplateLists lists)
    {
        var all = columns.Select((column, i) => Validation(column, i, lists[column.Column].Count > 0)).Where(rule => rule.Length > 0).ToList();
        return $"<dataValidations count=\"{Number(all.Count)}\">{string.Concat(all)}</dataValidations>";
    }

    private static string Validation(TemplateColumn column, int position, bool hasList)
    {
        if (!hasList && !column.IsDate && column.Prompt.Length == 0) return "";
        var type = hasList ? " type=\"list\"" : column.IsDate ? " type=\"date\" operator=\"greaterThanOrEqual\"" : "";
        var alarm = column.IsOpen ? "" : $" errorStyle=\"warning\" showErrorMessage=\"1\" errorTitle=\"{column.Name}\" error=\"{(column.IsDate ? "请写成 2022-06-30 这样的日期。" : "请从列表中选择。")}\"";
        var letter = CellPlace.Letters(position);
        var rule = hasList ? $"<formula1>{ListName(column)}</formula1>" : column.IsDate ? $"<formula1>{Number(FirstDay)}</formula1>" : "";
        return $"<dataValidation{type}{alarm} allowBlank=\"1\" showInputMessage=\"1\" promptTitle=\"{column.Name}\" prompt=\"{SecurityElement.Escape(column.Prompt)}\" sqref=\"{letter}{HeaderRow + 1}:{letter}{Number(LastRow + 470)}\">{rule}</dataValidation>";
    }

    private static string ListSheet(TemplateColumn[] listed, TemplateLists lists)
    {
        var rows = listed.Select(column => lists[column.Column].Count).DefaultIfEmpty(0).Max();
        var choices = Enumerable.Range(0, rows).Select(at => $"<row r=\"{Number(at + 3)}\">{string.Concat(listed.Select((column, i) => at < lists[column.Column].Count ? Text(at + 3, i, lists[column.Column][at], 0) : ""))}</row>");
        return $"<worksheet xmlns=\"{Main}\"><sheetData><row r=\"1\">{Text(1, 0, OwnSheets.ListMark, 0)}</row><row r=\"2\">{string.Concat(listed.Select((column, i) => Text(2, i, column.Name, 0)))}</row>{string.Concat(choices)}</sheetData></worksheet>";
    }

    private static string Text(int row, int column, string text, int style) =>
        $"<c r=\"{CellPlace.Reference(row, column)}\" s=\"{Number(style)}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(OfficeText.Cell(text))}</t></is></c>";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
