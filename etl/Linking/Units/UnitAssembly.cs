namespace SafetyAnalytics.Linking.Units;

/// <summary>From weighed pairs to units, their names and keys, and the questions that are left.</summary>
internal sealed class UnitAssembly(SpellingList list, IReadOnlyList<UnitMention> mentions, IReadOnlyList<RosterUnit> roster, UnitLinkOptions options, UnitWeights weights, bool areRegular)
{
    private readonly Spelling[] _all = list.All;

    public UnitLinkage Assemble(ulong[] pairs, Agreements[] seen, IReadOnlyList<(int A, int B, bool IsSame)> said)
    {
        var edges = Edges(pairs, seen);
        var (clusters, undecided) = Join(edges, said, null);
        if (areRegular)
        {
            for (var round = 0; round < 2; round++) (clusters, undecided) = Join(edges, said, new UnitSizes(clusters.RowsOfUnits()));
        }

        var keys = Keys(clusters);
        return new UnitLinkage(Links(clusters, keys, undecided), Questions(clusters, keys, undecided, said), [.. list.OfRoster.Select(spelling => keys[clusters.Root(spelling)])], weights.Shown());
    }

    private (Clusters Clusters, List<Edge> Undecided) Join(List<Edge> edges, IReadOnlyList<(int A, int B, bool IsSame)> said, UnitSizes? sizes)
    {
        var clusters = new Clusters(_all, weights, RowsOf()) { Sizes = sizes };
        foreach (var (a, b, isSame) in said)
        {
            if (!isSame) clusters.Part(a, b);
        }

        foreach (var (a, b, isSame) in said)
        {
            if (isSame) clusters.Join(a, b);
        }

        // Twice: a group that was too small the first time may have grown.
        var undecided = Offer(clusters, edges);
        if (sizes is not null) undecided = Offer(clusters, undecided);
        return (clusters, undecided);
    }

    private List<Edge> Offer(Clusters clusters, List<Edge> edges)
    {
        var undecided = new List<Edge>();
        foreach (var edge in edges)
        {
            var probability = Probability(clusters, edge);
            if (probability < options.SameFrom || !clusters.Offer(edge.A, edge.B, probability)) undecided.Add(edge);
        }

        return undecided;
    }

    private int[] RowsOf() => Array.ConvertAll(_all, spelling => spelling.Mentions.Sum(m => mentions[m].Count));

    /// <summary>All pairs worth asking about, surest first.</summary>
    private List<Edge> Edges(ulong[] pairs, Agreements[] seen)
    {
        // What the sizes may add to the odds must not be cut off before.
        var least = Math.Log2(options.AskFrom / (1 - Math.Min(options.AskFrom, 0.999999))) - (areRegular ? UnitSizes.MostFor : 0);
        var edges = new List<Edge>();
        for (var i = 0; i < pairs.Length; i++)
        {
            var (a, b) = ((int)(pairs[i] >> 32), (int)(uint)pairs[i]);
            var odds = weights.LogOdds(seen[i], _all[a], _all[b]);
            if (odds >= least) edges.Add(new Edge(a, b, odds, seen[i]));
        }

        edges.Sort((x, y) => y.LogOdds.CompareTo(x.LogOdds) is not 0 and var order ? order : (x.A, x.B).CompareTo((y.A, y.B)));
        return edges;
    }

    /// <summary>
    /// Root → key. A unit is named by its entry on the roster, else by its earliest spelling that names a door, so that a later branch, spelling or file changes no key that stands.
    /// </summary>
    private Dictionary<int, string> Keys(Clusters clusters)
    {
        var anchors = new Dictionary<int, Spelling>();
        foreach (var spelling in _all)
        {
            var root = clusters.Root(spelling.Number);
            if (!anchors.TryGetValue(root, out var anchor) || Precedes(spelling, anchor)) anchors[root] = spelling;
        }

        var mint = new KeyMint('U');
        var keys = new Dictionary<int, string>(anchors.Count);
        foreach (var (root, anchor) in anchors.OrderBy(one => one.Value.Number)) keys[root] = mint.Next(anchor.Name.Key, anchor.Place.HasDoor ? anchor.Place.Door : anchor.Place.Key);
        return keys;
    }

    private bool Precedes(Spelling a, Spelling b)
    {
        if (a.Roster >= 0 != b.Roster >= 0) return a.Roster >= 0;
        var order = string.CompareOrdinal(FirstMonth(a), FirstMonth(b));
        if (order == 0) order = b.Place.HasDoor.CompareTo(a.Place.HasDoor);
        return order == 0 ? a.Number < b.Number : order < 0;
    }

    private string FirstMonth(Spelling spelling) => spelling.Mentions.Select(m => mentions[m].FirstMonth ?? "").Min(StringComparer.Ordinal) ?? "";

    private UnitLink[] Links(Clusters clusters, Dictionary<int, string> keys, List<Edge> undecided)
    {
        var doubt = new double[_all.Length];
        foreach (var edge in undecided)
        {
            if (clusters.Root(edge.A) == clusters.Root(edge.B)) continue;
            var probability = Probability(clusters, edge);
            doubt[edge.A] = Math.Max(doubt[edge.A], probability);
            doubt[edge.B] = Math.Max(doubt[edge.B], probability);
        }

        var units = new Dictionary<int, (string Name, string? Address, int? Roster, int Mentions)>(keys.Count);
        foreach (var root in keys.Keys) units[root] = Describe(clusters.Members(root));
        var links = new UnitLink[mentions.Count];
        for (var i = 0; i < links.Length; i++)
        {
            var spelling = list.OfMention[i];
            var root = clusters.Root(spelling);
            var unit = units[root];
            var rule = clusters.Reason[spelling] switch
            {
                null when unit.Mentions > 1 && unit.Roster is null => "same_spelling",
                null when unit.Roster is null => "alone",
                "answer" => "answer",
                _ when unit.Roster is not null => "roster",
                _ => "likely",
            };
            var probability = rule == "alone" ? 1 - doubt[spelling] : clusters.Held[spelling];
            links[i] = new UnitLink(mentions[i], keys[root], unit.Name, unit.Address, rule, Math.Round(probability, 6), unit.Roster);
        }

        return links;
    }

    private (string Name, string? Address, int? Roster, int Mentions) Describe(IReadOnlyList<int> members)
    {
        var said = members.SelectMany(member => _all[member].Mentions.Select(m => (Mention: mentions[m], _all[member].Place))).ToList();
        var entry = members.Select(member => _all[member].Roster).FirstOrDefault(r => r >= 0, -1);
        if (said.Count == 1 && entry < 0) return (said[0].Mention.Name, Stated(said[0].Mention.Address), null, 1);
        var name = entry >= 0 ? roster[entry].Name : Commonest(said.Select(s => (s.Mention.Name, s.Mention.Count)))!;
        var address = entry >= 0 && !string.IsNullOrWhiteSpace(roster[entry].Address) ? roster[entry].Address
            : Commonest(said.Where(s => s.Place.HasDoor).Select(s => (s.Mention.Address!, s.Mention.Count)))
            ?? Commonest(said.Where(s => Stated(s.Mention.Address) is not null).Select(s => (s.Mention.Address!, s.Mention.Count)));
        return (name, address, entry >= 0 ? entry : null, said.Count);
    }

    private static string? Stated(string? address) => string.IsNullOrWhiteSpace(address) ? null : address;

    private static string? Commonest(IEnumerable<(string Text, int Count)> spellings) => spellings
        .GroupBy(s => s.Text)
        .OrderByDescending(s => s.Sum(one => (long)one.Count))
        .ThenBy(s => s.Key, StringComparer.Ordinal)
        .Select(s => s.Key)
        .FirstOrDefault();

    private List<UnitQuestion> Questions(Clusters clusters, Dictionary<int, string> keys, List<Edge> undecided, IReadOnlyList<(int A, int B, bool IsSame)> said)
    {
        var settled = said.Select(pair => Units(pair.A, pair.B)).ToHashSet();
        var questions = new List<UnitQuestion>();
        foreach (var edge in undecided)
        {
            var units = Units(edge.A, edge.B);
            var probability = Probability(clusters, edge);
            if (probability < options.AskFrom) continue;
            if (units.One == units.Other || _all[edge.A].Roster >= 0 && _all[edge.B].Roster >= 0 || !settled.Add(units)) continue;
            var (a, b) = Size(edge.A) >= Size(edge.B) ? (edge.A, edge.B) : (edge.B, edge.A);
            questions.Add(new UnitQuestion(Mention(a), keys[clusters.Root(a)], Mention(b), keys[clusters.Root(b)], Math.Round(probability, 6), Evidence.Of(edge.Seen, weights, _all[edge.A], _all[edge.B])));
        }

        return questions;

        (int One, int Other) Units(int a, int b)
        {
            var (one, other) = (clusters.Root(a), clusters.Root(b));
            return (Math.Min(one, other), Math.Max(one, other));
        }

        int Size(int spelling) => clusters.Members(clusters.Root(spelling)).Sum(member => _all[member].Mentions.Length);
    }

    /// <summary>The spelling that stands for its like: the commonest, then the first by text. An entry of the roster speaks for itself.</summary>
    private UnitMention Mention(int spelling) => _all[spelling] is { Roster: >= 0 } entry
        ? new UnitMention(roster[entry.Roster].Name, roster[entry.Roster].Address)
        : _all[spelling].Mentions.Select(m => mentions[m]).OrderByDescending(m => m.Count).ThenBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Address, StringComparer.Ordinal).First();

    private static double Probability(Clusters clusters, in Edge edge) => UnitWeights.Probability(clusters.LogOdds(edge.A, edge.B, edge.LogOdds, edge.Seen is { Name: NameLevel.Same, IsAtOneDoor: true }));

    private readonly record struct Edge(int A, int B, double LogOdds, Agreements Seen);
}
