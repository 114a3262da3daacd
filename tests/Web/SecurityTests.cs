using System.Net;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Web.Tests;

public sealed partial class SecurityTests(LookingSite looking)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/hazards")]
    [InlineData("/site.css")]
    [InlineData("/health/live")]
    [InlineData("/no/such/page")]
    public async Task Every_answer_carries_the_headers(string path)
    {
        using var response = await looking.Site.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/hazards")]
    [InlineData("/site.css")]
    public async Task Nothing_is_fetched_from_elsewhere(string path)
    {
        var text = await looking.Site.GetAsync(path);
        var own = looking.Site.Address.GetLeftPart(UriPartial.Authority);
        Assert.DoesNotContain(External().Matches(text).Select(match => match.Value), address => !address.StartsWith(own, StringComparison.Ordinal));
        Assert.DoesNotContain("@import", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_host_name_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "ledgers.example.org";
        using var response = await looking.Site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task What_an_address_says_is_shown_as_text()
    {
        var text = await looking.Site.GetAsync("/hazards?sector=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_said_so()
    {
        using var response = await looking.Site.Client.GetAsync(new Uri("/no/such/page", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("没有这个页面", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [GeneratedRegex("https?://[^\\s\"'<>)]+", RegexOptions.None, 1000)]
    private static partial Regex External();
}
