using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Tests.Reading;

/// <summary>Cases D22–D46 and D84: what a row below the header is.</summary>
public class DirtyRows
{
    [Theory]
    [InlineData("", "blank")] // D30
    [InlineData("12", "blank")] // D31
    [InlineData("12|/|/", "blank")]
    [InlineData("合计|12", "subtotal")] // D32
    [InlineData("合计||||||||||", "subtotal")]
    [InlineData("小计：3", "subtotal")]
    [InlineData("以上共12条", "subtotal")]
    [InlineData("|总计||||||12", "subtotal")]
    [InlineData("填表人：　审核人：　（盖章）", "signature")] // D33
    [InlineData("填表人：某甲||||审核人：某乙|||2022年6月30日", "signature")]
    [InlineData("|||||||审核人：某乙", "signature")]
    [InlineData("填报日期：2022年6月30日", "signature")]
    [InlineData("单位负责人签字：", "signature")]
    [InlineData("（盖章）", "signature")]
    [InlineData("本月无隐患", "zero_report")] // D34
    [InlineData("|无", "zero_report")]
    [InlineData("1|无|无|无|无|无|无|无|无|无|无", "zero_report")]
    [InlineData("1|/|/|/|/|/|/|无|/", "zero_report")]
    [InlineData("|||||||无隐患", "zero_report")]
    [InlineData("一、消防领域", "group")] // D35
    [InlineData("|一、消防领域", "group")]
    [InlineData("（二）燃气", "group")]
    [InlineData("消防", "group")]
    [InlineData("转下页", "continuation_note")] // D84
    [InlineData("续表", "continuation_note")]
    [InlineData("（接上页）", "continuation_note")]
    [InlineData("主要负责人（签字）：|||||分管负责人：||||填表日期：2022年6月30日", "signature")]
    [InlineData("填表：某甲|||审核：某乙|||批准：某丙", "signature")]
    [InlineData("应急办（盖章）", "signature")]
    [InlineData("||||||||||2022年6月30日", "signature")]
    [InlineData("（续）", "continuation_note")]
    [InlineData("……转下页", "continuation_note")]
    [InlineData("转第2页", "continuation_note")]
    [InlineData("以下空白", "note")]
    [InlineData("※本表可续页", "note")]
    [InlineData("1|2|3|4|5|6|7|8|9|10|11", "header")]
    [InlineData("(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)|(9)|(10)|(11)", "header")]
    [InlineData("备注：本表一式两份", "note")]
    [InlineData("注：以上情况属实", "note")]
    [InlineData("序号|单位名称|单位地址|单位负责人|联系电话|责任单位|责任人|问题隐患|整改措施及情况|整改时限|备注", "header")] // D07
    public void A_row_that_is_no_entry_is_skipped_and_says_what_it_is(string row, string reason)
    {
        var reading = Ledger.Under("1|青竹餐馆||||||灭火器过期\n" + row);
        Assert.Equal((RowKind.Skipped, reason), (reading.Rows[2].Kind, reading.Rows[2].Reason));
        Assert.Single(reading.Items);
    }

    [Theory]
    [InlineData("2|青竹超市||||||通道堵塞", RowKind.Hazard, null)]
    [InlineData("|青竹超市||||||通道堵塞", RowKind.Hazard, null)]
    [InlineData("2|青竹超市||||||无", RowKind.Visit, null)]
    [InlineData("2|青竹超市||||||未发现隐患|||", RowKind.Visit, null)]
    [InlineData("2|青竹超市||||||合格", RowKind.Visit, null)]
    [InlineData("2|青竹超市||||||经检查未发现安全隐患。", RowKind.Visit, null)]
    [InlineData("2|青竹超市||||||无灭火器", RowKind.Hazard, null)]
    [InlineData("2|青竹超市||||||消防设施完好", RowKind.Visit, null)]
    [InlineData("2|青竹超市||||||已检查，无隐患", RowKind.Visit, null)]
    [InlineData("2|青竹超市||||||未发现隐患排查台账", RowKind.Hazard, null)]
    [InlineData("2|同第3行||||||通道堵塞", RowKind.Waiting, "ditto_without_antecedent")]
    [InlineData("2|合计超市||||||通道堵塞", RowKind.Hazard, null)]
    [InlineData("2|青竹超市", RowKind.Waiting, "no_hazard_text")]
    [InlineData("2|青竹超市||||||/|已整改", RowKind.Waiting, "no_hazard_text")]
    [InlineData("2|||||||通道堵塞|已整改", RowKind.Waiting, "no_unit")] // D37
    [InlineData("|||||||通道堵塞|已整改|6月30日", RowKind.Waiting, "no_unit")]
    [InlineData("2|/||||||通道堵塞", RowKind.Waiting, "no_unit")]
    [InlineData("2|13800138000||||||通道堵塞", RowKind.Waiting, "no_unit")]
    [InlineData("|||||||，墙角2具", RowKind.Continuation, "continuation")] // D41
    [InlineData("2|同上||||||通道堵塞", RowKind.Hazard, null)] // D38
    [InlineData("2|〃||||||通道堵塞", RowKind.Hazard, null)]
    [InlineData("2|″||||||通道堵塞", RowKind.Hazard, null)]
    [InlineData("2|--||||||通道堵塞", RowKind.Hazard, null)]
    public void An_entry_is(string row, RowKind kind, string? reason)
    {
        var reading = Ledger.Under("1|青竹餐馆||||||灭火器过期\n" + row);
        Assert.Equal((kind, reason), (reading.Rows[2].Kind, reading.Rows[2].Reason));
    }

    [Fact]
    public void D30_a_blank_row_does_not_end_the_table()
    {
        var reading = Ledger.Under("1|青竹餐馆||||||灭火器过期\n\n\n2|青竹超市||||||通道堵塞");
        Assert.Equal(2, reading.Items.Count);
    }

    [Theory]
    [InlineData("合计|2", false)]
    [InlineData("合计：共3处隐患", false)]
    [InlineData("以上共12条", true)]
    [InlineData("合计", false)]
    public void D32_a_total_is_checked_against_the_rows(string total, bool mismatch)
    {
        var reading = Ledger.Under("1|青竹餐馆||||||1.灭火器过期；2.通道堵塞|1.已整改；2.已整改\n2|青竹超市||||||通道堵塞\n" + total);
        Assert.Equal(mismatch, reading.Warnings.Contains("subtotal_mismatch"));
    }

    [Fact]
    public void D32_subtotals_count_their_own_group()
    {
        var reading = Ledger.Under("一、消防\n1|甲店||||||灭火器过期\n小计|1\n二、燃气\n2|乙店||||||软管老化\n3|丙店||||||无报警器\n小计|2\n合计|3");
        Assert.DoesNotContain("subtotal_mismatch", reading.Warnings);
        Assert.Equal(["消防", "燃气", "燃气"], reading.Items.Select(item => item.SectorContext));
    }

    [Fact]
    public void D34_a_zero_report_has_a_table_that_says_so()
    {
        var part = Assert.Single(Ledger.Under("1|无").Parts);
        Assert.True(part.IsZeroReport);
        Assert.Null(part.Reason);
    }

    [Theory]
    [InlineData("磁器口社区2022年6月安全生产大检查台账\n本月无隐患")]
    [InlineData("磁器口社区2022年6月本月未发现安全隐患，零报告。")]
    [InlineData("2022年6月安全生产大检查台账\n填报单位：磁器口社区\n零报告")]
    public void D34_a_zero_report_needs_no_table(string text)
    {
        var reading = Ledger.Read([Ledger.Sheet(text, 1, "正文")], ["磁器口社区2022年6月.docx"]);
        var part = Assert.Single(reading.Parts);
        Assert.Equal((true, null, null, new LedgerMonth(2022, 6), "磁器口社区"), (part.IsZeroReport, part.HeaderRow, part.Reason, part.Month, part.Submitter));
        Assert.Empty(reading.Items);
    }

    [Fact]
    public void D34_a_ledger_with_entries_is_no_zero_report() =>
        Assert.False(Ledger.Under("1|青竹餐馆||||||灭火器过期\n本月无重大隐患").Parts[0].IsZeroReport);

    [Fact]
    public void D35_a_group_row_is_the_context_of_the_rows_below_it()
    {
        var reading = Ledger.Under("一、消防领域\n1|甲店||||||灭火器过期\n二、城镇燃气领域\n2|乙店||||||软管老化\n三、其他\n3|丙店||||||地面湿滑");
        Assert.Equal(["消防", "燃气", null], reading.Items.Select(item => item.SectorContext));
    }

    [Fact]
    public void D35_a_group_row_may_name_a_community_within_its_sector()
    {
        var reading = Ledger.Under("一、消防领域\n1|甲店||||||灭火器过期\n（一）金沙社区\n2|乙店||||||灭火器过期\n（二）江畔居委会\n3|丙店||||||灭火器过期\n二、燃气\n4|丁店||||||软管老化");
        Assert.Equal(
            ["消防 group_row  ", "消防 group_row 金沙社区 group_row", "消防 group_row 江畔社区 group_row", "燃气 group_row  "],
            reading.Items.Select(item => $"{item.SectorContext} {item.SectorContextOrigin} {item.CommunityContext} {item.CommunityContextOrigin}"));
    }

    [Fact]
    public void D36_a_merged_unit_fills_its_rows_and_a_blank_outside_is_not_filled()
    {
        var reading = Ledger.Under(
            "1|青竹餐馆|横街1号|某甲|13800138000|||灭火器过期|已整改|6月30日\n2|||||||通道堵塞|整改中|\n3|||||||应急灯损坏",
            merges: [Ledger.Merge(2, 3, 1), Ledger.Merge(2, 3, 2), Ledger.Merge(2, 3, 3), Ledger.Merge(2, 3, 4)]);
        Assert.Equal(("青竹餐馆", "横街1号"), (reading.Rows[2].UnitName, reading.Rows[2].UnitAddress));
        Assert.True(reading.Items[1].HasPhone);
        Assert.Equal(DueKind.None, reading.Items[1].Due.Kind);
        Assert.Equal((RowKind.Waiting, "no_unit"), (reading.Rows[3].Kind, reading.Rows[3].Reason));
    }

    [Fact]
    public void D36_a_merged_deadline_fills_too_because_the_merge_is_real()
    {
        var reading = Ledger.Under("1|青竹餐馆||||||灭火器过期|已整改|6月30日\n2|青竹超市||||||通道堵塞|整改中|", merges: [Ledger.Merge(2, 3, 9)]);
        Assert.Equal([new DateOnly(2022, 6, 30), new DateOnly(2022, 6, 30)], reading.Items.Select(item => item.Due.On!.Value));
    }

    [Fact]
    public void D36_unit_and_hazard_merged_together_are_one_hazard_with_more_words()
    {
        var reading = Ledger.Under("1|青竹餐馆||||||灭火器过期|6.3责令整改\n||||||||6.10已整改", merges: [Ledger.Merge(2, 3, 1), Ledger.Merge(2, 3, 7)]);
        var item = Assert.Single(reading.Items);
        Assert.Equal((HazardStatus.Rectified, new DateOnly(2022, 6, 10)), (item.Status, item.RectifiedOn!.Value));
        Assert.Equal(RowKind.Continuation, reading.Rows[2].Kind);
    }

    [Fact]
    public void A_merge_that_begins_in_the_header_fills_nothing()
    {
        var reading = Ledger.Under("1||||||||灭火器过期", merges: [Ledger.Merge(1, 2, 1)]);
        Assert.Equal("no_unit", reading.Rows[1].Reason);
    }

    [Fact]
    public void D37_D41_text_that_took_another_row_is_joined_and_marked()
    {
        var reading = Ledger.Under("1|青竹餐馆||||||1.灭火器过期；|已整改\n|||||||2.通道堵塞\n2|青竹超市||||||应急灯");
        Assert.Equal(["灭火器过期", "通道堵塞", "应急灯"], reading.Items.Select(item => item.HazardText));
        Assert.Equal((1, 2), (reading.Items[0].ItemNumber, reading.Items[1].ItemNumber));
        Assert.Contains("continued", reading.Items[0].Issues);
        Assert.Equal(2, reading.Items[1].RowNumber);
    }

    [Theory]
    [InlineData("\n|||||||接上文")]
    [InlineData("\n2|甲店||||||无\n|||||||接上文")]
    public void D41_what_does_not_follow_a_hazard_directly_is_no_continuation(string rows)
    {
        var reading = Ledger.Under("1|青竹餐馆||||||灭火器过期\n" + rows);
        Assert.Equal((RowKind.Waiting, "no_unit"), (reading.Rows[^1].Kind, reading.Rows[^1].Reason));
        Assert.Equal("灭火器过期", reading.Items[0].HazardText);
    }

    [Fact]
    public void D41_a_page_turn_does_not_part_a_row_from_its_continuation()
    {
        var reading = Ledger.Under("1|青竹餐馆||||||灭火器过期\n转下页\n" + Ledger.Header + "\n|||||||，共2具");
        Assert.Equal("灭火器过期\n，共2具", Assert.Single(reading.Items).HazardText);
    }

    [Fact]
    public void D38_ditto_takes_the_same_column_above_and_may_go_on()
    {
        var reading = Ledger.Under("1|青竹餐馆|横街1号|||应急办||灭火器过期|已整改|6月30日\n2|同上|〃|||同上||通道堵塞|同上|″\n3|同上|〃|||同上||应急灯损坏|整改中|同上");
        Assert.All(reading.Items, item => Assert.Equal(("应急办", new DateOnly(2022, 6, 30)), (Assert.Single(item.Departments), item.Due.On!.Value)));
        Assert.All(reading.Rows.Skip(1), row => Assert.Equal(("青竹餐馆", "横街1号"), (row.UnitName, row.UnitAddress)));
        Assert.Equal([HazardStatus.Rectified, HazardStatus.Rectified, HazardStatus.InProgress], reading.Items.Select(item => item.Status));
    }

    [Theory]
    [InlineData("（同上）")]
    [InlineData("如上")]
    [InlineData("同上单位")]
    [InlineData("同上行")]
    [InlineData("〃")]
    public void D38_ditto_is_said_in_many_ways(string ditto) =>
        Assert.Equal("青竹餐馆", Ledger.Under($"1|青竹餐馆||||||灭火器过期\n2|{ditto}||||||通道堵塞").Rows[2].UnitName);

    [Fact]
    public void D38_ditto_with_nothing_above_it_is_not_guessed()
    {
        var reading = Ledger.Under("1|同上||||||灭火器过期\n2|青竹餐馆||||同上||通道堵塞");
        Assert.Equal((RowKind.Waiting, "ditto_without_antecedent"), (reading.Rows[1].Kind, reading.Rows[1].Reason));
        var item = Assert.Single(reading.Items);
        Assert.Equal(["ditto_without_antecedent"], item.Issues);
        Assert.Null(item.ResponsibleText);
    }

    [Fact]
    public void D39_measures_numbered_alike_belong_to_their_hazard()
    {
        var items = Ledger.Under("1|青竹餐馆||||||1.灭火器过期；2.通道堵塞|1.已更换；2.整改中|1.6月10日；2.6月30日").Items;
        Assert.Equal(["已更换", "整改中"], items.Select(item => item.MeasuresText));
        Assert.Equal([HazardStatus.Rectified, HazardStatus.InProgress], items.Select(item => item.Status));
        Assert.Equal([new DateOnly(2022, 6, 10), new DateOnly(2022, 6, 30)], items.Select(item => item.Due.On!.Value));
        Assert.All(items, item => Assert.Empty(item.Issues));
    }

    [Fact]
    public void D39_measures_not_numbered_alike_go_to_each_and_are_marked()
    {
        var items = Ledger.Under("1|青竹餐馆||||||①灭火器过期②通道堵塞|已督促整改").Items;
        Assert.Equal(2, items.Count);
        Assert.All(items, item => Assert.Equal(("已督促整改", HazardStatus.Ordered), (item.MeasuresText, item.Status)));
        Assert.All(items, item => Assert.Equal(["measures_shared"], item.Issues));
    }

    [Theory]
    [InlineData("灭火器过期⏎通道堵塞严重")]
    [InlineData("灭火器过期；通道堵塞")]
    public void D39_unnumbered_lists_stay_whole_and_are_marked(string hazard) =>
        Assert.Equal(["several_unnumbered"], Ledger.One(hazard).Issues);

    [Fact]
    public void D42_equal_rows_have_equal_fingerprints_whatever_their_number()
    {
        var reading = Ledger.Under("1|青竹餐馆|横街1号|||||灭火器过期|已整改\n2|青竹 餐馆|横街1号|||||灭火器过期|已整改\n3|青竹餐馆|横街1号|||||灭火器过期|整改中");
        var prints = reading.Rows.Skip(1).Select(row => row.Fingerprint).ToArray();
        Assert.Equal(prints[0], prints[1]);
        Assert.NotEqual(prints[0], prints[2]);
    }

    [Fact]
    public void D45_numbers_of_rows_are_never_read()
    {
        var reading = Ledger.Under("1-1|甲店||||||灭火器过期\n1-1|乙店||||||灭火器过期\n2．|丙店||||||灭火器过期\n①|丁店||||||灭火器过期\n1|戊店||||||灭火器过期");
        Assert.Equal(5, reading.Items.Count);
    }

    [Fact]
    public void A_sender_may_leave_the_hazard_cell_empty_on_clean_visits()
    {
        var reading = Ledger.Under("1|青竹餐馆||||||||\n2|青竹超市||||||灭火器过期", settings: new LandSettings(BlankHazardIsVisit: true));
        Assert.Equal([RowKind.Visit, RowKind.Hazard], reading.Rows.Skip(1).Select(row => row.Kind));
        Assert.Equal(2, Assert.Single(reading.Items).RowNumber - 1);
    }
}
