using System.Globalization;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Tests.Words;

/// <summary>Case D60: dates in running text, tied to what happened on them, in a ledger of June 2022.</summary>
public class FactDatesTests
{
    [Theory]
    [InlineData("6.3检查，6.10复查已整改", "2022-06-03", "2022-06-10", null, false)]
    [InlineData("6月3日检查发现灭火器过期，已整改", "2022-06-03", null, null, false)]
    [InlineData("6.10已整改", null, "2022-06-10", null, false)]
    [InlineData("已于6月10日整改", null, "2022-06-10", null, false)]
    [InlineData("已整改（6月10日）", null, "2022-06-10", null, false)]
    [InlineData("已整改，6月10日", null, "2022-06-10", null, false)]
    [InlineData("已更换灭火器2具(2022.06.18)", null, "2022-06-18", null, false)]
    [InlineData("复查合格（6月12日）", null, null, "2022-06-12", false)]
    [InlineData("要求整改，6月10日", null, null, null, false)]
    [InlineData("整改完成时间：6月10日", null, "2022-06-10", null, false)]
    [InlineData("6月30日前整改完毕", null, null, null, false)]
    [InlineData("计划6月10日完成整改", null, null, null, false)]
    [InlineData("6月8日整改完毕，6月10日复查合格", null, "2022-06-08", "2022-06-10", false)]
    [InlineData("6月3日检查时当场整改", "2022-06-03", "2022-06-03", null, false)]
    [InlineData("2022.6.3检查，2022.6.5下达整改通知书，2022.6.12整改完成", "2022-06-03", "2022-06-12", null, false)]
    [InlineData("6月5日下达整改通知书，已整改", null, null, null, false)]
    [InlineData("6月10日复查，已整改", null, "2022-06-10", null, false)]
    [InlineData("复查时间：2022.6.12，复查合格", null, null, "2022-06-12", false)]
    [InlineData("2022年6月31日已整改", null, null, null, true)]
    [InlineData("6.10日已更换", null, "2022-06-10", null, false)]
    [InlineData("6月10日，已更换灭火器", null, "2022-06-10", null, false)]
    [InlineData("6月10日经复查合格，予以销号", null, null, "2022-06-10", false)]
    [InlineData("12.28检查", "2021-12-28", null, null, false)]
    [InlineData("1.5米围栏已安装", null, null, null, false)]
    [InlineData("检查日期：2022-06-03", "2022-06-03", null, null, false)]
    [InlineData("6月3日巡查发现，6月4日移交城管", "2022-06-03", null, null, false)]
    [InlineData("8.10已整改", null, null, null, false)]
    [InlineData("灭火器有效期至2022年5月1日", null, null, null, false)]
    [InlineData("已于2022年6月10日前完成整改", null, null, null, false)]
    [InlineData("6月10日整改", null, "2022-06-10", null, false)]
    [InlineData("6月10日销号", null, null, "2022-06-10", false)]
    [InlineData("整改于6月10日完成", null, "2022-06-10", null, false)]
    [InlineData("6月3日检查，6月5日已更换3具，6月10日全部整改完毕", "2022-06-03", "2022-06-10", null, false)]
    public void A_text_states(string text, string? found, string? rectified, string? verified, bool impossible) =>
        Assert.Equal(new StatedDays(Day(found), Day(rectified), Day(verified), impossible), SeedFiles.Lexicon.FactDates.Read(text, new LedgerMonth(2022, 6)));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
