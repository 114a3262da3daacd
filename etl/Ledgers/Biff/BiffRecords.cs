using System.Buffers.Binary;

namespace SafetyAnalytics.Ledgers.Biff;

/// <summary>The records of a workbook stream, one after the other ([MS-XLS] 2.1.4: a number, a length, as many bytes).</summary>
internal sealed class BiffRecords(LedgerInput input, byte[] bytes)
{
    private const int HeadBytes = 4;
    private int next;
    private int start;
    private int length;

    public int Id { get; private set; }

    public ReadOnlySpan<byte> Data => bytes.AsSpan(start, length);

    /// <summary>The next record; false when nothing is left.</summary>
    /// <exception cref="LedgerFormatException"><c>truncated</c>: the stream ends within it.</exception>
    public bool Read()
    {
        input.Cancellation.ThrowIfCancellationRequested();
        if (bytes.Length - next < HeadBytes) return false;
        Id = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(next));
        length = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(next + 2));
        start = next + HeadBytes;
        if (bytes.Length - start < length) throw Faults.Truncated(input);
        next = start + length;
        return true;
    }

    /// <summary>The next record is the one at this byte of the stream; false when there is none.</summary>
    public bool MoveTo(long position)
    {
        if (position < 0 || position > bytes.Length - HeadBytes) return false;
        next = (int)position;
        return true;
    }

    /// <summary>The record's data from a byte on, and that of the records that continue it, for reading as one.</summary>
    public BiffText Text(int from)
    {
        if (from > length) throw Faults.Malformed(input, $"记录 0x{Id:X4} 太短", $"record 0x{Id:X4} is too short");
        var pieces = new List<ReadOnlyMemory<byte>> { bytes.AsMemory(start + from, length - from) };
        while (bytes.Length - next >= HeadBytes && BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(next)) == BiffRecord.Continue)
        {
            var more = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(next + 2));
            if (bytes.Length - next - HeadBytes < more) throw Faults.Truncated(input);
            pieces.Add(bytes.AsMemory(next + HeadBytes, more));
            next += HeadBytes + more;
        }

        return new BiffText(input, pieces);
    }
}
