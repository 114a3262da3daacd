using System.Globalization;
using System.Text;

namespace SafetyAnalytics.Ledgers.Xlsx;

/// <summary>The workbook's way of writing characters xml cannot hold: <c>_x000D_</c>; a literal one is written <c>_x005F_x000D_</c> (ECMA-376 part 1, 22.9.2.19).</summary>
internal static class XString
{
    private const int EscapeLength = 7;

    /// <summary>Escapes decoded; CR LF and lone CR become LF.</summary>
    public static string Decode(string text)
    {
        if (text.Contains("_x", StringComparison.Ordinal)) text = Unescape(text);
        return text.Contains('\r') ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsEscape(text.AsSpan(i), out var character))
            {
                plain.Append(character);
                i += EscapeLength - 1;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    private static bool IsEscape(ReadOnlySpan<char> text, out char character)
    {
        character = default;
        if (text.Length < EscapeLength || !text.StartsWith("_x") || text[6] != '_') return false;
        if (!ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) return false;
        character = (char)code;
        return true;
    }
}
