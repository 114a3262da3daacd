using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SafetyAnalytics.Web.Tests.Chromium))]

namespace SafetyAnalytics.Web.Tests;

/// <summary>One real browser for all tests. Not having one is a failure that says what to install, never a test left out.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Visit.Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await LaunchAsync();
    }

    /// <summary>A browser of one's own, to be closed in the middle of things: closing a page of the shared one leaves its connections to the network process.</summary>
    public Task<IBrowser> LaunchAsync() => _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Browser.Find(), Args = Browser.Arguments });

    /// <summary>A page of its own session whose console errors are collected.</summary>
    /// <param name="isOffline">The circuit never comes up: the page stays as it was first answered.</param>
    public Task<Visit> OpenAsync(Site site, string path, int width = 1366, bool isOffline = false) => OpenAsync(site.Address, path, width, isOffline);

    /// <inheritdoc cref="OpenAsync(Site, string, int, bool)"/>
    public Task<Visit> OpenAsync(Uri site, string path, int width = 1366, bool isOffline = false) => OpenAsync(_browser, site, path, width, isOffline);

    public static async Task<Visit> OpenAsync(IBrowser browser, Uri site, string path, int width = 1366, bool isOffline = false)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = site.ToString(), ViewportSize = new() { Width = width, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(Visit.Patience);
        var page = await context.NewPageAsync();
        if (isOffline) await page.RouteAsync("**/blazor.web*.js", route => route.AbortAsync());
        var visit = new Visit(context, page);
        await page.GotoAsync(path);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}

/// <summary>One browser page with what it complained about.</summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>Milliseconds a page may take on however busy a machine: what is awaited ends the waiting, so patience costs nothing.</summary>
    public const int Patience = 120_000;

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    internal Visit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error") _complaints.Add(message.Text);
        };
        page.PageError += (_, fault) => _complaints.Add(fault);
    }

    public IPage Page { get; }

    /// <summary>Console errors, among them every breach of the content security policy.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Waits until the circuit is up and the charts have taken their measure.</summary>
    public async Task<Visit> InteractiveAsync()
    {
        await Page.Locator("main[aria-busy=false]").WaitForAsync();
        for (var (before, now) = ("", await PictureAsync()); before != now; (before, now) = (now, await PictureAsync())) await Page.WaitForTimeoutAsync(250);
        return this;
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private Task<string> PictureAsync() => Page.EvaluateAsync<string>("[...document.querySelectorAll('.picture')].map(picture => picture.innerHTML).join()");
}
