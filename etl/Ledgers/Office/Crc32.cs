using System.Buffers.Binary;

namespace SafetyAnalytics.Ledgers.Office;

/// <summary>
/// The zip checksum (IEEE 802.3, reflected polynomial 0xEDB88320). Written here because the base library checks none when reading a zip entry:
/// a flipped bit would otherwise become another number in a cell, silently.
/// </summary>
internal sealed class Crc32
{
    private const int Slices = 8;
    private static readonly uint[][] Tables = MakeTables();
    private uint state = uint.MaxValue;

    public uint Value => ~state;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var crc = state;
        while (bytes.Length >= Slices)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = Tables[7][low & 0xFF] ^ Tables[6][(low >> 8) & 0xFF] ^ Tables[5][(low >> 16) & 0xFF] ^ Tables[4][low >> 24]
                ^ Tables[3][high & 0xFF] ^ Tables[2][(high >> 8) & 0xFF] ^ Tables[1][(high >> 16) & 0xFF] ^ Tables[0][high >> 24];
            bytes = bytes[Slices..];
        }

        foreach (var one in bytes) crc = Tables[0][(crc ^ one) & 0xFF] ^ (crc >> 8);
        state = crc;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[Slices][];
        for (var slice = 0; slice < Slices; slice++)
        {
            tables[slice] = new uint[256];
            for (var i = 0u; i < 256; i++)
            {
                tables[slice][i] = slice == 0 ? OneByte(i) : tables[0][tables[slice - 1][i] & 0xFF] ^ (tables[slice - 1][i] >> 8);
            }
        }

        return tables;
    }

    private static uint OneByte(uint value)
    {
        for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
        return value;
    }
}
