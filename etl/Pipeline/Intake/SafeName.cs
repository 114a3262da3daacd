using System.Buffers;
using System.Globalization;
using System.Text;

namespace SafetyAnalytics.Pipeline.Intake;

/// <summary>A name somebody else's machine gave a file, made fit to be one of ours: no folder, no control character, no name a system keeps for itself.</summary>
public static class SafeName
{
    /// <summary>File systems allow 255 bytes, and a Chinese character takes three.</summary>
    private const int MostCharacters = 80;

    private static readonly SearchValues<char> s_forbidden = SearchValues.Create("<>:\"/\\|?*");

    /// <returns>Never empty, never a path; the extension is kept when the name is too long.</returns>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            var isShown = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            if (isShown && rune != Rune.ReplacementChar) safe.Append(rune.IsBmp && s_forbidden.Contains((char)rune.Value) ? "_" : rune.ToString());
        }

        var text = Shortened(safe.ToString().Trim().TrimStart('.').TrimEnd('.', ' '));
        if (text.Length == 0) return "unnamed";
        return IsReserved(Path.GetFileNameWithoutExtension(text)) ? "_" + text : text;
    }

    private static string Shortened(string name)
    {
        if (name.Length <= MostCharacters) return name;
        var extension = Path.GetExtension(name) is { Length: <= 6 } ending ? ending : "";
        var stem = name[..(MostCharacters - extension.Length)];
        return (char.IsHighSurrogate(stem[^1]) ? stem[..^1] : stem) + extension;
    }

    private static bool IsReserved(string stem) =>
        stem.ToUpperInvariant() is "CON" or "PRN" or "AUX" or "NUL"
        || (stem.Length == 4 && char.IsAsciiDigit(stem[3]) && stem[..3].ToUpperInvariant() is "COM" or "LPT");
}
