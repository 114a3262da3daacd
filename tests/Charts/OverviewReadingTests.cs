using System.Globalization;
using SafetyAnalytics.Charts.Overview;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Warehouse.Tests.Reading;

namespace SafetyAnalytics.Charts.Tests;

public sealed class OverviewReadingTests : IClassFixture<OpenSnapshot>
{
    private static readonly CultureInfo s_chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en-US");

    private readonly Snapshot _snapshot;

    public OverviewReadingTests(OpenSnapshot open) => _snapshot = open.Snapshot;

    [Fact]
    public void The_lead_says_in_words_what_the_month_says_in_numbers()
    {
        Assert.Equal("2024年4月新增隐患 16 条，整改 14 条；月末存量 142 条，其中逾期 114 条。", Read(Filter.None).Lead);
        Assert.Equal("In April 2024: 16 found and 14 rectified; 142 open at the month's end, 114 of them overdue.", Read(Filter.None, culture: s_english).Lead);
    }

    [Fact]
    public void Six_headlines_each_keep_what_makes_them_honest()
    {
        var headlines = Read(Filter.None).Headlines;
        Assert.Equal(["hazards_found", "open_stock", "overdue", "on_time_rate", "rectified_in_month", "verified_rate"], headlines.Select(headline => headline.Key));
        Assert.Equal(["16", "142", "114", "27.8%", "14", "57.4%"], headlines.Select(headline => headline.Text));
        Assert.Equal(["占有期限存量的 91.2%（114/125）", "上月 88.2%"], headlines[2].Details);
        Assert.True(headlines[2].IsWarning);
        Assert.Contains("5/18", headlines[3].Details);
        Assert.Equal([$"{Sum("verified_to_date")}/{Sum("rectified_to_date")}", $"累计整改 {Sum("rectified_to_date")} 条，已销号 {Sum("verified_to_date")} 条，尚有 {Sum("rectified_to_date - verified_to_date")} 条未验收"], headlines[5].Details);

        double Sum(string column) => _snapshot.Number($"select sum({column}) from mart_month where month = '2024-04'");
    }

    [Fact]
    public void What_cannot_be_judged_stands_beside_the_rate()
    {
        var month = ReportMonth.Parse((string)First("select month from mart_month group by month having sum(due_undeterminable) > 0 order by month desc limit 1"));
        var count = _snapshot.Number($"select sum(due_undeterminable) from mart_month where month = '{month}'");
        Assert.Contains($"不可判定 {count} 条", Headline(Read(new Filter { Month = month }), "on_time_rate").Details);
    }

    [Fact]
    public void Nought_out_of_nought_is_a_dash_with_its_reason()
    {
        var headline = Headline(Read(new Filter { Sector = "没有的行业" }), "on_time_rate");
        Assert.Equal("—", headline.Text);
        Assert.Contains("没有可计算的基数", headline.Details);
    }

    [Fact]
    public void A_rate_with_a_base_under_five_is_shown_as_counts()
    {
        var slice = Row("select month, sector, community, sum(due_on_time)::bigint, sum(due_judgeable)::bigint from mart_month group by all having sum(due_judgeable) between 1 and 4 order by all limit 1");
        var headline = Headline(Read(new Filter { Month = ReportMonth.Parse((string)slice[0]!), Sector = (string)slice[1]!, Community = (string)slice[2]! }), "on_time_rate");
        Assert.Equal($"{slice[3]}/{slice[4]}", headline.Text);
    }

    [Fact]
    public void The_first_month_has_no_month_before() =>
        Assert.DoesNotContain(Read(new Filter { Month = ReportMonth.Parse("2022-05") }).Headlines.SelectMany(headline => headline.Details), detail => detail.StartsWith("上月", StringComparison.Ordinal));

    [Fact]
    public void Stock_and_flow_shows_every_part_of_the_identity_for_each_month()
    {
        var figure = Read(Filter.None).StockAndFlow;
        Assert.Equal(["opening", "found", "reopened", "closed", "cancelled", "transferred", "closing"], figure.Series.Select(series => series.Key));
        Assert.Equal(["found", "closed", "closing"], figure.Drawn.Select(series => series.Key));
        Assert.All(figure.Series, series => Assert.Equal(24, series.Points.Count));
        Assert.All(Enumerable.Range(0, 24), month => Assert.Equal(Value(6, month), Value(0, month) + Value(1, month) + Value(2, month) - Value(3, month) - Value(4, month) + Value(5, month)));
        Assert.Equal("2022年5月", figure.Series[0].Points[0].Label);
        Assert.Equal("2023年", figure.Series[0].Points[8].Tick);
        Assert.Equal("2024年4月新增 16 条、整改 14 条，存量从 140 条升至 142 条。", figure.Claim);

        double? Value(int series, int month) => figure.Series[series].Points[month].Value;
    }

    [Fact]
    public void Stock_and_flow_names_and_draws_whatever_moved()
    {
        using var fixture = new PublishedFixture();
        fixture.Change(PublishedFixture.First, "update mart_month set reopened = 3, cancelled = 1, transferred = 2, opening = opening - 4 where month = '2024-04' and rowid = (select min(rowid) from mart_month where month = '2024-04')");
        using var changed = new Snapshot(Path.Combine(fixture.Published, PublishedFixture.First));
        var chinese = OverviewReading.Read(changed, CallerScope.Everything, new(Filter.None, Measure.Found, s_chinese))!.StockAndFlow;
        Assert.Equal("2024年4月新增 16 条、反弹 3 条、整改 14 条、作废 1 条、归属调整 2 条，存量从 136 条升至 142 条。", chinese.Claim);
        Assert.Equal(["found", "reopened", "closed", "closing"], chinese.Drawn.Select(series => series.Key));
        var english = OverviewReading.Read(changed, CallerScope.Everything, new(Filter.None, Measure.Found, s_english))!.StockAndFlow;
        Assert.Equal("In April 2024: 16 found, 3 re-opened, 14 rectified, 1 cancelled and 2 transferred. The stock rose from 136 to 142.", english.Claim);
    }

    [Fact]
    public void Reporting_says_who_has_and_who_has_not()
    {
        var now = Read(Filter.None).Reporting;
        Assert.Equal("7 家报送单位中已报 5 家，1 家漏报：", now.Claim);
        Assert.Equal(["received 4", "zero_report 1", "late 1", "waiting 1", "missing 1"], now.Counts.Select(count => $"{count.Key} {count.Text}"));
        Assert.Equal(["双碑社区"], now.Missing);
        Assert.Equal("各月合计有 3 个文件、28 行待确认，确认后计入。", now.Waiting);
        Assert.Equal("All 7 senders have reported.", Read(new Filter { Month = ReportMonth.Parse("2023-12") }, culture: s_english).Reporting.Claim);
        Assert.Equal("该月没有报送记录。", Read(new Filter { Month = ReportMonth.Parse("2019-01") }).Reporting.Claim);
    }

    [Theory]
    [InlineData(2, "2024年4月新增：凤凰山社区、金沙社区并列最多，各 9 条。")]
    [InlineData(3, "2024年4月新增：磁器口社区、凤凰山社区、金沙社区并列最多，各 9 条。")]
    [InlineData(4, "2024年4月新增：4 个并列最多，各 9 条。")]
    public void A_tie_names_everyone_who_shares_the_lead(int leaders, string claim)
    {
        var who = string.Join(", ", new[] { "'金沙社区'", "'凤凰山社区'", "'磁器口社区'", "'双碑社区'" }.Take(leaders));
        using var fixture = new PublishedFixture();
        fixture.Change(PublishedFixture.First, $"update mart_month as m set found = if(community in ({who}) and rowid = (select min(n.rowid) from mart_month as n where n.month = m.month and n.community = m.community), 9, 0) where month = '2024-04'");
        using var changed = new Snapshot(Path.Combine(fixture.Published, PublishedFixture.First));
        Assert.Equal(claim, OverviewReading.Read(changed, CallerScope.Everything, new(Filter.None, Measure.Found, s_chinese))!.ByCommunity.Claim);
    }

    [Fact]
    public void English_rankings_read_as_a_sentence() =>
        Assert.Equal("Found in April 2024: 金沙社区 leads with 5, then 磁器口社区 with 4.", Read(Filter.None, culture: s_english).ByCommunity.Claim);

    [Theory]
    [InlineData(null, null, "2024-04", "2022-05", 24)]
    [InlineData(null, null, "2022-08", "2022-05", 4)]
    [InlineData("2023-01", "2023-03", "2024-04", "2023-01", 3)]
    [InlineData("2023-03", "2023-01", "2024-04", "2023-01", 3)]
    [InlineData(null, "2023-03", "2024-04", "2022-05", 11)]
    public void The_series_runs_over_the_months_asked_for(string? from, string? to, string month, string first, int count)
    {
        var points = Read(new Filter { Month = ReportMonth.Parse(month), From = Parse(from), To = Parse(to) }).StockAndFlow.Series[0].Points;
        Assert.Equal((first, count), (points[0].Category, points.Count));
    }

    [Fact]
    public void A_falling_and_a_level_stock_are_called_so()
    {
        var falling = Row("select month, sum(opening)::bigint, sum(closing)::bigint from mart_month group by month having sum(closing) < sum(opening) order by month limit 1");
        Assert.Contains($"从 {falling[1]} 条降至 {falling[2]} 条", Read(new Filter { Month = ReportMonth.Parse((string)falling[0]!) }).StockAndFlow.Claim, StringComparison.Ordinal);
        Assert.Contains("与月初持平，为 0 条", Read(new Filter { Sector = "没有的行业" }).StockAndFlow.Claim, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Measure.Found)]
    [InlineData(Measure.Open)]
    [InlineData(Measure.Overdue)]
    public void A_ranking_runs_from_the_most_to_the_least_with_the_unknown_last(Measure measure)
    {
        var figure = Read(Filter.None, measure).ByCommunity;
        var points = Assert.Single(figure.Drawn).Points;
        Assert.Equal("待匹配", points[^1].Category);
        var known = points.SkipLast(1).Select(point => point.Value).ToArray();
        Assert.Equal(known.OrderDescending(), known);
        Assert.Equal(measure.Word(), figure.Series[0].Key);
        Assert.Equal(4, figure.Series.Count);
        Assert.StartsWith("2024年4月", figure.Claim, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_names_the_leaders_a_tie_and_nobody()
    {
        Assert.Equal("2024年4月新增：餐饮燃气、危险化学品并列最多，各 5 条。", Read(Filter.None).BySector.Claim);
        Assert.Equal("2024年4月新增：金沙社区最多，5 条；其次磁器口社区，4 条。", Read(Filter.None).ByCommunity.Claim);
        Assert.Equal("2024年4月新增：没有。", Read(new Filter { Community = "没有的社区" }).BySector.Claim);
        Assert.Equal(Read(Filter.None).BySector.Claim, Read(new Filter { Sector = "消防" }).BySector.Claim);
    }

    [Fact]
    public void Ages_keep_their_own_order_and_add_up_to_the_overdue()
    {
        var answer = Read(Filter.None);
        var points = answer.OverdueByAge.Series[0].Points;
        Assert.Equal(["Days1To7", "Days8To30", "Days31To90", "DaysOver90"], points.Select(point => point.Category));
        Assert.Equal("114", Headline(answer, "overdue").Text);
        Assert.Equal(114, points.Sum(point => point.Value));
        Assert.Equal("2024年4月末没有逾期未整改的隐患。", Read(new Filter { Sector = "没有的行业" }).OverdueByAge.Claim);
    }

    [Fact]
    public void Every_figure_carries_scope_definition_day_count_and_snapshot()
    {
        var answer = Read(new Filter { Sector = "消防" });
        Assert.Equal("范围：全部", answer.BySector.Notes.Filters);
        Figure[] figures = [answer.StockAndFlow, answer.ByCommunity, answer.OverdueByAge];
        Assert.All(figures, figure =>
        {
            Assert.Equal("范围：消防", figure.Notes.Filters);
            Assert.StartsWith("口径：", figure.Notes.Definition, StringComparison.Ordinal);
            Assert.Equal("截至 2024年4月30日", figure.Notes.AsOf);
            Assert.StartsWith("n = ", figure.Notes.Count, StringComparison.Ordinal);
            Assert.Equal($"快照 {PublishedFixture.First}", figure.Notes.Snapshot);
        });
        Assert.Equal("截至 2023年2月28日", Read(new Filter { Month = ReportMonth.Parse("2023-02") }).BySector.Notes.AsOf);
    }

    [Fact]
    public void Every_point_leads_to_its_own_slice_and_month()
    {
        var answer = Read(new Filter { Department = "应急办", Month = ReportMonth.Parse("2023-06") }, Measure.Overdue);
        var bar = answer.BySector.Drawn.Single().Points[0];
        Assert.Equal(new HazardSelection(new Filter { Department = "应急办", Month = ReportMonth.Parse("2023-06"), Sector = bar.Category }, HazardSet.Overdue), bar.Rows);
        var column = answer.StockAndFlow.Series[1].Points[2];
        Assert.Equal(new HazardSelection(new Filter { Department = "应急办", Month = ReportMonth.Parse("2022-07") }, HazardSet.Found), column.Rows);
    }

    [Fact]
    public void English_figures_have_no_chinese_but_the_datas_own()
    {
        var answer = Read(Filter.None, culture: s_english);
        Figure[] figures = [answer.StockAndFlow, answer.OverdueByAge];
        Assert.DoesNotContain(figures.SelectMany(figure => figure.Series.Select(series => series.Label).Concat([figure.Title, figure.Claim, figure.UnitLabel, figure.Notes.AsOf])), text => text.Any(letter => letter is >= '\u4e00' and <= '\u9fff'));
        Assert.Equal("Overdue hazards by age", answer.OverdueByAge.Title);
        Assert.Equal("Hazards found", answer.Headlines[0].Label);
    }

    private static ReportMonth? Parse(string? month) => month is null ? null : ReportMonth.Parse(month);

    private static Headline Headline(OverviewAnswer answer, string key) => answer.Headlines.Single(headline => headline.Key == key);

    private object First(string sql) => Row(sql)[0]!;

    private object?[] Row(string sql)
    {
        using var result = _snapshot.Query(CallerScope.Everything, sql);
        return result.Rows().First();
    }

    private OverviewAnswer Read(Filter filter, Measure measure = Measure.Found, CultureInfo? culture = null) =>
        OverviewReading.Read(_snapshot, CallerScope.Everything, new(filter, measure, culture ?? s_chinese))!;
}
