using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Tests.Words;

/// <summary>What of a remark may say what kind of place a unit is; nothing that names a day, a number, a department or somebody.</summary>
public class RemarkPiecesTests
{
    [Theory]
    [InlineData("Restaurant; Risk 1 (High); 2013-05-01", "RESTAURANT|RISK 1 (HIGH)")]
    [InlineData("餐饮；九小场所", "九小场所|餐饮")]
    [InlineData("餐饮，餐饮、ｃａｆｅ", "CAFE|餐饮")]
    [InlineData("Daycare (2 - 6 Years); 1005", "DAYCARE (2 - 6 YEARS)")]
    [InlineData("九小场所；2022年6月3日；6月3日复查；12", "九小场所")]
    [InlineData("养老院；已建档20220603", "养老院")]
    [InlineData("网吧；［电话］；联系人［姓名］", "网吧")]
    [InlineData("网吧；检查人甲某；检查员：乙；Inspector Doe", "网吧")]
    [InlineData("厂房；张三丰；李四；欧阳某", "厂房")]
    [InlineData("学校；区应急局；应急办；甲社区", "学校")]
    [InlineData("宾馆；这一条是一句很长很长的话说的是这家店的货架摆放得不太好而且每次来的时候都没有人在里面看着", "宾馆")]
    [InlineData("甲", "")]
    public void Pieces_are_kinds_of_places_at_most(string remark, string expected) =>
        Assert.Equal(expected, string.Join('|', new RemarkPieces(SeedFiles.Lexicon).Of(remark)));
}
