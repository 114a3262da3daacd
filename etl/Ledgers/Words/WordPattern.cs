using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>A list of words and regular expressions, matched as one. Linear in the text where the expressions allow it, else limited in time.</summary>
public sealed class WordPattern
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private readonly string[] _words;
    private readonly Regex[] _expressions;

    /// <exception cref="ArgumentException">An expression between slashes is not a regular expression.</exception>
    public WordPattern(IReadOnlyList<string> words)
    {
        _words = [.. words.Where(word => !IsExpression(word)).Select(CellText.Squeeze)];
        // One by one: each keeps its own leading words to look for, which an alternation of all would lose.
        _expressions = [.. words.Where(IsExpression).Select(word => Build(word[1..^1]))];
    }

    /// <param name="squeezed">Text after <see cref="CellText.Squeeze"/>.</param>
    public bool IsIn(string squeezed) =>
        Array.Exists(_words, word => squeezed.Contains(word, StringComparison.Ordinal)) || Array.Exists(_expressions, expression => expression.IsMatch(squeezed));

    /// <summary>Where a match begins and ends, the earliest of those the expressions find; null when there is none. Words are looked for before expressions.</summary>
    public (int Start, int End)? FirstIn(string squeezed)
    {
        foreach (var word in _words)
            if (squeezed.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at) return (at, at + word.Length);
        (int Start, int End)? first = null;
        foreach (var expression in _expressions)
            if (expression.Match(squeezed) is { Success: true } match && (first is null || match.Index < first.Value.Start)) first = (match.Index, match.Index + match.Length);
        return first;
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
