using Microsoft.Playwright;
using SafetyAnalytics.Warehouse.Tests.Reading;

namespace SafetyAnalytics.Web.Tests.Lives;

/// <summary>The steward's queue, over a snapshot that asks.</summary>
public sealed class UnitQuestionTests(LookingSite looking, Chromium chromium)
{
    private const string Questions =
        """
        create table mart_unit_question as
        select * from (values
            ('u1', '示例餐馆', '示例路1号', 'u2', '示例餐馆（一店）', '示例路1号附1', 0.62, '门牌相同；名称包含', 'the same door; one name is part of the other', 3, 1, ['2023-01', '2023-03'], 2, 0, ['2023-02'], 0),
            ('u3', '示例商店', null, 'u4', '示例百货商店', '示例路9号', 0.55, '一方没有写地址', 'one has no address', 1, 1, ['2023-01'], 4, 2, ['2023-01', '2023-02'], 1),
            ('u5', '示例仓库', '示例路5号', 'u6', '示例仓储', '示例路5号', 0.41, '门牌相同', 'the same door', 0, 0, []::varchar[], 1, 0, ['2023-05'], 0)
        ) as t(unit_key, unit_name, unit_address, other_key, other_name, other_address, probability, evidence, evidence_en, unit_hazard_count, unit_open_count, months, other_hazard_count, other_open_count, other_months, shared_month_count)
        """;

    [Fact]
    public async Task Pairs_are_answered_from_the_keyboard_can_be_taken_back_and_are_gone_after_the_next_build()
    {
        await using var site = await AskingAsync();
        await using var visit = await chromium.OpenAsync(site, "/");
        var page = (await visit.InteractiveAsync()).Page;
        await page.Locator(".brand nav a[href='units/questions']").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("待确认是否同一单位：3 对");
        var cards = page.GetByTestId("question");
        await Assertions.Expect(cards.First).ToContainTextAsync("同一单位的可能性 62%");
        await Assertions.Expect(cards.First).ToContainTextAsync("门牌相同；名称包含");
        await Assertions.Expect(cards.First.GetByTestId("touches")).ToContainTextAsync("合并后共 5 条隐患，其中未整改 1 条");

        await cards.First.FocusAsync();
        await page.Keyboard.PressAsync("d");
        await Assertions.Expect(cards.First.Locator(".settle-fault")).ToContainTextAsync("您是谁");
        await page.Locator(".decide input[name=who]").FillAsync("某甲");
        await page.Locator(".decide input[name=why]").FillAsync("实地查看");
        await cards.First.FocusAsync();
        await page.Keyboard.PressAsync("d");
        await Assertions.Expect(cards.First.GetByTestId("answered")).ToContainTextAsync("不是同一单位（某甲）");
        await Assertions.Expect(cards.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("l");
        await Assertions.Expect(cards.Last).ToContainTextAsync("示例百货商店");
        await Assertions.Expect(cards.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(cards.Nth(1).GetByTestId("answered")).ToContainTextAsync("已答：是同一单位（某甲）");

        var decided = page.GetByTestId("decided").Locator("li");
        await Assertions.Expect(decided).ToHaveCountAsync(2);
        await Assertions.Expect(decided.First).ToContainTextAsync("实地查看");
        await decided.First.GetByTestId("undo").ClickAsync();
        await LivesSite.SettleAsync(page.GetByTestId("settle-undo"));
        await Assertions.Expect(cards.Nth(1).GetByTestId("same")).ToHaveCountAsync(1);

        site.Published.Write(PublishedFixture.Second);
        site.Published.Change(PublishedFixture.Second, Questions);
        site.Published.Change(PublishedFixture.Second, "delete from mart_unit_question where unit_key = 'u1'");
        site.Published.Point(PublishedFixture.Second);
        await Assertions.Expect(cards).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("待确认是否同一单位：2 对");
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("zh-CN", 1366)]
    [InlineData("en-US", 390)]
    public async Task A_text_narrows_the_queue_and_axe_finds_nothing(string culture, int width)
    {
        await using var site = await AskingAsync();
        await using var visit = await chromium.OpenAsync(site, $"/units/questions?q={Uri.EscapeDataString("示例路5号")}&culture={culture}", width);
        var page = (await visit.InteractiveAsync()).Page;
        await Assertions.Expect(page.GetByTestId("question")).ToHaveCountAsync(1);
        Assert.Empty(await page.BreachesAsync());
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("/hazards/H0123456789ab", "没有这条隐患")]
    [InlineData("/hazards/%3Cscript%3E?culture=en-US", "No such hazard")]
    [InlineData("/units/U0123456789ab", "没有这个单位")]
    [InlineData("/units/questions", "没有待确认的单位")]
    public async Task What_a_snapshot_does_not_know_is_said_kindly_and_the_menu_stays(string path, string says)
    {
        var page = await looking.Site.GetAsync(path);
        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.Contains("href=\"submissions\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"units/questions\"", page, StringComparison.Ordinal);
    }

    private static Task<Site> AskingAsync()
    {
        var published = new PublishedFixture();
        published.Change(PublishedFixture.First, Questions);
        return Site.StartAsync(published);
    }
}
