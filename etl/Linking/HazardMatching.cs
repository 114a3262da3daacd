namespace SafetyAnalytics.Linking;

/// <summary>Which of a unit's hazards each entry of one ledger speaks of.</summary>
internal static class HazardMatching
{
    /// <summary>
    /// Best pair first: the same words, then the higher similarity, then the hazard that is still open, then the newest, then the earlier entry.
    /// A hazard goes to one entry of the ledger at the most, an entry to one hazard.
    /// </summary>
    /// <returns>Per entry, in order: the hazard and the similarity, or null where the entry is a hazard of its own.</returns>
    public static (HazardLife Life, double Similarity)?[] Match(List<LedgerEntry> entries, List<HazardLife> lives, double threshold)
    {
        var pairs = new List<Pair>();
        for (var e = 0; e < entries.Count; e++)
        {
            for (var l = 0; l < lives.Count; l++) Consider(pairs, e, entries[e], l, lives[l], threshold);
        }

        pairs.Sort();
        var matches = new (HazardLife, double)?[entries.Count];
        var taken = new HashSet<int>();
        foreach (var pair in pairs)
        {
            if (matches[pair.Entry] is null && taken.Add(pair.Life)) matches[pair.Entry] = (lives[pair.Life], pair.Similarity);
        }

        return matches;
    }

    private static void Consider(List<Pair> pairs, int e, LedgerEntry entry, int l, HazardLife life, double threshold)
    {
        if (life.IsRetired || (entry.Category is not null && life.Category is not null && entry.Category != life.Category)) return;
        if (entry.Text.AtMost(life.FirstText) < threshold && entry.Text.AtMost(life.LatestText) < threshold) return;
        var isSameWords = entry.Text.Full == life.FirstText.Full || entry.Text.Full == life.LatestText.Full;
        var similarity = isSameWords ? 1 : Similarity(entry.Text, life);
        if (similarity >= threshold) pairs.Add(new Pair(isSameWords, similarity, life.IsClosed, l, e));
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
