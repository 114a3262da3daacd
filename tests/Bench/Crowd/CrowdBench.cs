using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Pipeline;
using SafetyAnalytics.Pipeline.Sample;
using SafetyAnalytics.Warehouse.Building;
using SafetyAnalytics.Web.Tests;

namespace SafetyAnalytics.Bench.Crowd;

/// <summary>
/// Many people on the overview at once, each with a page of a real browser on this machine: how long until a page answers, what a circuit holds, how long a
/// click takes until the picture has changed, and whether anybody is thrown out, with and without a new snapshot every ten seconds. The floor is an empty Blazor app.
/// </summary>
internal static class CrowdBench
{
    private const int Clicks = 3;
    private const int OpenedAlone = 7;
    // Of those who look, so many click on while snapshots come; the others only look.
    private const int OneIn = 10;
    private const int Patience = 20_000;
    private const double SecondsBetweenClicks = 0.5;

    private static readonly TimeSpan s_betweenSnapshots = TimeSpan.FromSeconds(10);

    // The first click narrows to a member, the next undoes it.
    private static readonly Gesture s_filter = new("[data-testid=figure-sector-by-community] td a", "[data-testid=figure-stock-and-flow] .picture");
    private static readonly Gesture s_count = new("button", "button");

    /// <param name="people">Pages open at once.</param>
    /// <param name="snapshots">New snapshots published while they look; 0 for none.</param>
    /// <param name="months">Months of the sample they look at.</param>
    public static async Task RunAsync(int people, int snapshots, int months, TextWriter output, TextWriter error)
    {
        var folder = Directory.CreateTempSubdirectory("safety-crowd-");
        try
        {
            var ledgers = new DirectoryInfo(Path.Combine(folder.FullName, "sample"));
            error.WriteLine($"making {months} months of ledgers …");
            SampleWriter.Write(new SampleOptions { Out = ledgers, Months = months + snapshots });
            var (history, arriving) = Split(ledgers, snapshots);
            var data = new DataDirectory(Path.Combine(folder.FullName, "data"));
            var river = new River(data, Seeds.Embedded(), TimeProvider.System);
            river.Run(history, new LandSettings());
            var empty = await CrowdAsync(null, s_count, people, [], null, error);
            var ours = await CrowdAsync(data.Root, s_filter, people, arriving, river, error);
            Write(output, people, empty, ours);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The last ledgers by name arrive one by one, the rest is history.</summary>
    private static (IReadOnlyList<string> History, IReadOnlyList<string> Arriving) Split(DirectoryInfo ledgers, int snapshots)
    {
        var files = LedgerFiles.Of([ledgers.FullName]).Ledgers;
        return ([.. files.SkipLast(snapshots)], [.. files.TakeLast(snapshots)]);
    }

    private static async Task<CrowdResult> CrowdAsync(string? data, Gesture gesture, int people, IReadOnlyList<string> arriving, River? river, TextWriter error)
    {
        await using var site = await ServedSite.StartAsync(data);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Browser.Find(), Args = Browser.Arguments });
        error.WriteLine($"{(data is null ? "empty app" : "overview")}: {people} people …");
        var opening = new List<double>();
        for (var i = 0; i < OpenedAlone; i++)
        {
            var watch = Stopwatch.StartNew();
            var page = await OpenAsync(browser, site.Address);
            opening.Add(watch.Elapsed.TotalMilliseconds);
            await page.Context.CloseAsync();
        }

        var before = await site.HeldBytesAsync();
        var pages = new List<IPage>();
        for (var i = 0; i < people; i++) pages.Add(await OpenAsync(browser, site.Address));
        var held = await site.HeldBytesAsync() - before;
        var cpu = site.Cpu();
        var clicks = await ClickAsync(pages, gesture, Clicks);
        var perClick = (site.Cpu() - cpu).TotalMilliseconds / clicks.Count;
        var moved = new List<double>();
        foreach (var ledger in arriving)
        {
            var next = Task.Delay(s_betweenSnapshots);
            await Task.Run(() => river!.Run([ledger], new LandSettings()));
            moved.AddRange(await ClickAsync([.. pages.Where((_, i) => i % OneIn == 0)], gesture, 2));
            await next;
        }

        return new(opening, held / people, clicks, perClick, moved, await LostAsync(pages), arriving.Count == 0 ? null : await ToldAsync(pages));
    }

    private static async Task<IPage> OpenAsync(IBrowser browser, Uri site)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = site.ToString(), ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.Locator("main[aria-busy=false]").WaitForAsync();
        return page;
    }

    /// <summary>Everybody clicks in turn, whether or not the one before has been answered.</summary>
    /// <returns>Milliseconds of each click until what it changes has changed.</returns>
    private static async Task<IReadOnlyList<double>> ClickAsync(IReadOnlyList<IPage> pages, Gesture gesture, int times)
    {
        var answers = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var running = new List<Task<double>>();
            foreach (var page in pages)
            {
                running.Add(AnswerAsync(page, gesture));
                await Task.Delay(TimeSpan.FromSeconds(SecondsBetweenClicks));
            }

            answers.AddRange(await Task.WhenAll(running));
        }

        return answers;
    }

    /// <returns>Milliseconds; those of <see cref="Patience"/> when nothing came.</returns>
    private static Task<double> AnswerAsync(IPage page, Gesture gesture) => page.EvaluateAsync<double>(
        """
        ([button, picture, patience]) => new Promise(done => {
            const shown = () => document.querySelector(picture)?.innerHTML;
            const before = shown();
            const began = performance.now();
            const watch = new MutationObserver(() => { if (shown() !== before) { watch.disconnect(); done(performance.now() - began); } });
            watch.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
            setTimeout(() => done(patience), patience);
            (document.querySelector(button + '[aria-current]') ?? document.querySelector(button)).click();
        })
        """,
        new object[] { gesture.Button, gesture.Picture, Patience });

    private static async Task<int> LostAsync(IReadOnlyList<IPage> pages)
    {
        var lost = 0;
        foreach (var page in pages) lost += await page.EvaluateAsync<bool>("[...document.querySelectorAll('#components-reconnect-modal, #blazor-error-ui')].some(one => getComputedStyle(one).display !== 'none')") ? 1 : 0;
        return lost;
    }

    /// <summary>How many pages say that there is a newer snapshot; a page that was moved by a click says nothing until the next.</summary>
    private static async Task<int> ToldAsync(IReadOnlyList<IPage> pages)
    {
        var told = 0;
        foreach (var page in pages) told += await page.GetByTestId("newer").CountAsync();
        return told;
    }

    private static void Write(TextWriter output, int people, CrowdResult empty, CrowdResult ours)
    {
        output.WriteLine(Text($"{people} people; {Environment.ProcessorCount} cores shared with the browser"));
        output.WriteLine();
        output.WriteLine("| | overview | empty app | ratio | bar |");
        output.WriteLine("|---|---:|---:|---:|---|");
        Line("page interactive, median ms", result => Percentile(result.Opening, 0.5), "≤ 1.6 ×");
        Line("managed KiB a circuit", result => result.HeldPerCircuit / 1024.0, "≤ 3 ×");
        Line("click, median ms", result => Percentile(result.Clicks, 0.5), "");
        Line("click, p95 ms", result => Percentile(result.Clicks, 0.95), "≤ 200 ms");
        Line("server's processor ms a click", result => result.CpuPerClick, "");
        if (ours.Told is not null)
        {
            output.WriteLine(Text($"| click while snapshots come, p95 ms | {Percentile(ours.ClicksWhileMoving, 0.95):F0} | | | |"));
            output.WriteLine(Text($"| pages that say there is a newer snapshot | {ours.Told} | | | |"));
        }

        output.WriteLine(Text($"| circuits lost | {ours.Lost} | {empty.Lost} | | 0 |"));

        void Line(string name, Func<CrowdResult, double> value, string bar) => output.WriteLine(Text($"| {name} | {value(ours):F1} | {value(empty):F1} | {value(ours) / value(empty):F2} | {bar} |"));
    }

    private static double Percentile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <param name="Button">What is clicked, the one that is chosen before any other.</param>
    /// <param name="Picture">What changes.</param>
    private sealed record Gesture(string Button, string Picture);

    /// <param name="Opening">Milliseconds from the address to an interactive page, one at a time.</param>
    /// <param name="HeldPerCircuit">Managed bytes.</param>
    /// <param name="Clicks">Milliseconds until the picture changed.</param>
    /// <param name="CpuPerClick">Milliseconds of the server's threads.</param>
    /// <param name="Told">Pages with the notice of a newer snapshot; null when none came.</param>
    private sealed record CrowdResult(IReadOnlyList<double> Opening, long HeldPerCircuit, IReadOnlyList<double> Clicks, double CpuPerClick, IReadOnlyList<double> ClicksWhileMoving, int Lost, int? Told);
}
