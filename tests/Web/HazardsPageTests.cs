using Microsoft.Playwright;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Web.Hazards;

namespace SafetyAnalytics.Web.Tests;

public sealed class HazardsPageTests(LookingSite looking, Chromium chromium)
{
    [Theory]
    [InlineData("hazards")]
    [InlineData("hazards?month=2024-04&sector=%E6%B6%88%E9%98%B2&set=open")]
    [InlineData("hazards?month=2024-04&set=overdue&age=over-90&sort=-due&page=3")]
    [InlineData("hazards?from=2023-01&to=2023-03&status=verified&sort=unit")]
    public void An_address_survives_reading(string address)
    {
        var (read, ignored) = HazardAddress.Parse(address.Contains('?', StringComparison.Ordinal) ? address[address.IndexOf('?', StringComparison.Ordinal)..] : "");
        Assert.Equal(address, read.ToString());
        Assert.Empty(ignored);
    }

    [Theory]
    [InlineData("?set=all", "set=all")]
    [InlineData("?set=overdue&age=old", "age=old")]
    [InlineData("?sort=-phone", "sort=phone")]
    [InlineData("?page=0", "page=0")]
    [InlineData("?page=x", "page=x")]
    [InlineData("?page=99999999999999", "page=99999999999999")]
    public void What_cannot_be_understood_is_named(string query, string expected) => Assert.Equal([expected], HazardAddress.Parse(query).Ignored);

    [Fact]
    public void The_natural_order_is_the_longest_overdue_or_the_last_found()
    {
        var overdue = HazardAddress.Parse("?set=overdue").Address.Asked;
        Assert.Equal((HazardSort.Due, false), (overdue.Sort, overdue.Descending));
        var found = HazardAddress.Parse("").Address.Asked;
        Assert.Equal((HazardSort.Found, true), (found.Sort, found.Descending));
    }

    [Fact]
    public async Task Pages_and_sorting_work_from_links_alone()
    {
        await using var visit = await chromium.OpenAsync(looking.Site, "/hazards");
        await visit.InteractiveAsync();
        var page = visit.Page;
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("全部隐患：600 条");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(50);
        await page.Locator(".pager a[rel=next]").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Pattern.Of("hazards\\?page=2$"));
        await Assertions.Expect(page.Locator(".pager")).ToContainTextAsync("第 2 / 12 页");
        await page.Locator("thead a", new() { HasTextString = "整改时限" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Pattern.Of("hazards\\?sort=due$"));
        await Assertions.Expect(page.Locator("th[aria-sort=ascending]")).ToContainTextAsync("整改时限");
        await page.Locator("thead a", new() { HasTextString = "整改时限" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Pattern.Of("hazards\\?sort=-due$"));
    }

    [Fact]
    public async Task Each_row_says_file_sheet_and_row_and_a_filter_can_be_taken_away()
    {
        await using var visit = await chromium.OpenAsync(looking.Site, "/hazards?sector=%E6%B6%88%E9%98%B2&community=%E9%87%91%E6%B2%99%E7%A4%BE%E5%8C%BA");
        await visit.InteractiveAsync();
        await Assertions.Expect(visit.Page.Locator("td.source").First).ToHaveTextAsync(Pattern.Of("台账\\.xlsx\\s+Sheet1 第 \\d+ 行"));
        await visit.Page.Locator(".breadcrumb a[aria-label*=金沙]").ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync(Pattern.Of("hazards\\?sector=%E6%B6%88%E9%98%B2$"));
        await Assertions.Expect(visit.Page.Locator(".breadcrumb")).ToContainTextAsync("消防");
    }

    [Fact]
    public async Task A_search_finds_words_wherever_they_stand_and_is_kept_in_the_address()
    {
        var both = await looking.Site.GetAsync("/hazards?q=%E7%94%B5%E7%BA%BF+%E9%A4%90%E9%A6%86");
        Assert.Contains("搜索：电线 餐馆", both, StringComparison.Ordinal);
        Assert.Contains("电线私拉乱接", both, StringComparison.Ordinal);
        Assert.Contains("示例餐馆", both, StringComparison.Ordinal);
        Assert.DoesNotContain("灭火器压力不足", both, StringComparison.Ordinal);
        Assert.Contains("全部隐患：0 条", await looking.Site.GetAsync("/hazards?q=%27%20or%201%3D1%20--"), StringComparison.Ordinal);
        var (read, _) = HazardAddress.Parse("?set=open&q=%E7%94%B5%E7%BA%BF");
        Assert.Equal("hazards?set=open&q=%E7%94%B5%E7%BA%BF", read.ToString());
    }

    [Theory]
    [InlineData("set=open&sort=-due")]
    [InlineData("q=%E7%94%B5%E7%BA%BF&sort=unit")]
    public async Task What_is_shown_can_be_taken_away_in_its_order(string query)
    {
        var page = await looking.Site.GetAsync("/hazards?" + query);
        var csv = (await looking.Site.GetAsync("/hazards.csv?" + query)).Split("\r\n");
        var shown = System.Text.RegularExpressions.Regex.Matches(page, "<a href=\"units/[^\"]+\">([^<]+)</a>", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(50, shown.Length);
        Assert.Equal(shown, csv.Skip(1).Take(50).Select(line => line.Split(',')[0]));
        Assert.Contains(csv, line => line.StartsWith("快照 2024-04-", StringComparison.Ordinal));
        Assert.Contains(csv, line => line == $"n = {csv.TakeWhile(line => line.Length > 0).Count() - 1}");
    }

    [Theory]
    [InlineData("/hazards?page=500", "没有符合条件的隐患")]
    [InlineData("/hazards?sector=nowhere", "全部隐患：0 条")]
    [InlineData("/hazards?set=open", "2024年4月末未整改的隐患：142 条")]
    [InlineData("/hazards?month=2019-01", "没有符合条件的隐患")]
    public async Task Edges_are_said_in_words(string path, string expected) => Assert.Contains(expected, await looking.Site.GetAsync(path), StringComparison.Ordinal);
}
