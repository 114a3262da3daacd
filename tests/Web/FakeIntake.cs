using System.Collections.Concurrent;
using SafetyAnalytics.Pipeline.Intake;
using SafetyAnalytics.Web.Inbox;

namespace SafetyAnalytics.Web.Tests;

/// <summary>An intake that does what a test tells it, and remembers what it was asked.</summary>
internal sealed class FakeIntake : ILedgerIntake
{
    public ConcurrentQueue<string[]> Runs { get; } = [];

    public Func<IReadOnlyList<string>, Task<IntakeReport>> Run { get; set; } =
        paths => Task.FromResult(FakeIntake.Landing(paths));

    public Func<string, Task> Sample { get; set; } = directory =>
    {
        Directory.CreateDirectory(directory);
        return File.WriteAllTextAsync(Path.Combine(directory, "ledger.csv"), "sample");
    };

    public Func<IReadOnlyList<string>, CancellationToken, Task<PreviewResult>> Preview { get; set; } = (_, _) => Task.FromResult(new PreviewResult([], []));

    public int Samples { get; private set; }

    public static IntakeReport Landing(IReadOnlyList<string> paths) => new([.. paths.Select(path => new IntakeOutcome(path, IntakeState.Landed))], IsPublished: true);

    public async Task<IntakeReport> RunAsync(IReadOnlyList<string> paths, IProgress<IntakeProgress> progress, CancellationToken cancellation)
    {
        Runs.Enqueue([.. paths]);
        progress.Report(new(IntakeStage.Landing, 0, paths.Count));
        return await Run(paths);
    }

    public Task<PreviewResult> PreviewAsync(IReadOnlyList<string> paths, IProgress<IntakeProgress> progress, CancellationToken cancellation) => Preview(paths, cancellation);

    public async Task SampleAsync(string directory, IProgress<IntakeProgress> progress, CancellationToken cancellation)
    {
        Samples++;
        progress.Report(new(IntakeStage.Sampling));
        await Sample(directory);
    }
}

internal static class Eventually
{
    /// <summary>Waits for what happens in the background; four minutes are far beyond any of it, also on a busy machine.</summary>
    public static async Task Holds(Func<bool> condition, string what, int seconds = 240)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        while (!condition())
        {
            Assert.False(limit.IsCancellationRequested, $"Still not so after {seconds} seconds: {what}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until the web has published its first snapshot.</summary>
    public static Task Published(Site site) => Holds(() => File.Exists(Path.Combine(site.Published.Published, "CURRENT")), "a snapshot is published");
}
