namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>
/// Says when another snapshot becomes current. Looks twice a second: file-system events are lost on shared storage, and reading
/// a pointer of thirty bytes costs nothing.
/// </summary>
public sealed class PointerWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly PublishedDirectory directory;
    private readonly ITimer timer;
    private SnapshotName? seen;

    public PointerWatch(PublishedDirectory directory, TimeProvider time)
    {
        this.directory = directory;
        seen = Look();
        timer = time.CreateTimer(_ => Tell(), null, Interval, Interval);
    }

    /// <summary>Raised on a timer thread, once per new pointer.</summary>
    public event EventHandler? Changed;

    public void Dispose() => timer.Dispose();

    // A pointer that cannot be read just now is reported by whoever borrows; the watch goes on looking.
    private SnapshotName? Look()
    {
        try
        {
            return directory.CurrentName();
        }
        catch (SnapshotUnreadableException)
        {
            return seen;
        }
    }

    private void Tell()
    {
        var now = Look();
        if (now == Interlocked.Exchange(ref seen, now)) return;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
