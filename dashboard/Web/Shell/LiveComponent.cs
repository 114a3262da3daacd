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

    [Inject]
    private SnapshotNews News { get; set; } = null!;

    /// <summary>A newer snapshot is shown as soon as it is current. A page that people read and compare stays as it is until they ask, once it shows anything.</summary>
    protected virtual bool MovesByItself => true;

    protected string Query => new Uri(Navigation.Uri).Query;

    public void Dispose()
    {
        Door.SnapshotChanged -= WhenSnapshotChanged;
        News.Moved -= WhenAsked;
        Navigation.LocationChanged -= WhenMoved;
        Leave();
        GC.SuppressFinalize(this);
    }

    protected override void OnInitialized()
    {
        _path = new Uri(Navigation.Uri).AbsolutePath;
        Door.SnapshotChanged += WhenSnapshotChanged;
        News.Moved += WhenAsked;
        Navigation.LocationChanged += WhenMoved;
        Enter();
        Ask();
    }

    /// <summary>Begins to listen to what else may change the page.</summary>
    protected virtual void Enter()
    {
    }

    /// <summary>Ends what <see cref="Enter"/> began.</summary>
    protected virtual void Leave()
    {
    }

    /// <summary>Asks the snapshot anew; may throw <see cref="SnapshotException"/>.</summary>
    protected abstract void Load();

    /// <summary>Asks anew and shows the answer; on the renderer's own thread.</summary>
    protected void Refresh()
    {
        Ask();
        StateHasChanged();
    }

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

    private void WhenSnapshotChanged(object? sender, EventArgs change) => _ = InvokeAsync(() =>
    {
        if (MovesByItself || Fault is not null) Refresh();
    });

    private void WhenAsked(object? sender, EventArgs asked) => _ = InvokeAsync(Refresh);

    private void WhenMoved(object? sender, LocationChangedEventArgs move)
    {
        if (new Uri(move.Location).AbsolutePath == _path) _ = InvokeAsync(Refresh);
    }
}
