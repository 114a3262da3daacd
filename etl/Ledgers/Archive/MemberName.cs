using System.Globalization;
using System.Text;

namespace SafetyAnalytics.Ledgers.Archive;

/// <summary>Names of files in a zip: anything at all may stand there.</summary>
internal static class MemberName
{
    /// <summary>Longer than file systems allow a name to be.</summary>
    private const int MostCharacters = 255;

    private const string Nameless = "未命名";

    private static readonly string[] JunkFolders = ["__MACOSX", ".git", ".svn"];
    private static readonly string[] JunkFiles = [".DS_Store", "Thumbs.db", "desktop.ini"];
    private static readonly string[] JunkStarts = ["~$", "._", ".~"];

    public static bool IsFolder(string stored) => stored.Length == 0 || stored.EndsWith('/') || stored.EndsWith('\\');

    /// <summary>A path downwards from nowhere: no root, drive, <c>..</c>, control or invisible formatting character; slashes forward.</summary>
    public static string Safe(string stored)
    {
        var steps = stored.Split('/', '\\').Select(Step).Where(step => step.Length > 0).ToArray();
        return steps.Length == 0 ? Nameless : string.Join('/', steps);
    }

    public static bool IsJunk(string name)
    {
        var steps = name.Split('/');
        return steps.Any(step => JunkFolders.Contains(step, StringComparer.OrdinalIgnoreCase))
            || JunkFiles.Contains(steps[^1], StringComparer.OrdinalIgnoreCase)
            || JunkStarts.Any(start => steps[^1].StartsWith(start, StringComparison.Ordinal));
    }

    private static string Step(string stored)
    {
        var step = new StringBuilder(stored.Length);
        foreach (var character in stored)
        {
            if (char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) continue;
            step.Append(character is ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '_' : character);
        }

        var name = step.ToString().Trim(' ', '\u3000');
        if (name.TrimEnd('.').Length == 0) return "";
        if (name.Length == 2 && char.IsAsciiLetter(name[0]) && stored.Contains(':', StringComparison.Ordinal)) return "";

        // The end is kept: it tells what the file is.
        return name.Length <= MostCharacters ? name : name[^MostCharacters..];
    }
}
