using SafetyAnalytics.Ledgers.Tests.Building;

namespace SafetyAnalytics.Ledgers.Tests.Xlsx;

public class XlsxDateTests
{
    private static string Shown(XlsxBuilder builder, string value) =>
        Taking.Sheet(builder.RawSheet("表", $"<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>{value}</v></c></row></sheetData>").Bytes()).Cell(1, 0);

    public static TheoryData<int, string, string> BuiltIn { get; } = new()
    {
        { 14, "44742", "2022-06-30" }, { 15, "44742", "2022-06-30" }, { 16, "44742", "2022-06-30" }, { 17, "44742", "2022年6月" },
        { 18, "0.375", "09:00" }, { 20, "0.5", "12:00" }, { 21, "0.50001", "12:00:01" }, { 22, "44742.5", "2022-06-30 12:00:00" }, { 22, "44742", "2022-06-30" },
        { 27, "44742", "2022年6月" }, { 28, "44742", "2022-06-30" }, { 30, "44742", "2022-06-30" }, { 31, "44742", "2022-06-30" }, { 32, "0.75", "18:00" }, { 36, "44742", "2022年6月" },
        { 45, "0.01", "00:14:24" }, { 46, "1.5", "36:00" }, { 50, "44742", "2022年6月" }, { 51, "44742", "2022-06-30" }, { 57, "44742", "2022年6月" }, { 58, "44742", "2022-06-30" },
        { 0, "44742", "44742" }, { 1, "44742", "44742" }, { 2, "44742.5", "44742.5" }, { 49, "44742", "44742" },
        { 9, "0.85", "85%" }, { 10, "0.8512", "85.12%" },
    };

    [Theory, MemberData(nameof(BuiltIn))]
    public void Built_in_formats_are_what_Chinese_programs_mean_by_them(int format, string value, string expected) => Assert.Equal(expected, Shown(new XlsxBuilder().Format(format), value));

    public static TheoryData<string, string, string> Spelled { get; } = new()
    {
        { "yyyy/m/d", "44742", "2022-06-30" },
        { "yyyy\"年\"m\"月\"d\"日\"", "44742", "2022-06-30" },
        { "yyyy\"年\"m\"月\";@", "44742", "2022年6月" },
        { "yyyy年m月", "44742", "2022年6月" },
        { "yyyy", "44742", "2022年" },
        { "[$-804]m\"月\"d\"日\"", "44742", "2022-06-30" },
        { "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "44742", "2022-06-30" },
        { "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "44742", "2022-06-30" },
        { "[Red]yyyy-mm-dd;[Blue]0", "44742", "2022-06-30" },
        { "yyyy-mm-dd hh:mm", "44742.75", "2022-06-30 18:00:00" },
        { "yyyy-mm-dd hh:mm", "44742", "2022-06-30" },
        { "yyyy-mm-dd", "44742.75", "2022-06-30" },
        { "aaaa", "44742", "2022-06-30" },
        { "e\"年\"m\"月\"d\"日\"", "44742", "2022-06-30" },
        { "h:mm", "0.3125", "07:30" },
        { "mm:ss", "0.3125", "07:30" },
        { "h:mm", "44742.5", "2022-06-30 12:00:00" },
        { "上午/下午h\"时\"mm\"分\"", "0.75", "18:00" },
        { "h:mm AM/PM", "0.75", "18:00" },
        { "[h]:mm", "2", "48:00" },
        { "mmm", "44742", "2022年6月" },
        { "General", "44742", "44742" },
        { "G/通用格式", "44742", "44742" },
        { "0.00E+00", "44742", "44742" },
        { "#,##0.00", "44742.5", "44742.5" },
        { "0\"d\"", "44742", "44742" },
        { "\"日期\"0", "44742", "44742" },
        { "0\\m", "44742", "44742" },
        { "0_d", "44742", "44742" },
        { "[Red]0", "44742", "44742" },
        { "@", "44742", "44742" },
        { "0%", "0.07", "7%" },
        { "0\"%\"", "7", "7" },
        { "0;yyyy", "44742", "44742" },
        { "\"", "44742", "44742" },
        { "[", "44742", "44742" },
        { "", "44742", "44742" },
    };

    [Theory, MemberData(nameof(Spelled))]
    public void Spelled_formats_are_read_without_their_literals(string format, string value, string expected) => Assert.Equal(expected, Shown(new XlsxBuilder().Format(format), value));

    public static TheoryData<string, string> Edges { get; } = new()
    {
        { "0", "1900-01-00" }, { "1", "1900-01-01" }, { "59", "1900-02-28" }, { "60", "1900-02-29" }, { "61", "1900-03-01" },
        { "2958465", "9999-12-31" }, { "2958466", "2958466" }, { "-1", "-1" }, { "13800138000", "13800138000" }, { "44741.999999999", "2022-06-30" },
    };

    [Theory, MemberData(nameof(Edges))]
    public void The_calendar_has_ends_and_one_day_that_never_was(string value, string expected) => Assert.Equal(expected, Shown(new XlsxBuilder().Format(14), value));

    [Theory, InlineData("0", "1904-01-01"), InlineData("43280", "2022-06-30"), InlineData("2957004", "2957004")]
    public void Old_Mac_workbooks_count_from_1904(string value, string expected) => Assert.Equal(expected, Shown(new XlsxBuilder().Uses1904().Format(14), value));

    [Fact]
    public void A_format_the_file_spells_out_beats_the_built_in_one() =>
        Assert.Equal("2022年6月", Shown((XlsxBuilder)new XlsxBuilder().Format(14).Part("xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId=\"14\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/></numFmts><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"), "44742"));

    [Theory, InlineData("zh-CN"), InlineData("en-US"), InlineData("de-DE"), InlineData("th-TH")]
    public void Culture_changes_nothing(string culture)
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo(culture);
            Assert.Equal("2022-06-30 12:00:00", Shown(new XlsxBuilder().Format(22), "44742.5"));
            Assert.Equal("2022年6月", Shown(new XlsxBuilder().Format(17), "44742"));
            Assert.Equal("1.5", Shown(new XlsxBuilder().Format(0), "1.50"));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
