using System.Buffers.Binary;
using System.Text;

namespace SafetyAnalytics.Ledgers.Tests.Building;

/// <summary>An OLE2 file of streams at its top, or one storage with streams inside: sectors of 512 bytes, each stream padded to the 4,096 that keep it out of the small ones.</summary>
public sealed class CompoundBuilder
{
    private const int SectorBytes = 512;
    private readonly List<(string Name, byte[] Content, bool IsInStorage)> streams = [];

    public CompoundBuilder Stream(string name, byte[] content, bool isInStorage = false)
    {
        streams.Add((name, [.. content, .. new byte[Math.Max(0, 4096 - content.Length)]], isInStorage));
        return this;
    }

    public byte[] Bytes()
    {
        var directory = Directory();
        var data = new List<byte[]>();
        var fat = Enumerable.Repeat(uint.MaxValue, SectorBytes / 4 * 8).ToArray();
        for (var i = 0; i < 8; i++) fat[i] = 0xFFFFFFFD;
        var next = Chain(fat, 8, directory.Length);
        foreach (var (_, content, _) in streams)
        {
            data.Add([.. content, .. new byte[(SectorBytes - (content.Length % SectorBytes)) % SectorBytes]]);
            next = Chain(fat, next, content.Length);
        }

        return [.. Header(), .. fat.SelectMany(BitConverter.GetBytes), .. directory, .. data.SelectMany(bytes => bytes)];
    }

    private static int Chain(uint[] fat, int start, int bytes)
    {
        var sectors = (bytes + SectorBytes - 1) / SectorBytes;
        for (var i = 0; i < sectors; i++) fat[start + i] = i == sectors - 1 ? 0xFFFFFFFE : (uint)(start + i + 1);
        return start + sectors;
    }

    private static byte[] Header()
    {
        var header = new byte[SectorBytes];
        byte[] magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(header, 0);
        void Short(int at, int value) => BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(at), (ushort)value);
        void Word(int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(at), value);
        Short(0x18, 0x3E);
        Short(0x1A, 3);
        Short(0x1C, 0xFFFE);
        Short(0x1E, 9);
        Short(0x20, 6);
        Word(0x2C, 8);
        Word(0x30, 8);
        Word(0x38, 4096);
        Word(0x3C, 0xFFFFFFFE);
        Word(0x44, 0xFFFFFFFE);
        for (var i = 0; i < 109; i++) Word(0x4C + (i * 4), i < 8 ? (uint)i : uint.MaxValue);
        return header;
    }

    /// <summary>Entry 0 is the root; streams hang one to the right of the other, a storage with its own chain last.</summary>
    private byte[] Directory()
    {
        var top = streams.Where(stream => !stream.IsInStorage).Select(stream => streams.IndexOf(stream) + 1).ToList();
        var inside = streams.Where(stream => stream.IsInStorage).Select(stream => streams.IndexOf(stream) + 1).ToList();
        if (inside.Count > 0) top.Add(streams.Count + 1);
        var bytes = new byte[(streams.Count + 2 + 3) / 4 * 4 * 128];
        var start = 8 + (bytes.Length / SectorBytes);
        Entry(bytes, 0, "Root Entry", 5, -1, top.FirstOrDefault(-1), 0xFFFFFFFE, 0);
        for (var i = 0; i < streams.Count; i++)
        {
            var siblings = streams[i].IsInStorage ? inside : top;
            Entry(bytes, i + 1, streams[i].Name, 2, siblings.SkipWhile(id => id != i + 1).Skip(1).FirstOrDefault(-1), -1, (uint)start, (uint)streams[i].Content.Length);
            start += (streams[i].Content.Length + SectorBytes - 1) / SectorBytes;
        }

        if (inside.Count > 0) Entry(bytes, streams.Count + 1, "ObjectPool", 1, -1, inside[0], 0xFFFFFFFE, 0);
        return bytes;
    }

    private static void Entry(byte[] directory, int id, string name, byte kind, int right, int child, uint start, uint size)
    {
        var entry = directory.AsSpan(id * 128, 128);
        Encoding.Unicode.GetBytes(name).CopyTo(entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        entry[66] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(entry[68..], -1);
        BinaryPrimitives.WriteInt32LittleEndian(entry[72..], right);
        BinaryPrimitives.WriteInt32LittleEndian(entry[76..], child);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], start);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], size);
    }
}
