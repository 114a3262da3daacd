namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>
/// The folder of published snapshots and its pointer <c>CURRENT</c>. Lends the current snapshot; whoever holds a lease finishes on the
/// snapshot they began with. An outdated snapshot is closed when its last lease comes back. Safe for simultaneous callers.
/// </summary>
public sealed class PublishedDirectory : IDisposable
{
    private readonly Lock _gate = new();
    private Shelf? _current;
    private bool _disposed;

    /// <param name="path">DATA/published; need not exist yet.</param>
    public PublishedDirectory(string path) => DirectoryPath = path;

    public string DirectoryPath { get; }

    /// <returns>What the pointer says now; null while there is no pointer.</returns>
    /// <exception cref="SnapshotUnreadableException">The pointer holds something else than a snapshot's name.</exception>
    public SnapshotName? CurrentName()
    {
        var pointer = Path.Combine(DirectoryPath, "CURRENT");
        try
        {
            var text = File.ReadAllText(pointer).Trim();
            return SnapshotName.TryParse(text, out var name) ? name : throw new SnapshotUnreadableException(pointer, $"says '{text}', which is not a snapshot's name");
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SnapshotUnreadableException(pointer, $"cannot be read ({fault.Message})", fault);
        }
    }

    /// <exception cref="NoSnapshotException">Nothing is published yet.</exception>
    /// <exception cref="SnapshotUnreadableException">The pointer or what it names is damaged.</exception>
    public SnapshotLease Borrow()
    {
        var name = CurrentName() ?? throw new NoSnapshotException(DirectoryPath);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_current?.Snapshot.Info.Name != name) Replace(new(new(Path.Combine(DirectoryPath, name.Text))));
            _current!.Leases++;
            return new(_current, Return);
        }
    }

    /// <summary>Lends a snapshot published earlier, opened for this loan alone.</summary>
    /// <returns>Null when there is none of that name.</returns>
    /// <exception cref="SnapshotUnreadableException">It is damaged.</exception>
    public SnapshotLease? Borrow(SnapshotName name)
    {
        var folder = Path.Combine(DirectoryPath, name.Text);
        return Directory.Exists(folder) ? new(new(new(folder)) { Leases = 1 }, Return) : null;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            Replace(null);
        }
    }

    private void Replace(Shelf? next)
    {
        if (_current is { Leases: 0 } idle) idle.Snapshot.Dispose();
        _current = next;
    }

    private void Return(Shelf shelf)
    {
        lock (_gate)
        {
            shelf.Leases--;
            if (shelf.Leases == 0 && shelf != _current) shelf.Snapshot.Dispose();
        }
    }

    internal sealed class Shelf(Snapshot snapshot)
    {
        public Snapshot Snapshot { get; } = snapshot;

        public int Leases { get; set; }
    }
}

/// <summary>A snapshot on loan: it stays open and unchanged until this is disposed.</summary>
public sealed class SnapshotLease : IDisposable
{
    private readonly PublishedDirectory.Shelf _shelf;
    private Action<PublishedDirectory.Shelf>? _giveBack;

    internal SnapshotLease(PublishedDirectory.Shelf shelf, Action<PublishedDirectory.Shelf> giveBack)
    {
        _shelf = shelf;
        _giveBack = giveBack;
    }

    public Snapshot Snapshot => _shelf.Snapshot;

    public void Dispose() => Interlocked.Exchange(ref _giveBack, null)?.Invoke(_shelf);
}
