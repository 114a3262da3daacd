namespace SafetyAnalytics.Web.Shell;

/// <summary>Of one circuit: somebody asked to see the newer snapshot.</summary>
public sealed class SnapshotNews
{
    public event EventHandler? Moved;

    public void Move() => Moved?.Invoke(this, EventArgs.Empty);
}
