using System.Net;
using Microsoft.Playwright;
using SafetyAnalytics.Pipeline;
using SafetyAnalytics.Web.Risk;

namespace SafetyAnalytics.Web.Tests.Risk;

[Collection(nameof(RiskSite))]
public sealed class RiskPageTests(RiskSite risk, LookingSite looking, Chromium chromium)
{
    [Fact]
    public async Task A_committee_sees_what_comes_back_and_how_far_to_trust_the_scores()
    {
        var page = await risk.Site.GetAsync("/risk");
        foreach (var id in new[] { "units-back", "kinds-back", "rises", "scores", "trust", "plan-form", "plans" }) Assert.Contains($"data-testid=\"{id}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"units/\"", page, StringComparison.Ordinal);
        Assert.Contains("Where hazards will come back", await risk.Site.GetAsync("/risk?culture=en-US"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_planner_makes_a_plan_and_takes_it_away_as_a_ledger_that_reads_back()
    {
        await using var visit = await chromium.OpenAsync(risk.Site, $"/risk?window={RiskSite.Window}&each=1&of=应急办:3");
        var page = (await visit.InteractiveAsync()).Page;
        await page.GetByTestId("plan-form").Locator("button").ClickAsync();
        await Assertions.Expect(page.GetByTestId("plan")).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await Assertions.Expect(page).ToHaveURLAsync(Pattern.Of("plan=2023%20"));
        Assert.InRange(await page.Locator(".plan-table tbody tr").CountAsync(), 4, 40);
        await Assertions.Expect(page.GetByTestId("plan-duties").Locator(".plan-shares")).ToContainTextAsync("应急办：能查 3 家");
        await Assertions.Expect(page.Locator("tr.by-lot").First).ToContainTextAsync("随机抽取");
        var link = await page.Locator("a[href$='.xlsx']").GetAttributeAsync("href");
        var path = Path.Combine(risk.Site.Published.Data, "plan.xlsx");
        await File.WriteAllBytesAsync(path, await risk.Site.Client.GetByteArrayAsync(new Uri("/" + link, UriKind.Relative), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        using var said = new StringWriter();
        Assert.Equal(0, await SafetyCommand.RunAsync(["land", path, "--month", "2023-02", "--from", "应急办", "--blank-hazard", "visit", "--data", path + ".data"], said, said, TimeProvider.System));
        Assert.Contains("plan.xlsx", said.ToString(), StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
        Assert.Empty(await page.BreachesAsync());
    }

    [Fact]
    public async Task A_weather_warning_written_down_can_be_planned_for_at_once()
    {
        await using var visit = await chromium.OpenAsync(risk.Site, "/risk");
        var page = (await visit.InteractiveAsync()).Page;
        await page.Locator(".settle summary").First.ClickAsync();
        var form = page.GetByTestId("settle-period");
        await form.Locator("input[name=subject]").FillAsync("高温");
        await form.Locator("input[name=from]").FillAsync("2023-07-05");
        await form.Locator("input[name=until]").FillAsync("2023-07-09");
        await form.Locator("input[name=who]").FillAsync("某甲");
        await form.Locator("input[name=who]").BlurAsync();
        await form.Locator("input[name=why]").FillAsync("高温橙色预警");
        await form.Locator("button").ClickAsync();
        await Assertions.Expect(form.Locator("[role=status]")).ToHaveTextAsync("已记下；预览和数字正在重新计算。");
        await Assertions.Expect(page.Locator("option[value='2023-07-05 高温']")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData("/risk", 1366)]
    [InlineData("/risk?culture=en-US", 390)]
    public async Task Axe_finds_nothing_and_the_page_never_scrolls_sideways(string path, int width)
    {
        await using var visit = await chromium.OpenAsync(risk.Site, path, width);
        await visit.InteractiveAsync();
        await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        Assert.Empty(await visit.Page.BreachesAsync());
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_snapshot_of_before_there_were_scores_says_so()
    {
        Assert.Contains("no-scores", await looking.Site.GetAsync("/risk"), StringComparison.Ordinal);
        foreach (var path in new[] { "/risk/plans/nothing.xlsx", "/risk/calibration.svg" })
        {
            using var answer = await looking.Site.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("risk")]
    [InlineData("risk?plan=2022%20%E5%9B%BD%E5%BA%86%E8%8A%82%202022-09-17%2020")]
    [InlineData("risk?window=2022-10-01%20%E5%9B%BD%E5%BA%86%E8%8A%82&each=3&of=%E5%BA%94%E6%80%A5%E5%8A%9E%3A5&lead=7&as_of=2022-08-31")]
    public void An_address_reads_itself_back(string address)
    {
        var (read, ignored) = RiskAddress.Parse(address.Length > 4 ? address[4..] : "");
        Assert.Empty(ignored);
        Assert.Equal(address, read.ToString());
    }

    [Fact]
    public void What_an_address_says_wrongly_is_named() =>
        Assert.Equal(["each=x", "of=应急办", "lead=200", "as_of=今天"], RiskAddress.Parse("?each=x&of=应急办&lead=200&as_of=今天").Ignored);
}
