using System.Net;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Warehouse.Tests.Reading;

namespace SafetyAnalytics.Web.Tests.Figures;

/// <summary>A figure as a file is made again from its page's address, and says what it is about wherever it goes.</summary>
public sealed class FigureFilesTests(LookingSite looking)
{
    [Theory]
    [InlineData("overview/stock-and-flow.png", "image/png", new byte[] { 0x89, 0x50, 0x4E, 0x47 })]
    [InlineData("sectors/member-months.svg?month=2023-12", "image/svg+xml", new byte[] { 0x0A, 0x3C })]
    [InlineData("communities/days-by-member.csv", "text/csv", new byte[] { 0xEF, 0xBB, 0xBF })]
    [InlineData("recurrence/recurrence-by-category.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", new byte[] { 0x50, 0x4B })]
    public async Task Each_page_gives_its_figures_in_each_format(string path, string type, byte[] begins)
    {
        using var answer = await looking.Site.Client.GetAsync(new Uri("/figures/" + path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(PublishedFixture.First, answer.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        Assert.Equal(begins, (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..begins.Length]);
    }

    [Theory]
    [InlineData("/figures/overview/by-sector.csv?month=2023-12&department=%E5%BA%94%E6%80%A5%E5%8A%9E")]
    [InlineData("/figures/overview/by-sector.svg?month=2023-12&department=%E5%BA%94%E6%80%A5%E5%8A%9E")]
    public async Task It_carries_title_filters_definition_day_and_snapshot(string path)
    {
        var text = WebUtility.HtmlDecode(await looking.Site.GetAsync(path));
        foreach (var said in new[] { "各行业领域新增", "范围：应急办", "口径：", "截至 2023年12月31日", PublishedFixture.First }) Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/figures/overview/none.png")]
    [InlineData("/figures/risk/stock-and-flow.png")]
    [InlineData("/figures/overview/stock-and-flow.exe")]
    public async Task What_is_no_figure_is_not_found(string path)
    {
        using var answer = await looking.Site.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_text_that_looks_like_a_formula_stays_a_text()
    {
        var fixture = new PublishedFixture();
        fixture.Change(PublishedFixture.First, "update mart_hazard set hazard_text = '=HYPERLINK(\"http://example.org\")', unit_name = '＝1+1'");
        await using var site = await Site.StartAsync(fixture);
        var csv = await site.GetAsync("/hazards.csv");
        Assert.Contains("\"'=HYPERLINK(\"\"http://example.org\"\")\"", csv, StringComparison.Ordinal);
        Assert.Contains("\n'＝1+1,", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sectors")]
    [InlineData("/recurrence")]
    public async Task The_sql_that_is_shown_runs(string path)
    {
        using var snapshot = new Snapshot(Path.Combine(looking.Site.Published.Published, PublishedFixture.First));
        var page = await looking.Site.GetAsync(path + "?sector=%E6%B6%88%E9%98%B2");
        var shown = System.Text.RegularExpressions.Regex.Matches(page, "<pre tabindex=\"0\"><code>([^<]+)</code>", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).ToArray();
        Assert.NotEmpty(shown);
        foreach (var sql in shown.SelectMany(text => text.Split(";\n\n")))
        {
            using var result = snapshot.Query(CallerScope.Everything, sql);
            Assert.NotEmpty(result.Rows());
        }
    }
}
