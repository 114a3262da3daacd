using System.Globalization;
using SafetyAnalytics.Learning.Risk.Planning;
using SafetyAnalytics.Pipeline;
using SafetyAnalytics.Pipeline.Risk;
using SafetyAnalytics.Warehouse.Publishing;
using SafetyAnalytics.Web.Inbox;
using SafetyAnalytics.Web.Shell;
using SafetyAnalytics.Web.Submissions;

namespace SafetyAnalytics.Web.Risk;

/// <param name="Departments">All that could be asked, so that each has a number.</param>
internal sealed record PlanOrder(PlanPeriod Window, IReadOnlyList<string> Departments, int? Each, IReadOnlyDictionary<string, int> Of, int LeadDays);

/// <param name="PlanKey">Null with the reason in <paramref name="Fault"/>.</param>
internal sealed record PlanAnswer(string? PlanKey, string? Fault);

/// <summary>Makes check plans for a page: in the intake's turn, as <c>safety plan</c> and <c>safety publish</c> would.</summary>
internal sealed class PlanDesk(DataDirectory data, InboxRound round, DecisionDesk decisions, TimeProvider time, ILogger<PlanDesk> log)
{
    /// <summary>What there is to choose from, windows just written down among them.</summary>
    public IReadOnlyList<PlanPeriod> Windows(DateOnly day) => PlanCalendar.Offered(decisions.Seeds, day);

    public PlanPeriod? Find(string key) => PlanCalendar.Find(decisions.Seeds, key);

    public Task<PlanAnswer> MakeAsync(PlanOrder order, PageCulture page) => round.InTurnAsync(() => Task.Run(() => Make(order, page)), CancellationToken.None);

    private PlanAnswer Make(PlanOrder order, PageCulture page)
    {
        // The pipeline explains itself in the culture of its thread.
        CultureInfo.CurrentUICulture = page.Culture;
        try
        {
            using var held = data.LockForWriting();
            var budget = order.Each is null && order.Of.Count == 0 ? null : PlanBudget.Of(order.Departments, order.Each, order.Of);
            if (budget is { Total: 0 }) return new(null, page.Words["PlanNoVisits"]);
            var plan = new PlanMaker(data, decisions.Seeds, time).Make(order.Window, budget, order.LeadDays, asOf: null);
            new Publish(data, time).Run();
            return new(plan.PlanKey, null);
        }
        catch (PipelineException fault)
        {
            return new(null, fault.IsBusy ? page.Words["DecideBusy"] : fault.Message);
        }
        catch (ChecksFailedException)
        {
            return new(null, page.Words["PlanNotPublished"]);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            log.LogError("A plan could not be made. {Fault}", FaultOutline.Of(fault));
            return new(null, page.Words["PlanFailed"]);
        }
    }
}
