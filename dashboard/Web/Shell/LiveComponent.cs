using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Web.Shell;

/// <summary>Shows what the current snapshot says about the current address, and shows it again when either changes.</summary>
public abstract class LiveComponent : ComponentBase, IDisposable
{
    private string _path = "";

    [CascadingParameter]
    public PageCulture Page { get; set; } = null!;

    [Inject]
    protected OneDoor Door { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>Why nothing can be shown; null when it can.</summary>
    protected SnapshotException? Fault { get; private set; }

    protected string Query => new Uri(Navigation.Uri).Query;

    public void Dispose()
    {
        Door.SnapshotChanged -= WhenSnapshotChanged;
        Navigation.LocationChanged -= WhenMoved;
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized()
    {
        _path = new Uri(Navigation.Uri).AbsolutePath;
        Door.SnapshotChanged += WhenSnapshotChanged;
        Navigation.LocationChanged += WhenMoved;
        Ask();
    }

    /// <summary>Asks the snapshot anew; may throw <see cref="SnapshotException"/>.</summary>
    protected abstract void Load();

    private void Ask()
    {
        try
        {
            Load();
            Fault = null;
        }
        catch (SnapshotException fault)
        {
            Fault = fault;
        }
    }

    private void Refresh()
    {
        Ask();
        StateHasChanged();
    }

    private void WhenSnapshotChanged(object? sender, EventArgs change) => _ = InvokeAsync(Refresh);

    private void WhenMoved(object? sender, LocationChangedEventArgs move)
    {
        if (new Uri(move.Location).AbsolutePath == _path) _ = InvokeAsync(Refresh);
    }
}
