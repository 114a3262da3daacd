using System.Security.Cryptography;

namespace SafetyAnalytics.Pipeline.Intake;

/// <summary>An upload while it arrives. Disposed before it is complete, it leaves nothing behind.</summary>
public sealed class UploadReceipt : IDisposable
{
    private const int BufferBytes = 1 << 16;

    private readonly UploadStore _store;
    private readonly string _arriving;
    private readonly List<UploadedFile> _files = [];
    private bool _isComplete;

    internal UploadReceipt(UploadStore store, string id, string? who)
    {
        _store = store;
        (Id, Who) = (id, who);
        _arriving = store.ArrivingFolder(id);
        Directory.CreateDirectory(_arriving);
    }

    public string Id { get; }

    public string? Who { get; }

    public int FileCount => _files.Count;

    /// <summary>Takes one file in, as it streams.</summary>
    /// <param name="name">As the sender's machine says; never used as a path.</param>
    /// <param name="limitBytes">The most it may have.</param>
    /// <returns>What was kept; null, and nothing kept, when it is larger than the limit.</returns>
    public async Task<UploadedFile?> AddAsync(string name, Stream content, long limitBytes, CancellationToken cancellationToken)
    {
        var shown = SafeName.Of(name);
        var folder = Directory.CreateDirectory(Path.Combine(_arriving, UploadStore.NumberedFolder(_files.Count + 1))).FullName;
        var path = Path.Combine(folder, shown);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = 0L;
        await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            var buffer = new byte[BufferBytes];
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                bytes += read;
                if (bytes > limitBytes) break;
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            file.Flush(flushToDisk: true);
        }

        if (bytes > limitBytes)
        {
            Directory.Delete(folder, recursive: true);
            return null;
        }

        var kept = new UploadedFile(shown, $"{Path.GetFileName(folder)}/{shown}", bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
        _files.Add(kept);
        return kept;
    }

    /// <summary>From now on the upload is there for everybody, and survives whatever happens to the connection or the process.</summary>
    /// <exception cref="InvalidOperationException">It has no file.</exception>
    public Upload Complete()
    {
        if (_files.Count == 0) throw new InvalidOperationException("An upload needs at least one file.");
        var upload = _store.Admit(this, [.. _files]);
        _isComplete = true;
        return upload;
    }

    public void Dispose()
    {
        if (!_isComplete && Directory.Exists(_arriving)) Directory.Delete(_arriving, recursive: true);
    }
}
