using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Inbox;

/// <summary>
/// Fills an empty data directory with the sample, once. Each step can be interrupted: a sample counts only under its final name,
/// and a directory where files have landed but nothing is published is carried on with.
/// </summary>
internal sealed class DemoPreparation(WebOptions options, PublishedDirectory published, InboxRound round, Activity activity, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!HasSnapshot())
        {
            if (await round.RunAsync(intake => PrepareAsync(intake, stoppingToken), isDemo: true, stoppingToken)) return;
            if (activity.Now.Fault is not IntakeFault.Busy) return;
            await Task.Delay(BetweenTries, time, stoppingToken);
        }
    }

    private async Task<IReadOnlyList<IntakeOutcome>> PrepareAsync(ILedgerIntake intake, CancellationToken cancellation)
    {
        if (!HasLanded() && !Directory.Exists(options.Sample)) await SampleAsync(intake, cancellation);
        await intake.RunAsync(Directory.Exists(options.Sample) ? [options.Sample] : [], activity, cancellation);
        return [];
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
