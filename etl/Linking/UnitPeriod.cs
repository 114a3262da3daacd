using SafetyAnalytics.Linking.Units;

namespace SafetyAnalytics.Linking;

/// <summary>What became different about a unit.</summary>
public enum UnitChange
{
    /// <summary>Another name, not another spelling.</summary>
    Renamed,

    /// <summary>Another door.</summary>
    Moved,

    /// <summary>Another person runs it.</summary>
    NewOwner,
}

/// <summary>A unit as it was called, where it was and whose it was, for a while. Never overwritten: a change begins another period.</summary>
/// <param name="ValidFrom">Ledger month of its first row; months are as precise as ledgers are.</param>
/// <param name="ValidTo">The last ledger month of the period; null for the latest one.</param>
/// <param name="Changes">What the period began with; empty for the first.</param>
public sealed record UnitPeriod(string UnitKey, string UnitName, string? UnitAddress, string ValidFrom, string? ValidTo, IReadOnlyList<UnitChange> Changes)
{
    /// <summary>
    /// All periods of all units, by key and month. A change is only what the months bear out: the old was last seen before the new was first seen; what is seen side by side are two spellings.
    /// Spellings without months are left out.
    /// </summary>
    public static IReadOnlyList<UnitPeriod> Of(IReadOnlyList<UnitLink> links)
    {
        ArgumentNullException.ThrowIfNull(links);
        var reader = new NameReader(Linking.UnitName.DefaultPlaces);
        return [.. links
            .Where(link => link.Mention.FirstMonth is not null)
            .GroupBy(link => link.UnitKey)
            .OrderBy(unit => unit.Key, StringComparer.Ordinal)
            .SelectMany(unit => Of([.. unit], reader))];
    }

    private static IEnumerable<UnitPeriod> Of(List<UnitLink> unit, NameReader reader)
    {
        var mentions = unit.ConvertAll(link => link.Mention);
        var first = mentions.Min(m => m.FirstMonth!)!;
        var names = Stretch.Of(mentions.Select(m => new Seen<NameProfile>(m, reader.Read(m.Name), m.FirstMonth!, Last(m))).Where(seen => seen.Value.Key.Length > 0), AreOneName);
        var places = Stretch.Of(mentions.Select(m => new Seen<PlaceProfile>(m, PlaceReader.Read(m.Address), m.FirstMonth!, Last(m))).Where(seen => seen.Value.HasDoor), AreOnePlace);
        var owners = Stretch.Of(mentions.SelectMany(m => m.PersonMonths.Select(p => new Seen<string>(m, p.Person, p.FirstMonth, p.LastMonth))), (a, b) => a == b);
        var changes = Starts(names, UnitChange.Renamed).Concat(Starts(places, UnitChange.Moved)).Concat(Starts(owners, UnitChange.NewOwner)).ToLookup(change => change.Month, change => change.Kind, StringComparer.Ordinal);
        string[] months = [.. changes.Select(change => change.Key).Append(first).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        for (var i = 0; i < months.Length; i++)
        {
            var name = names.Count > 1 ? Commonest(At(names, months[i]).Select(seen => (seen.Mention.Name, seen.Mention.Count))) : unit[0].UnitName;
            var address = places.Count > 1 ? Commonest(At(places, months[i]).Select(seen => (seen.Mention.Address!, seen.Mention.Count))) : unit[0].UnitAddress;
            var until = i + 1 == months.Length ? null : mentions.SelectMany(m => new[] { m.FirstMonth!, Last(m) }).Where(month => string.CompareOrdinal(month, months[i + 1]) < 0).Max(StringComparer.Ordinal);
            yield return new UnitPeriod(unit[0].UnitKey, name, address, months[i], until, i == 0 ? [] : [.. changes[months[i]].Order()]);
        }
    }

    private static string Last(UnitMention mention) => mention.LastMonth ?? mention.FirstMonth!;

    private static bool AreOneName(NameProfile a, NameProfile b) => ChineseOrSame(a, b) <= NameLevel.Contained;

    /// <summary>English words weigh by how rare they are among all names, which nobody knows here: only the same words are the same name.</summary>
    private static NameLevel ChineseOrSame(NameProfile a, NameProfile b) =>
        a.IsChinese && b.IsChinese ? NameComparison.Compare(a, b) : a.Core == b.Core || Slips.Between(a.Core, b.Core, 2) <= 2 || a.Core.StartsWith(b.Core, StringComparison.Ordinal) || b.Core.StartsWith(a.Core, StringComparison.Ordinal) ? NameLevel.Slip : NameLevel.Different;

    private static bool AreOnePlace(PlaceProfile a, PlaceProfile b) => PlaceComparison.Compare(a, b) is not (PlaceLevel.Elsewhere or PlaceLevel.SameRoad or PlaceLevel.NearDoor);

    private static IEnumerable<(string Month, UnitChange Kind)> Starts<T>(IReadOnlyList<Stretch<T>> stretches, UnitChange kind) => stretches.Skip(1).Select(stretch => (stretch.From, kind));

    private static IReadOnlyList<Seen<T>> At<T>(IReadOnlyList<Stretch<T>> stretches, string month) =>
        (stretches.LastOrDefault(stretch => string.CompareOrdinal(stretch.From, month) <= 0) ?? stretches[0]).Seen;

    private static string Commonest(IEnumerable<(string Text, int Count)> spellings) => spellings
        .GroupBy(s => s.Text)
        .OrderByDescending(s => s.Sum(one => (long)one.Count))
        .ThenBy(s => s.Key, StringComparer.Ordinal)
        .First().Key;
}

/// <summary>A value, and from when to when a spelling had it.</summary>
internal sealed record Seen<T>(UnitMention Mention, T Value, string From, string To);

/// <summary>A while in which a value was one, in however many spellings.</summary>
internal sealed record Stretch<T>(List<Seen<T>> Seen)
{
    public string From => Seen[0].From;

    public string To { get; set; } = Seen[0].To;
}

internal static class Stretch
{
    /// <summary>What overlaps in time, or is the same, is one stretch.</summary>
    public static IReadOnlyList<Stretch<T>> Of<T>(IEnumerable<Seen<T>> seen, Func<T, T, bool> areOne)
    {
        var stretches = new List<Stretch<T>>();
        foreach (var one in seen.OrderBy(s => s.From, StringComparer.Ordinal).ThenBy(s => s.To, StringComparer.Ordinal).ThenBy(s => s.Mention.Name, StringComparer.Ordinal).ThenBy(s => s.Mention.Address, StringComparer.Ordinal))
        {
            if (stretches.Count > 0 && stretches[^1] is var last && (string.CompareOrdinal(one.From, last.To) <= 0 || last.Seen.Exists(other => areOne(other.Value, one.Value))))
            {
                last.Seen.Add(one);
                if (string.CompareOrdinal(one.To, last.To) > 0) last.To = one.To;
            }
            else
            {
                stretches.Add(new Stretch<T>([one]));
            }
        }

        return stretches;
    }
}
