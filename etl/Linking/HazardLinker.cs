namespace SafetyAnalytics.Linking;

/// <summary>
/// Says of every sighting which hazard it is, and whether that hazard is new, carried over, re-opened, recurrent or merely repeated.
/// A pure function of the set of sightings: their order does not matter, nor in which file of a ledger they stand.
/// </summary>
public sealed class HazardLinker
{
    // Texts repeat within a month and between units; beyond this many the memory is worth more than the hits.
    private const int CachedTexts = 50_000;

    private readonly HazardLinkOptions _options;
    private readonly Dictionary<string, TextProfile> _texts = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public HazardLinker(HazardLinkOptions? options = null)
    {
        _options = options ?? new HazardLinkOptions();
        _options.Validate(nameof(options));
    }

    /// <inheritdoc cref="Link(IReadOnlyList{Sighting}, HazardAnswers, CancellationToken)"/>
    public IReadOnlyList<LinkedSighting> Link(IReadOnlyList<Sighting> sightings, CancellationToken cancellation = default) =>
        Link(sightings, HazardAnswers.None, cancellation).Sightings;

    /// <summary>Links sightings within each unit, as people said where they did; units never share a hazard.</summary>
    /// <exception cref="ArgumentException">A sighting's or an answer's month is not written as 2022-06.</exception>
    /// <exception cref="OperationCanceledException">Cancelled between two units.</exception>
    public HazardLinkage Link(IReadOnlyList<Sighting> sightings, HazardAnswers answers, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var links = new LinkedSighting[sightings.Count];
        var keys = new KeyMint('H');
        var further = new List<LinkedSighting>();
        var decided = AnswersByUnit.Of(sightings, answers);
        foreach (var (unit, indexes) in ByUnit(sightings))
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = indexes.ConvertAll(index => Read(index, sightings[index]));
            if (decided.Of(unit) is { } own) new AnsweredUnit(unit, _options, own).Link(rows, keys, links, further);
            else Tell(new UnitHistory(unit, _options, keys, links, further), rows);
        }

        return new HazardLinkage(links, decided.Linked(links), further);
    }

    private static void Tell(UnitHistory history, List<SightingRow> rows)
    {
        foreach (var month in rows.GroupBy(row => row.Month).OrderBy(m => m.Key)) history.Add(month.Order(SightingRow.InOrder));
    }

    private static IEnumerable<KeyValuePair<string, List<int>>> ByUnit(IReadOnlyList<Sighting> sightings)
    {
        var units = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var index = 0; index < sightings.Count; index++)
        {
            var key = sightings[index].UnitKey;
            if (!units.TryGetValue(key, out var rows)) units[key] = rows = [];
            rows.Add(index);
        }

        return units.OrderBy(unit => unit.Key, StringComparer.Ordinal);
    }

    private SightingRow Read(int index, Sighting sighting) => new(index, sighting, SightingRow.MonthNumber(sighting.Month), Profile(sighting.Text));

    private TextProfile Profile(string text)
    {
        if (_texts.TryGetValue(text, out var known)) return known;
        if (_texts.Count >= CachedTexts) _texts.Clear();
        return _texts[text] = TextProfile.Of(text);
    }
}
