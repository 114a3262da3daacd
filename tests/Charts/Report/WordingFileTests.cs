using System.Globalization;
using SafetyAnalytics.Charts.Report;
using SafetyAnalytics.Charts.Report.Phrasing;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Warehouse.Tests.Reading;

namespace SafetyAnalytics.Charts.Tests.Report;

public sealed class WordingFileTests(OpenSnapshot open) : IClassFixture<OpenSnapshot>
{
    private static readonly CultureInfo s_chinese = CultureInfo.GetCultureInfo("zh-CN");

    [Theory]
    [InlineData("[picture stock-and-flow]")]
    [InlineData("? overdue 没有冒号")]
    [InlineData("新增 {Hazards Found} 条")]
    [InlineData("[table headline")]
    public void A_line_that_is_none_is_named_with_its_number(string line)
    {
        var fault = Assert.Throws<WordingException>(() => WordingFile.Parse("my.txt", $"title: 通报\n\n{line}\n"));
        Assert.Contains($"my.txt 第 3 行看不懂：{line}", fault.Describe(s_chinese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("新增 {hazards_fund} 条", "hazards_fund", "hazards_found")]
    [InlineData("[table headlines]", "headlines", "headline")]
    [InlineData("[figure stock]", "stock", "stock-and-flow")]
    [InlineData("? overdu: 有逾期", "overdu", "overdue")]
    public void A_name_that_does_not_exist_is_reported_with_those_that_do(string line, string wrong, string right)
    {
        var fault = Assert.Throws<WordingException>(() => Read($"title: 通报\n{line}\n"));
        var said = fault.Describe(s_chinese);
        Assert.Contains($"“{wrong}”", said, StringComparison.Ordinal);
        Assert.Contains(right, said, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_reported_together() =>
        Assert.Equal(3, Assert.Throws<WordingException>(() => Read("{a} {b}\n[table c]\n")).Describe(s_chinese).Split('\n').Length);

    [Fact]
    public void A_steward_writes_their_own_report()
    {
        var report = Read("title: {month}简报\n= 一句话\n新增 {hazards_found} 条。\n? overdue: 逾期 {overdue} 条。\n! overdue: 无逾期。\n== 表\n[table sectors]\n");
        Assert.Equal("2024年4月简报", report.Title);
        Assert.Equal(["一、一句话", "（一）表"], report.Blocks.OfType<HeadingBlock>().Select(block => block.Text));
        Assert.Equal(["新增 16 条。", "逾期 114 条。"], report.Blocks.OfType<ParagraphBlock>().Select(block => block.Text));
        Assert.Equal("sectors", Assert.Single(report.Blocks.OfType<TableBlock>()).Table.Key);
    }

    [Fact]
    public void A_file_in_the_seeds_folder_takes_the_built_in_ones_place()
    {
        var folder = Directory.CreateTempSubdirectory("wording-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "report.zh-CN.txt"), "title: 我们的通报\n");
            Assert.Equal("我们的通报", Read(WordingFile.Load(folder.FullName, s_chinese)).Title);
            Assert.StartsWith("Monthly", Read(WordingFile.Load(folder.FullName, CultureInfo.GetCultureInfo("en-US"))).Title, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private MonthlyReport Read(string text) => Read(WordingFile.Parse("my.txt", text));

    private MonthlyReport Read(WordingFile wording) => ReportReading.Read(open.Snapshot, Recipient.Whole, ReportMonth.Parse("2024-04"), s_chinese, wording);
}
