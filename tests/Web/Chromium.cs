using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SafetyAnalytics.Web.Tests.Chromium))]

namespace SafetyAnalytics.Web.Tests;

/// <summary>One real browser for all tests. Not having one is a failure that says what to install, never a test left out.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    // No sandbox: tests also run as root in containers. The rest keeps the browser from calling home.
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = Arguments });
    }

    /// <summary>A page of its own session whose console errors are collected.</summary>
    public async Task<Visit> OpenAsync(Site site, string path, int width = 1366)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = site.Address.ToString(), ViewportSize = new() { Width = width, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        var visit = new Visit(context, page);
        await page.GotoAsync(path);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"These tests need a browser: none of {string.Join(", ", Names)} is on the PATH. On Debian: apt-get install chromium fonts-wqy-microhei.");
    }
}

/// <summary>One browser page with what it complained about.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    internal Visit(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error") complaints.Add(message.Text);
        };
        page.PageError += (_, fault) => complaints.Add(fault);
    }

    public IPage Page { get; }

    /// <summary>Console errors, among them every breach of the content security policy.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Waits until the circuit is up and the charts have taken their measure.</summary>
    public async Task<Visit> InteractiveAsync()
    {
        await Page.Locator("main[aria-busy=false]").WaitForAsync();
        for (var (before, now) = ("", await PictureAsync()); before != now; (before, now) = (now, await PictureAsync())) await Page.WaitForTimeoutAsync(250);
        return this;
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private Task<string> PictureAsync() => Page.EvaluateAsync<string>("[...document.querySelectorAll('.picture')].map(picture => picture.innerHTML).join()");
}
