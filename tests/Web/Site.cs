using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Warehouse.Tests.Reading;
using SafetyAnalytics.Web.Inbox;
using SafetyAnalytics.Web.Shell;
using SafetyAnalytics.Web.Submissions;

[assembly: AssemblyFixture(typeof(SafetyAnalytics.Web.Tests.LookingSite))]

namespace SafetyAnalytics.Web.Tests;

/// <summary>The whole web on a free loopback port, in this process, over a published fixture.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _application;

    private Site(PublishedFixture published, WebApplication application)
    {
        Published = published;
        _application = application;
        Client = new(new HttpClientHandler { UseCookies = false }) { BaseAddress = Address };
    }

    public PublishedFixture Published { get; }

    public HttpClient Client { get; }

    public Uri Address => new(_application.Urls.Single());

    /// <summary>What people have decided, as the web remembers it: to open the raw tables beside it would get in its way.</summary>
    public IReadOnlyList<Decision> Decided => _application.Services.GetRequiredService<DecisionDesk>().All;

    public string Inbox => Path.Combine(Published.Data, "inbox");

    public static async Task<Site> StartAsync(PublishedFixture? published = null, ILedgerIntake? intake = null, bool isDemo = false, Func<WebOptions, WebOptions>? change = null)
    {
        var fixture = published ?? new PublishedFixture();
        var options = new WebOptions { Data = fixture.Data, IsDemo = isDemo, Urls = ["http://127.0.0.1:0"] };
        options = change?.Invoke(options) ?? options;
        var built = WebSite.Build(WebSite.Configure(options, _ => intake ?? new FakeIntake()), options);
        await built.StartAsync(TestContext.Current.CancellationToken);
        return new(fixture, built);
    }

    /// <summary>The web over the real pipeline, in a data directory that is kept until the fixture goes.</summary>
    public static async Task<Site> StartRealAsync(PublishedFixture fixture, Func<WebOptions, WebOptions>? change = null)
    {
        var options = new WebOptions { Data = fixture.Data, Urls = ["http://127.0.0.1:0"] };
        options = change?.Invoke(options) ?? options;
        var built = WebSite.Build(WebSite.Configure(options, asked => new PipelineIntake(asked, TimeProvider.System)), options);
        await built.StartAsync(TestContext.Current.CancellationToken);
        return new(fixture, built);
    }

    /// <summary>Ends the web and leaves its data directory, as a restart would.</summary>
    public async Task StopAsync()
    {
        Client.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    public Task<string> GetAsync(string path) => Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
        Published.Dispose();
    }
}

/// <summary>One site for all tests that only look.</summary>
public sealed class LookingSite : IAsyncLifetime
{
    public Site Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await Site.StartAsync();

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
