using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Web.Tests;

/// <summary>The law of all pages: a number and the list it opens are of the same hazards.</summary>
public sealed partial class RowsLawTests(LookingSite looking)
{
    [Theory]
    [InlineData("")]
    [InlineData("?measure=open&month=2023-09")]
    [InlineData("?measure=overdue&month=2023-02&department=%E5%BA%94%E6%80%A5%E5%8A%9E")]
    [InlineData("?community=%E9%87%91%E6%B2%99%E7%A4%BE%E5%8C%BA&sector=%E6%B6%88%E9%98%B2")]
    public async Task Every_number_with_a_link_opens_as_many_rows(string query)
    {
        var links = await LinksAsync(query);
        Assert.True(links.Length > 30, $"Only {links.Length} links were found.");
        Assert.Contains(links, link => link.Address.Contains("age=", StringComparison.Ordinal));
        await HoldsAsync(links);
    }

    [Theory]
    [InlineData("sectors")]
    [InlineData("sectors?month=2023-09&by=overdue_rate&first=%E6%B6%88%E9%98%B2&second=%E5%BB%BA%E8%AE%BE%E6%96%BD%E5%B7%A5")]
    [InlineData("communities?month=2023-06&by=days_to_rectify&department=%E5%BA%94%E6%80%A5%E5%8A%9E")]
    [InlineData("recurrence")]
    [InlineData("recurrence?from=2023-01&to=2023-06&sector=%E6%B6%88%E9%98%B2")]
    public async Task So_do_those_of_rankings_and_of_what_comes_back(string path)
    {
        // Days are numbers too, but not of rows: what they open says so in its address.
        var links = (await LinksAsync(path)).Where(link => !link.Address.Contains("days=0-", StringComparison.Ordinal) || link.Address.Contains("days=0-0", StringComparison.Ordinal)).ToArray();
        Assert.True(links.Length > 5, $"Only {links.Length} links were found.");
        await HoldsAsync(Some(links));
    }

    // Each link is a page to make: so many of them, spread over all there are, say what all would.
    private static (string Address, int Number)[] Some((string Address, int Number)[] links) => [.. links.Where((_, i) => i % Math.Max(1, links.Length / 25) == 0)];

    private async Task<(string Address, int Number)[]> LinksAsync(string path) =>
        [.. Link().Matches(await looking.Site.GetAsync("/" + path)).Select(match => (Address: WebUtility.HtmlDecode(match.Groups["href"].Value), Number: Number(match.Groups["text"].Value))).Distinct()];

    private async Task HoldsAsync((string Address, int Number)[] links)
    {
        foreach (var (address, number) in links)
        {
            var list = await looking.Site.GetAsync("/" + address);
            Assert.True(number == Number(Total().Match(list).Groups["text"].Value), $"{address} should list {number} hazards.");
            Assert.Equal(Math.Min(number, 50), Row().Count(list));
        }
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowThousands, CultureInfo.GetCultureInfo("zh-CN"));

    [GeneratedRegex("""<a href="(?<href>hazards\?[^"]+)"[^>]*>(?<text>[\d,]+)</a>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("<h1[^>]*>[^<]*：(?<text>[\\d,]+) 条</h1>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Total();

    [GeneratedRegex("<td data-label=\"来源\"", RegexOptions.None, 1000)]
    private static partial Regex Row();
}
