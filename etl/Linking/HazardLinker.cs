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

    /// <summary>Links sightings within each unit; units never share a hazard.</summary>
    /// <returns>One link per sighting, in the order given.</returns>
    /// <exception cref="ArgumentException">A sighting's month is not written as 2022-06.</exception>
    /// <exception cref="OperationCanceledException">Cancelled between two units.</exception>
    public IReadOnlyList<LinkedSighting> Link(IReadOnlyList<Sighting> sightings, CancellationToken cancellation = default)
    {
        var links = new LinkedSighting[sightings.Count];
        var keys = new KeyMint('H');
        foreach (var unit in ByUnit(sightings))
        {
            cancellation.ThrowIfCancellationRequested();
            var history = new UnitHistory(unit.Key, _options, keys, links);
            var rows = unit.Value.ConvertAll(index => Read(index, sightings[index]));
            foreach (var month in rows.GroupBy(row => row.Month).OrderBy(m => m.Key)) history.Add(month.Order(SightingRow.InOrder));
        }

        return links;
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
