using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>Knows columns by the names people give them.</summary>
/// <param name="columns">Squeezed name to column.</param>
public sealed partial class HeaderNames(IReadOnlyDictionary<string, LedgerColumn> columns)
{
    /// <summary>The longest header anybody writes; longer cells are text.</summary>
    private const int Longest = 40;

    /// <summary>The column a header cell names; null when it names none. A hint in brackets or a star beside the name does not matter.</summary>
    public LedgerColumn? Find(string text)
    {
        if (text.Length is 0 or > Longest) return null;
        var name = CellText.Squeeze(text);
        if (columns.TryGetValue(name, out var column) || columns.TryGetValue(Hint().Replace(name, ""), out column)) return column;
        return null;
    }

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]|【[^】]*】|[*★:]", RegexOptions.CultureInvariant)]
    private static partial Regex Hint();
}
