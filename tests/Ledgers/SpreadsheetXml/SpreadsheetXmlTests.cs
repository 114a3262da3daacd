using System.Text;
using SafetyAnalytics.Ledgers.Tests.Building;

namespace SafetyAnalytics.Ledgers.Tests.SpreadsheetXml;

/// <summary>Workbooks that are one xml file (Excel 2003's), under the name .xls or .xml.</summary>
public class SpreadsheetXmlTests
{
    private const string Head = "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\" xmlns:html=\"http://www.w3.org/TR/REC-html40\">";
    private const string Styles = "<Styles><Style ss:ID=\"Default\"/><Style ss:ID=\"d\"><NumberFormat ss:Format=\"Short Date\"/></Style><Style ss:ID=\"m\"><NumberFormat ss:Format=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></Style><Style ss:ID=\"t\"><NumberFormat ss:Format=\"Short Time\"/></Style><Style ss:ID=\"p\"><NumberFormat ss:Format=\"Percent\"/></Style><Style ss:ID=\"s\"><Font ss:StrikeThrough=\"1\"/></Style><Style ss:ID=\"sd\" ss:Parent=\"s\"><NumberFormat ss:Format=\"Short Date\"/></Style></Styles>";

    private static IReadOnlyList<TakenSheet> Sheets(string inside) => Taking.Sheets(Encoding.UTF8.GetBytes($"{Head}{Styles}{inside}</Workbook>"), "台账.xls");

    private static TakenSheet One(string rows) => Assert.Single(Sheets($"<Worksheet ss:Name=\"6月\"><Table>{rows}</Table></Worksheet>"));

    private static string Data(string type, string text, string attributes = "") => $"<Cell {attributes}><Data ss:Type=\"{type}\">{text}</Data></Cell>";

    [Fact]
    public void Every_kind_of_cell_is_read()
    {
        var sheet = One(
            $"<Row>{Data("String", "单位&#10;名称")}{Data("Number", "13800138000")}{Data("Number", "1.3800138E10")}{Data("Boolean", "1")}<Cell><ss:Data ss:Type=\"String\"><html:B>灭火器</html:B>过期</ss:Data><Comment><ss:Data>批注</ss:Data></Comment></Cell></Row>" +
            $"<Row>{Data("DateTime", "2022-06-30T00:00:00.000", "ss:StyleID=\"d\"")}{Data("DateTime", "2022-06-01T00:00:00.000", "ss:StyleID=\"m\"")}{Data("DateTime", "1899-12-31T08:30:00.000", "ss:StyleID=\"t\"")}{Data("DateTime", "2022-06-30T08:30:00.000")}{Data("Number", "0.85", "ss:StyleID=\"p\"")}{Data("Number", "44742", "ss:StyleID=\"d\"")}</Row>" +
            $"<Row>{Data("Error", "#N/A")}<Cell ss:Formula=\"=A1\"/></Row>");
        Assert.Equal(
            ["1| 单位⏎名称 | 13800138000 | 13800138000 | TRUE | 灭火器过期", "2| 2022-06-30 | 2022年6月 | 08:30 | 2022-06-30 08:30:00 | 85% | 2022-06-30", "FormulaError 3| #N/A"],
            sheet.Lines);
    }

    [Fact]
    public void Indexes_merges_and_marks()
    {
        var sheet = One(
            "<Column ss:Index=\"2\" ss:Span=\"1\" ss:StyleID=\"s\"/>" +
            $"<Row ss:Index=\"3\">{Data("String", "某店", "ss:MergeDown=\"1\" ss:MergeAcross=\"1\"")}{Data("String", "甲")}</Row>" +
            $"<Row ss:Hidden=\"1\">{Data("String", "乙")}</Row>" +
            $"<Row>{Data("String", "丙", "ss:Index=\"2\"")}</Row>" +
            $"<Row ss:StyleID=\"s\">{Data("Number", "1")}{Data("Number", "44742", "ss:StyleID=\"sd\"")}</Row>");
        Assert.Equal(["3| 某店 |  | 甲", "Hidden, Struck 4|  |  | 乙", "Struck 5|  | 丙", "Struck 6| 1 | 2022-06-30"], sheet.Lines);
        Assert.Equal([new CellMerge(3, 4, 0, 1)], sheet.Merges);
    }

    [Fact]
    public void Sheets_are_named_and_hidden()
    {
        var sheets = Sheets($"<Worksheet ss:Name=\"5月\"><Table><Row>{Data("String", "a")}</Row></Table></Worksheet><Worksheet ss:Name=\"旧\"><Table/><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>");
        Assert.Equal([(1, "5月", false), (2, "旧", true)], sheets.Select(sheet => (sheet.Number, sheet.Name, sheet.IsHidden)));
    }

    [Fact]
    public void The_old_Mac_calendar_moves_serial_numbers() =>
        Assert.Equal("2022-06-30", Assert.Single(Sheets($"<x:ExcelWorkbook><x:Date1904/></x:ExcelWorkbook><Worksheet ss:Name=\"a\"><Table><Row>{Data("Number", "43280", "ss:StyleID=\"d\"")}</Row></Table></Worksheet>")).Cell(1, 0));

    [Fact]
    public void What_the_first_line_says_of_the_encoding_may_be_untrue()
    {
        var text = $"{Head.Replace("?>\n<?mso", " encoding=\"gb2312\"?>\n<?mso", StringComparison.Ordinal)}<Worksheet ss:Name=\"6月\"><Table><Row>{Data("String", "某店")}</Row></Table></Worksheet></Workbook>";
        foreach (var encoding in new[] { Encoding.UTF8, CodePagesEncodingProvider.Instance.GetEncoding("GB18030")! })
        {
            using var stream = new MemoryStream(encoding.GetBytes(text));
            Assert.Equal(LedgerFormat.SpreadsheetXml, LedgerReader.Detect(stream, "a.xls"));
            Assert.Equal("某店", LedgerReader.Read(stream, "a.xls").Single().Rows.Single().Cells[0]);
        }
    }

    public static TheoryData<string, string, string> Refused { get; } = new()
    {
        { "no sheet", Head + "</Workbook>", "no_table" },
        { "cut off", Head + "<Worksheet ss:Name=\"a\"><Table><Row>", "malformed" },
        { "entities", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">&b;</Workbook>", "malformed" },
        { "another root", "<?xml version=\"1.0\"?><Book xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>", "malformed" },
        { "an index of nothing", Head + "<Worksheet ss:Name=\"a\"><Table><Row ss:Index=\"0\"/></Table></Worksheet></Workbook>", "malformed" },
        { "an index far away", Head + "<Worksheet ss:Name=\"a\"><Table><Row ss:Index=\"9999999\"/></Table></Worksheet></Workbook>", "malformed" },
        { "a cell stored twice", Head + "<Worksheet ss:Name=\"a\"><Table><Row><Cell ss:Index=\"2\"><Data>a</Data></Cell><Cell ss:Index=\"2\"><Data>b</Data></Cell></Row></Table></Worksheet></Workbook>", "malformed" },
        { "many columns", Head + "<Worksheet ss:Name=\"a\"><Table><Row><Cell ss:Index=\"300\"><Data>a</Data></Cell></Row></Table></Worksheet></Workbook>", "too_large" },
        { "a long cell", Head + "<Worksheet ss:Name=\"a\"><Table><Row><Cell><Data>" + new string('a', 33_000) + "</Data></Cell></Row></Table></Worksheet></Workbook>", "too_large" },
        { "deep tags", Head + string.Concat(Enumerable.Repeat("<a>", 1000)), "too_large" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void What_cannot_be_read_is_refused_with_its_reason(string name, string text, string code) => Assert.Equal(code, Taking.Refusal(Encoding.UTF8.GetBytes(text), name).Code);

    [Fact]
    public void Markup_without_end_is_not_gathered() => Assert.Equal("too_large", Taking.Refusal(Encoding.UTF8.GetBytes(Head + "<a b=\"" + new string('a', 5_000_000))).Code);
}
