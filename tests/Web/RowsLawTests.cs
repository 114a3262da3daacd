using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Web.Tests;

/// <summary>The law of the overview: a number and the list it opens are of the same hazards.</summary>
public sealed partial class RowsLawTests(LookingSite looking)
{
    [Theory]
    [InlineData("")]
    [InlineData("?measure=open&month=2023-09")]
    [InlineData("?measure=overdue&month=2023-02&department=%E5%BA%94%E6%80%A5%E5%8A%9E")]
    [InlineData("?community=%E9%87%91%E6%B2%99%E7%A4%BE%E5%8C%BA&sector=%E6%B6%88%E9%98%B2")]
    public async Task Every_number_with_a_link_opens_as_many_rows(string query)
    {
        var overview = await looking.Site.GetAsync("/" + query);
        var links = Link().Matches(overview).Select(match => (Address: WebUtility.HtmlDecode(match.Groups["href"].Value), Number: Number(match.Groups["text"].Value))).Distinct().ToArray();
        Assert.True(links.Length > 30, $"Only {links.Length} links were found.");
        Assert.Contains(links, link => link.Address.Contains("age=", StringComparison.Ordinal));
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
