namespace SafetyAnalytics.Linking;

/// <summary>One spelling of a unit as ledgers have it: a distinct pair of name and address.</summary>
/// <param name="Name">As written. Without a readable name a unit is known by its place alone.</param>
/// <param name="Address">As written; null or blank when not stated.</param>
/// <param name="Count">Rows that have this spelling, at least 1; the commonest spelling becomes the unit's name.</param>
public sealed record UnitMention(string Name, string? Address, int Count = 1);

/// <summary>What a spelling was taken for.</summary>
/// <param name="Mention">The spelling.</param>
/// <param name="UnitKey"><c>U</c> and 12 hexadecimal digits; equal keys are the same unit.</param>
/// <param name="UnitName">The unit's commonest name.</param>
/// <param name="UnitAddress">The unit's commonest address that names a door, else its commonest one; null when no row has an address.</param>
/// <param name="Rule">Why: <c>one_place</c>, <c>branch</c> (the name occurs at several doors) or <c>branch_unknown</c> (so it does, and this row names none).</param>
public sealed record UnitLink(UnitMention Mention, string UnitKey, string UnitName, string? UnitAddress, string Rule);

/// <summary>
/// Same name key = same unit, unless that name occurs with two or more different doors: then each door is a unit of its own (branches of a chain stay apart),
/// and the rows without a door are one more, of unknown place. A pure function of the set of mentions: their order does not matter.
/// </summary>
public sealed class UnitLinker(IReadOnlyList<string>? places = null)
{
    /// <returns>One link per mention, in the order given.</returns>
    public IReadOnlyList<UnitLink> Link(IReadOnlyList<UnitMention> mentions)
    {
        var links = new UnitLink[mentions.Count];
        var keys = new KeyMint('U');
        var names = mentions.Select((mention, index) => new Spelling(index, mention, UnitName.Key(mention.Name, places), UnitAddress.Place(mention.Address)))
            .GroupBy(spelling => spelling.Name)
            .OrderBy(name => name.Key, StringComparer.Ordinal);
        foreach (var name in names)
        {
            var doors = name.Select(s => s.Place).Where(p => p is not null).Distinct().Count();
            foreach (var unit in name.GroupBy(s => doors > 1 ? s.Place ?? "" : "").OrderBy(u => u.Key, StringComparer.Ordinal)) Fill(links, keys, unit, doors);
        }

        return links;
    }

    // The one door of a name is part of its key, so that the key survives the day a second branch appears.
    private static void Fill(UnitLink[] links, KeyMint keys, IGrouping<string, Spelling> unit, int doors)
    {
        var first = unit.First();
        var place = unit.Select(s => s.Place).FirstOrDefault(p => p is not null) ?? "";
        var key = keys.Next(first.Name, place);
        var name = Commonest(unit.Select(s => (s.Mention.Name, s.Mention.Count)));
        var address = Commonest(unit.Where(s => s.Place is not null).Select(s => (s.Mention.Address!, s.Mention.Count)))
            ?? Commonest(unit.Where(s => !string.IsNullOrWhiteSpace(s.Mention.Address)).Select(s => (s.Mention.Address!, s.Mention.Count)));
        var rule = doors <= 1 ? "one_place" : place.Length > 0 ? "branch" : "branch_unknown";
        foreach (var spelling in unit) links[spelling.Index] = new UnitLink(spelling.Mention, key, name!, address, rule);
    }

    private static string? Commonest(IEnumerable<(string Text, int Count)> spellings) => spellings
        .GroupBy(s => s.Text)
        .OrderByDescending(s => s.Sum(one => (long)one.Count))
        .ThenBy(s => s.Key, StringComparer.Ordinal)
        .Select(s => s.Key)
        .FirstOrDefault();

    private sealed record Spelling(int Index, UnitMention Mention, string Name, string? Place);
}
