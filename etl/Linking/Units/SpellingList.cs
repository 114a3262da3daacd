namespace SafetyAnalytics.Linking.Units;

/// <summary>All spellings in one fixed order, each name and address read once.</summary>
internal sealed class SpellingList
{
    private SpellingList(Spelling[] all, int unitCount, int[] ofMention, int[] ofRoster) => (All, UnitCount, OfMention, OfRoster) = (all, unitCount, ofMention, ofRoster);

    public Spelling[] All { get; }

    /// <summary>Pairs of name and place that differ: about how many units there are.</summary>
    public int UnitCount { get; }

    /// <summary>Mention → number of its spelling.</summary>
    public int[] OfMention { get; }

    /// <summary>Entry of the roster → number of its spelling.</summary>
    public int[] OfRoster { get; }

    /// <param name="answered">Pairs of name and address that answers speak of: each stays a spelling of its own, so that an answer can part it from its like.</param>
    public static SpellingList Of(IReadOnlyList<UnitMention> mentions, IReadOnlyList<RosterUnit> roster, NameReader reader, IReadOnlySet<(string, string)> answered, CancellationToken cancellationToken)
    {
        var names = ReadAll(mentions.Select(m => m.Name).Concat(roster.Select(r => r.Name)), name => reader.Read(name), cancellationToken);
        var places = ReadAll(mentions.Select(m => m.Address ?? "").Concat(roster.Select(r => r.Address ?? "")), PlaceReader.Read, cancellationToken);
        NameWeights.Set([.. names.Values.DistinctBy(name => name.Key)], names.Values);
        var groups = new Dictionary<(string Name, string Place, string Own), List<int>>();
        for (var i = 0; i < mentions.Count; i++)
        {
            var mention = mentions[i];
            var place = places[mention.Address ?? ""];
            var own = answered.Count > 0 && answered.Contains((mention.Name, mention.Address ?? "")) ? mention.Name + "\u001f" + mention.Address
                : place.HasDoor ? "" : string.Join('\u001f', mention.Phones.Order(StringComparer.Ordinal));
            var key = (names[mention.Name].Key, place.Key, own);
            if (!groups.TryGetValue(key, out var list)) groups[key] = list = [];
            list.Add(i);
        }

        var drafts = groups.Select(group => (
            group.Key,
            Sample: group.Value.Select(i => mentions[i]).MinBy(m => (m.Name, m.Address ?? ""), s_byText)!,
            Indices: group.Value.ToArray(),
            Roster: -1)).ToList();
        for (var r = 0; r < roster.Count; r++)
            drafts.Add(((names[roster[r].Name].Key, places[roster[r].Address ?? ""].Key, ""), new UnitMention(roster[r].Name, roster[r].Address) { Persons = roster[r].Person ?? [] }, [], r));
        var ordered = drafts
            .OrderBy(d => d.Key.Name, StringComparer.Ordinal).ThenBy(d => d.Key.Place, StringComparer.Ordinal).ThenBy(d => d.Roster < 0)
            .ThenBy(d => d.Sample.Name, StringComparer.Ordinal).ThenBy(d => d.Sample.Address ?? "", StringComparer.Ordinal).ThenBy(d => d.Roster)
            // Last, because telephones may be digests that are others in every build.
            .ThenBy(d => d.Key.Own, StringComparer.Ordinal)
            .ToList();
        var ofMention = new int[mentions.Count];
        var ofRoster = new int[roster.Count];
        var all = new Spelling[ordered.Count];
        for (var n = 0; n < all.Length; n++)
        {
            var draft = ordered[n];
            foreach (var mention in draft.Indices) ofMention[mention] = n;
            if (draft.Roster >= 0) ofRoster[draft.Roster] = n;
            var told = draft.Roster >= 0 ? [draft.Sample] : draft.Indices.Select(i => mentions[i]).ToList();
            all[n] = new Spelling(n, names[draft.Sample.Name], places[draft.Sample.Address ?? ""], draft.Indices, draft.Roster, Distinct(told, m => m.Phones), Distinct(told, m => m.Persons));
        }

        return new SpellingList(all, Count(all), ofMention, ofRoster);
    }

    /// <summary>Rows of each name at each door, as they stand before anything is linked.</summary>
    public IReadOnlyCollection<int> RowsOfNameAndDoor(IReadOnlyList<UnitMention> mentions)
    {
        var rows = new Dictionary<(string, string), int>();
        foreach (var spelling in All)
        {
            if (spelling.Mentions.Length == 0) continue;
            var key = (spelling.Name.Key, PlaceOf(spelling.Place));
            rows[key] = rows.GetValueOrDefault(key) + spelling.Mentions.Sum(m => mentions[m].Count);
        }

        return rows.Values;
    }

    private static readonly Comparer<(string Name, string Address)> s_byText = Comparer<(string Name, string Address)>.Create((a, b) =>
        string.CompareOrdinal(a.Name, b.Name) is not 0 and var order ? order : string.CompareOrdinal(a.Address, b.Address));

    private static string[] Distinct(List<UnitMention> told, Func<UnitMention, IReadOnlyList<string>> of) =>
        told.Count == 1 && of(told[0]).Count == 0 ? [] : [.. told.SelectMany(of).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Dictionary<string, T> ReadAll<T>(IEnumerable<string> texts, Func<string, T> read, CancellationToken cancellationToken)
    {
        string[] distinct = [.. texts.Distinct(StringComparer.Ordinal)];
        var values = new T[distinct.Length];
        Parallel.For(0, distinct.Length, new ParallelOptions { CancellationToken = cancellationToken }, i => values[i] = read(distinct[i]));
        var all = new Dictionary<string, T>(distinct.Length, StringComparer.Ordinal);
        for (var i = 0; i < distinct.Length; i++) all[distinct[i]] = values[i];
        return all;
    }

    /// <summary>How common each name and each door is: what many share says little.</summary>
    private static int Count(Spelling[] all)
    {
        var ofName = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var ofCore = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var atPlace = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var units = new HashSet<(string, string)>();
        foreach (var spelling in all)
        {
            var place = PlaceOf(spelling.Place);
            if (place.Length > 0) Add(atPlace, place, spelling.Name.Core);
            if (place.Length > 0) Add(ofName, spelling.Name.Key, place);
            if (place.Length > 0 || spelling.Name.Branch.Length > 0) Add(ofCore, spelling.Name.Core, spelling.Name.Branch.Length > 0 ? spelling.Name.Branch : place);
            units.Add((spelling.Name.Core, place));
        }

        foreach (var spelling in all)
        {
            if (ofName.TryGetValue(spelling.Name.Key, out var places)) spelling.PlacesOfName = places.Count;
            if (ofCore.TryGetValue(spelling.Name.Core, out places)) spelling.PlacesOfCore = places.Count;
            if (atPlace.TryGetValue(PlaceOf(spelling.Place), out var names)) spelling.NamesAtPlace = names.Count;
        }

        return units.Count;
    }

    private static string PlaceOf(PlaceProfile place) => place.HasDoor ? place.Door : place.Key;

    private static void Add(Dictionary<string, HashSet<string>> sets, string key, string value)
    {
        if (!sets.TryGetValue(key, out var set)) sets[key] = set = new HashSet<string>(1, StringComparer.Ordinal);
        set.Add(value);
    }
}
