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
        foreach (var token in Separators().Split(CellText.Fold(text)))
        {
            var squeezed = CellText.Squeeze(token);
            if (!token.Trim().Contains(' ', StringComparison.Ordinal) || Knows(squeezed)) Add(found, squeezed);
            else foreach (var part in token.Split(' ')) Add(found, part);
        }

        return found;
    }

    private void Add(List<string> found, string token)
    {
        if (token.Length == 0 || TryAdd(found, token)) return;
        var bare = Role().Replace(token, "");
        if (TryAdd(found, bare) || TryAdd(found, Bracketed().Replace(bare, "")) || TryAdd(found, Place().Replace(Bracketed().Replace(bare, ""), ""))) return;
        var parts = And().Split(bare);
        if (parts.Length < 2 || !parts.All(Knows)) return;
        foreach (var part in parts) TryAdd(found, part);
    }

    private bool Knows(string token) => aliases.ContainsKey(token) || groups.ContainsKey(token);

    private bool TryAdd(List<string> found, string token)
    {
        if (groups.TryGetValue(token, out var members)) found.AddRange(members.Where(member => !found.Contains(member, StringComparer.Ordinal)));
        else if (!aliases.TryGetValue(token, out var department)) return false;
        else if (!found.Contains(department, StringComparer.Ordinal)) found.Add(department);
        return true;
    }

    [GeneratedRegex(@"[、,;/\n|。+&]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex("^(?:牵头单位|配合单位|责任单位|牵头|配合|主责|协办|责任科室|属地)[:]?|(?:负责|牵头|配合|督促|主办|协办)$", RegexOptions.CultureInvariant)]
    private static partial Regex Role();

    [GeneratedRegex(@"\([^)]*\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex("^[^,;]{0,12}?(?:街道办事处|街道办(?=.)|街道)", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex("和|及|与", RegexOptions.CultureInvariant)]
    private static partial Regex And();
}
