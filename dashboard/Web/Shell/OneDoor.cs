using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Web.Shell;

/// <summary>Through which every page asks: it lends the current snapshot, knows whom for, and says when there is another.</summary>
public sealed class OneDoor(PublishedDirectory published, PointerWatch watch)
{
    /// <summary>Raised on a timer thread when another snapshot is current.</summary>
    public event EventHandler? SnapshotChanged
    {
        add => watch.Changed += value;
        remove => watch.Changed -= value;
    }

    /// <summary>Whom the pages ask for. Until sign-in exists, whoever sits at this machine.</summary>
    public CallerScope Scope { get; } = CallerScope.Everything;

    /// <exception cref="SnapshotException">There is none, or it is damaged.</exception>
    public T Ask<T>(Func<Snapshot, CallerScope, T> question)
    {
        using var lease = published.Borrow();
        return question(lease.Snapshot, Scope);
    }
}
