using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Tests.Reading;

/// <summary>Cases D31–D84 that one cell's words can show, read in a whole row of June 2022.</summary>
public class DirtyWords
{
    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day);

    private static void IsDue(string words, DueKind kind, string? on, DatePrecision precision, string? from = null, string? remark = null, string file = "应急办2022年6月台账.xlsx")
    {
        var item = Ledger.One(deadline: words, remark: remark ?? "", file: file);
        Assert.Equal(new Deadline(kind, Day(on), Day(from), precision), item.Due);
        Assert.Equal(words, item.DueText);
    }

    [Theory, InlineData("12"), InlineData("12|/|—"), InlineData("3|　|\u00a0")]
    public void D31_a_row_of_only_a_number_is_blank_and_counted(string row)
    {
        var reading = Ledger.Under("1|青竹餐馆||||||灭火器过期\n" + row + "\n2|青竹超市||||||通道堵塞");
        Assert.Equal((RowKind.Skipped, "blank"), (reading.Rows[2].Kind, reading.Rows[2].Reason));
        Assert.Equal(2, reading.Items.Count);
    }

    [Theory, InlineData("填表人：某甲|||审核人：某乙|||（盖章）"), InlineData("单位负责人（签字）：　　　填报日期：2022年6月30日"), InlineData("（盖章）")]
    public void D33_signatures_at_the_foot_are_skipped(string row)
    {
        var reading = Ledger.Under("1|青竹餐馆||||||灭火器过期\n" + row);
        Assert.Equal((RowKind.Skipped, "signature"), (reading.Rows[2].Kind, reading.Rows[2].Reason));
    }

    [Theory, InlineData("围栏高度不足1.5米"), InlineData("2022.6.30检查发现灭火器过期"), InlineData("罚款3.2万元"), InlineData("1-2层通道堵塞")]
    public void D40_decimals_dates_amounts_and_floors_are_no_numbering(string hazard)
    {
        var item = Ledger.One(hazard);
        Assert.Equal((hazard, 1), (item.HazardText, item.ItemNumber));
    }

    [Theory, InlineData("2022.6.30"), InlineData("2022-6-30"), InlineData("2022/6/30"), InlineData("20220630"), InlineData("2022年6月30日前")]
    public void D47_a_day_is_written_in_many_ways(string words) => IsDue(words, DueKind.Date, "2022-06-30", DatePrecision.Day);

    [Theory]
    [InlineData("6.30", "应急办2022年6月台账.xlsx", "2022-06-30")]
    [InlineData("6月30日", "应急办2022年6月台账.xlsx", "2022-06-30")]
    [InlineData("1月15日", "应急办2022年12月台账.xlsx", "2023-01-15")]
    public void D48_a_day_without_a_year_is_of_the_ledgers_year_and_January_in_December_of_the_next(string words, string file, string on) => IsDue(words, DueKind.Date, on, DatePrecision.Day, file: file);

    [Theory]
    [InlineData("5月底前", "2022-05-31", DatePrecision.Month)]
    [InlineData("月底", "2022-06-30", DatePrecision.Month)]
    [InlineData("6月上旬", "2022-06-10", DatePrecision.TenDays)]
    [InlineData("6月中旬", "2022-06-20", DatePrecision.TenDays)]
    [InlineData("6月下旬", "2022-06-30", DatePrecision.TenDays)]
    public void D51_ends_and_thirds_of_a_month_are_their_last_day(string words, string on, DatePrecision precision) => IsDue(words, DueKind.Date, on, precision);

    [Theory, InlineData("二十大前", "2022-10-15"), InlineData("国庆前", "2022-09-30")]
    public void D52_before_an_event_is_the_day_before_it_opens(string words, string on) => IsDue(words, DueKind.Event, on, DatePrecision.Day);

    [Fact]
    public void D52_an_event_no_seed_knows_cannot_be_determined()
    {
        var item = Ledger.One(deadline: "丰收节前");
        Assert.Null(item.Due.On);
        Assert.NotEmpty(item.Issues);
    }

    [Theory, InlineData("长期"), InlineData("持续整改"), InlineData("立行立改，长期坚持")]
    public void D54_long_term_has_no_day(string words) => IsDue(words, DueKind.LongTerm, null, DatePrecision.Unknown);

    [Fact]
    public void D54_long_term_with_a_day_has_that_day() => IsDue("2024年底前，并长期坚持", DueKind.Date, "2024-12-31", DatePrecision.Month);

    [Theory, InlineData("限期3日内", "2022-06-11"), InlineData("一周内", "2022-06-15"), InlineData("5个工作日", "2022-06-15")]
    public void D55_a_relative_deadline_counts_from_the_day_found(string words, string on) => IsDue(words, DueKind.Relative, on, DatePrecision.Day, remark: "6月8日检查");

    [Fact]
    public void D55_without_the_day_found_it_cannot_be_determined()
    {
        IsDue("限期3日内", DueKind.Relative, null, DatePrecision.Unknown);
        Assert.Contains("due_undeterminable", Ledger.One(deadline: "限期3日内").Issues);
    }

    [Fact]
    public void D56_a_month_is_its_last_day() => IsDue("2022-06", DueKind.Date, "2022-06-30", DatePrecision.Month);

    [Fact]
    public void D57_a_span_ends_on_its_last_day_and_keeps_its_first()
    {
        IsDue("5月—10月", DueKind.Date, "2022-10-31", DatePrecision.Month, "2022-05-01");
        IsDue("6.1-6.15", DueKind.Date, "2022-06-15", DatePrecision.Day, "2022-06-01");
    }

    [Theory, InlineData("已督促整改"), InlineData("已要求整改"), InlineData("已口头要求整改"), InlineData("已下达整改通知书"), InlineData("限期3日内整改")]
    public void D62_an_order_is_no_completion(string words) => Assert.Equal(HazardStatus.Ordered, Ledger.One(measures: words).Status);

    [Theory, InlineData("整改中"), InlineData("正在推进整改"), InlineData("已联系厂家")]
    public void D63_work_under_way_is_no_completion(string words) => Assert.Equal(HazardStatus.InProgress, Ledger.One(measures: words).Status);

    [Theory, InlineData("已整改2处，剩1处"), InlineData("未完全整改"), InlineData("尚未整改完毕")]
    public void D64_negation_stands_before_affirmation(string words) => Assert.Equal(HazardStatus.Partial, Ledger.One(measures: words).Status);

    [Theory, InlineData("复查合格"), InlineData("已销号"), InlineData("验收通过")]
    public void D66_what_was_checked_is_verified(string words) => Assert.Equal(HazardStatus.Verified, Ledger.One(measures: words).Status);

    [Fact]
    public void D67_no_word_about_the_state_is_neither_mended_nor_not() => Assert.Equal(HazardStatus.Unknown, Ledger.One().Status);

    [Theory, InlineData("经发办（产业办）", "经发办"), InlineData("产业办(经发办)", "经发办"), InlineData("经发办", "经发办"), InlineData("建设办（规建办）", "建设办"), InlineData("规建办", "建设办")]
    public void D72_other_names_and_widths_of_brackets_are_one_department(string words, string department) => Assert.Equal([department], Ledger.One(responsible: words).Departments);

    [Fact]
    public void D74_widths_and_blanks_in_a_units_name_do_not_matter_and_other_words_do()
    {
        var reading = Ledger.Under("1|青竹餐馆（磁器口店）||||||灭火器过期\n2|青竹 餐馆(磁器口店)||||||灭火器过期\n3|青竹餐馆||||||灭火器过期");
        Assert.Equal(reading.Rows[1].Fingerprint, reading.Rows[2].Fingerprint);
        Assert.NotEqual(reading.Rows[1].Fingerprint, reading.Rows[3].Fingerprint);
    }

    [Theory, InlineData("转下页"), InlineData("续表"), InlineData("（接上页）")]
    public void D84_notes_of_a_page_turn_are_skipped(string words)
    {
        var reading = Ledger.Under("1|青竹餐馆||||||灭火器过期\n" + words + "\n2|青竹超市||||||通道堵塞");
        Assert.Equal((RowKind.Skipped, "continuation_note"), (reading.Rows[2].Kind, reading.Rows[2].Reason));
        Assert.Equal(2, reading.Items.Count);
    }
}
