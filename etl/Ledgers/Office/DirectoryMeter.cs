namespace SafetyAnalytics.Ledgers.Office;

/// <summary>The file under a zip, counting while the zip's directory is read: a directory of millions of entries is an attack on memory, and is built in one go.</summary>
internal sealed class DirectoryMeter(LedgerInput input) : ReadOnlyStream(input.Stream)
{
    /// <summary>An entry takes some 60 to 120 bytes; a large workbook has a few thousand.</summary>
    private const long DirectoryBytes = 8 << 20;

    private long count;
    private bool isLifted;

    /// <summary>The directory has been read: from here on the parts count for themselves.</summary>
    public void Lift() => isLifted = true;

    public override int Read(Span<byte> buffer)
    {
        input.Cancellation.ThrowIfCancellationRequested();
        var read = Inner.Read(buffer);
        count += read;
        if (!isLifted && count > DirectoryBytes) throw Faults.TooLarge(input, "压缩包目录字节数", "bytes of the zip directory", DirectoryBytes);
        return read;
    }
}
