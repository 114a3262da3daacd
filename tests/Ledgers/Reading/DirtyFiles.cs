using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Tests.Reading;

/// <summary>Cases D01–D29 that the rows can show: headers, sheets, months and senders.</summary>
public class DirtyFiles
{
    private const string Row = "1|青竹餐馆|横街1号|||||灭火器过期|已整改|6月30日|";

    [Fact]
    public void D01_the_header_is_found_below_titles_that_say_who_and_when()
    {
        var reading = Ledger.Read("附件3\n磁器口安全生产大检查台账\n填报单位：磁器口社区　填报时间：2022年6月30日\n" + Ledger.Header + "\n" + Row, "台账.xlsx");
        var part = Assert.Single(reading.Parts);
        Assert.Equal((new LedgerMonth(2022, 6), "磁器口社区", 4), (part.Month, part.Submitter, part.HeaderRow));
        Assert.Single(reading.Items);
    }

    [Fact]
    public void D02_line_breaks_and_blanks_inside_header_cells_do_not_matter()
    {
        var reading = Ledger.Read("序⏎号|单位⏎⏎名称|单位　地址|单位 负责人|联系⏎电话|责任⏎单位|责任人|问题⏎隐患|整改措施⏎及情况|整改⏎时限|备  注\n" + Row);
        Assert.Single(reading.Items);
        Assert.Empty(reading.Warnings);
    }

    [Theory]
    [InlineData("序号|单位|||联系电话|整改责任||问题隐患|整改||备注\n|名称|地址|负责人||单位|责任人||措施及情况|时限|")]
    [InlineData("序号|单位名称|单位地址|单位负责人|联系电话|整改责任||问题隐患|整改措施及情况|整改时限|备注\n|||||责任单位|责任人||||")]
    public void D03_a_header_of_two_rows_is_read_by_its_leaves(string header)
    {
        CellMerge[] merges = [new(1, 1, 1, 3), new(1, 1, 5, 6), new(1, 1, 8, 9), new(1, 2, 0, 0), new(1, 2, 7, 7)];
        var reading = Ledger.Read(header + "\n1|青竹餐馆|横街1号|||应急办||灭火器过期|已整改|6月30日|", merges: header.Contains("|单位|", StringComparison.Ordinal) ? merges : [new(1, 1, 5, 6)]);
        var item = Assert.Single(reading.Items);
        Assert.Equal(["应急办"], item.Departments);
        Assert.Equal((HazardStatus.Rectified, new DateOnly(2022, 6, 30), "灭火器过期"), (item.Status, item.Due.On!.Value, item.HazardText));
        Assert.Equal("横街1号", reading.Rows[2].UnitAddress);
    }

    [Fact]
    public void D03_a_header_of_three_rows()
    {
        var reading = Ledger.Read("检查情况|||||整改情况\n序号|受检单位||隐患|责任||\n|名称|地址|问题隐患|责任单位|责任人|整改时限\n1|青竹餐馆|横街1号|灭火器过期|应急办|某甲|6月30日", merges: [new(1, 1, 0, 4), new(1, 1, 5, 6), new(2, 2, 1, 2), new(2, 2, 4, 6)]);
        Assert.Equal("青竹餐馆", reading.Rows[3].UnitName);
        Assert.Equal(new DateOnly(2022, 6, 30), Assert.Single(reading.Items).Due.On);
    }

    [Theory]
    [InlineData("受检单位|存在问题|整改情况|完成时限")]
    [InlineData("被检查单位|隐患描述|整改措施|整改期限")]
    [InlineData("企业名称|安全隐患|处理情况|整改完成时限")]
    [InlineData("*单位名称（必填）|问题隐患（可附照片）|整改情况：|整改时限(年月日)")]
    public void D04_columns_are_known_by_other_names(string header)
    {
        var item = Assert.Single(Ledger.Read(header + "\n青竹餐馆|灭火器过期|已整改|6月30日").Items);
        Assert.Equal(("灭火器过期", HazardStatus.Rectified, new DateOnly(2022, 6, 30)), (item.HazardText, item.Status, item.Due.On!.Value));
    }

    [Theory]
    [InlineData("更换灭火器", "已整改", "更换灭火器；已整改", HazardStatus.Rectified)]
    [InlineData("立即更换。", "未更换", "立即更换；未更换", HazardStatus.Ordered)]
    [InlineData("更换灭火器", "", "更换灭火器", HazardStatus.Unknown)]
    [InlineData("", "整改中", "整改中", HazardStatus.InProgress)]
    public void D05_measures_and_their_outcome_may_stand_in_two_columns(string measures, string outcome, string text, HazardStatus status)
    {
        var item = Assert.Single(Ledger.Read($"序号|单位名称|问题隐患|整改措施|整改情况|整改时限\n1|青竹餐馆|灭火器过期|{measures}|{outcome}|6月30日").Items);
        Assert.Equal((text, status), (item.MeasuresText, item.Status));
    }

    [Fact]
    public void D05_columns_are_read_by_name_in_any_order_and_new_ones_add_what_they_say()
    {
        var reading = Ledger.Read("问题隐患|检查日期|社区|隐患等级|检查人|单位名称|整改状态|行业领域|整改完成日期|验收人及日期\n灭火器过期|2022.6.3|磁器口居委会|重大|某甲|青竹餐馆|已整改|消防安全|2022.6.8|某乙 2022.6.10");
        var item = Assert.Single(reading.Items);
        Assert.Equal((new DateOnly(2022, 6, 3), new DateOnly(2022, 6, 8), new DateOnly(2022, 6, 10)), (item.FoundOn!.Value, item.RectifiedOn!.Value, item.VerifiedOn!.Value));
        Assert.Equal((HazardStatus.Verified, "磁器口社区", "消防", "重大"), (item.Status, item.Community!, item.Sector!, item.Level!));
        Assert.Contains("unknown_column", reading.Warnings);
    }

    [Fact]
    public void D06_a_table_without_units_or_hazards_waits_as_a_whole_and_other_missing_columns_are_a_warning()
    {
        var refused = Ledger.Read("序号|单位地址|责任单位|问题隐患|整改措施及情况|整改时限\n1|横街1号|应急办|灭火器过期|已整改|6月30日");
        Assert.Equal("missing_column", Assert.Single(refused.Parts).Reason);
        Assert.Equal((RowKind.Waiting, "missing_column"), (refused.Rows[1].Kind, refused.Rows[1].Reason));
        Assert.Empty(refused.Items);

        var warned = Ledger.Read("单位名称|问题隐患\n青竹餐馆|灭火器过期");
        Assert.Null(Assert.Single(warned.Parts).Reason);
        Assert.Contains("missing_column", warned.Warnings);
        Assert.Single(warned.Items);
    }

    [Fact]
    public void D07_a_header_repeated_on_each_page_is_skipped()
    {
        var reading = Ledger.Under(Row + "\n" + Ledger.Header + "\n2|青竹超市||||||通道堵塞||");
        Assert.Single(reading.Parts);
        Assert.Equal(["header", null, "header", null], reading.Rows.Select(row => row.Reason));
        Assert.Equal(2, reading.Items.Count);
    }

    [Fact]
    public void D08_a_workbook_of_several_months_is_several_ledgers_and_its_name_is_not_held_against_them()
    {
        var reading = Ledger.Read(
            [Ledger.Sheet(Ledger.Header + "\n" + Row, 1, "5月"), Ledger.Sheet(Ledger.Header + "\n" + Row, 2, "6月"), Ledger.Sheet("统计|数量\n消防|2", 3, "统计")],
            ["应急办2022年6月台账.xlsx"]);
        Assert.Equal([new LedgerMonth(2022, 5), new LedgerMonth(2022, 6)], reading.Parts.Select(part => part.Month!.Value));
        Assert.All(reading.Parts, part => Assert.Equal(("应急办", null), (part.Submitter, part.Reason)));
        Assert.Contains("unread_sheet", reading.Warnings);
        Assert.Equal((RowKind.Skipped, "no_header"), (reading.Rows[^1].Kind, reading.Rows[^1].Reason));
    }

    [Fact]
    public void D08_one_sheet_a_sender()
    {
        var reading = Ledger.Read([Ledger.Sheet(Ledger.Header + "\n" + Row, 1, "磁器口社区"), Ledger.Sheet(Ledger.Header + "\n" + Row, 2, "金沙社区")], ["2022年6月汇总.xlsx"]);
        Assert.Equal(["磁器口社区", "金沙社区"], reading.Parts.Select(part => part.Submitter));
    }

    [Fact]
    public void D08_a_sheet_named_for_a_sector_gives_its_context()
    {
        var reading = Ledger.Read([Ledger.Sheet(Ledger.Header + "\n" + Row, 1, "消防")], ["应急办2022年6月.xlsx"]);
        Assert.Equal("消防", Assert.Single(reading.Items).SectorContext);
    }

    [Fact]
    public void D09_a_hidden_sheet_is_reported_and_not_loaded()
    {
        var reading = Ledger.Read([Ledger.Sheet(Ledger.Header + "\n" + Row, 1), Ledger.Sheet(Ledger.Header + "\n" + Row, 2, "旧表", isHidden: true)], ["应急办2022年6月.xlsx"]);
        Assert.Single(reading.Items);
        Assert.Equal(["hidden_sheet"], reading.Warnings);
        Assert.Equal(2, reading.Rows.Count(row => row is { Kind: RowKind.Skipped, Reason: "hidden_sheet", PartNumber: null }));
    }

    [Fact]
    public void D10_D46_hidden_and_struck_rows_are_loaded_and_reported()
    {
        var sheet = Ledger.Sheet(Ledger.Header + "\n" + Row + "\n2|青竹超市||||||通道堵塞");
        var marked = sheet with { Rows = [sheet.Rows[0], sheet.Rows[1] with { Marks = RowMarks.Hidden }, sheet.Rows[2] with { Marks = RowMarks.Struck }] };
        var reading = Ledger.Read([marked], ["应急办2022年6月.xlsx"]);
        Assert.Equal(2, reading.Items.Count);
        Assert.Equal(["hidden_rows", "struck_rows"], reading.Warnings);
    }

    [Fact]
    public void D19_a_word_table_goes_on_in_the_next_with_or_without_its_header()
    {
        var reading = Ledger.Read(
            [
                Ledger.Sheet(Ledger.Header + "\n" + Row, 1, "表1", heading: ["应急办2022年6月安全生产大检查台账"]),
                Ledger.Sheet(Ledger.Header + "\n2|青竹超市||||||通道堵塞", 2, "表2"),
                Ledger.Sheet("3|青竹客栈||||||应急灯损坏", 3, "表3"),
            ],
            ["台账.docx"]);
        Assert.Equal(3, reading.Items.Count);
        Assert.All(reading.Parts, part => Assert.Equal((new LedgerMonth(2022, 6), "应急办"), (part.Month, part.Submitter)));
        Assert.Equal(2, reading.Rows[^1].PartNumber);
    }

    [Fact]
    public void D22_a_row_with_only_a_picture_is_not_blank()
    {
        var sheet = Ledger.Sheet(Ledger.Header + "\n" + Row + "\n");
        var reading = Ledger.Read([sheet with { Rows = [.. sheet.Rows.Take(2), new LedgerRow(3, [], RowMarks.Picture)] }], ["应急办2022年6月.xlsx"]);
        Assert.Equal((RowKind.Waiting, "picture_only"), (reading.Rows[2].Kind, reading.Rows[2].Reason));
    }

    [Fact]
    public void D23_a_formula_error_is_blank_with_an_issue()
    {
        var reading = Ledger.Under("1|青竹餐馆||||#N/A||灭火器过期|已整改|#REF!|\n2|#REF!||||||通道堵塞");
        var item = Assert.Single(reading.Items);
        Assert.Equal((DueKind.None, null), (item.Due.Kind, item.ResponsibleText));
        Assert.Contains("formula_error", item.Issues);
        Assert.Equal((RowKind.Waiting, "no_unit"), (reading.Rows[2].Kind, reading.Rows[2].Reason));
    }

    [Theory]
    [InlineData("应急办2022年6月台账.xlsx", 0)]
    [InlineData("应急办2022年6月台账（更正）.xlsx", 1)]
    [InlineData("应急办2022年6月台账(最终版2).xlsx", 2)]
    [InlineData("应急办2022年6月台账v3.xlsx", 3)]
    public void D26_a_corrected_version_says_so(string file, int revision) => Assert.Equal(revision, Ledger.Under(Row, file).Parts[0].Revision);

    [Fact]
    public void D29_contradicting_months_wait_with_all_readings_listed()
    {
        var reading = Ledger.Read("应急办2022年5月台账\n" + Ledger.Header + "\n" + Row, "应急办2022年6月台账.xlsx");
        var part = Assert.Single(reading.Parts);
        Assert.Equal(("month_conflict", null), (part.Reason, part.Month));
        Assert.Equal(["月份 标题: 2022-05", "月份 文件名: 2022-06", "单位 标题: 应急办", "单位 文件名: 应急办"], part.Readings);
        Assert.Equal(RowKind.Hazard, reading.Rows[2].Kind);
    }

    [Fact]
    public void Contradicting_senders_wait()
    {
        var part = Ledger.Read("填报单位：磁器口社区\n" + Ledger.Header + "\n" + Row, "应急办2022年6月台账.xlsx").Parts[0];
        Assert.Equal(("sender_conflict", null), (part.Reason, part.Submitter));
    }

    [Theory]
    [InlineData("", "6月.xlsx", null, "no_month")]
    [InlineData("填报时间：2022年6月30日", "应急办6月.xlsx", "2022-06", null)]
    [InlineData("填报时间：2023年1月3日", "应急办12月.xlsx", "2022-12", null)]
    [InlineData("填报时间：2022年6月30日", "应急办.xlsx", "2022-06", null)]
    [InlineData("填报时间：2022年7月3日", "应急办.xlsx", null, "no_month")]
    [InlineData("填报时间：2022年7月3日", "应急办2022年6月.xlsx", "2022-06", null)]
    [InlineData("2022年安全生产大检查台账", "应急办6月.xlsx", "2022-06", null)]
    [InlineData("", "应急办20220630.xlsx", "2022-06", null)]
    [InlineData("", "应急办20220703.xlsx", null, "no_month")]
    [InlineData("2022年1-6月台账", "应急办2022年6月.xlsx", "2022-06", null)]
    [InlineData("", "应急办2022年5-6月.xlsx", null, "no_month")]
    [InlineData("2021年台账", "应急办2022年6月.xlsx", null, "month_conflict")]
    [InlineData("应急办台账\n（2022年6月）", "台账.xlsx", "2022-06", null)] // a title in brackets right above the header is no part of it
    [InlineData("应急办 2022年6月", "台账.xlsx", "2022-06", null)]
    [InlineData("应急办\n2022年6月", "台账.xlsx", "2022-06", null)]
    public void A_month_is_settled_by_agreement(string title, string file, string? month, string? reason)
    {
        var part = Ledger.Read(title + "\n" + Ledger.Header + "\n" + Row, file).Parts[0];
        Assert.Equal(month, part.Month?.ToString());
        Assert.Equal(reason, part.Reason);
    }

    [Fact]
    public void Options_beat_the_file()
    {
        var part = Ledger.Read("应急办2022年5月台账\n" + Ledger.Header + "\n" + Row, "磁器口社区2022年6月.xlsx", new LandSettings(new LedgerMonth(2022, 7), "产业办")).Parts[0];
        Assert.Equal((new LedgerMonth(2022, 7), "经发办", true, null), (part.Month, part.Submitter, part.SubmitterIsKnown, part.Reason));
        Assert.Equal(["月份 指定: 2022-07", "月份 标题: 2022-05", "月份 文件名: 2022-06"], part.Readings.Where(text => text.StartsWith("月份", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_unknown_sender_waits_until_an_option_names_it()
    {
        const string Rows = "填报单位：磁建村　填报时间：2022年6月30日\n" + Ledger.Header + "\n" + Row;
        var part = Ledger.Read(Rows, "台账.xlsx").Parts[0];
        Assert.Equal(("unknown_sender", "磁建村", false), (part.Reason, part.Submitter, part.SubmitterIsKnown));
        var named = Ledger.Read(Rows, "台账.xlsx", new LandSettings(From: "磁建村")).Parts[0];
        Assert.Equal((null, "磁建村", true), (named.Reason, named.Submitter, named.SubmitterIsKnown));
    }

    [Fact]
    public void Labels_in_cells_of_their_own_are_read_too()
    {
        var part = Ledger.Read("填报单位：|磁器口社区||填报时间：|2022年6月30日\n" + Ledger.Header + "\n" + Row, "台账.xlsx").Parts[0];
        Assert.Equal((new LedgerMonth(2022, 6), "磁器口社区"), (part.Month, part.Submitter));
    }

    [Fact]
    public void The_names_the_same_bytes_came_under_must_agree()
    {
        var sheet = Ledger.Sheet(Ledger.Header + "\n" + Row);
        Assert.Null(Ledger.Read([sheet], ["应急办2022年6月.xlsx", "应急办2022年6月(2).xlsx"]).Parts[0].Reason);
        Assert.Equal("month_conflict", Ledger.Read([sheet], ["应急办2022年5月.xlsx", "应急办2022年6月.xlsx"]).Parts[0].Reason);
    }

    [Fact]
    public void A_csv_sheet_named_like_its_file_is_one_reading_not_two()
    {
        var sheet = Ledger.Sheet(Ledger.Header + "\n" + Row, name: "应急办2022-06.csv");
        Assert.Equal(["月份 文件名: 2022-06", "单位 文件名: 应急办"], Ledger.Read([sheet], ["应急办2022-06.csv"]).Parts[0].Readings);
    }

    [Fact]
    public void A_file_without_any_header_waits_as_a_whole()
    {
        var reading = Ledger.Read("姓名|电话\n某甲|13800138000", "应急办2022年6月.xlsx");
        Assert.Equal("no_header", Assert.Single(reading.Parts).Reason);
        Assert.All(reading.Rows, row => Assert.Equal((RowKind.Waiting, "no_header"), (row.Kind, row.Reason)));
    }

    [Fact]
    public void A_header_with_nothing_below_waits_and_beside_a_filled_sheet_does_not_count()
    {
        Assert.Equal("empty_table", Assert.Single(Ledger.Read(Ledger.Header).Parts).Reason);
        var reading = Ledger.Read([Ledger.Sheet(Ledger.Header + "\n" + Row, 1), Ledger.Sheet(Ledger.Header, 2, "Sheet2")], ["应急办2022年6月.xlsx"]);
        Assert.Equal(1, Assert.Single(reading.Parts).SheetNumber);
    }

    [Fact]
    public void Two_ledgers_below_each_other_in_one_sheet_keep_their_months()
    {
        var reading = Ledger.Read("2022年5月台账\n" + Ledger.Header + "\n" + Row + "\n2022年6月台账\n" + Ledger.Header + "\n" + Row, "应急办.xlsx");
        Assert.Equal([new LedgerMonth(2022, 5), new LedgerMonth(2022, 6)], reading.Parts.Select(part => part.Month!.Value));
        Assert.Equal([1, 2], reading.Rows.Where(row => row.Kind == RowKind.Hazard).Select(row => row.PartNumber!.Value));
    }
}
