using Microsoft.Playwright;

namespace SafetyAnalytics.Web.Tests;

/// <summary>However a page is loaded, resized or pictured, its drawings fill their cards.</summary>
public sealed class ChartWidthTests(LookingSite looking, Chromium chromium)
{
    private const string Shares =
        """
        () => [...document.querySelectorAll('.picture')].map(picture => {
            const boxes = [...picture.querySelectorAll('svg path, svg text')].map(part => part.getBoundingClientRect()).filter(box => box.width + box.height > 0);
            const drawn = Math.max(...boxes.map(box => box.right)) - Math.min(...boxes.map(box => box.left));
            return drawn / picture.getBoundingClientRect().width;
        })
        """;

    [Fact]
    public async Task Charts_fill_their_cards_after_quick_resizing_and_a_full_page_picture()
    {
        await using var visit = await chromium.OpenAsync(looking.Site, "/");
        for (var i = 0; i < 10; i++) await visit.Page.SetViewportSizeAsync(i % 2 == 0 ? 420 + i * 40 : 1500 - i * 15, 700 + i * 60);
        await visit.Page.SetViewportSizeAsync(1366, 900);
        await visit.Page.ScreenshotAsync(new() { FullPage = true });
        await visit.InteractiveAsync();
        await FillAsync(visit);
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task Charts_fill_their_cards_before_the_circuit_is_up(int width)
    {
        await using var visit = await chromium.OpenAsync(looking.Site, "/", width, isOffline: true);
        await FillAsync(visit);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(160)]
    public async Task A_measurement_that_comes_too_late_does_not_last(int stale)
    {
        await using var visit = await chromium.OpenAsync(looking.Site, "/");
        await visit.InteractiveAsync();
        await visit.Page.EvaluateAsync(
            """
            stale => document.querySelectorAll('.rz-chart').forEach(chart => {
                const height = chart.getBoundingClientRect().height;
                chart.getBoundingClientRect = () => ({ width: stale, height });
                chart.resizeHandler();
                delete chart.getBoundingClientRect;
            })
            """,
            stale);
        await Assertions.Expect(visit.Page.Locator($".rz-chart clipPath rect[width='{stale}']")).ToHaveCountAsync(0);
        await visit.InteractiveAsync();
        await FillAsync(visit);
    }

    private static async Task FillAsync(Visit visit)
    {
        var shares = await visit.Page.EvaluateAsync<double[]>(Shares);
        Assert.Equal(4, shares.Length);
        Assert.All(shares, share => Assert.InRange(share, 0.8, 1.01));
    }
}
