using Microsoft.Playwright;

namespace SafetyAnalytics.Web.Tests.Lives;

[Collection(nameof(LivesSite))]
public sealed class HazardLifePageTests(LivesSite lives, Chromium chromium)
{
    [Fact]
    public async Task A_life_tells_every_row_that_says_so_and_what_is_not_known()
    {
        await using var visit = await chromium.OpenAsync(lives.Site, "/hazards");
        var page = (await visit.InteractiveAsync()).Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "灭火器过期2具" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("灭火器过期2具");
        var timeline = page.GetByTestId("timeline").Locator("li");
        await Assertions.Expect(timeline).ToHaveCountAsync(3);
        await Assertions.Expect(timeline.First).ToContainTextAsync("发现");
        await Assertions.Expect(timeline.First).ToContainTextAsync("2022年5月10日");
        await Assertions.Expect(timeline.Last.GetByRole(AriaRole.Link, new() { Name = "应急办2022年7月台账.csv" })).ToHaveAttributeAsync("href", Pattern.Of("^submissions/files/[0-9a-f]{64}$"));
        await Assertions.Expect(timeline.Last).ToContainTextAsync("第 2 行");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("13800138000");
        await Assertions.Expect(page.Locator("[data-fact=FoundOn]")).ToContainTextAsync("台账写明");
        await Assertions.Expect(page.GetByTestId("silent")).ToHaveCountAsync(0);

        await page.GotoAsync(lives.Hazard("疏散通道堆放杂物"));
        await Assertions.Expect(page.GetByTestId("silent")).ToContainTextAsync("自2022年6月以后没有再报送（已 1 个月，其间其报送单位交过 1 份台账）");
        await Assertions.Expect(page.Locator("[data-fact=FoundOn]")).ToContainTextAsync("未填报；不晚于2022年5月31日");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_verification_is_refused_with_its_cure_then_shows_in_the_life_and_can_be_undone()
    {
        await using var visit = await chromium.OpenAsync(lives.Site, lives.Hazard("灭火器过期2具"));
        var page = (await visit.InteractiveAsync()).Page;
        await Assertions.Expect(page.GetByTestId("correct-hazard_reopen")).ToHaveCountAsync(0);
        await page.GetByTestId("correct-hazard_verify").ClickAsync();
        var form = page.GetByTestId("settle-hazard_verify");
        await Assertions.Expect(form.GetByTestId("touches")).ToContainTextAsync("3 行台账");
        await form.Locator("input[name=from]").FillAsync("昨天");
        await LivesSite.SettleAsync(form);
        await Assertions.Expect(form.Locator(".settle-fault")).ToContainTextAsync("昨天");
        await form.Locator("input[name=from]").FillAsync("2022-07-20");
        await LivesSite.SettleAsync(form);
        await Assertions.Expect(page.Locator("[data-fact=Status]")).ToContainTextAsync("已销号");
        await Assertions.Expect(page.Locator("[data-fact=VerifiedOn]")).ToContainTextAsync("2022年7月20日");
        await Assertions.Expect(page.GetByTestId("timeline").Locator("li.decision")).ToContainTextAsync("某甲");
        await Assertions.Expect(page.GetByTestId("decided").GetByTestId("outcome")).ToHaveTextAsync("已生效");
        await Assertions.Expect(page.GetByTestId("correct-hazard_reopen")).ToHaveCountAsync(1);
        await UndoAsync(page);
        await Assertions.Expect(page.Locator("[data-fact=Status]")).ToContainTextAsync("整改中");
        await Assertions.Expect(page.GetByTestId("timeline").Locator("li.decision")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByTestId("decided")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_hazards_joined_take_whoever_looks_along_and_a_row_split_off_is_its_own_again()
    {
        var (own, other) = (lives.Hazard("灶台旁堆放纸箱"), lives.Hazard("厨房电线老化"));
        await using var visit = await chromium.OpenAsync(lives.Site, own);
        var page = (await visit.InteractiveAsync()).Page;
        await page.GetByTestId("correct-hazard_same").ClickAsync();
        var form = page.GetByTestId("settle-hazard_same");
        await form.Locator("select[name=value]").SelectOptionAsync(other["/hazards/".Length..]);
        await LivesSite.SettleAsync(form);
        await Assertions.Expect(page).ToHaveURLAsync(Pattern.Of(other + "$"));
        await Assertions.Expect(page.GetByTestId("moved")).ToContainTextAsync(own["/hazards/".Length..]);
        await Assertions.Expect(page.GetByTestId("timeline")).ToContainTextAsync("厨房电线老化");
        await Assertions.Expect(page.GetByTestId("timeline")).ToContainTextAsync("灶台旁堆放纸箱");
        Assert.Equal(1L, lives.Ask("select count(*) from mart_hazard where unit_name = '丁茶馆'"));
        await page.GetByTestId("split").ClickAsync();
        await LivesSite.SettleAsync(page.GetByTestId("settle-hazard_different"));
        await Eventually.Holds(() => lives.Ask("select count(*) from mart_hazard where unit_name = '丁茶馆'") is 2L, "they are two again");
        // Undone, the later word gives way to the earlier one about the same two; undone too, nothing is left.
        await UndoAsync(page);
        await Assertions.Expect(page.GetByTestId("decided")).ToContainTextAsync("是同一隐患");
        await UndoAsync(page);
        await Assertions.Expect(page.GetByTestId("decided")).ToHaveCountAsync(0);
        await Eventually.Holds(() => lives.Ask("select count(*) from mart_hazard where unit_name = '丁茶馆'") is 2L && lives.Ask("select count(*) from mart_decision") is 0L, "nothing decided is left");
    }

    [Theory]
    [InlineData("zh-CN", 1366)]
    [InlineData("en-US", 390)]
    public async Task Axe_finds_nothing_and_nothing_is_cut_off_with_everything_open(string culture, int width)
    {
        foreach (var (path, correction) in new[] { (lives.Hazard("疏散通道堆放杂物"), "correct-hazard_due"), (lives.Unit("丁茶馆"), "correct-unit_renamed") })
        {
            await using var visit = await chromium.OpenAsync(lives.Site, $"{path}?culture={culture}", width);
            var page = (await visit.InteractiveAsync()).Page;
            await page.GetByTestId(correction).ClickAsync();
            await Assertions.Expect(page.Locator("form.settle-form")).ToHaveCountAsync(1);
            Assert.Empty((await page.BreachesAsync()).Select(breach => $"{path} {breach}"));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path);
            Assert.Empty(visit.Complaints);
        }
    }

    private static async Task UndoAsync(IPage page)
    {
        await page.GetByTestId("undo").ClickAsync();
        await LivesSite.SettleAsync(page.GetByTestId("settle-undo"));
    }
}
