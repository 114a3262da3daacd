using SafetyAnalytics.Ledgers.Tests.Building;

namespace SafetyAnalytics.Ledgers.Tests.Xlsx;

public class XlsxCellTests
{
    private static string Stored(string attributes, string inside, params string[] shared)
    {
        var rows = Taking.Sheet(new XlsxBuilder().Shared(shared).RawSheet("表", $"<sheetData><row r=\"1\"><c r=\"A1\" {attributes}>{inside}</c></row></sheetData>").Bytes()).Rows;
        return rows.Single().Cells.SingleOrDefault() ?? "";
    }

    public static TheoryData<string, string, string> Kinds { get; } = new()
    {
        { "", "<v>1</v>", "1" },
        { "t=\"n\"", "<v>13800138000</v>", "13800138000" },
        { "", "<v>1.3800138E10</v>", "13800138000" },
        { "", "<v>0.30000000000000004</v>", "0.3" },
        { "", "<v>0.1</v>", "0.1" },
        { "", "<v>-2.50</v>", "-2.5" },
        { "", "<v>123456789012345678</v>", "123456789012346000" },
        { "", "<v>1E-5</v>", "0.00001" },
        { "", "<v>1.5E+30</v>", "1500000000000000000000000000000" },
        { "", "<v>1.25E-20</v>", "0.0000000000000000000125" },
        { "", "<v>-0</v>", "0" },
        { "", "<v>007</v>", "7" },
        { "", "<v>n/a</v>", "n/a" },
        { "t=\"b\"", "<v>1</v>", "TRUE" },
        { "t=\"b\"", "<v>0</v>", "FALSE" },
        { "t=\"str\"", "<f>A2&amp;A3</f><v>某店</v>", "某店" },
        { "", "<f>1+1</f><v>2</v>", "2" },
        { "t=\"e\"", "<v>#REF!</v>", "#REF!" },
        { "t=\"d\"", "<v>2022-06-30T00:00:00</v>", "2022-06-30" },
        { "t=\"d\"", "<v>2022-06-30T09:05:00Z</v>", "2022-06-30 09:05:00" },
        { "t=\"inlineStr\"", "<is><t>某店</t></is>", "某店" },
        { "t=\"inlineStr\"", "<is><r><t>某</t></r><r><rPr><b/></rPr><t>店</t></r><rPh sb=\"0\" eb=\"1\"><t>mou</t></rPh></is>", "某店" },
        { "t=\"inlineStr\"", "<is><t xml:space=\"preserve\"> 吴  超 </t></is>", " 吴  超 " },
        { "t=\"inlineStr\"", "<is><t>一_x000D_\n二\r\n三</t></is>", "一\n二\n三" },
        { "t=\"inlineStr\"", "<is><t>_x005F_x000D_ _x4E00_ _xZZZZ_ _x00</t></is>", "_x000D_ 一 _xZZZZ_ _x00" },
        { "t=\"inlineStr\"", "<is><t>&lt;script&gt;&#x4E00;</t></is>", "<script>一" },
        { "t=\"inlineStr\"", "<is><t><![CDATA[a<b]]></t></is>", "a<b" },
        { "", "<v></v>", "" },
        { "", "<v/>", "" },
    };

    [Theory, MemberData(nameof(Kinds))]
    public void A_cell_is_the_text_it_shows(string attributes, string inside, string expected) => Assert.Equal(expected, Stored(attributes, inside));

    public static TheoryData<string, string> SharedTexts { get; } = new()
    {
        { "<t>某店</t>", "某店" },
        { "<r><t>灭火器</t></r><r><rPr><color rgb=\"FFFF0000\"/></rPr><t xml:space=\"preserve\"> 过期</t></r>", "灭火器 过期" },
        { "<t>課</t><rPh sb=\"0\" eb=\"1\"><t>カ</t></rPh><phoneticPr fontId=\"1\"/>", "課" },
        { "<t/>", "" },
        { "", "" },
    };

    [Theory, MemberData(nameof(SharedTexts))]
    public void A_shared_text_is_its_runs_without_reading_aids(string inside, string expected) => Assert.Equal(expected, Stored("t=\"s\"", "<v>1</v>", "<t>别的</t>", inside));

    [Fact]
    public void A_shared_text_that_is_not_there_is_refused_with_its_place()
    {
        var refusal = Taking.Refusal(new XlsxBuilder().RawSheet("六月", "<sheetData><row r=\"3\"><c r=\"B3\" t=\"s\"><v>7</v></c></row></sheetData>").Bytes(), "报表.xlsx");
        Assert.Equal(("malformed", "报表.xlsx", "六月", 3, 2), (refusal.Code, refusal.File, refusal.Table, refusal.Row, refusal.Column));
    }

    public static TheoryData<string, string, RowMarks> Marks { get; } = new()
    {
        { "t=\"e\"", "<v>#N/A</v>", RowMarks.FormulaError },
        { "t=\"e\"", "<f>VLOOKUP(1,B:C,2,0)</f><v>#REF!</v>", RowMarks.FormulaError },
        { "", "<f>VLOOKUP(1,B:C,2,0)</f>", RowMarks.FormulaError },
        { "t=\"str\"", "<f>IF(1,\"\",2)</f><v></v>", RowMarks.None },
        { "t=\"str\"", "<f>_xlfn.DISPIMG(\"ID_1\",1)</f><v>=DISPIMG(\"ID_1\",1)</v>", RowMarks.Picture },
        { "t=\"e\" vm=\"1\"", "<v>#VALUE!</v>", RowMarks.Picture },
    };

    [Theory, MemberData(nameof(Marks))]
    public void What_a_formula_failed_at_and_pictures_in_cells_mark_the_row(string attributes, string inside, RowMarks expected) =>
        Assert.Equal(expected, Taking.Sheet(XlsxBuilder.Cell(attributes, inside)).Rows.Single().Marks);
}
