using System.Buffers.Binary;
using System.Text;

namespace SafetyAnalytics.Ledgers.Biff;

/// <summary>Values out of a record and those that continue it. Text that a record's end cuts says anew in the next how wide its characters are.</summary>
internal sealed class BiffText(LedgerInput input, List<ReadOnlyMemory<byte>> pieces)
{
    private int piece;
    private int at;

    /// <summary>Nothing is left.</summary>
    public bool IsAtEnd
    {
        get
        {
            while (piece < pieces.Count && at == pieces[piece].Length)
            {
                piece++;
                at = 0;
            }

            return piece == pieces.Count;
        }
    }

    public byte Byte()
    {
        if (IsAtEnd) throw Short();
        return pieces[piece].Span[at++];
    }

    public int Short16() => Byte() | (Byte() << 8);

    public long Word32() => (uint)(Short16() | (Short16() << 16));

    public void Skip(long count)
    {
        while (count > 0)
        {
            if (IsAtEnd) throw Short();
            var step = (int)Math.Min(count, pieces[piece].Length - at);
            at += step;
            count -= step;
        }
    }

    /// <summary>All that is left.</summary>
    public byte[] Rest()
    {
        var rest = new List<byte>();
        for (; !IsAtEnd; piece++, at = 0) rest.AddRange(pieces[piece].Span[at..]);
        return [.. rest];
    }

    /// <summary>A BIFF8 string behind its length: its text, and its formatting runs as (first character, font).</summary>
    public (string Text, (int First, int Font)[] Runs) Unicode(int characters)
    {
        var flags = Byte();
        var runCount = (flags & 8) != 0 ? Short16() : 0;
        var extraBytes = (flags & 4) != 0 ? Word32() : 0;
        var text = Characters(characters, (flags & 1) != 0);
        var runs = new (int, int)[runCount];
        for (var i = 0; i < runCount; i++) runs[i] = (Short16(), Short16());
        Skip(extraBytes);
        return (text, runs);
    }

    /// <summary>A string of an older file: bytes of its code page.</summary>
    public string Bytes(int count, Encoding encoding)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++) bytes[i] = Byte();
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            throw Faults.BadEncoding(input, $"{encoding.WebName} 不能解码单元格文字（{fault.Index}）", $"{encoding.WebName} cannot decode a cell's text ({fault.Index})");
        }
    }

    private string Characters(int count, bool isWide)
    {
        var text = new StringBuilder(Math.Min(count, 1 << 12));
        while (text.Length < count)
        {
            if (IsAtEnd) throw Short();
            var left = pieces[piece].Span[at..];
            var taken = Math.Min(count - text.Length, isWide ? left.Length / 2 : left.Length);
            for (var i = 0; i < taken; i++) text.Append(isWide ? (char)BinaryPrimitives.ReadUInt16LittleEndian(left[(i * 2)..]) : (char)left[i]);
            at += isWide ? taken * 2 : taken;
            if (text.Length == count) break;
            if (at != pieces[piece].Length) throw Short();
            isWide = (Byte() & 1) != 0;
        }

        return text.ToString();
    }

    private LedgerFormatException Short() => Faults.Malformed(input, "文字记录提前结束", "a text record ends early");
}
