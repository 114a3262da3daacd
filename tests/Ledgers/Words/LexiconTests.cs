using System.Reflection;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Tests.Words;

public class LexiconTests
{
    [Fact]
    public void Every_reason_code_stands_in_the_seed()
    {
        var codes = typeof(ReasonCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        Assert.Empty(codes.Except(SeedFiles.Lexicon.Reasons, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_reason_has_both_languages()
    {
        foreach (var row in SeedFiles.Rows("reasons"))
            foreach (var column in new[] { "label_zh", "label_en", "message_zh", "message_en" })
                Assert.True(row[column].Length > 0, $"{row["code"]} lacks {column}");
    }

    [Theory]
    [InlineData("header_names", "column=hazards;names=隐患", "header_names.csv › row 2: column column: 'hazards' is not known. Write one of sequence, unit_name")]
    [InlineData("header_names", "column=hazard;names=单位名称|column=unit_name;names=单位名称", "header_names.csv › row 3: column names: '单位名称' already names the column hazard.")]
    [InlineData("status_words", "status=done;words=好;order=1", "status_words.csv › row 2: column status: 'done' is not known.")]
    [InlineData("status_words", "status=rectified;words=/(/;order=1", "status_words.csv › row 2: column words: an expression between slashes cannot be used")]
    [InlineData("status_words", "status=rectified;words=好;order=first", "status_words.csv › row 2: column order: 'first' is not a whole number. Write digits only.")]
    [InlineData("departments", "department=甲办;aliases=丙办|department=乙办;aliases=丙办", "departments.csv › row 3: column aliases: '丙办' already stands for 甲办.")]
    [InlineData("departments", "department=", "departments.csv › row 2: column department: the value is missing. Fill it in.")]
    [InlineData("holidays", "date=2022/1/1;kind=off", "holidays.csv › row 2: column date: '2022/1/1' is not a date. Write it as 2022-06-30.")]
    [InlineData("high_risk_periods", "period=元旦;kind=法定节假日;starts_on=2022-01-03;ends_on=2022-01-01", "high_risk_periods.csv › row 2: column ends_on: '2022-01-01' is before the start.")]
    public void A_bad_seed_is_named_with_row_value_and_cure(string seed, string rows, string message)
    {
        var bad = rows.Split('|').Select(row => (IReadOnlyDictionary<string, string>)row.Split(';').ToDictionary(pair => pair.Split('=')[0], pair => pair.Split('=')[1])).ToList();
        var error = Assert.Throws<LedgerFormatException>(() => Lexicon.From(name => name == seed ? bad : SeedFiles.Rows(name)));
        Assert.Equal("bad_seed", error.Code);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_a_steward_adds_are_used()
    {
        IReadOnlyDictionary<string, string> added = new Dictionary<string, string>(StringComparer.Ordinal) { ["column"] = "hazard", ["names"] = "毛病" };
        var lexicon = Lexicon.From(name => name == "header_names" ? [.. SeedFiles.Rows(name), added] : SeedFiles.Rows(name));
        Assert.Equal(LedgerColumn.Hazard, lexicon.Headers.Find("毛 病"));
        Assert.Null(SeedFiles.Lexicon.Headers.Find("毛病"));
    }

    [Theory]
    [InlineData("磁器口居委会", "磁器口社区")]
    [InlineData("磁建村", "磁建村")]
    [InlineData("/", null)]
    public void A_community_is_known_by_its_aliases(string text, string? community) => Assert.Equal(community, SeedFiles.Lexicon.Community(text));

    [Theory]
    [InlineData("一、消防领域", "消防")]
    [InlineData("建筑施工", "建设施工")]
    [InlineData("三、消防、燃气", null)]
    [InlineData("Sheet1", null)]
    public void A_heading_names_a_sector(string text, string? sector) => Assert.Equal(sector, SeedFiles.Lexicon.SectorIn(text));

    [Fact]
    public void Working_days_end_with_the_known_years() => Assert.Null(SeedFiles.Lexicon.Deadlines.Read("5个工作日", new DateOnly(2030, 1, 1), null).Due.On);
}
