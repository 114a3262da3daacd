namespace SafetyAnalytics.Linking;

/// <summary>Which sightings of a unit people said to be one hazard, and which not. Sightings are named by their index.</summary>
internal sealed class PairConstraints
{
    private readonly Dictionary<int, int> _groups = [];
    private readonly HashSet<(int, int)> _different = [];

    /// <param name="pairs">Both ends are known sightings of one unit.</param>
    /// <returns>The answers that contradict others of them: what is different weighs more, then what comes first in the list.</returns>
    public IReadOnlyList<PairAnswer> Add(IReadOnlyList<(PairAnswer Answer, int A, int B)> pairs)
    {
        var contradicted = new List<PairAnswer>();
        foreach (var (_, a, b) in pairs.Where(pair => !pair.Answer.IsSame)) _different.Add(Ordered(a, b));
        foreach (var (answer, a, b) in pairs.Where(pair => pair.Answer.IsSame))
        {
            var (left, right) = (Members(a), Members(b));
            if (left.Any(one => right.Any(other => AreDifferent(one, other)))) contradicted.Add(answer);
            else foreach (var member in right.Append(b)) _groups[member] = _groups[a] = Group(a);
        }

        return contradicted;
    }

    /// <summary>Sightings with equal groups are one hazard; null: nothing was said.</summary>
    public int? GroupOf(int sighting) => _groups.TryGetValue(sighting, out var group) ? group : null;

    public bool AreDifferent(int one, int other) => _different.Contains(Ordered(one, other));

    /// <summary>Some row of either was said not to be some row of the other, or of what is one with it.</summary>
    public bool Forbids(IEnumerable<int> rows, IReadOnlyCollection<int> told) =>
        _different.Count > 0 && rows.SelectMany(Members).Any(row => told.SelectMany(Members).Any(other => AreDifferent(row, other)));

    private int Group(int sighting) => _groups.TryGetValue(sighting, out var group) ? group : sighting;

    private List<int> Members(int sighting) =>
        _groups.TryGetValue(sighting, out var group) ? [.. _groups.Where(pair => pair.Value == group).Select(pair => pair.Key)] : [sighting];

    private static (int, int) Ordered(int a, int b) => a < b ? (a, b) : (b, a);
}
