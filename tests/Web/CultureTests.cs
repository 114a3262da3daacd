using Microsoft.Playwright;

namespace SafetyAnalytics.Web.Tests;

public sealed class CultureTests(LookingSite looking, Chromium chromium)
{
    [Fact]
    public async Task A_switch_changes_the_language_keeps_the_rest_and_is_remembered()
    {
        await using var visit = await chromium.OpenAsync(looking.Site, "/?month=2023-06&measure=open");
        await visit.InteractiveAsync();
        var page = visit.Page;
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
        await page.Locator(".cultures a").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Pattern.Of("month=2023-06&measure=open&culture=en-US$"));
        await visit.InteractiveAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en-US");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("In June 2023");
        await page.GetByRole(AriaRole.Link, new() { Name = "Hazards", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("All hazards");
        await page.GotoAsync("/");
        await visit.InteractiveAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("In April 2024");
        await Assertions.Expect(page.Locator("select[name=sector] option").Nth(1)).ToHaveTextAsync("餐饮燃气");
        await page.Locator(".cultures a").ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
    }

    [Theory]
    [InlineData("/?culture=en-US", "en-US")]
    [InlineData("/?culture=EN-us", "en-US")]
    [InlineData("/?culture=fr-FR", "zh-CN")]
    [InlineData("/", "zh-CN")]
    public async Task The_address_decides_and_the_browsers_wish_does_not(string path, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd("de-DE");
        using var response = await looking.Site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains($"<html lang=\"{expected}\">", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(path.Contains("en-us", StringComparison.OrdinalIgnoreCase), response.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("culture=en-US", StringComparison.Ordinal) && cookie.Contains("httponly", StringComparison.Ordinal)));
    }
}
