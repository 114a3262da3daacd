using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>A row's meaning as a short text: equal for rows that say the same, whatever their 序号 and blanks.</summary>
internal static class Fingerprint
{
    public static string Of(string[] values)
    {
        var text = new StringBuilder();
        for (var i = 0; i < values.Length; i++)
        {
            if (i != (int)LedgerColumn.Sequence && values[i].Length > 0) text.Append(CellText.Squeeze(values[i]));
            text.Append('\u001f');
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash).ToString("x16", System.Globalization.CultureInfo.InvariantCulture)
            + BinaryPrimitives.ReadUInt64BigEndian(hash[8..]).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }
}
