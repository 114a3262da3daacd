using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>Departments named in 责任单位, several in one cell, by aliases and groups.</summary>
/// <param name="aliases">Squeezed alias to department; a department is an alias of itself.</param>
/// <param name="groups">Squeezed name of a group (负有安全监管职责科室) to its members.</param>
public sealed partial class DepartmentWords(IReadOnlyDictionary<string, string> aliases, IReadOnlyDictionary<string, IReadOnlyList<string>> groups)
{
    /// <summary>Canonical names, groups resolved, distinct, in order of naming; names no seed knows are left out.</summary>
    public IReadOnlyList<string> Read(string text)
    {
        if (CellText.IsPlaceholder(text)) return [];
        var found = new List<string>();
        foreach (var token in Separators().Split(WithoutPhones(CellText.Fold(text))))
        {
            var squeezed = CellText.Squeeze(token);
            if (!token.Trim().Contains(' ', StringComparison.Ordinal) || Knows(squeezed)) Add(found, squeezed);
            else foreach (var part in token.Split(' ')) Add(found, part);
        }

        return found;
    }

    private static string WithoutPhones(string folded) =>
        Phones.AnyPhone().Replace(folded, "、").Replace("(、)", "、", StringComparison.Ordinal);

    private void Add(List<string> found, string token)
    {
        if (token.Length == 0 || TryAdd(found, token)) return;
        var bare = Role().Replace(token, "");
        if (TryAdd(found, bare) || TryAdd(found, Bracketed().Replace(bare, "")) || TryAdd(found, Place().Replace(Bracketed().Replace(bare, ""), ""))) return;
        var parts = And().Split(bare);
        if (parts.Length < 2 || !parts.All(Knows)) parts = Named(bare);
        foreach (var part in parts) TryAdd(found, part);
    }

    /// <summary>
    /// Departments set side by side (应急办建设办), before a person (应急办某甲, 应急办：某甲) or in brackets behind one (某甲（应急办）); none when other words are left over,
    /// which may make another body of them (应急办公用品店).
    /// </summary>
    private string[] Named(string token)
    {
        var within = Within().Match(token).Groups["name"].Value;
        if (Knows(within)) return [within];
        var named = new List<string>();
        for (var rest = token; rest.Length > 0;)
        {
            rest = rest.TrimStart('-', ':', '·');
            var longest = aliases.Keys.Concat(groups.Keys).Where(name => rest.StartsWith(name, StringComparison.Ordinal)).MaxBy(name => name.Length);
            if (longest is null) return Person().IsMatch(rest) && named.Count > 0 ? [.. named] : rest.Length == 0 ? [.. named] : [];
            named.Add(longest);
            rest = rest[longest.Length..];
        }

        return [.. named];
    }

    private bool Knows(string token) => aliases.ContainsKey(token) || groups.ContainsKey(token);

    private bool TryAdd(List<string> found, string token)
    {
        if (groups.TryGetValue(token, out var members)) found.AddRange(members.Where(member => !found.Contains(member, StringComparer.Ordinal)));
        else if (!aliases.TryGetValue(token, out var department)) return false;
        else if (!found.Contains(department, StringComparer.Ordinal)) found.Add(department);
        return true;
    }

    [GeneratedRegex(@"[、,;/\\\n|。+&]|(?<![0-9])[0-9]{1,2}[.](?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex("^(?:牵头单位|配合单位|责任单位|牵头|配合|主责|协办|责任科室|属地)[:]?|(?:负责|牵头|配合|督促|主办|协办)$", RegexOptions.CultureInvariant)]
    private static partial Regex Role();

    [GeneratedRegex(@"\([^)]*\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex("^[^,;]{0,12}?(?:街道办事处|街道办(?=.)|街道)", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex("[(](?<name>[^()]+)[)]$", RegexOptions.CultureInvariant)]
    private static partial Regex Within();

    [GeneratedRegex("^(?:[\u3400-\u9fff·]{2,3}|[(][^()]{1,12}[)]|公室)$", RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    [GeneratedRegex("和|及|与", RegexOptions.CultureInvariant)]
    private static partial Regex And();
}
