using SafetyAnalytics.Web.Shell;
using SafetyAnalytics.Web.Submissions;

namespace SafetyAnalytics.Web.Inbox;

/// <summary>Looks into the inbox twice a second and takes in what is finished. Looking beats file-system events: they are lost on shared folders and say nothing about a file being finished.</summary>
internal sealed class InboxWatcher(WebOptions options, InboxRound round, InboxHolding holding, TimeProvider time, ILogger<InboxWatcher> log) : BackgroundService
{
    private static readonly TimeSpan s_betweenLooks = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_afterFailure = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var files = new InboxFiles(options.Inbox);
        try
        {
            while (true)
            {
                var went = await LookAsync(files, stoppingToken);
                await Task.Delay(went ? s_betweenLooks : s_afterFailure, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A host that never came up (its port is taken) takes a cancelled service for a broken one, and says so at length.
        }
    }

    private async Task<bool> LookAsync(InboxFiles files, CancellationToken cancellation)
    {
        try
        {
            var finished = files.Look();
            if (finished.Count == 0) return true;
            if (options.InboxMode is InboxMode.Land) return await round.TakeInAsync(finished, cancellation);
            await holding.HoldAsync(finished, cancellation);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(fault, "The inbox {Inbox} cannot be looked into just now.", options.Inbox);
            return false;
        }
    }
}
