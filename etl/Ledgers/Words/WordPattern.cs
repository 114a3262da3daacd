using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>A list of words and regular expressions, matched as one. Linear in the text where the expressions allow it, else limited in time.</summary>
public sealed class WordPattern
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private readonly string[] _words;
    private readonly Regex? _expression;

    /// <exception cref="ArgumentException">An expression between slashes is not a regular expression.</exception>
    public WordPattern(IReadOnlyList<string> words)
    {
        _words = [.. words.Where(word => !IsExpression(word)).Select(CellText.Squeeze)];
        var expressions = words.Where(IsExpression).Select(word => word[1..^1]).ToArray();
        if (expressions.Length > 0) _expression = Build(string.Join('|', expressions.Select(e => $"(?:{e})")));
    }

    /// <param name="squeezed">Text after <see cref="CellText.Squeeze"/>.</param>
    public bool IsIn(string squeezed) => FirstIn(squeezed) is not null;

    /// <summary>Where the first match begins and ends; null when there is none. Words are looked for before expressions.</summary>
    public (int Start, int End)? FirstIn(string squeezed)
    {
        foreach (var word in _words)
            if (squeezed.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at) return (at, at + word.Length);
        return _expression?.Match(squeezed) is { Success: true } match ? (match.Index, match.Index + match.Length) : null;
    }

    private static bool IsExpression(string word) => word.Length > 2 && word[0] == '/' && word[^1] == '/';

    private static Regex Build(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, Limit);
        }
    }
}
