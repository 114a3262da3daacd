using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Tests.Words;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Tests.Reading;

/// <summary>What an adversary's files found wrong, in the smallest form, named by the dirty case.</summary>
public class DirtyClerks
{
    [Theory]
    [InlineData("已整改（6.28）")]
    [InlineData("已整改6.28")]
    [InlineData("已更换（6.28）")]
    [InlineData("已整改，6.28")]
    public void D60_a_bare_day_behind_a_completion_is_its_day(string measures) =>
        Assert.Equal(new DateOnly(2022, 6, 28), Ledger.One(measures: measures).RectifiedOn);

    [Fact]
    public void D60_found_on_a_check_and_mended_on_the_spot_is_one_day()
    {
        var item = Ledger.One(measures: "6月12日检查时发现，当场整改");
        Assert.Equal((new DateOnly(2022, 6, 12), new DateOnly(2022, 6, 12)), (item.FoundOn!.Value, item.RectifiedOn!.Value));
    }

    [Theory]
    [InlineData("当场整改", HazardStatus.Unknown)]
    [InlineData("现场整改", HazardStatus.Unknown)]
    [InlineData("已当场整改", HazardStatus.Rectified)]
    public void D53_a_deadline_that_says_at_once_is_no_completion(string deadline, HazardStatus status) =>
        Assert.Equal(status, Ledger.One(deadline: deadline).Status);

    [Theory]
    [InlineData("已安排保洁清理完毕", HazardStatus.Rectified)]
    [InlineData("换了新灭火器", HazardStatus.Rectified)]
    [InlineData("已搬走", HazardStatus.Rectified)]
    [InlineData("已安排更换", HazardStatus.InProgress)]
    [InlineData("已签合同，施工队即将进场", HazardStatus.InProgress)]
    [InlineData("除消防通道外，其余均已整改", HazardStatus.Partial)]
    [InlineData("整改完成并销号", HazardStatus.Verified)]
    [InlineData("经复核不属于安全隐患", HazardStatus.Cancelled)]
    [InlineData("建议更换灭火器", HazardStatus.Ordered)]
    public void D61_to_D66_a_clerk_says(string measures, HazardStatus status) => Assert.Equal(status, Ledger.One(measures: measures).Status);

    [Theory]
    [InlineData("100%", HazardStatus.Rectified)]
    [InlineData("80%", HazardStatus.Partial)]
    [InlineData("0%", HazardStatus.NotStarted)]
    [InlineData("Y", HazardStatus.Rectified)]
    [InlineData("N", HazardStatus.NotStarted)]
    [InlineData("（√）", HazardStatus.Rectified)]
    [InlineData("(×)", HazardStatus.NotStarted)]
    public void D68_a_status_column_may_hold_a_sign_or_a_share(string cell, HazardStatus status) =>
        Assert.Equal(status, Assert.Single(Ledger.Read($"单位名称|问题隐患|整改时限|是否整改\n青竹餐馆|灭火器过期||{cell}").Items).Status);

    [Theory]
    [InlineData("1。楼道堆物2。电线飞线")]
    [InlineData("1，楼道堆物；2，电线飞线")]
    public void D39_a_stop_or_comma_typed_for_the_dot_numbers_a_list(string cell) => Assert.Equal(["楼道堆物", "电线飞线"], HazardItems.Split(cell));

    [Theory]
    [InlineData("应急办13900000004")]
    [InlineData("应急办（13900000004）")]
    public void D71_a_phone_beside_a_department_does_not_hide_it(string cell) => Assert.Equal(["应急办"], Ledger.One(responsible: cell).Departments);

    [Theory]
    [InlineData("□重大 ☑一般", "一般")]
    [InlineData("☑重大 □一般", "重大")]
    public void D68_a_level_may_be_ticked(string cell, string level) => Assert.Equal(level, LevelWords.ReadColumn(cell));

    [Theory]
    [InlineData("6.20不合格", HazardStatus.Rectified, null, "status_conflict")]
    [InlineData("待验收", HazardStatus.Rectified, null, null)]
    [InlineData("合格", HazardStatus.Verified, null, null)]
    [InlineData("某甲 2022.6.20", HazardStatus.Verified, "2022-06-20", null)]
    public void D66_the_verification_column_says_who_when_and_whether(string cell, HazardStatus status, string? on, string? issue)
    {
        var item = Assert.Single(Ledger.Read($"单位名称|问题隐患|整改情况|整改时限|验收人及日期\n青竹餐馆|灭火器过期|已整改||{cell}").Items);
        Assert.Equal((status, on, issue), (item.Status, item.VerifiedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), item.Issues.SingleOrDefault()));
    }

    [Theory]
    [InlineData("隐患内容※", LedgerColumn.Hazard)]
    [InlineData("3.问题、隐患", LedgerColumn.Hazard)]
    [InlineData("电话/手机", LedgerColumn.Phone)]
    [InlineData("整改措施/情况", LedgerColumn.Measures)]
    [InlineData("联系电话/", null)]
    public void D04_numbers_stars_and_joints_do_not_hide_a_column(string header, LedgerColumn? column) => Assert.Equal(column, SeedFiles.Lexicon.Headers.Find(header));

    [Theory]
    [InlineData("消防类小计", "subtotal")]
    [InlineData("隐患总数：3", "subtotal")]
    [InlineData("本社区共排查隐患3条", "subtotal")]
    [InlineData("本月累计排查隐患3处，已整改2处", "subtotal")]
    [InlineData("单位（公章）：", "signature")]
    [InlineData("主任签字：某甲", "signature")]
    [InlineData("记录人：某甲", "signature")]
    [InlineData("检查人：某甲、某乙", "signature")]
    [InlineData("二〇二二年六月三十日", "signature")]
    [InlineData("—续—", "continuation_note")]
    [InlineData("未完待续", "continuation_note")]
    [InlineData("本月隐患为零", "zero_report")]
    public void D32_D33_D34_D84_a_line_of_its_own_is(string row, string reason)
    {
        var reading = Ledger.Under("1|青竹餐馆||||||灭火器过期\n" + row);
        Assert.Equal((RowKind.Skipped, reason), (reading.Rows[2].Kind, reading.Rows[2].Reason));
    }

    [Fact]
    public void D41_a_count_that_goes_on_from_the_row_above_is_no_total() =>
        Assert.Equal(RowKind.Continuation, Ledger.Under("1|青竹餐馆||||||灭火器过期\n|||||||共3处").Rows[2].Kind);

    [Theory]
    [InlineData("OK")]
    [InlineData("No")]
    public void A_checklists_own_word_is_a_clean_visit(string cell) => Assert.Equal(RowKind.Visit, Ledger.Under($"1|青竹餐馆||||||{cell}").Rows[1].Kind);

    [Theory]
    [InlineData("青竹餐馆，联系电话13800138000")]
    [InlineData("青竹餐馆/某甲/13800138000")]
    public void D70_what_stands_beside_a_phone_is_no_part_of_the_units_name(string cell) =>
        Assert.Equal("青竹餐馆", Ledger.Under($"1|{cell}||||||灭火器过期").Rows[1].UnitName);
}
