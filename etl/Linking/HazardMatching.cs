namespace SafetyAnalytics.Linking;

/// <summary>Which of a unit's hazards each entry of one ledger speaks of.</summary>
internal static class HazardMatching
{
    /// <summary>Where a submitter listed an open hazard a ledger or two ago and says nothing else of its kind, so much likeness will do.</summary>
    private const double LeftOverThreshold = 0.4;

    private const int LeftOverMonths = 2;

    /// <summary>
    /// What people decided first. Then best pair first: the same words, then the higher similarity, then the hazard that is still open, then the newest, then the earlier entry.
    /// A hazard goes to one entry of the ledger at the most, an entry to one hazard. What is left over on both sides is compared once more, see <see cref="ConsiderLeftOver"/>.
    /// </summary>
    /// <param name="decided">Per entry: the hazard a person said it is, or null.</param>
    /// <returns>Per entry, in order: the hazard and the similarity, or null where the entry is a hazard of its own.</returns>
    public static (HazardLife Life, double Similarity)?[] Match(
        List<LedgerEntry> entries, List<HazardLife> lives, List<HazardLife?> decided, PairConstraints? constraints, double threshold)
    {
        var matches = new (HazardLife, double)?[entries.Count];
        var taken = new HashSet<HazardLife>();
        for (var e = 0; e < entries.Count; e++)
        {
            if (decided[e] is not { } life) continue;
            matches[e] = (life, Similarity(entries[e].Text, life));
            taken.Add(life);
        }

        Take(Consider);
        if (threshold > LeftOverThreshold) Take(ConsiderLeftOver);
        return matches;

        void Take(Func<LedgerEntry, HazardLife, double, double?> consider)
        {
            var pairs = new List<Pair>();
            for (var e = 0; e < entries.Count; e++)
            {
                if (matches[e] is not null) continue;
                for (var l = 0; l < lives.Count; l++)
                {
                    if (taken.Contains(lives[l]) || lives[l].IsRetired || consider(entries[e], lives[l], threshold) is not { } similarity) continue;
                    if (constraints?.Forbids(entries[e].Rows.Select(row => row.Index), lives[l].Sightings) == true) continue;
                    pairs.Add(new Pair(IsSameWords(entries[e], lives[l]), similarity, lives[l].IsClosed, l, e));
                }
            }

            pairs.Sort();
            foreach (var pair in pairs)
            {
                if (matches[pair.Entry] is null && taken.Add(lives[pair.Life])) matches[pair.Entry] = (lives[pair.Life], pair.Similarity);
            }
        }
    }

    private static bool IsSameWords(LedgerEntry entry, HazardLife life) => entry.Text.Full == life.FirstText.Full || entry.Text.Full == life.LatestText.Full;

    private static double? Consider(LedgerEntry entry, HazardLife life, double threshold)
    {
        if (entry.Category is not null && life.Category is not null && entry.Category != life.Category) return null;
        if (entry.Text.AtMost(life.FirstText) < threshold && entry.Text.AtMost(life.LatestText) < threshold) return null;
        var similarity = IsSameWords(entry, life) ? 1 : Similarity(entry.Text, life);
        return similarity >= threshold ? similarity : null;
    }

    /// <summary>
    /// The same hazard in quite other words, which no list of synonyms holds: of the same known category, still open, nothing known contradicts, and the same submitter
    /// listed it just before, or both state the same day of finding.
    /// </summary>
    private static double? ConsiderLeftOver(LedgerEntry entry, HazardLife life, double threshold)
    {
        if (life.Steps == 0 || life.Category is null || entry.Category != life.Category) return null;
        var isFoundTheSameDay = entry.FoundOn is { } found && found == life.FoundOn;
        var isListedJustBefore = !life.IsClosed && entry.First.Month - life.ToldIn(entry.First.Sighting.Submitter) is > 0 and <= LeftOverMonths;
        if (!isFoundTheSameDay && !isListedJustBefore) return null;
        if (isListedJustBefore && entry.FoundOn is { } day && life.FoundOn is { } known && day != known && !isFoundTheSameDay) return null;
        if (!entry.Text.IsCompatible(life.LatestText) || !entry.Text.IsCompatible(life.FirstText)) return null;
        var similarity = Similarity(entry.Text, life);
        return similarity >= LeftOverThreshold ? similarity : null;
    }

    // The first wording keeps a hazard from drifting away through small changes; the latest one follows those changes.
    private static double Similarity(TextProfile text, HazardLife life)
    {
        var first = text.Similarity(life.FirstText);
        return ReferenceEquals(life.FirstText, life.LatestText) ? first : Math.Max(first, text.Similarity(life.LatestText));
    }

    private readonly record struct Pair(bool IsSameWords, double Similarity, bool IsClosed, int Life, int Entry) : IComparable<Pair>
    {
        public int CompareTo(Pair other)
        {
            var order = other.IsSameWords.CompareTo(IsSameWords);
            if (order == 0) order = other.Similarity.CompareTo(Similarity);
            if (order == 0) order = IsClosed.CompareTo(other.IsClosed);
            if (order == 0) order = other.Life.CompareTo(Life);
            return order == 0 ? Entry.CompareTo(other.Entry) : order;
        }

        public static bool operator <(Pair left, Pair right) => left.CompareTo(right) < 0;

        public static bool operator >(Pair left, Pair right) => left.CompareTo(right) > 0;

        public static bool operator <=(Pair left, Pair right) => left.CompareTo(right) <= 0;

        public static bool operator >=(Pair left, Pair right) => left.CompareTo(right) >= 0;
    }
}
