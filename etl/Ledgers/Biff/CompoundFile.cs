using System.Buffers.Binary;
using System.Text;

namespace SafetyAnalytics.Ledgers.Biff;

/// <summary>A stream at the top of a compound file.</summary>
internal sealed record CompoundEntry(string Name, uint Start, long Bytes);

/// <summary>
/// An OLE2 compound file ([MS-CFB]): a small file system of sectors, in which Office kept its documents before 2007. Only what stands at its top is looked at:
/// a workbook embedded in a letter is no ledger. No chain is followed further than the file is long.
/// </summary>
internal sealed class CompoundFile
{
    private const int EntryBytes = 128;
    private const uint LastSector = 0xFFFFFFFA;
    private const uint NoEntry = 0xFFFFFFFF;
    private const int HeaderBytes = 512;
    private const int HeaderFatSectors = 109;
    private const byte StreamKind = 2;

    private readonly LedgerInput input;
    private readonly int sectorBytes;
    private readonly int miniSectorBytes;
    private readonly uint miniCutoff;
    private readonly uint[] fat;
    private readonly byte[] header;
    private readonly CompoundEntry root;

    /// <exception cref="LedgerFormatException"><c>malformed</c> or <c>truncated</c>: its inner directory cannot be followed.</exception>
    public CompoundFile(LedgerInput input)
    {
        this.input = input;
        header = input.Start(HeaderBytes);
        if (header.Length < HeaderBytes) throw Faults.Truncated(input);
        var (shift, miniShift) = (Short(0x1E), Short(0x20));
        if (shift is not (9 or 12) || miniShift != 6) throw Broken();
        sectorBytes = 1 << shift;
        miniSectorBytes = 1 << miniShift;
        miniCutoff = Word(0x38);
        fat = Words(FatSectors());
        var directory = Bytes(Chain(Word(0x30), fat), long.MaxValue);
        if (directory.Length < EntryBytes) throw Broken();
        root = Entry(directory);
        Streams = Children(directory);
    }

    public IReadOnlyList<CompoundEntry> Streams { get; }

    /// <summary>Null when there is none of that name, whatever its case.</summary>
    public CompoundEntry? Find(string name) => Streams.FirstOrDefault(entry => entry.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The whole content.</summary>
    public byte[] Read(CompoundEntry entry)
    {
        if (entry.Bytes > input.Stream.Length) throw Faults.Truncated(input);
        return entry.Bytes >= miniCutoff ? Bytes(Chain(entry.Start, fat), entry.Bytes) : MiniBytes(entry);
    }

    private ushort Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(at));

    private uint Word(int at) => BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(at));

    private LedgerFormatException Broken() => Faults.Malformed(input, "OLE2 目录无法读取", "the OLE2 directory cannot be followed");

    /// <summary>Sectors the file has; the header takes the room of one.</summary>
    private long Sectors => (input.Stream.Length + sectorBytes - 1) / sectorBytes;

    private List<uint> FatSectors()
    {
        var sectors = new List<uint>();
        for (var i = 0; i < HeaderFatSectors; i++) Add(Word(0x4C + (i * 4)));
        var more = Word(0x44);
        for (var steps = 0L; more < LastSector; steps++)
        {
            if (steps > Sectors) throw Broken();
            var listed = Words([more]);
            foreach (var sector in listed[..^1]) Add(sector);
            more = listed[^1];
        }

        return sectors;

        void Add(uint sector)
        {
            if (sector >= LastSector) return;
            if (sectors.Count > Sectors) throw Broken();
            sectors.Add(sector);
        }
    }

    private List<uint> Chain(uint start, uint[] table)
    {
        var chain = new List<uint>();
        for (var sector = start; sector < LastSector; sector = table[sector])
        {
            if (sector >= table.Length || chain.Count >= table.Length) throw Broken();
            chain.Add(sector);
        }

        return chain;
    }

    private uint[] Words(List<uint> sectors)
    {
        var bytes = Bytes(sectors, long.MaxValue);
        var words = new uint[bytes.Length / 4];
        for (var i = 0; i < words.Length; i++) words[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i * 4));
        return words;
    }

    /// <summary>The sectors' bytes; with a length, exactly so many.</summary>
    private byte[] Bytes(List<uint> sectors, long length)
    {
        var whole = (long)sectors.Count * sectorBytes;
        if (length != long.MaxValue && whole < length) throw Faults.Truncated(input);
        var bytes = new byte[Math.Min(whole, length)];
        for (var i = 0; i < sectors.Count && (long)i * sectorBytes < bytes.Length; i++)
        {
            input.Cancellation.ThrowIfCancellationRequested();
            var into = bytes.AsSpan(i * sectorBytes, Math.Min(sectorBytes, bytes.Length - (i * sectorBytes)));
            input.Stream.Position = (sectors[i] + 1L) * sectorBytes;
            if (input.Stream.ReadAtLeast(into, into.Length, throwOnEndOfStream: false) < into.Length) throw Faults.Truncated(input);
        }

        return bytes;
    }

    /// <summary>Short streams lie together in one long one, which is the root's.</summary>
    private byte[] MiniBytes(CompoundEntry entry)
    {
        var container = Bytes(Chain(root.Start, fat), long.MaxValue);
        var chain = Chain(entry.Start, Words(Chain(Word(0x3C), fat)));
        var bytes = new byte[entry.Bytes];
        if ((long)chain.Count * miniSectorBytes < bytes.Length) throw Faults.Truncated(input);
        for (var at = 0; at < bytes.Length; at += miniSectorBytes)
        {
            var from = (long)chain[at / miniSectorBytes] * miniSectorBytes;
            var count = Math.Min(miniSectorBytes, bytes.Length - at);
            if (from + count > container.Length) throw Faults.Truncated(input);
            container.AsSpan((int)from, count).CopyTo(bytes.AsSpan(at));
        }

        return bytes;
    }

    private static CompoundEntry Entry(ReadOnlySpan<byte> entry)
    {
        var nameBytes = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);

        // The upper half of the size is noise in files of 512-byte sectors; no ledger needs it.
        return new CompoundEntry(Encoding.Unicode.GetString(entry[..nameBytes]), BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]));
    }

    /// <summary>The root's children hang in a binary tree: left and right are siblings, child leads into a storage.</summary>
    private List<CompoundEntry> Children(byte[] directory)
    {
        var found = new List<CompoundEntry>();
        var seen = new HashSet<uint>();
        var open = new Stack<uint>([BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(76))]);
        while (open.TryPop(out var id))
        {
            if (id == NoEntry) continue;
            if (id >= directory.Length / EntryBytes || !seen.Add(id)) throw Broken();
            var entry = directory.AsSpan((int)id * EntryBytes, EntryBytes);
            open.Push(BinaryPrimitives.ReadUInt32LittleEndian(entry[68..]));
            open.Push(BinaryPrimitives.ReadUInt32LittleEndian(entry[72..]));
            if (entry[66] == StreamKind) found.Add(Entry(entry));
        }

        return found;
    }
}
