using SafetyAnalytics.Ledgers.Tests.Building;

namespace SafetyAnalytics.Ledgers.Tests.Xlsx;

public class XlsxSheetTests
{
    [Fact]
    public void Sheets_come_in_the_order_of_the_tabs_with_their_names_and_hiddenness()
    {
        var sheets = Taking.Sheets(new XlsxBuilder().Sheet("6月", [["a"]]).Sheet("藏", [["b"]], "hidden").Sheet("更藏", [["c"]], "veryHidden").Bytes());
        Assert.Equal([(1, "6月", false), (2, "藏", true), (3, "更藏", true)], sheets.Select(sheet => (sheet.Number, sheet.Name, sheet.IsHidden)));
        Assert.Equal(["a", "b", "c"], sheets.Select(sheet => sheet.Cell(1, 0)));
    }

    [Fact]
    public void Rows_keep_their_numbers_and_cells_their_columns()
    {
        var sheet = Taking.Sheet(new XlsxBuilder().RawSheet("表", """
            <dimension ref="A1:A1"/>
            <sheetData>
              <row r="2"><c r="B2"><v>1</v></c><c r="D2" t="inlineStr"><is><t>某店</t></is></c><c r="E2" s="0"/></row>
              <row r="5" hidden="1"><c r="A5"><v>2</v></c></row>
              <row r="7"/>
              <row r="9"><c r="AB9"><v>3</v></c></row>
            </sheetData>
            """).Bytes());
        Assert.Equal(["2|  | 1 |  | 某店", "Hidden 5| 2", "7|", $"9|{string.Concat(Enumerable.Repeat("  |", 27))} 3"], sheet.Lines);
    }

    [Fact]
    public void Without_positions_order_counts() =>
        Assert.Equal(["1| 1 | 2", "2| 3", "6| 4", "7| 5 |  |  | 6 | 7"], Taking.Sheet(new XlsxBuilder().RawSheet("表", """
            <sheetData>
              <row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>
              <row r="6"><c><v>4</v></c></row><row><c><v>5</v></c><c r="D7"><v>6</v></c><c><v>7</v></c></row>
            </sheetData>
            """).Bytes()).Lines);

    [Fact]
    public void Rows_and_cells_out_of_order_are_put_in_order() =>
        Assert.Equal(["1| 1", "2| 2 | 3", "3| 4"], Taking.Sheet(new XlsxBuilder().RawSheet("表", """
            <sheetData><row r="3"><c r="A3"><v>4</v></c></row><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>3</v></c><c r="A2"><v>2</v></c></row></sheetData>
            """).Bytes()).Lines);

    public static TheoryData<string, int?, int?> Contradictions { get; } = new()
    {
        { "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>", 2, null },
        { "<row r=\"4\"><c r=\"B4\"><v>1</v></c><c r=\"B4\"><v>2</v></c></row>", 4, 2 },
        { "<row r=\"0\"/>", null, null },
        { "<row r=\"x\"/>", null, null },
        { "<row r=\"1\"><c r=\"1A\"><v>1</v></c></row>", 1, null },
        { "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", 1, null },
    };

    [Theory, MemberData(nameof(Contradictions))]
    public void Rows_and_cells_that_contradict_each_other_are_refused(string rows, int? row, int? column)
    {
        var refusal = Taking.Refusal(new XlsxBuilder().RawSheet("六月", $"<sheetData>{rows}</sheetData>").Bytes());
        Assert.Equal(("malformed", "六月", row), (refusal.Code, refusal.Table, refusal.Row));
        if (column is not null) Assert.Equal(column, refusal.Column);
    }

    [Fact]
    public void Merged_regions_are_complete_after_the_rows()
    {
        var sheet = Taking.Sheet(new XlsxBuilder().Sheet("表", [["单位"], ["某店"]]).Merge("A2:A4", "C1:B1", "D5", "$E$5:$F$6", "G7:G7").Bytes());
        Assert.Equal([new CellMerge(2, 4, 0, 0), new CellMerge(1, 1, 1, 2), new CellMerge(5, 6, 4, 5)], sheet.Merges);
    }

    [Fact]
    public void A_row_is_struck_when_every_filled_cell_is()
    {
        const string StruckRun = "<is><r><rPr><strike/></rPr><t>一</t></r><r><t xml:space=\"preserve\"> </t></r></is>";
        const string HalfStruck = "<is><r><rPr><strike/></rPr><t>一</t></r><r><rPr><strike val=\"0\"/></rPr><t>二</t></r></is>";
        const string Inheriting = "<is><r><t>一</t></r><r><rPr><strike/></rPr><t>二</t></r></is>";
        var sheet = Taking.Sheet(new XlsxBuilder().Format(0, font: 1).RawSheet("表", $"""
            <sheetData>
              <row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" t="inlineStr">{StruckRun}</c><c r="C1" s="0"/></row>
              <row r="2"><c r="A2" s="1"><v>1</v></c><c r="B2"><v>2</v></c></row>
              <row r="3"><c r="A3" s="1" t="inlineStr">{HalfStruck}</c></row>
              <row r="4"><c r="A4" s="1" t="inlineStr">{Inheriting}</c></row>
              <row r="5"><c r="A5" t="inlineStr">{Inheriting}</c></row>
              <row r="6"><c r="A6" s="1"/></row>
            </sheetData>
            """).Bytes());
        Assert.Equal([RowMarks.Struck, RowMarks.None, RowMarks.None, RowMarks.Struck, RowMarks.None, RowMarks.None], sheet.Rows.Select(row => row.Marks));
    }

    [Fact]
    public void A_row_with_only_a_picture_is_a_row() =>
        Assert.Equal(["1| a", "Picture 2| b", "Picture 3|", "5| c", "Picture 9|"], Taking.Sheet(new XlsxBuilder().RawSheet("表", """
            <sheetData><row r="1"><c r="A1" t="str"><v>a</v></c></row><row r="2"><c r="A2" t="str"><v>b</v></c></row><row r="5"><c r="A5" t="str"><v>c</v></c></row></sheetData>
            """).Pictures(9, 3, 2).Bytes()).Lines);

    [Fact]
    public void Shapes_and_charts_are_not_pictures()
    {
        var builder = new XlsxBuilder().Sheet("表", [["a"]]).Pictures(1);
        builder.Part("xl/drawings/drawing1.xml", builder.Text("xl/drawings/drawing1.xml").Replace("<xdr:pic/>", "<xdr:sp/>", StringComparison.Ordinal));
        Assert.Equal(["1| a"], Taking.Sheet(builder.Bytes()).Lines);
    }

    [Fact]
    public void A_sheet_painted_to_the_bottom_ends_with_its_last_row()
    {
        var painted = string.Concat(Enumerable.Range(4, 20_000).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\" s=\"0\"/></row>"));
        Assert.Equal(["1| 1", "2|", "3| 2"], Taking.Sheet(new XlsxBuilder().RawSheet("表", $"<sheetData><row r=\"1\"><c><v>1</v></c></row><row r=\"2\"><c s=\"0\"/></row><row r=\"3\"><c><v>2</v></c></row>{painted}</sheetData>").Bytes()).Lines);
    }

    [Fact]
    public void Rows_can_be_taken_once()
    {
        using var stream = new MemoryStream(new XlsxBuilder().Sheet("表", [["a"]]).Bytes());
        foreach (var sheet in LedgerReader.Read(stream, "a.xlsx"))
        {
            Assert.Single(sheet.Rows);
            Assert.Throws<InvalidOperationException>(() => sheet.Rows.GetEnumerator());
        }
    }
}
