using Microsoft.Playwright;

namespace SafetyAnalytics.Web.Tests;

public sealed class OverviewPageTests(LookingSite looking, Chromium chromium)
{
    [Fact]
    public async Task It_shows_lead_headlines_figures_and_snapshot_and_the_browser_has_nothing_to_complain_of()
    {
        await using var visit = await chromium.OpenAsync(looking.Site, "/");
        await visit.InteractiveAsync();
        var page = visit.Page;
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("2024年4月新增隐患 16 条，整改 14 条；月末存量 142 条，其中逾期 114 条。");
        await Assertions.Expect(page.Locator(".headline")).ToHaveCountAsync(6);
        await Assertions.Expect(page.Locator(".figure .picture")).ToHaveCountAsync(4);
        await Assertions.Expect(page.Locator(".figure .rz-chart svg")).ToHaveCountAsync(4);
        await Assertions.Expect(page.GetByTestId("reporting")).ToContainTextAsync("双碑社区");
        await Assertions.Expect(page.GetByTestId("reporting-late")).ToHaveTextAsync(Pattern.Of("其中迟报\\s*1"));
        await page.Locator(".badge summary").ClickAsync();
        await Assertions.Expect(page.Locator(".badge")).ToContainTextAsync("2024-04-0123456789ab");
        await Assertions.Expect(page.Locator(".badge")).ToContainTextAsync("数据截至 2024年4月30日");
        await Assertions.Expect(page.Locator(".badge")).ToContainTextAsync("2022年5月 – 2024年4月");
        await Assertions.Expect(page.Locator(".badge")).ToContainTextAsync("412");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_click_on_a_bar_that_is_no_member_opens_its_rows()
    {
        await using var visit = await chromium.OpenAsync(looking.Site, "/?month=2023-11");
        await visit.InteractiveAsync();
        var section = visit.Page.GetByTestId("figure-overdue-by-age");
        var expected = await section.Locator("tbody tr").First.Locator("a").First.TextContentAsync();
        await section.Locator(".rz-bar-series path").First.ClickAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync(Pattern.Of($"：{expected} 条$"));
        await visit.Page.GoBackAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync(Pattern.Of("month=2023-11$"));
    }

    [Fact]
    public async Task A_click_on_a_member_narrows_all_else_and_a_second_click_undoes_it()
    {
        await using var visit = await chromium.OpenAsync(looking.Site, "/?month=2023-11");
        await visit.InteractiveAsync();
        var page = visit.Page;
        var lead = await page.Locator("h1").TextContentAsync();
        var bars = page.GetByTestId("figure-by-sector").Locator(".rz-bar-series path");
        var count = await bars.CountAsync();
        await bars.First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Pattern.Of("/\\?month=2023-11&sector="));
        await Assertions.Expect(page.GetByTestId("crumbs").Locator("li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("h1")).Not.ToHaveTextAsync(lead!);
        await Assertions.Expect(bars).ToHaveCountAsync(count);
        await bars.First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Pattern.Of("/\\?month=2023-11$"));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(lead!);
        await page.GetByTestId("figure-sector-by-community").Locator("td a").First.ClickAsync();
        await Assertions.Expect(page.GetByTestId("crumbs").Locator("li")).ToHaveCountAsync(3);
        await page.GetByTestId("figure-sector-by-community").Locator("td a[aria-current]").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Pattern.Of("/\\?month=2023-11$"));
        await page.GetByTestId("figure-stock-and-flow").Locator(".rz-column-series path").First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Pattern.Of("/\\?month=2022-05$"));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_filter_changes_address_and_numbers_and_back_undoes_it()
    {
        await using var visit = await chromium.OpenAsync(looking.Site, "/");
        await visit.InteractiveAsync();
        var page = visit.Page;
        var lead = await page.Locator("h1").TextContentAsync();
        await page.Locator("select[name=month]").SelectOptionAsync("2023-06");
        await Assertions.Expect(page).ToHaveURLAsync(Pattern.Of("\\?month=2023-06$"));
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("2023年6月");
        await page.Locator("select[name=sector]").SelectOptionAsync("消防");
        await Assertions.Expect(page).ToHaveURLAsync(Pattern.Of("month=2023-06&sector=%E6%B6%88%E9%98%B2$"));
        await Assertions.Expect(page.GetByTestId("figure-sector-by-community").Locator("a[aria-current]")).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("select[name=sector]")).ToHaveValueAsync("消防");
        await page.GoBackAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(lead!);
    }

    [Fact]
    public async Task The_measure_of_the_rankings_is_in_the_address()
    {
        await using var visit = await chromium.OpenAsync(looking.Site, "/?department=%E5%BA%94%E6%80%A5%E5%8A%9E");
        await visit.InteractiveAsync();
        await visit.Page.Locator(".measures a", new() { HasTextString = "逾期未整改" }).ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync(Pattern.Of("department=%E5%BA%94%E6%80%A5%E5%8A%9E&measure=overdue$"));
        await Assertions.Expect(visit.Page.GetByTestId("figure-by-sector").Locator("h2")).ToHaveTextAsync("各行业领域逾期未整改");
    }

    [Fact]
    public async Task What_an_address_says_wrongly_is_named_and_left_out()
    {
        var text = await looking.Site.GetAsync("/?month=2024-13&measure=all&sector=%E6%B2%A1%E6%9C%89");
        Assert.Contains("地址中的 month=2024-13，measure=all 看不懂，已忽略。", text, StringComparison.Ordinal);
        Assert.Contains("没有（无数据）", text, StringComparison.Ordinal);
        Assert.Contains("在所选范围内全部为 0", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1920)]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task Nothing_is_clipped_at_any_width(int width)
    {
        foreach (var path in new[] { "/", "/?culture=en-US", "/hazards?set=overdue", "/sectors", "/communities?culture=en-US", "/recurrence" })
        {
            await using var visit = await chromium.OpenAsync(looking.Site, path, width);
            await visit.InteractiveAsync();
            Assert.Equal(0, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            var clipped = await visit.Page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('.figure')].flatMap(figure => {
                    const frame = figure.getBoundingClientRect();
                    return [...figure.querySelectorAll('svg text')].filter(text => {
                        const box = text.getBoundingClientRect();
                        return box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom || text.textContent.includes('…');
                    }).map(text => text.textContent);
                })
                """);
            Assert.Empty(clipped);
        }
    }
}
