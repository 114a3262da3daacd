using System.Globalization;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Tests;

public sealed class WordingTests
{
    [Theory]
    [InlineData("zh-CN", UnknownMember.NotStated, "未填报")]
    [InlineData("en-US", UnknownMember.NotStated, "Not stated")]
    [InlineData("en-US", UnknownMember.Unmatched, "Unmatched")]
    [InlineData("en-US", UnknownMember.NotApplicable, "Not applicable")]
    [InlineData("en-US", "应急办", "应急办")]
    public void Members_that_stand_for_not_knowing_have_a_word_in_each_language(string culture, string member, string expected) =>
        Assert.Equal(expected, new Wording(CultureInfo.GetCultureInfo(culture)).Member(member));
}
