using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Inbox;

/// <summary>
/// Fills an empty data directory with the sample, once. Each step can be interrupted: a sample counts only under its final name,
/// and a directory where files have landed but nothing is published is carried on with.
/// </summary>
internal sealed class DemoPreparation(WebOptions options, PublishedDirectory published, InboxRound round, Activity activity, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan s_betweenTries = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!HasSnapshot() && !await TryAsync(stoppingToken)) await Task.Delay(s_betweenTries, time, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // As in InboxWatcher: stopping is not a fault.
        }
    }

    /// <returns>False when another writer is to be waited for.</returns>
    private async Task<bool> TryAsync(CancellationToken cancellation) =>
        await round.RunAsync(intake => PrepareAsync(intake, cancellation), isDemo: true, cancellation) || activity.Now.Fault is not IntakeFault.Busy;

    private async Task<IntakeReport> PrepareAsync(ILedgerIntake intake, CancellationToken cancellation)
    {
        if (!HasLanded() && !Directory.Exists(options.Sample)) await SampleAsync(intake, cancellation);
        var report = await intake.RunAsync(Directory.Exists(options.Sample) ? [options.Sample] : [], activity, cancellation);
        return report with { Outcomes = [] };
    }

    private async Task SampleAsync(ILedgerIntake intake, CancellationToken cancellation)
    {
        var unfinished = options.Sample + ".unfinished";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        await intake.SampleAsync(unfinished, activity, cancellation);
        Directory.Move(unfinished, options.Sample);
    }

    // A damaged pointer is somebody's data: it is not ours to bury under a sample.
    private bool HasSnapshot()
    {
        try
        {
            return published.CurrentName() is not null;
        }
        catch (SnapshotUnreadableException)
        {
            return true;
        }
    }

    private bool HasLanded() => Directory.Exists(options.Landed) && Directory.EnumerateFileSystemEntries(options.Landed).Any();
}
