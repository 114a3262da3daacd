using System.Globalization;

namespace SafetyAnalytics.Ledgers.Docx;

/// <summary>Signs that Word takes from symbol fonts, as characters: ticks and boxes say what became of a hazard.</summary>
internal static class Symbols
{
    public const string Ticked = "☑";
    public const string Unticked = "□";
    private const string Crossed = "☒";

    /// <summary>Symbol fonts lie in the private area from here; the same sign may be written without the offset.</summary>
    private const int PrivateStart = 0xF000;

    private const int PrivateEnd = 0xF0FF;

    /// <param name="code">Hexadecimal, as <c>w:sym</c> writes it.</param>
    /// <returns>The sign; a sign not known here stays the private character it is.</returns>
    public static string Of(string? font, string? code)
    {
        if (!int.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) || number is <= 0 or > 0xFFFF || char.IsSurrogate((char)number)) return "";
        return Known(font, number & 0xFF) ?? ((char)(number < 0x100 ? PrivateStart + number : number)).ToString();
    }

    /// <summary>Text typed in a symbol font.</summary>
    public static string Plain(string text, string? font)
    {
        var isSymbolFont = font?.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) ?? false;
        if (!isSymbolFont && !text.AsSpan().ContainsAnyInRange((char)PrivateStart, (char)PrivateEnd)) return text;
        return string.Concat(text.Select(character => character is >= (char)PrivateStart and <= (char)PrivateEnd || (isSymbolFont && character < 0x100)
            ? Known(font, character & 0xFF) ?? character.ToString()
            : character.ToString()));
    }

    private static string? Known(string? font, int code) => font switch
    {
        "Wingdings 2" => code switch
        {
            0x52 => Ticked,
            0x53 or 0x54 => Crossed,
            0x50 => "√",
            0x4F => "×",
            0x2A or 0xA3 => Unticked,
            _ => null,
        },
        "Wingdings 3" or "Webdings" or "Symbol" => null,
        _ => code switch
        {
            0xFE or 0x52 => Ticked,
            0xFD or 0x78 => Crossed,
            0xFC => "√",
            0xFB => "×",
            0xA8 or 0x6F or 0x70 or 0x71 or 0x72 => Unticked,
            0x6E => "■",
            _ => null,
        },
    };
}
