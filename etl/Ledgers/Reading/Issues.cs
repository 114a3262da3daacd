using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>What is odd about a row or a hazard, each code with the column it was seen in.</summary>
internal sealed class Issues
{
    private readonly List<(string Code, LedgerColumn? Column)> _seen = [];

    /// <summary>Distinct, ordinal order.</summary>
    public IReadOnlyList<string> Codes => _seen.Count == 0 ? [] : [.. _seen.Select(issue => issue.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <param name="column">Null when no single column is meant.</param>
    public void Add(string code, LedgerColumn? column)
    {
        if (!_seen.Contains((code, column))) _seen.Add((code, column));
    }

    public void UnionWith(Issues more)
    {
        foreach (var (code, column) in more._seen) Add(code, column);
    }

    /// <summary>A new list that begins with these.</summary>
    public Issues Copy()
    {
        var copy = new Issues();
        copy._seen.AddRange(_seen);
        return copy;
    }

    /// <summary>The cells meant, by the header in force.</summary>
    public IReadOnlyList<CodePlace> Places(LedgerHeader? header) =>
        _seen.Count == 0 ? [] : [.. _seen.Select(issue => new CodePlace(issue.Code, issue.Column is { } column && header?.Positions.TryGetValue(column, out var at) is true ? at : null, issue.Column))];
}
