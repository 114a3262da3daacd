using SafetyAnalytics.Ledgers.Tests.Building;

namespace SafetyAnalytics.Ledgers.Tests.Xlsx;

/// <summary>What other programs make of the package around the same sheet.</summary>
public class XlsxPackageTests
{
    private const string Strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private static XlsxBuilder Plain() => new XlsxBuilder().Sheet("6月", [["某店"]]);

    private static void ReadsAsBefore(XlsxBuilder builder) => Assert.Equal(["1| 某店"], Taking.Sheet(builder.Bytes()).Lines);

    [Theory, InlineData("xl/styles.xml"), InlineData("xl/sharedStrings.xml"), InlineData("[Content_Types].xml"), InlineData("_rels/.rels"), InlineData("xl/_rels/workbook.xml.rels")]
    public void Parts_that_can_be_done_without_may_be_missing(string part)
    {
        var builder = Plain();
        _ = builder.Text(part);
        builder.Without(part);
        ReadsAsBefore(builder);
    }

    [Theory, InlineData("/xl/worksheets/sheet1.xml"), InlineData("./worksheets/sheet1.xml"), InlineData("../xl/worksheets/sheet1.xml"), InlineData("worksheets\\sheet1.xml"), InlineData("Worksheets/Sheet1.xml")]
    public void Targets_are_absolute_relative_or_sloppy(string target) =>
        ReadsAsBefore((XlsxBuilder)Plain().Part("xl/_rels/workbook.xml.rels", XlsxBuilder.Relationships($"<Relationship Id=\"rId1\" Type=\"{Strict}/worksheet\" Target=\"{target}\"/>")));

    [Fact]
    public void Empty_relationships_leave_the_customary_names() => ReadsAsBefore((XlsxBuilder)Plain().Part("xl/_rels/workbook.xml.rels", XlsxBuilder.Relationships("")));

    [Fact]
    public void Prefixes_and_strict_namespaces_do_not_matter() =>
        ReadsAsBefore((XlsxBuilder)Plain()
            .Part("xl/workbook.xml", $"<x:workbook xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" xmlns:rel=\"{Strict}\"><x:sheets><x:sheet name=\"6月\" sheetId=\"1\" rel:id=\"rId1\"/></x:sheets></x:workbook>")
            .Part("xl/worksheets/sheet1.xml", "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>某店</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>"));

    [Fact]
    public void The_workbook_may_lie_anywhere() =>
        Assert.Equal(["1| 某店"], Taking.Sheet(new ZipBuilder()
            .Part("_rels/.rels", XlsxBuilder.Relationships($"<Relationship Id=\"a\" Type=\"{Strict}/officeDocument\" Target=\"/book/main.xml\"/>"))
            .Part("book/main.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"表\" r:id=\"s\"/></sheets></workbook>")
            .Part("book/_rels/main.xml.rels", XlsxBuilder.Relationships($"<Relationship Id=\"s\" Type=\"{Strict}/worksheet\" Target=\"one.xml\"/>"))
            .Part("book/one.xml", "<worksheet><sheetData><row><c t=\"str\"><v>某店</v></c></row></sheetData></worksheet>").Bytes()).Lines);

    [Fact]
    public void Backslashes_in_entry_names_are_slashes()
    {
        var builder = Plain();
        var sheet = builder.Text("xl/worksheets/sheet1.xml");
        builder.Without("xl/worksheets/sheet1.xml").Part("xl\\worksheets\\sheet1.xml", sheet);
        ReadsAsBefore(builder);
    }

    [Fact]
    public void Chart_sheets_have_no_cells()
    {
        var sheets = Taking.Sheets(new XlsxBuilder().Sheet("图", []).Sheet("6月", [["某店"]]).Part("xl/_rels/workbook.xml.rels", XlsxBuilder.Relationships(
            $"<Relationship Id=\"rId1\" Type=\"{Strict}/chartsheet\" Target=\"chartsheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{Strict}/worksheet\" Target=\"worksheets/sheet2.xml\"/>")).Bytes());
        Assert.Equal((1, "6月"), (sheets.Single().Number, sheets.Single().Name));
    }

    [Fact]
    public void UTF_16_parts_are_xml_too()
    {
        var builder = Plain();
        var sheet = builder.Text("xl/worksheets/sheet1.xml").Replace("UTF-8", "UTF-16", StringComparison.Ordinal);
        builder.Part("xl/worksheets/sheet1.xml", [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes(sheet)]);
        ReadsAsBefore(builder);
    }

    [Fact]
    public void Extensions_the_file_carries_for_others_are_passed_over() =>
        Assert.Equal(["1| 某店"], Taking.Sheet(new XlsxBuilder().RawSheet("表", """
            <sheetPr><tabColor rgb="FFFF0000"/></sheetPr>
            <sheetData><row r="1"><c r="A1" t="str"><v>某店</v><extLst><ext><v>not this</v></ext></extLst></c></row></sheetData>
            <controls><control><anchor><from><row>4</row></from></anchor></control></controls>
            <extLst><ext><sheetData><row r="9"><c r="A9"><v>9</v></c></row></sheetData></ext></extLst>
            """).Bytes()).Lines);

    public static TheoryData<string, string> Broken { get; } = new()
    {
        { "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>" },
        { "xl/worksheets/sheet1.xml", "<chartsheet/>" },
        { "xl/worksheets/sheet1.xml", "not xml" },
        { "xl/worksheets/sheet1.xml", "" },
        { "xl/sharedStrings.xml", "<sst><si>" },
        { "xl/styles.xml", "<styleSheet" },
        { "xl/worksheets/sheet1.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet><sheetData><row><c t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>" },
        { "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c t=\"str\"><v>&undefined;</v></c></row></sheetData></worksheet>" },
    };

    [Theory, MemberData(nameof(Broken))]
    public void A_broken_part_is_refused(string part, string content) => Assert.Equal("malformed", Taking.Refusal(Plain().Part(part, content).Bytes()).Code);

    [Fact]
    public void A_missing_sheet_is_refused_by_name()
    {
        var builder = Plain();
        _ = builder.Text("xl/workbook.xml");
        var refusal = Taking.Refusal(builder.Without("xl/worksheets/sheet1.xml").Bytes());
        Assert.Equal(("malformed", "6月"), (refusal.Code, refusal.Table));
        Assert.Contains("xl/worksheets/sheet1.xml", refusal.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_stored_twice_is_refused()
    {
        var builder = Plain();
        _ = builder.Text("xl/workbook.xml");
        Assert.Equal("malformed", Taking.Refusal(builder.Again("xl/worksheets/SHEET1.xml", "<worksheet/>").Bytes()).Code);
    }

    [Fact]
    public void A_workbook_without_worksheets_has_no_table() =>
        Assert.Equal("no_table", Taking.Refusal(Plain().Part("xl/workbook.xml", "<workbook><sheets/></workbook>").Bytes()).Code);
}
