namespace SafetyAnalytics.Ledgers.Words;

/// <summary>Several values in one cell of a seed, parted by <c>|</c>; one between slashes is a regular expression and may hold <c>|</c>.</summary>
public static class SeedList
{
    /// <summary>The values in order, trimmed, blanks left out.</summary>
    public static IReadOnlyList<string> Split(string cell)
    {
        var parts = new List<string>();
        var rest = cell;
        while (rest.Length > 0)
        {
            var end = rest[0] == '/' ? EndOfPattern(rest) : rest.IndexOf('|', StringComparison.Ordinal);
            if (end < 0) end = rest.Length;
            var part = rest[..end].Trim();
            if (part.Length > 0) parts.Add(part);
            rest = end < rest.Length ? rest[(end + 1)..] : "";
        }

        return parts;
    }

    public static string Join(IEnumerable<string> values) => string.Join('|', values);

    public static bool IsPattern(string value) => value is ['/', _, .., '/'];

    private static int EndOfPattern(string rest)
    {
        for (var i = 1; i < rest.Length; i++)
            if (rest[i] == '/' && (i + 1 == rest.Length || rest[i + 1] == '|')) return i + 1;
        return -1;
    }
}
