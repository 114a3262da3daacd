namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>
/// Says when another snapshot becomes current. Looks twice a second: file-system events are lost on shared storage, and reading
/// a pointer of thirty bytes costs nothing.
/// </summary>
public sealed class PointerWatch : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(500);

    private readonly PublishedDirectory _directory;
    private readonly ITimer _timer;
    private SnapshotName? _seen;

    public PointerWatch(PublishedDirectory directory, TimeProvider time)
    {
        _directory = directory;
        _seen = Look();
        _timer = time.CreateTimer(_ => Tell(), null, s_interval, s_interval);
    }

    /// <summary>Raised on a timer thread, once per new pointer.</summary>
    public event EventHandler? Changed;

    public void Dispose() => _timer.Dispose();

    // A pointer that cannot be read just now is reported by whoever borrows; the watch goes on looking.
    private SnapshotName? Look()
    {
        try
        {
            return _directory.CurrentName();
        }
        catch (SnapshotUnreadableException)
        {
            return _seen;
        }
    }

    private void Tell()
    {
        var now = Look();
        if (now == Interlocked.Exchange(ref _seen, now)) return;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
