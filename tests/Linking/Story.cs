using System.Globalization;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Linking.Tests;

/// <summary>
/// A table of sightings as text. Left of <c>=</c>: month, sender, optional <c>[category]</c> and <c>unit:</c>, text, state, optional <c>found: rectified: verified:</c> days.
/// Right of it: a name for the hazard, the relation, for a recurrence the hazard it follows, and optionally the state after.
/// </summary>
public static partial class Story
{
    public static IReadOnlyList<(Sighting Sighting, string Hazard, string Relation, string? Of, string? After)> Read(string story)
    {
        var lines = story.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Select(ReadLine)];
    }

    /// <summary>Links the story forwards, backwards and rotated: the same answer is expected each time.</summary>
    public static void Check(string situation, string story)
    {
        var lines = Read(story);
        var expected = lines.Select(line => $"{line.Sighting.Month} {line.Sighting.Submitter} {line.Sighting.Text} = {line.Hazard} {line.Relation} {line.Of} {line.After}");
        foreach (var order in (IEnumerable<int>[])[Enumerable.Range(0, lines.Count), Enumerable.Range(0, lines.Count).Reverse(), Enumerable.Range(0, lines.Count).Select(i => (i + 2) % lines.Count)])
        {
            var shuffled = order.ToList();
            var links = new HazardLinker().Link([.. shuffled.Select(i => lines[i].Sighting)]);
            var byLine = shuffled.Zip(links).ToDictionary(pair => pair.First, pair => pair.Second);
            var names = Names(lines.Select((line, i) => (line.Hazard, byLine[i].HazardKey)));
            var actual = lines.Select((line, i) => Describe(line.Sighting, byLine[i], names, line.After is not null));
            Assert.True(expected.SequenceEqual(actual), $"{situation}\nexpected\n{string.Join('\n', expected)}\nactual\n{string.Join('\n', actual)}");
        }
    }

    private static Dictionary<string, string> Names(IEnumerable<(string Name, string Key)> hazards)
    {
        var names = new Dictionary<string, string>();
        foreach (var (name, key) in hazards)
        {
            if (!names.ContainsKey(key)) names[key] = names.ContainsValue(name) ? name + "'" : name;
        }

        return names;
    }

    private static string Describe(Sighting sighting, LinkedSighting link, Dictionary<string, string> names, bool withState)
    {
        var of = link.RecurrenceOf is null ? null : names[link.RecurrenceOf];
        var after = withState ? Snake(link.StateAfter.ToString()) : null;
        return $"{sighting.Month} {sighting.Submitter} {sighting.Text} = {names[link.HazardKey]} {Snake(link.Relation.ToString())} {of} {after}";
    }

    private static string Snake(string name) => Capital().Replace(name, "_$1").TrimStart('_').ToLowerInvariant();

    private static (Sighting Sighting, string Hazard, string Relation, string? Of, string? After) ReadLine(string line, int row)
    {
        var sides = line.Split(" = ");
        var words = sides[0].Split(' ').ToList();
        var days = words.Where(w => w.Contains(':', StringComparison.Ordinal)).ToDictionary(w => w.Split(':')[0], w => w.Split(':')[1]);
        var category = words.Find(w => w.StartsWith('['))?.Trim('[', ']');
        var plain = words.Where(w => !w.Contains(':', StringComparison.Ordinal) && !w.StartsWith('[')).ToList();
        var sighting = new Sighting(
            days.GetValueOrDefault("unit", "U1"), category, plain[0], plain[1], new SightingPosition(plain[0] + plain[1], "表1", row + 2, 1), plain[2],
            Enum.Parse<SightingState>(plain[3], ignoreCase: true), Day(days, "found"), Day(days, "rectified"), Day(days, "verified"));
        var said = sides[1].Split(' ');
        var of = said[1] == "recurrent" ? said[2] : null;
        return (sighting, said[0], said[1], of, said.Length > (of is null ? 2 : 3) ? said[^1] : null);
    }

    private static DateOnly? Day(Dictionary<string, string> days, string name) =>
        days.TryGetValue(name, out var day) ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Capital();
}
