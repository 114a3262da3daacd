namespace SafetyAnalytics.Linking;

/// <summary>One unit's ledgers, month after month: match the words, then tell each hazard what the month says of it, and then what people decided.</summary>
/// <param name="links">Filled at the rows' indexes.</param>
/// <param name="further">Gets the links of rows that speak of further hazards, see <see cref="RowParts"/>.</param>
/// <param name="constraints">What people said of pairs of rows; null: nothing.</param>
internal sealed class UnitHistory(string unitKey, HazardLinkOptions options, KeyMint keys, LinkedSighting[] links, List<LinkedSighting> further, PairConstraints? constraints = null)
{
    private readonly List<HazardLife> _lives = [];
    private readonly Dictionary<int, HazardLife> _lifeOf = [];
    private readonly Dictionary<int, HazardLife> _lifeOfGroup = [];
    private readonly Dictionary<HazardLife, HazardLife> _splitFrom = [];

    /// <summary>The hazard a row of an earlier month was taken for.</summary>
    public HazardLife LifeOf(int sighting) => _lifeOf[sighting];

    /// <summary>Links all rows of one month into <c>links</c>. Months must come in order.</summary>
    public void Add(IEnumerable<SightingRow> month)
    {
        _splitFrom.Clear();
        var said = new Dictionary<HazardLife, List<Said>>();
        foreach (var ledger in month.GroupBy(row => row.Sighting.Submitter).OrderBy(l => l.Key, StringComparer.Ordinal)) Match(LedgerEntry.Of(ledger, constraints), said);
        var known = said.Where(s => s.Key.Steps > 0).OrderBy(s => s.Key.Number).ToList();
        var born = said.Where(s => s.Key.Steps == 0).OrderBy(s => FirstDay(s.Value)).ThenBy(s => Opening(s.Value), SightingRow.InOrder).ToList();
        foreach (var (part, whole) in _splitFrom.OrderBy(split => split.Key.Number)) TellAgain(part, whole);
        foreach (var (life, entries) in known.Concat(born)) Tell(life, entries);
    }

    private void Match(List<LedgerEntry> entries, Dictionary<HazardLife, List<Said>> said)
    {
        var decided = entries.ConvertAll(DecidedLife);
        var matches = HazardMatching.Match(entries, _lives, decided, constraints, options.SimilarityThreshold);
        var merged = Merged(entries, matches);
        for (var e = 0; e < entries.Count; e++)
        {
            var life = matches[e]?.Life ?? DecidedLife(entries[e]) ?? Born(entries, matches, e);
            foreach (var group in Groups(entries[e])) _lifeOfGroup[group] = life;
            Add(said, life, new Said(entries[e], matches[e]?.Similarity, IsFurther: false));
            foreach (var other in merged[e]) Add(said, other, new Said(entries[e], null, IsFurther: true));
        }
    }

    private static void Add(Dictionary<HazardLife, List<Said>> said, HazardLife life, Said one)
    {
        if (!said.TryGetValue(life, out var all)) said[life] = all = [];
        all.Add(one);
    }

    /// <summary>The further hazards each entry speaks of. An entry taken for none is taken for the first of several.</summary>
    private List<HazardLife>[] Merged(List<LedgerEntry> entries, (HazardLife Life, double Similarity)?[] matches)
    {
        var taken = matches.Where(match => match is not null).Select(match => match!.Value.Life).ToHashSet();
        var merged = new List<HazardLife>[entries.Count];
        for (var e = 0; e < entries.Count; e++)
        {
            merged[e] = RowParts.MergedInto(entries[e], matches[e]?.Life, _lives, taken);
            if (matches[e] is null && merged[e].Count < 2) merged[e] = [];
            else if (matches[e] is null)
            {
                matches[e] = (merged[e][0], entries[e].Text.Similarity(merged[e][0].LatestText));
                merged[e].RemoveAt(0);
                taken.Add(matches[e]!.Value.Life);
            }

            taken.UnionWith(merged[e]);
        }

        return merged;
    }

    /// <summary>A hazard of its own: new, or one that was told in one row with another until now.</summary>
    private HazardLife Born(List<LedgerEntry> entries, (HazardLife Life, double Similarity)?[] matches, int e)
    {
        var life = Add(new HazardLife(_lives.Count, entries[e].Text, entries[e].Category));
        for (var other = 0; other < entries.Count; other++)
        {
            if (matches[other] is not { } match || !RowParts.IsSplitFrom(entries[e], entries[other], match.Life)) continue;
            _splitFrom[life] = match.Life;
            break;
        }

        return life;
    }

    private IEnumerable<int> Groups(LedgerEntry entry) =>
        constraints is null ? [] : entry.Rows.Select(row => constraints.GroupOf(row.Index)).OfType<int>();

    private HazardLife? DecidedLife(LedgerEntry entry) =>
        Groups(entry).Select(group => _lifeOfGroup.GetValueOrDefault(group)).FirstOrDefault(life => life is not null);

    private HazardLife Add(HazardLife life)
    {
        _lives.Add(life);
        return life;
    }

    private static DateOnly FirstDay(List<Said> entries) => entries.Min(said => said.Entry.FirstDay) ?? DateOnly.MaxValue;

    private static SightingRow Opening(List<Said> entries) => entries.Select(said => said.Entry.First).Min(SightingRow.InOrder)!;

    private void Tell(HazardLife life, List<Said> entries)
    {
        foreach (var said in InOrder(entries))
        {
            foreach (var row in said.Entry.Rows) life = Tell(life, row, said);
            life.Remember(said.Entry);
        }
    }

    /// <summary>What the rows of both said so far is the life of each.</summary>
    private void TellAgain(HazardLife part, HazardLife whole)
    {
        foreach (var (row, entry) in whole.Told.ToList())
        {
            if (part.Tell(row, entry, options) is not { } reading) return;
            if (part.Steps == 1) (part.RecurrenceOf, part.Key) = (whole.RecurrenceOf, keys.Next(unitKey, part.FirstText.Signature, row.Sighting.Month));
            if (part.Steps == 1 && whole.RecurrenceOf is not null) reading = reading with { Relation = SightingRelation.Recurrent };
            further.Add(new LinkedSighting(row.Sighting, part.Key!, reading.Relation, part.Steps == 1 ? part.RecurrenceOf : null, null, part.Steps, part.State, "told in one row with another hazard"));
        }

        foreach (var entry in whole.Told.Select(told => told.Entry).Distinct()) part.Remember(entry);
    }

    private HazardLife Tell(HazardLife life, SightingRow row, Said said)
    {
        if (life.Tell(row, said.Entry, options, isDecided: life.Steps > 0 && constraints?.GroupOf(row.Index) is not null && IsOneWith(life, row)) is not { } reading)
        {
            life = Add(life.Successor(_lives.Count, row));
            reading = life.Tell(row, said.Entry, options)!.Value;
            foreach (var group in Groups(said.Entry)) _lifeOfGroup[group] = life;
        }

        if (!said.IsFurther) _lifeOf[row.Index] = life;

        HazardLife? follows = null;
        if (life.Steps == 1)
        {
            follows = life.Follows ?? ClosedOfSameCategory(life, row);
            reading = follows is null ? reading : Recurrent(life, options);
            life.Key = keys.Next(unitKey, row.Text.Signature, row.Sighting.Month);
            life.RecurrenceOf = follows?.Key;
        }

        var link = new LinkedSighting(row.Sighting, life.Key!, reading.Relation, follows?.Key, said.Similarity, life.Steps, life.State, reading.Rule);
        if (said.IsFurther) further.Add(link with { Rule = "told in one row with another hazard" });
        else links[row.Index] = link;
        return life;
    }

    private bool IsOneWith(HazardLife life, SightingRow row) => life.Sightings.Any(other => constraints!.GroupOf(other) == constraints.GroupOf(row.Index));

    private static Reading Recurrent(HazardLife life, HazardLinkOptions options) => new(
        SightingRelation.Recurrent,
        life.Follows is not null
            ? "the same object and defect, closed longer ago than the rebound window"
            : FormattableString.Invariant($"another hazard of the same category within {options.RecurrenceDays} days of a closing"));

    /// <summary>The hazard of the same known category whose closing is the latest one within the recurrence window before <paramref name="row"/>.</summary>
    private HazardLife? ClosedOfSameCategory(HazardLife life, SightingRow row)
    {
        if (life.Category is null) return null;
        return _lives
            .Where(other => other != life && other.IsClosed && other.State != SightingState.Cancelled && other.Category == life.Category)
            .Where(other => IsWithinRecurrenceWindow(other.ClosedOn!.Value, row))
            .MaxBy(other => (other.ClosedOn, other.Number));
    }

    // Without a stated day "after" needs a later month: within one month nobody knows which came first.
    private bool IsWithinRecurrenceWindow(DateOnly closing, SightingRow row)
    {
        if (row.Sighting.FoundOn is { } found) return found > closing && found.DayNumber - closing.DayNumber <= options.RecurrenceDays;
        var months = row.Month - SightingRow.NumberOf(closing);
        return months > 0 && months <= options.RecurrenceMonths;
    }

    /// <summary>Open before closed, so that a closing stands; but what was found after every stated closing comes after it.</summary>
    private static IEnumerable<Said> InOrder(List<Said> entries)
    {
        if (entries.Count == 1) return entries;
        var closing = entries.Max(said => said.Entry.Last.StatedClosing);
        return entries
            .OrderBy(said => said.Entry.Last.IsClosed ? 1 : said.Entry.Last.Sighting.FoundOn > closing ? 2 : 0)
            .ThenBy(said => said.Entry.First, SightingRow.InOrder);
    }

    /// <param name="IsFurther">The entry was taken for another hazard, and speaks of this one too.</param>
    private sealed record Said(LedgerEntry Entry, double? Similarity, bool IsFurther);
}
