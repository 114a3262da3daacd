using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Learning.Categories;

/// <summary>
/// A regular expression that comes from a seed, perhaps a foreign one: no text can hang it. The quick engine searches first, which may backtrack; where that takes
/// too long, the one that never does takes over.
/// </summary>
internal sealed class SeedPattern
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    private readonly Regex _quick;
    private readonly Regex _steady;

    /// <summary>Making one costs far more than searching with it, and seeds are read anew at every build.</summary>
    private static readonly ConcurrentDictionary<string, SeedPattern> s_made = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">It is no pattern.</exception>
    /// <exception cref="NotSupportedException">It looks around or refers back, which cannot be searched without backtracking.</exception>
    public static SeedPattern Of(string pattern) => s_made.GetOrAdd(pattern, text => new SeedPattern(text));

    private SeedPattern(string pattern)
    {
        _steady = new Regex(pattern, Plain | RegexOptions.NonBacktracking);
        _quick = new Regex(pattern, Plain, s_patience);
    }

    /// <returns>The first match; null: none.</returns>
    public string? FindIn(string text)
    {
        try
        {
            return First(_quick, text);
        }
        catch (RegexMatchTimeoutException)
        {
            return First(_steady, text);
        }
    }

    private static string? First(Regex pattern, string text)
    {
        foreach (var match in pattern.EnumerateMatches(text)) return text.Substring(match.Index, match.Length);
        return null;
    }
}
