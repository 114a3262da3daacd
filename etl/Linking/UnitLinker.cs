using SafetyAnalytics.Linking.Units;

namespace SafetyAnalytics.Linking;

/// <summary>
/// Which spellings are one unit. Names, addresses, telephones and persons of likely pairs are compared, the agreements weighed with weights estimated from the data, and what is sure enough becomes
/// one unit; what stewards answered and the roster says is never broken. A pure function of the set of mentions, roster entries and answers: no order of them matters, but the order of answers about one pair.
/// </summary>
/// <param name="places">Leading places of names to drop (city, district), longest first; null means <see cref="UnitName.DefaultPlaces"/>.</param>
/// <param name="roster">Units that are known.</param>
/// <param name="answers">What stewards said so far.</param>
public sealed class UnitLinker(
    IReadOnlyList<string>? places = null,
    IReadOnlyList<RosterUnit>? roster = null,
    IReadOnlyList<UnitAnswer>? answers = null,
    UnitLinkOptions? options = null)
{
    private readonly IReadOnlyList<RosterUnit> _roster = roster ?? [];
    private readonly IReadOnlyList<UnitAnswer> _answers = answers ?? [];
    private readonly UnitLinkOptions _options = options ?? new UnitLinkOptions();

    /// <returns>One link per mention, in the order given.</returns>
    public IReadOnlyList<UnitLink> Link(IReadOnlyList<UnitMention> mentions) => Resolve(mentions).Links;

    /// <exception cref="InvalidOperationException">A threshold lies outside its range.</exception>
    public UnitLinkage Resolve(IReadOnlyList<UnitMention> mentions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        _options.Check();
        var answered = _answers.SelectMany(answer => new[] { Text(answer.A), Text(answer.B) }).ToHashSet();
        var list = SpellingList.Of(mentions, _roster, new NameReader(places ?? UnitName.DefaultPlaces), answered, cancellationToken);
        var all = list.All;
        var said = Said(list, mentions);
        var pairs = Candidates.Of(all, cancellationToken);
        var seen = new Agreements[pairs.Length];
        Parallel.For(0, (pairs.Length + 4095) / 4096, new ParallelOptions { CancellationToken = cancellationToken }, portion =>
        {
            for (var i = portion * 4096; i < Math.Min(pairs.Length, (portion + 1) * 4096); i++) seen[i] = Agreements.Of(all[(int)(pairs[i] >> 32)], all[(int)(uint)pairs[i]]);
        });
        var areRegular = _options.AreRegisters && new UnitSizes(list.RowsOfNameAndDoor(mentions)).AreRegular;
        var weights = new UnitWeights(list.UnitCount, areRegular);
        WeightEstimate.Fit(weights, all, pairs, seen, said);
        cancellationToken.ThrowIfCancellationRequested();
        return new UnitAssembly(list, mentions, _roster, _options, weights, areRegular).Assemble(pairs, seen, said);
    }

    /// <summary>Answers as pairs of spellings that are at hand, the last about a pair only.</summary>
    private List<(int A, int B, bool IsSame)> Said(SpellingList list, IReadOnlyList<UnitMention> mentions)
    {
        if (_answers.Count == 0) return [];
        var numbers = new Dictionary<(string, string), int>();
        for (var i = 0; i < mentions.Count; i++) numbers[Text(mentions[i])] = list.OfMention[i];
        var last = new Dictionary<(int, int), bool>();
        foreach (var answer in _answers)
        {
            if (!numbers.TryGetValue(Text(answer.A), out var a) || !numbers.TryGetValue(Text(answer.B), out var b) || a == b) continue;
            last[(Math.Min(a, b), Math.Max(a, b))] = answer.IsSame;
        }

        return [.. last.OrderBy(pair => pair.Key).Select(pair => (pair.Key.Item1, pair.Key.Item2, pair.Value))];
    }

    private static (string, string) Text(UnitMention mention) => (mention.Name, string.IsNullOrWhiteSpace(mention.Address) ? "" : mention.Address);
}
