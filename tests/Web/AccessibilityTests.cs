using Microsoft.Playwright;
using SafetyAnalytics.Warehouse.Tests.Reading;

namespace SafetyAnalytics.Web.Tests;

public sealed class AccessibilityTests(LookingSite looking, Chromium chromium)
{
    [Theory]
    [InlineData("/", 1366)]
    [InlineData("/?culture=en-US&measure=overdue&month=2023-06", 390)]
    [InlineData("/sectors?first=%E6%B6%88%E9%98%B2&second=%E5%BB%BA%E8%AE%BE%E6%96%BD%E5%B7%A5", 1366)]
    [InlineData("/communities?culture=en-US&by=overdue_rate", 390)]
    [InlineData("/recurrence", 1366)]
    [InlineData("/hazards?set=overdue", 1366)]
    [InlineData("/hazards?culture=en-US&sector=%E6%B6%88%E9%98%B2&status=verified", 390)]
    [InlineData("/hazards?sector=none", 1366)]
    [InlineData("/no/such/page", 1366)]
    public async Task Axe_finds_nothing(string path, int width)
    {
        await using var visit = await chromium.OpenAsync(looking.Site, path, width);
        await visit.InteractiveAsync();
        await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        Assert.Empty(await visit.Page.BreachesAsync());
    }

    [Fact]
    public async Task Axe_finds_nothing_on_the_empty_page()
    {
        await using var site = await Site.StartAsync(new PublishedFixture(empty: true));
        await using var visit = await chromium.OpenAsync(site, "/");
        Assert.Empty(await visit.Page.BreachesAsync());
    }

    [Fact]
    public async Task The_keyboard_reaches_the_rows_behind_a_bar()
    {
        await using var visit = await chromium.OpenAsync(looking.Site, "/");
        await visit.InteractiveAsync();
        var page = visit.Page;
        await page.Locator(".skip").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
        var summary = page.GetByTestId("figure-by-sector").Locator(".data summary");
        await summary.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        for (var i = 0; i < 3 && !await page.EvaluateAsync<bool>("document.activeElement.matches('td a')"); i++) await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(Pattern.Of("/hazards\\?.*sector="));
    }
}
