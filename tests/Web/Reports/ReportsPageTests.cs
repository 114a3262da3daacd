using System.IO.Compression;
using System.Net;
using Microsoft.Playwright;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Warehouse.Publishing;

namespace SafetyAnalytics.Web.Tests.Reports;

public sealed class ReportsPageTests(ReportsSite reports, LookingSite looking, Chromium chromium)
{
    private string Current => File.ReadAllText(Path.Combine(reports.Site.Published.Published, "CURRENT")).Trim();

    [Fact]
    public async Task A_closed_month_opens_as_it_was_published_with_what_changed_since()
    {
        await using var visit = await chromium.OpenAsync(reports.Site, "/reports?month=2022-06");
        var page = (await visit.InteractiveAsync()).Page;
        await Assertions.Expect(page.GetByTestId("months").Locator("tr[data-state=Closed]")).ToContainTextAsync("2022年6月");
        await Assertions.Expect(page.GetByTestId("months").Locator("tr[data-state=Open]")).ToContainTextAsync("2022年5月");
        await Assertions.Expect(page.GetByTestId("closings")).ToContainTextAsync("王＊＊");
        var stock = page.GetByTestId("published").Locator("tr[data-metric=open_stock] td");
        await Assertions.Expect(stock.First).ToHaveTextAsync("2");
        await Assertions.Expect(stock.Last).ToHaveTextAsync("0");
        await Assertions.Expect(page.GetByTestId("restated-numbers")).ToContainTextAsync(ReportsSite.Corrected);
        await Assertions.Expect(page.GetByTestId("restated-hazards").Locator("li.gone")).ToContainTextAsync("丙网吧");
        await Assertions.Expect(page.GetByTestId("restated-hazards").Locator("li.changed")).ToContainTextAsync("未按期 → 按期");
        await Assertions.Expect(page.GetByTestId("targets")).ToContainTextAsync("达标");
        Assert.DoesNotContain("王小明", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task An_open_month_is_said_to_be_provisional()
    {
        var page = await reports.Site.GetAsync("/reports?month=2022-05");
        Assert.Contains("数字暂定", page, StringComparison.Ordinal);
        Assert.Contains("settle-month_close", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_is_closed_on_the_page_by_somebody_with_a_reason()
    {
        await using var visit = await chromium.OpenAsync(reports.Site, "/reports?month=2022-05");
        var form = (await visit.InteractiveAsync()).Page.GetByTestId("settle-month_close");
        await form.Locator("input[name=who]").FillAsync("某甲");
        await form.Locator("input[name=who]").BlurAsync();
        await form.Locator("input[name=why]").FillAsync("五月数据已核");
        await form.Locator("button").ClickAsync();
        await Assertions.Expect(form.Locator("[role=status]")).ToHaveTextAsync("已记下；预览和数字正在重新计算。");
        Assert.Equal("某甲", Assert.Single(reports.Site.Decided, decision => decision is { Kind: DecisionKind.MonthClose, Value: "2022-05" }).Who);
    }

    [Fact]
    public async Task Files_of_a_snapshot_can_be_taken_away_and_nothing_else_can()
    {
        var folder = Path.Combine(reports.Site.Published.Published, Current);
        foreach (var path in new[] { "manifest.json", "SHA256SUMS", "dictionary.html", "warehouse.duckdb" })
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(folder, path), TestContext.Current.CancellationToken), await reports.Site.Client.GetByteArrayAsync(new Uri($"/reports/files/{Current}/{path}", UriKind.Relative), TestContext.Current.CancellationToken));
        var parquet = SnapshotManifest.Read(folder).Files.First(file => file.Path.EndsWith(".parquet", StringComparison.Ordinal)).Path;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/reports/files/{Current}/{Uri.EscapeDataString(parquet).Replace("%2F", "/", StringComparison.Ordinal)}"));
        foreach (var path in new[] { $"{Current}/nothing.txt", $"{Current}/..%2F..%2Fbuild%2Frestricted.duckdb", $"{Current}/%2e%2e/CURRENT", "2022-06-000000000000/manifest.json", "..%2Fbuild/restricted.duckdb" })
            Assert.Contains(await StatusAsync("/reports/files/" + path), new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
    }

    [Theory]
    [InlineData("2022-06/whole.docx", "word/document.xml")]
    [InlineData("2022-05/whole.xlsx", "xl/workbook.xml")]
    [InlineData("2022-06/应急办.zip", "安全生产月通报-2022-06-应急办.docx")]
    public async Task A_months_bulletin_is_made_when_it_is_asked_for(string path, string part)
    {
        using var answer = await reports.Site.Client.GetAsync(new Uri("/reports/bulletin/" + path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Contains(zip.Entries, entry => entry.FullName == part);
    }

    [Theory]
    [InlineData("2021-06/whole.docx")]
    [InlineData("June/whole.docx")]
    [InlineData("2022-06/nobody.docx")]
    [InlineData("2022-06/all.docx")]
    [InlineData("2022-06/whole.pdf")]
    [InlineData("2022-06/whole.docx?snapshot=..%2F..%2Fbuild")]
    [InlineData("2022-06/whole.docx?snapshot=2022-06-000000000000")]
    public async Task A_bulletin_that_cannot_be_is_not_found(string path) => Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/reports/bulletin/" + path));

    [Fact]
    public async Task A_closed_months_bulletin_is_there_as_published_and_as_known_now()
    {
        await using var visit = await chromium.OpenAsync(reports.Site, "/reports?month=2022-06");
        var links = await visit.Page.GetByTestId("bulletin").Locator("a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        var frozen = Assert.Single(links, link => link.Contains("whole.xlsx?snapshot=", StringComparison.Ordinal));
        var then = await reports.Site.Client.GetByteArrayAsync(new Uri("/" + frozen, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(then, await reports.Site.Client.GetByteArrayAsync(new Uri("/" + frozen, UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.NotEqual(then, await reports.Site.Client.GetByteArrayAsync(new Uri("/reports/bulletin/2022-06/whole.xlsx", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Contains(links, link => link.Contains(Uri.EscapeDataString("应急办") + ".docx", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_snapshot_from_before_months_were_closed_has_none() =>
        Assert.Contains("/reports", await looking.Site.GetAsync("/reports"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/reports?month=2022-06", 1366)]
    [InlineData("/reports?month=2022-06&culture=en-US", 390)]
    [InlineData("/reports?month=2022-05", 390)]
    [InlineData("/dictionary?table=mart_month_version", 1366)]
    [InlineData("/dictionary?q=overdue&table=fct_hazard&culture=en-US", 390)]
    public async Task Axe_finds_nothing_and_the_page_never_scrolls_sideways(string path, int width)
    {
        await using var visit = await chromium.OpenAsync(reports.Site, path, width);
        await visit.InteractiveAsync();
        await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        Assert.Empty(await visit.Page.BreachesAsync());
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task The_dictionary_is_searched_by_its_words_and_leads_back_to_the_files()
    {
        await using var visit = await chromium.OpenAsync(reports.Site, "/dictionary");
        var page = (await visit.InteractiveAsync()).Page;
        var all = await page.GetByTestId("tables").Locator("tbody tr").CountAsync();
        await page.Locator("input[name=q]").FillAsync("逾期");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(Pattern.Of("q=%E9%80%BE%E6%9C%9F"));
        Assert.InRange(await page.GetByTestId("tables").Locator("tbody tr").CountAsync(), 1, all - 1);
        await Assertions.Expect(page.GetByTestId("metrics")).ToContainTextAsync("overdue_rate");
        await page.GetByTestId("tables").Locator("a", new() { HasTextString = "mart_month_version" }).ClickAsync();
        await Assertions.Expect(page.GetByTestId("columns")).ToContainTextAsync("逾期");
        await Assertions.Expect(page.GetByTestId("lineage")).ToContainTextAsync("raw_ledger_row");
        await Assertions.Expect(page.GetByTestId("lineage")).ToContainTextAsync("seed_communities");
    }

    [Fact]
    public async Task The_page_of_the_dictionary_in_the_snapshot_says_the_same_and_searches_by_itself()
    {
        var shown = await reports.Site.GetAsync("/dictionary?table=mart_restatement");
        var file = Path.Combine(reports.Site.Published.Published, Current, "dictionary.html");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        foreach (var words in new[] { "变化前的值", "mart_restatement", "raw_frozen_metric" })
        {
            Assert.Contains(words, shown, StringComparison.Ordinal);
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        await using var visit = await chromium.OpenAsync(reports.Site, "/dictionary");
        await visit.Page.GotoAsync(new Uri(file).AbsoluteUri);
        await visit.Page.Locator("input[type=search]").FillAsync("mart_restatement 变化前的值");
        await Assertions.Expect(visit.Page.Locator("article#mart_restatement")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("article#mart_month")).ToBeHiddenAsync();
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await reports.Site.Client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
