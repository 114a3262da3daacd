namespace SafetyAnalytics.Linking.Units;

/// <summary>
/// Spellings into units: the surest links first, and two groups become one only when nothing forbids it. Forbidden are what a steward parted, two entries of the roster, and two groups with spellings
/// that are known to be apart (another door, branch or number); and groups that on average speak against each other: one bridge does not carry two units.
/// </summary>
internal sealed class Clusters
{
    /// <summary>Pairs looked at before two groups become one.</summary>
    private const int MostCompared = 48;

    private readonly Spelling[] _all;
    private readonly UnitWeights _weights;
    private readonly int[] _parent;
    private readonly Dictionary<int, List<int>> _members = [];
    private readonly Dictionary<int, HashSet<int>> _parted = [];

    private readonly int[] _rows;

    /// <param name="rows">Spelling → rows that have it.</param>
    public Clusters(Spelling[] all, UnitWeights weights, int[] rows)
    {
        (_all, _weights, _rows) = (all, weights, [.. rows]);
        _parent = [.. Enumerable.Range(0, all.Length)];
        Held = new float[all.Length];
        Array.Fill(Held, 1f);
        Reason = new string?[all.Length];
    }

    /// <summary>Spelling → probability of the weakest link that holds it.</summary>
    public float[] Held { get; }

    /// <summary>Spelling → why it was joined; null when it never was.</summary>
    public string?[] Reason { get; }

    public int Root(int spelling)
    {
        while (_parent[spelling] != spelling) spelling = _parent[spelling] = _parent[_parent[spelling]];
        return spelling;
    }

    public IReadOnlyList<int> Members(int root) => _members.TryGetValue(root, out var members) ? members : [root];

    /// <summary>A steward's word: never one unit.</summary>
    public void Part(int a, int b)
    {
        Add(a, b);
        Add(b, a);

        void Add(int one, int other)
        {
            if (!_parted.TryGetValue(one, out var set)) _parted[one] = set = [];
            set.Add(other);
        }
    }

    /// <summary>A steward's word: one unit, unless another word parts them.</summary>
    public void Join(int a, int b)
    {
        var (one, other) = (Root(a), Root(b));
        if (one != other && !IsForbidden(one, other)) Merge(one, other, 1, "answer");
    }

    /// <summary>Null: how many rows a unit has says nothing.</summary>
    public UnitSizes? Sizes { get; init; }

    /// <summary>Rows of every unit so far.</summary>
    public List<int> RowsOfUnits() => [.. Enumerable.Range(0, _all.Length).Where(n => Root(n) == n && _rows[n] > 0).Select(n => _rows[n])];

    /// <summary>The log odds with what the sizes of the groups say.</summary>
    /// <param name="isOneNameAtOneDoor">The sizes cannot part these: somebody listed the unit once more.</param>
    public double LogOdds(int a, int b, double logOdds, bool isOneNameAtOneDoor)
    {
        if (Sizes is null) return logOdds;
        var evidence = Sizes.Evidence(_rows[Root(a)], _rows[Root(b)]);
        return logOdds + (isOneNameAtOneDoor ? Math.Max(evidence, -1) : evidence);
    }

    /// <returns>False when something forbids it.</returns>
    public bool Offer(int a, int b, double probability)
    {
        var (one, other) = (Root(a), Root(b));
        if (one == other) return true;
        if (IsForbidden(one, other) || !Agree(one, other)) return false;
        Merge(one, other, probability, "likely");
        return true;
    }

    private bool IsForbidden(int one, int other)
    {
        if (Roster(one) is { } mine && Roster(other) is { } theirs && mine != theirs) return true;
        if (_parted.Count == 0) return false;
        foreach (var member in Members(one))
        {
            if (_parted.TryGetValue(member, out var apart) && apart.Any(spelling => Root(spelling) == other)) return true;
        }

        return false;
    }

    private int? Roster(int root)
    {
        foreach (var member in Members(root))
        {
            if (_all[member].Roster >= 0) return _all[member].Roster;
        }

        return null;
    }

    private bool Agree(int one, int other)
    {
        var (mine, theirs) = (Members(one), Members(other));
        if (mine.Count == 1 && theirs.Count == 1) return true;
        var (compared, sum) = (0, 0.0);
        foreach (var a in Spread(mine, theirs.Count))
        {
            foreach (var b in Spread(theirs, mine.Count))
            {
                var seen = Agreements.Of(_all[a], _all[b]);
                var odds = _weights.LogOdds(seen, _all[a], _all[b]);
                if (seen.IsApart && odds < 0) return false;
                sum += Math.Clamp(odds, -12, 12);
                compared++;
            }
        }

        return sum / compared > 0;
    }

    /// <summary>Few of many, evenly: the number of comparisons stays bounded.</summary>
    private static IEnumerable<int> Spread(IReadOnlyList<int> members, int others)
    {
        var most = Math.Max(4, MostCompared / Math.Min(others, MostCompared));
        if (members.Count <= most) return members;
        return Enumerable.Range(0, most).Select(i => members[(int)((long)i * members.Count / most)]);
    }

    private void Merge(int one, int other, double probability, string reason)
    {
        var (mine, theirs) = (Members(one), Members(other));
        // The larger holds; of equal ones the first.
        var (keep, give) = mine.Count > theirs.Count || (mine.Count == theirs.Count && one < other) ? (one, other) : (other, one);
        var (kept, given) = (Members(keep), Members(give));
        foreach (var member in given)
        {
            Held[member] = Math.Min(Held[member], (float)probability);
            Reason[member] ??= reason;
        }

        foreach (var member in kept.Count == given.Count ? kept : [])
        {
            Held[member] = Math.Min(Held[member], (float)probability);
            Reason[member] ??= reason;
        }

        if (kept.Count == 1) Reason[keep] ??= reason;
        var all = kept as List<int> ?? [keep];
        all.AddRange(given);
        _members[keep] = all;
        _members.Remove(give);
        _parent[give] = keep;
        _rows[keep] += _rows[give];
    }
}
