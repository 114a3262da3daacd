using Microsoft.AspNetCore.Components;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Submissions;

/// <summary>Shows what the desk knows and what was decided, and shows it again when that changes.</summary>
public abstract class DeskComponent : LiveComponent
{
    [Inject]
    private protected Desk Desk { get; set; } = null!;

    [Inject]
    private protected DecisionDesk Decisions { get; set; } = null!;

    protected override void Enter()
    {
        Desk.Changed += WhenDeskChanged;
        Decisions.Changed += WhenDeskChanged;
    }

    protected override void Leave()
    {
        Desk.Changed -= WhenDeskChanged;
        Decisions.Changed -= WhenDeskChanged;
    }

    /// <summary>What a content is called, landed or only uploaded; null when nothing of it has come.</summary>
    private protected string? FileName(string sha256)
    {
        try
        {
            return Door.Ask((snapshot, scope) => snapshot.LedgerFile(scope, sha256)) is [var file, ..] ? file.Name : Desk.NameOf(sha256);
        }
        catch (SnapshotException)
        {
            return Desk.NameOf(sha256);
        }
    }

    private void WhenDeskChanged(object? sender, EventArgs change) => _ = InvokeAsync(Refresh);
}
