namespace SafetyAnalytics.Ledgers;

/// <summary>The file being read: its bytes, its name for messages, and what it may cost.</summary>
internal sealed record LedgerInput(Stream Stream, string FileName, ReadLimits Limits, CancellationToken Cancellation)
{
    public static LedgerInput Of(Stream stream, string fileName, ReadLimits? limits, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        if (!stream.CanRead || !stream.CanSeek) throw new ArgumentException("A ledger is read from a readable, seekable stream.", nameof(stream));
        return new LedgerInput(stream, fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..], limits ?? ReadLimits.Default, cancellation);
    }

    /// <summary>The first bytes, at most <paramref name="count"/>.</summary>
    public byte[] Start(int count)
    {
        var bytes = new byte[Math.Min(count, Stream.Length)];
        Stream.Position = 0;
        var read = Stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? bytes : bytes[..read];
    }
}
