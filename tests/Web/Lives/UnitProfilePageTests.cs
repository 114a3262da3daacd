using Microsoft.Playwright;

namespace SafetyAnalytics.Web.Tests.Lives;

[Collection(nameof(LivesSite))]
public sealed class UnitProfilePageTests(LivesSite lives, Chromium chromium)
{
    [Fact]
    public async Task A_unit_found_by_name_is_joined_shows_both_spellings_and_is_apart_again_after_undo()
    {
        await using var visit = await chromium.OpenAsync(lives.Site, lives.Hazard("灭火器过期2具"));
        var page = (await visit.InteractiveAsync()).Page;
        await page.Locator(".breadcrumb").GetByRole(AriaRole.Link, new() { Name = "甲饭店" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("甲饭店");
        await Assertions.Expect(page.GetByTestId("open").Locator("tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByTestId("inspectors")).ToContainTextAsync("应急办：检查 1 次，最近一次 2022年5月10日");
        await Assertions.Expect(page.GetByTestId("names")).ToContainTextAsync("甲饭店（磁器口1号）");
        await page.GetByTestId("correct-unit_same").ClickAsync();
        var form = page.GetByTestId("settle-unit_same");
        await form.Locator("input[name=search]").FillAsync("网吧");
        await Assertions.Expect(form.Locator("select[name=other] option")).ToHaveCountAsync(2);
        await LivesSite.SettleAsync(form);
        await Assertions.Expect(page.GetByTestId("names")).ToContainTextAsync("丙网吧（磁器口3号）");
        await Assertions.Expect(page.GetByTestId("closed").Locator("tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByTestId("decided")).ToContainTextAsync("某甲");
        await page.GetByTestId("undo").ClickAsync();
        await LivesSite.SettleAsync(page.GetByTestId("settle-undo"));
        await Eventually.Holds(() => lives.Ask("select count(distinct unit_key) from mart_hazard") is 4L, "they are two units again");
        await Assertions.Expect(page.GetByTestId("names").Locator("li")).ToHaveCountAsync(1);
    }
}
