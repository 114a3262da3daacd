using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Tests.Reading;

/// <summary>Cases D47–D85 as they come out of a whole row.</summary>
public class DirtyValues
{
    [Fact]
    public void D53_an_immediate_deadline_is_the_day_found_or_unknown()
    {
        Assert.Equal(new Deadline(DueKind.Immediate, new DateOnly(2022, 6, 8), null, DatePrecision.Day), Ledger.One(deadline: "立行立改", remark: "6月8日检查").Due);
        Assert.Equal(new Deadline(DueKind.Immediate, null, null, DatePrecision.Unknown), Ledger.One(deadline: "立行立改").Due);
    }

    [Fact]
    public void D58_an_impossible_date_keeps_its_words_and_gives_no_value()
    {
        var item = Ledger.One(deadline: "2022.6.31");
        Assert.Equal((DueKind.Unreadable, null, "2022.6.31"), (item.Due.Kind, item.Due.On, item.DueText));
        Assert.Equal(["due_unreadable"], item.Issues);
        Assert.Equal(["due_unreadable"], Ledger.One(measures: "已整改", deadline: "2022年6月31日").Issues);
    }

    [Theory]
    [InlineData("6.3检查，6.1已整改", "")]
    [InlineData("6.8检查", "6月5日")]
    [InlineData("6.8已整改，6.5复查合格", "")]
    public void D59_reversed_dates_are_kept_and_marked(string measures, string deadline) => Assert.Contains("dates_reversed", Ledger.One(measures: measures, deadline: deadline).Issues);

    [Fact]
    public void D60_the_date_nearest_the_completing_word_counts()
    {
        var item = Ledger.One(measures: "6.3检查，6.10复查已整改");
        Assert.Equal((new DateOnly(2022, 6, 3), new DateOnly(2022, 6, 10), HazardStatus.Rectified), (item.FoundOn, item.RectifiedOn, item.Status));
    }

    [Fact]
    public void D60_a_date_of_something_not_completed_is_no_completion()
    {
        var item = Ledger.One(measures: "6.10已整改1处，剩1处未整改");
        Assert.Equal((HazardStatus.Partial, null), (item.Status, item.RectifiedOn));
    }

    [Fact]
    public void D60_an_impossible_completion_date_is_marked()
    {
        var item = Ledger.One(measures: "2022年6月31日已整改");
        Assert.Equal((HazardStatus.Rectified, null), (item.Status, item.RectifiedOn));
        Assert.Contains("date_unreadable", item.Issues);
    }

    [Theory]
    [InlineData("已督促整改", "", HazardStatus.Ordered)]
    [InlineData("要求立即更换", "已整改", HazardStatus.Rectified)]
    [InlineData("", "复查合格", HazardStatus.Verified)]
    [InlineData("", "", HazardStatus.Unknown)] // D67
    [InlineData("☑已整改 □未整改", "", HazardStatus.Rectified)] // D68
    public void D61_D68_measures_and_remark_speak_together(string measures, string remark, HazardStatus status) =>
        Assert.Equal(status, Ledger.One(measures: measures, remark: remark).Status);

    [Fact]
    public void Columns_that_contradict_each_other_count_as_not_mended()
    {
        var item = Ledger.One(measures: "已整改", remark: "未整改");
        Assert.Equal(HazardStatus.NotStarted, item.Status);
        Assert.Contains("status_conflict", item.Issues);
    }

    [Fact]
    public void A_completion_noted_as_the_deadline_is_a_completion_and_no_deadline()
    {
        var item = Ledger.One(deadline: "6月10日已整改");
        Assert.Equal((HazardStatus.Rectified, new DateOnly(2022, 6, 10)), (item.Status, item.RectifiedOn));
    }

    [Fact]
    public void D65_whom_it_was_handed_up_to() => Assert.Equal((HazardStatus.Escalated, "区住建委"), (Ledger.One(measures: "已上报区住建委").Status, Ledger.One(measures: "已上报区住建委").EscalatedTo));

    [Theory]
    [InlineData("13800138000", true, null)]
    [InlineData("1.38E+10", false, "phone_unreadable")] // D69
    [InlineData("13800138000.0", true, null)]
    [InlineData("/", false, null)]
    public void D69_phones(string phone, bool hasPhone, string? issue)
    {
        var item = Ledger.One(phone: phone);
        Assert.Equal(hasPhone, item.HasPhone);
        Assert.Equal(issue is null ? [] : [issue], item.Issues);
    }

    [Fact]
    public void D70_a_phone_beside_a_name_counts_and_is_nobody_else()
    {
        var item = Ledger.One(person: "某甲13800138000、某乙", measures: "某乙已更换");
        Assert.True(item.HasPhone);
        Assert.Equal("［姓名］已更换", item.MeasuresText);
    }

    [Theory]
    [InlineData("应急办⏎经发办", "应急办,经发办")] // D71
    [InlineData("应急办、", "应急办")]
    [InlineData("规建办", "建设办")] // D72
    [InlineData("负有安全监管职责科室", "应急办,经发办,建设办,市政办,民政办,文旅中心,文服中心,党建办")] // D73
    [InlineData("应急办建设办", "应急办,建设办")]
    [InlineData("应急办：某甲", "应急办")]
    [InlineData("某甲（应急办）", "应急办")]
    [InlineData("1.应急办 2.建设办", "应急办,建设办")]
    [InlineData("应急办公用品店", "")]
    [InlineData("磁建村", "")] // D79
    public void D71_D73_D79_departments(string responsible, string departments) => Assert.Equal(departments, string.Join(',', Ledger.One(responsible: responsible).Departments));

    [Fact]
    public void D75_D76_invisible_characters_and_wide_digits()
    {
        var reading = Ledger.Under("１|\u200b青竹　餐馆\u00a0|横街１号|||应急\u00ad办||\ufeff１．灭火器过期；２．通道堵塞||２０２２．６．３０");
        Assert.Equal("青竹餐馆", reading.Rows[1].UnitName);
        Assert.Equal(["灭火器过期", "通道堵塞"], reading.Items.Select(item => item.HazardText));
        Assert.All(reading.Items, item => Assert.Equal((new DateOnly(2022, 6, 30), "应急办"), (item.Due.On!.Value, Assert.Single(item.Departments))));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("—")]
    [InlineData("无")]
    [InlineData("暂无")]
    [InlineData("N/A")]
    [InlineData("－－")]
    public void D77_placeholders_are_blanks(string placeholder)
    {
        var item = Ledger.One(measures: placeholder, deadline: placeholder, remark: placeholder, phone: placeholder, person: placeholder, responsible: placeholder);
        Assert.Equal((null, null, null, DueKind.None, false), (item.MeasuresText, item.DueText, item.ResponsibleText, item.Due.Kind, item.HasPhone));
        Assert.Empty(item.Issues);
    }

    [Fact]
    public void D78_what_a_ledger_does_not_say_is_null()
    {
        var item = Ledger.One();
        Assert.Equal((null, null, null, null), (item.Community, item.Sector, item.SectorContext, item.Level));
        Assert.Equal((null, null, null), (item.FoundOn, item.RectifiedOn, item.VerifiedOn));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")] // D80
    [InlineData("<script>alert(1)</script>")] // D81
    [InlineData("'; drop table x; --")]
    public void D80_D81_hostile_words_are_words(string hazard)
    {
        var reading = Ledger.Read([new LandedSheet(1, "Sheet1", IsHidden: false, [], [], [new LedgerRow(1, ["单位名称", "问题隐患"]), new LedgerRow(2, ["青竹餐馆", hazard])])], ["应急办2022年6月.xlsx"]);
        Assert.Equal(hazard, Assert.Single(reading.Items).HazardText);
    }

    [Fact]
    public void D82_personal_data_does_not_leave_the_reading()
    {
        var reading = Ledger.Under("1|青竹餐馆 张某某|横街1号张某某家|张某某|13800138000|应急办||举报人李某某，电话13900000000，张某某拒绝整改|证件号110101199003071234|6月30日张某某负责|张某某");
        var item = Assert.Single(reading.Items);
        var published = string.Join('|', reading.Rows[1], item, string.Join(',', item.Issues));
        foreach (var secret in new[] { "张某某", "李某某", "13800138000", "13900000000", "110101199003071234" }) Assert.DoesNotContain(secret, published);
        Assert.Contains("personal_data", item.Issues);
        Assert.Equal("举报人［已隐去］，电话［电话］，［姓名］拒绝整改", item.HazardText);
        Assert.Equal("青竹餐馆", reading.Rows[1].UnitName);
    }

    [Theory]
    [InlineData('1')]
    [InlineData('已')]
    [InlineData('.')]
    [InlineData('整')]
    [InlineData('(')]
    [InlineData('月')]
    [InlineData('①')]
    [InlineData('　')]
    public void D83_the_longest_cell_there_is_takes_no_time(char filler)
    {
        var longest = "起" + new string(filler, 32_760) + "止";
        var mixed = string.Concat(Enumerable.Repeat("已1.月整改，6.", 3_000));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var text in new[] { longest, mixed })
            Assert.Single(Ledger.Under($"1|{text}|{text}|{text}|{text}|{text}|{text}|x{text}|{text}|{text}|{text}").Rows, row => row.RowNumber == 2);
        // A guard against a run-away on however busy a machine, not a measure of speed.
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(5), $"{clock.Elapsed} for cells of '{filler}'");
    }

    [Fact]
    public void D83_a_long_hazard_is_kept_whole()
    {
        var hazard = "灭火器过期" + new string('长', 32_000);
        Assert.Equal(hazard, Ledger.One(hazard).HazardText);
    }

    [Fact]
    public void A_lone_date_in_the_remark_is_the_day_of_the_inspection()
    {
        var item = Ledger.One(remark: "Restaurant; Risk 1 (High); 2022-06-02");
        Assert.Equal(new DateOnly(2022, 6, 2), item.FoundOn);
        Assert.Equal(["found_on_from_remark"], item.Issues);
    }

    [Theory]
    [InlineData("Restaurant; 2022-06-02; 2022-06-03")]
    [InlineData("2022-07-02")]
    [InlineData("6.2")]
    [InlineData("2022-06-02; 已整改")]
    [InlineData("编号2022-06-02")]
    public void Other_dates_in_the_remark_are_not(string remark) => Assert.Null(Ledger.One(remark: remark).FoundOn);

    [Fact]
    public void An_english_checklist_item_is_one_hazard_without_its_number()
    {
        var item = Ledger.One("19. STORAGE AREA; CLEAN, RODENT PROOF, ALL CONTAINERS COVERED", measures: "Pass");
        Assert.Empty(item.Issues);
        Assert.Equal(("STORAGE AREA; CLEAN, RODENT PROOF, ALL CONTAINERS COVERED", HazardStatus.Unknown, 1), (item.HazardText, item.Status, item.ItemNumber));
    }
}
