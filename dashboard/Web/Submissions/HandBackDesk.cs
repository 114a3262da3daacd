using System.Globalization;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Pipeline;
using SafetyAnalytics.Pipeline.Intake;
using SafetyAnalytics.Pipeline.Waiting;
using SafetyAnalytics.Warehouse.Building;
using SafetyAnalytics.Web.Inbox;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Submissions;

/// <summary>Gives a landed file back, marked: in the intake's turn, because it looks into the raw tables.</summary>
internal sealed class HandBackDesk(WebOptions options, DataDirectory data, InboxRound round)
{
    /// <summary>Writes the marked copy.</summary>
    /// <param name="culture">What the marks are written in.</param>
    /// <returns>The copy's name, made safe; null when there is no such file or nothing can read it. Busy: another program writes, and nothing was done.</returns>
    public Task<(string? Name, bool IsBusy)> WriteAsync(string sha256, Stream target, CultureInfo culture, CancellationToken cancellation) =>
        round.InTurnAsync(() => Task.Run(() => Write(sha256, target, culture), cancellation), cancellation);

    private (string? Name, bool IsBusy) Write(string sha256, Stream target, CultureInfo culture)
    {
        CultureInfo.CurrentUICulture = culture;
        try
        {
            return (SafeName.Of(new HandBackCopies(data, Seeds.Load(options.Seeds)).Write(sha256, target)), false);
        }
        catch (PipelineException fault) when (fault.IsBusy)
        {
            return (null, true);
        }
        catch (Exception fault) when (fault is PipelineException or LedgerFormatException or WarehouseUnreadableException)
        {
            return (null, false);
        }
    }
}
