using System.Globalization;
using SafetyAnalytics.Pipeline;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Warehouse.Building;
using SafetyAnalytics.Web.Inbox;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Submissions;

/// <summary>
/// What people have decided, and how a page decides: in the intake's turn, so that no build meets a half-made decision; then previews and numbers are worked out anew.
/// Pages read what it remembers and never wait for a writer.
/// </summary>
internal sealed class DecisionDesk(WebOptions options, DataDirectory data, InboxRound round, Desk desk, TimeProvider time, ILogger<DecisionDesk> log) : BackgroundService
{
    private static readonly TimeSpan s_betweenTries = TimeSpan.FromSeconds(2);

    private volatile IReadOnlyList<Decision> _all = [];

    /// <summary>Raised on any thread when <see cref="All"/> has changed.</summary>
    public event EventHandler? Changed;

    /// <summary>Every decision ever made, in order, undone ones and undoings too.</summary>
    public IReadOnlyList<Decision> All => _all;

    /// <summary>Those that hold.</summary>
    public IReadOnlyList<Decision> Standing => StandingDecisions.Of(_all);

    /// <summary>The seeds every reading uses now: the office's own, and the words decided.</summary>
    public Seeds Seeds => DecidedSeeds.With(Warehouse.Building.Seeds.Load(options.Seeds), Standing);

    /// <summary>Makes decisions, all or none.</summary>
    /// <returns>Why they could not be made, in the page's language; null when they were.</returns>
    public async Task<string?> DecideAsync(IReadOnlyList<NewDecision> decisions, PageCulture page)
    {
        // A preview or rebuild under way would be out of date anyway: it is broken off and begun anew.
        desk.Interrupt();
        var fault = await round.InTurnAsync(() => Task.Run(() => Append(decisions, page)), CancellationToken.None);
        if (fault is null) desk.Decided([.. decisions.Select(decision => decision.FileSha256)]);
        else desk.Resume();
        Changed?.Invoke(this, EventArgs.Empty);
        return fault;
    }

    /// <summary>What a decision touches of all that is landed.</summary>
    /// <returns>Null while another program writes.</returns>
    public Task<DecisionReach?> ReachAsync(Decision decision) => round.InTurnAsync(() => Task.Run(() => Reach(decision)), CancellationToken.None);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!await round.InTurnAsync(() => Task.FromResult(TryRead()), stoppingToken)) await Task.Delay(s_betweenTries, time, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // As in InboxWatcher: stopping is not a fault.
        }
    }

    private DecisionLog Log() => new(data, Warehouse.Building.Seeds.Load(options.Seeds), time);

    private bool TryRead()
    {
        try
        {
            _all = Log().All();
            Changed?.Invoke(this, EventArgs.Empty);
            return true;
        }
        catch (PipelineException fault) when (fault.IsBusy)
        {
            return false;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError("The decisions cannot be read. {Fault}", FaultOutline.Of(fault));
            return false;
        }
    }

    private DecisionReach? Reach(Decision decision)
    {
        try
        {
            return DecisionReach.Of(data, decision);
        }
        catch (PipelineException fault) when (fault.IsBusy)
        {
            return null;
        }
    }

    private string? Append(IReadOnlyList<NewDecision> decisions, PageCulture page)
    {
        // The log explains a refusal in the culture of its thread.
        CultureInfo.CurrentUICulture = page.Culture;
        try
        {
            var decided = Log();
            decided.Append(decisions);
            _all = decided.All();
            return null;
        }
        catch (DecisionRefusedException refusal)
        {
            return refusal.Message;
        }
        catch (PipelineException fault) when (fault.IsBusy)
        {
            return page.Words["DecideBusy"];
        }
    }
}
