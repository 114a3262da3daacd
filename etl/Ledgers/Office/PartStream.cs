namespace SafetyAnalytics.Ledgers.Office;

/// <summary>
/// One part while it is inflated: counts every byte against the limits, checks the sum at the end. Limits bind on what comes out, whatever the directory claims.
/// </summary>
/// <param name="spent">Called with each count of inflated bytes; refuses when the file as a whole costs too much.</param>
internal sealed class PartStream(Stream inflating, LedgerInput input, long compressed, uint checksum, Action<int> spent) : ReadOnlyStream(inflating)
{
    /// <summary>Real sheets of repeated rows reach 60:1; deflate's ceiling is 1032:1.</summary>
    private const int Ratio = 200;

    /// <summary>Below this, a high ratio costs nothing: an empty form is nearly all repetition.</summary>
    private const long RatioFloor = 32 << 20;

    /// <summary>Markup between two nodes, with the longest text or attribute. A full cell is at most some 200 KB.</summary>
    private const long TokenBytes = 4 << 20;

    /// <summary>So many bytes a part of that compressed size is allowed to inflate to.</summary>
    public static long MostBytes(long compressed) => Math.Max(RatioFloor, (compressed + 1) * Ratio);

    private readonly Crc32 sum = new();
    private long count;
    private long token;

    /// <summary>The xml reader stands at a new node.</summary>
    public void NextToken() => token = count;

    public override bool CanSeek => false;

    public override int Read(Span<byte> buffer)
    {
        input.Cancellation.ThrowIfCancellationRequested();
        var read = Inner.Read(buffer);
        sum.Append(buffer[..read]);
        count += read;
        spent(read);
        if (count > RatioFloor && count / Ratio > compressed) throw Faults.TooLarge(input, "压缩比", "compression ratio", Ratio);
        if (count - token > TokenBytes) throw Faults.TooLarge(input, "单个标记的字节数", "bytes of one piece of markup", TokenBytes);
        if (read == 0 && buffer.Length > 0 && sum.Value != checksum) throw Faults.Truncated(input);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Inner.Dispose();
        base.Dispose(disposing);
    }
}
