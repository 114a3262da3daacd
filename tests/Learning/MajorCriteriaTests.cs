using System.Globalization;
using System.Reflection;
using CsvHelper;
using SafetyAnalytics.Learning.Levels;

namespace SafetyAnalytics.Learning.Tests;

public class MajorCriteriaTests
{
    private static readonly MajorCriteria s_criteria = new(Rows().Select(row => new MajorCriterion(row["criterion"], row["unit_words"], row["text_words"], row["but_not"], row["standard"], row["clause"])));

    [Theory]
    [InlineData("欢唱歌厅", "安全出口数量不足", "6.5")]
    [InlineData("星光KTV", "二楼仅有1个安全出口", "6.5")]
    [InlineData("新旅馆", "未按规定设置火灾自动报警系统", "6.6")]
    [InlineData("项目部", "员工宿舍采用泡沫彩钢板搭建", "6.10")]
    [InlineData("烟花爆竹零售点", "店内住人", "第二十条")]
    [InlineData("豆制品厂", "有限空间作业未审批", "第十三条（二）")]
    [InlineData("安置房工程项目部", "塔吊未经验收投入使用", "第八条（一）")]
    [InlineData("安置房工程项目部", "外架未设连墙件", "第七条（二）")]
    [InlineData("安置房工程项目部", "架子工无证上岗", "第四条（三）")]
    public void A_criterion_met_in_so_many_words_is_named(string unit, string text, string clause)
    {
        var found = s_criteria.Met(unit, text);
        Assert.Equal(clause, found?.Criterion.Clause);
        Assert.Contains(clause, found!.Criterion.Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("好味餐馆", "安全出口数量不足")]
    [InlineData("欢唱歌厅", "安全出口堵塞")]
    [InlineData("欢唱歌厅", "安全出口指示标志数量较旧")]
    [InlineData("新旅馆", "火灾自动报警系统故障")]
    [InlineData("新旅馆", "未安装独立式烟感报警器")]
    [InlineData("项目部", "仓库采用泡沫彩钢板搭建")]
    [InlineData("烟花爆竹零售点", "未张贴禁止使用明火标志")]
    [InlineData("豆制品厂", "有限空间作业无台账")]
    [InlineData("物业公司", "电工无证上岗")]
    [InlineData("安置房工程项目部", "塔吊限位器失灵")]
    [InlineData("安置房工程项目部", "电工证过期")]
    [InlineData(null, "")]
    public void Everything_else_is_not_called_major(string? unit, string text) => Assert.Null(s_criteria.Met(unit, text));

    [Fact]
    public void No_taught_text_alone_is_major_by_accident() => Assert.InRange(CategorySeeds.Taught.Count(text => s_criteria.Met(null, text.Text) is not null), 0, 5);

    [Fact]
    public void A_bad_row_is_named() => Assert.Contains("'甲'", Assert.Throws<ArgumentException>(() => new MajorCriteria([new MajorCriterion("甲", "", "/(/", "", "", "")])).Message, StringComparison.Ordinal);

    [Fact]
    public void Each_criterion_names_its_standard_and_a_known_category() => Assert.All(Rows(), row =>
    {
        Assert.NotEmpty(row["standard"]);
        Assert.NotEmpty(row["clause"]);
        Assert.Contains(row["category"], CategorySeeds.Categories.Select(category => category.Category));
    });

    private static List<Dictionary<string, string>> Rows()
    {
        using var stream = Assembly.Load("SafetyAnalytics.Warehouse").GetManifestResourceStream("seeds/major_criteria.csv")!;
        using var csv = new CsvReader(new StreamReader(stream), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Select(row => ((IDictionary<string, object>)row).ToDictionary(cell => cell.Key, cell => (string)cell.Value))];
    }
}
