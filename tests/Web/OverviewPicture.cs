using System.Diagnostics;

namespace SafetyAnalytics.Web.Tests;

/// <summary>
/// Takes <c>dashboard/overview.png</c>, the picture in the README, of the demo as a new user sees it. Only when asked for:
/// <c>OVERVIEW_PICTURE=$PWD/dashboard/overview.png tests/Web/bin/Debug/net10.0/SafetyAnalytics.Web.Tests -explicit only</c>.
/// </summary>
public sealed class OverviewPicture(Chromium chromium)
{
    private const int MostBytes = 300_000;

    [Fact(Explicit = true)]
    public async Task The_readmes_picture_is_small_and_of_the_demo()
    {
        var target = Environment.GetEnvironmentVariable("OVERVIEW_PICTURE") is { } path && Path.IsPathFullyQualified(path) ? path : throw new InvalidOperationException("Set OVERVIEW_PICTURE to the full path of the file to write.");
        var data = Path.Combine(Path.GetTempPath(), "picture-" + Guid.NewGuid().ToString("n"));
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "SafetyAnalytics.Web"), ["--demo", "--data", data, "--urls", "http://127.0.0.1:0"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        try
        {
            var address = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            await using var visit = await chromium.OpenAsync(new Uri(address!), "/");
            await visit.Page.Locator(".figure").First.WaitForAsync(new() { Timeout = 120_000 });
            await visit.InteractiveAsync();
            await visit.Page.ScreenshotAsync(new() { Path = target, Clip = new() { X = 0, Y = 0, Width = 1366, Height = 1080 }, FullPage = true });
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Directory.Delete(data, recursive: true);
        }

        Assert.InRange(new FileInfo(target).Length, 20_000, MostBytes);
    }
}
