using Microsoft.Playwright;
using SafetyAnalytics.Web.Tests.Reports;

namespace SafetyAnalytics.Web.Tests.Members;

public sealed class MembersPageTests(LookingSite looking, ReportsSite reports, Chromium chromium)
{
    [Theory]
    [InlineData("/sectors", "各行业领域排名（2024年4月）")]
    [InlineData("/communities?month=2023-12", "各社区排名（2023年12月）")]
    [InlineData("/communities?culture=en-US", "Ranking by community (April 2024)")]
    public async Task It_ranks_draws_and_shows_days_as_a_distribution(string path, string title)
    {
        var page = await looking.Site.GetAsync(path);
        Assert.Contains(title, page, StringComparison.Ordinal);
        foreach (var figure in new[] { "member-trend", "member-ranking", "member-months", "member-categories", "days-by-member", "days-to-rectify", "effort" })
        {
            Assert.Contains($"data-testid=\"figure-{figure}\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Numbers_stand_beside_the_month_before_in_its_own_measure()
    {
        var page = await reports.Site.GetAsync("/communities?month=2022-06");
        Assert.Contains("环比 原为 1", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_and_comparison_are_in_the_address_and_can_be_undone()
    {
        await using var visit = await chromium.OpenAsync(looking.Site, "/sectors");
        await visit.InteractiveAsync();
        var page = visit.Page;
        await page.GetByTestId("ranking").Locator("thead a", new() { HasTextString = "期末存量" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Pattern.Of("sectors\\?by=open_stock$"));
        await Assertions.Expect(page.Locator("th[aria-sort=descending]")).ToContainTextAsync("期末存量");
        await page.Locator("select[name=first]").SelectOptionAsync("消防");
        await Assertions.Expect(page.GetByTestId("pair-form").Locator("a.reset")).ToBeVisibleAsync();
        await page.Locator("select[name=second]").SelectOptionAsync("建设施工");
        await Assertions.Expect(page.GetByTestId("pair").Locator("h2")).ToHaveTextAsync("消防 与 建设施工");
        await Assertions.Expect(page.GetByTestId("figure-member-trend").Locator("h2")).ToHaveTextAsync("消防与建设施工：期末存量");
        await page.ReloadAsync();
        await visit.InteractiveAsync();
        await Assertions.Expect(page.GetByTestId("pair")).ToBeVisibleAsync();
        await page.GetByTestId("pair-form").Locator("a.reset").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Pattern.Of("sectors\\?by=open_stock$"));
        await Assertions.Expect(page.GetByTestId("pair")).ToHaveCountAsync(0);
        await page.GetByTestId("ranking").Locator("tbody th a", new() { HasTextString = "消防" }).ClickAsync();
        await Assertions.Expect(page.GetByTestId("crumbs")).ToContainTextAsync("消防");
        await page.GetByTestId("crumbs").Locator("a").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Pattern.Of("sectors\\?by=open_stock$"));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task What_an_address_says_wrongly_is_named() =>
        Assert.Contains("地址中的 by=phones 看不懂，已忽略。", await looking.Site.GetAsync("/sectors?by=phones&first=nobody&second=消防"), StringComparison.Ordinal);
}
