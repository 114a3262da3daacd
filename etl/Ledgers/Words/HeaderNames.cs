using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>Knows columns by the names people give them.</summary>
public sealed partial class HeaderNames
{
    /// <summary>The longest header anybody writes; longer cells are text.</summary>
    private const int Longest = 40;

    private readonly IReadOnlyDictionary<string, LedgerColumn> _columns;
    private readonly Dictionary<string, LedgerColumn> _bare = new(StringComparer.Ordinal);

    /// <param name="columns">Squeezed name to column.</param>
    public HeaderNames(IReadOnlyDictionary<string, LedgerColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        _columns = columns;
        foreach (var named in columns.GroupBy(pair => Bare(pair.Key), pair => pair.Value, StringComparer.Ordinal))
            if (named.Key.Length > 0 && named.Distinct().Count() == 1) _bare[named.Key] = named.First();
    }

    /// <summary>
    /// The column a header cell names; null when it names none. A number before it, a hint in brackets, a star, and the small words between
    /// (问题及隐患, 问题/隐患, 存在的问题) do not matter.
    /// </summary>
    public LedgerColumn? Find(string text)
    {
        if (text.Length is 0 or > Longest) return null;
        var name = CellText.Squeeze(text);
        if (_columns.TryGetValue(name, out var column) || _columns.TryGetValue(Hint().Replace(name, ""), out column)) return column;
        var bare = Bare(name);
        if (_bare.TryGetValue(bare, out column)) return column;
        return OneOfAll(Hint().Replace(name, ""));
    }

    /// <summary>电话/手机: several names of one column.</summary>
    private LedgerColumn? OneOfAll(string name)
    {
        var parts = Alternatives().Split(name);
        if (parts.Length < 2) return null;
        var columns = Array.ConvertAll(parts, part => _bare.TryGetValue(Bare(part), out var column) ? column : (LedgerColumn?)null);
        return columns.Distinct().Count() == 1 ? columns[0] : null;
    }

    private static string Bare(string name) => Joints().Replace(Numbering().Replace(Hint().Replace(name, ""), ""), "");

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]|【[^】]*】|[*★☆※▲△#:]", RegexOptions.CultureInvariant)]
    private static partial Regex Hint();

    [GeneratedRegex(@"^(?:\d{1,2}[.、)]|[一二三四五六七八九十]{1,3}、|[①-⑳])", RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();

    /// <summary>Only between words: a stroke in the row below a name adds nothing to it.</summary>
    [GeneratedRegex("(?<=.)[/、,;.和及与的“”\"](?=.)|(?<=.)(?:栏|一栏)$", RegexOptions.CultureInvariant)]
    private static partial Regex Joints();

    [GeneratedRegex("[/、或]", RegexOptions.CultureInvariant)]
    private static partial Regex Alternatives();
}
