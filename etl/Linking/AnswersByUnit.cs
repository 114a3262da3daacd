namespace SafetyAnalytics.Linking;

/// <summary>Answers sorted to the units whose sightings they name, and what became of each.</summary>
internal sealed class AnswersByUnit
{
    private readonly HazardAnswers _answers;
    private readonly Dictionary<SightingPosition, int> _indexes;
    private readonly Dictionary<string, UnitAnswers> _byUnit = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AnswerOutcome> _outcomes = new(StringComparer.Ordinal);

    private AnswersByUnit(HazardAnswers answers, Dictionary<SightingPosition, int> indexes) => (_answers, _indexes) = (answers, indexes);

    public static AnswersByUnit Of(IReadOnlyList<Sighting> sightings, HazardAnswers answers)
    {
        var named = answers.Pairs.SelectMany(pair => (SightingPosition[])[pair.A, pair.B]).Concat(answers.States.Select(state => state.Of)).Concat(answers.Categories.Select(category => category.Of)).ToHashSet();
        var indexes = new Dictionary<SightingPosition, int>();
        if (named.Count > 0)
        {
            for (var i = 0; i < sightings.Count; i++)
                if (named.Contains(sightings[i].Position)) indexes[sightings[i].Position] = i;
        }

        var sorted = new AnswersByUnit(answers, indexes);
        foreach (var pair in answers.Pairs) sorted.Sort(pair, sightings);
        foreach (var state in answers.States)
            if (sorted.IndexOf(state.Id, state.Of) is { } index) sorted.For(sightings[index].UnitKey).States.Add((state, index));
        foreach (var category in answers.Categories)
            if (sorted.IndexOf(category.Id, category.Of) is { } index) sorted.For(sightings[index].UnitKey).Categories.Add((category, index));
        return sorted;
    }

    /// <summary>Null: nobody said anything of this unit's hazards.</summary>
    public UnitAnswers? Of(string unitKey) => _byUnit.GetValueOrDefault(unitKey);

    /// <param name="links">Of all sightings.</param>
    public IReadOnlyList<LinkedAnswer> Linked(LinkedSighting[] links) =>
    [
        .. _answers.Pairs.Select(pair => new LinkedAnswer(pair.Id, OutcomeOf(pair.Id), KeyOf(pair.A, links), KeyOf(pair.B, links))),
        .. _answers.States.Select(state => StateOf(state, links)),
        .. _answers.Categories.Select(category => new LinkedAnswer(category.Id, OutcomeOf(category.Id), KeyOf(category.Of, links))),
    ];

    private LinkedAnswer StateOf(StateAnswer state, LinkedSighting[] links) =>
        _byUnit.Values.Select(unit => unit.Told.GetValueOrDefault(state.Id)).FirstOrDefault(told => told is not null)
        ?? new LinkedAnswer(state.Id, OutcomeOf(state.Id), KeyOf(state.Of, links));

    private AnswerOutcome OutcomeOf(string id)
    {
        if (_outcomes.TryGetValue(id, out var outcome)) return outcome;
        return _byUnit.Values.Any(unit => unit.Contradicted.Contains(id)) ? AnswerOutcome.Contradicted : AnswerOutcome.Applies;
    }

    private string? KeyOf(SightingPosition position, LinkedSighting[] links) => _indexes.TryGetValue(position, out var index) ? links[index].HazardKey : null;

    private void Sort(PairAnswer pair, IReadOnlyList<Sighting> sightings)
    {
        if (IndexOf(pair.Id, pair.A) is not { } a || IndexOf(pair.Id, pair.B) is not { } b) return;
        if (sightings[a].UnitKey == sightings[b].UnitKey) For(sightings[a].UnitKey).Pairs.Add((pair, a, b));
        else if (pair.IsSame) _outcomes[pair.Id] = AnswerOutcome.TwoUnits;
    }

    private int? IndexOf(string id, SightingPosition position)
    {
        if (_indexes.TryGetValue(position, out var index)) return index;
        _outcomes[id] = AnswerOutcome.RowGone;
        return null;
    }

    private UnitAnswers For(string unitKey)
    {
        if (!_byUnit.TryGetValue(unitKey, out var unit)) _byUnit[unitKey] = unit = new UnitAnswers();
        return unit;
    }
}

/// <summary>What people said of one unit's hazards, each with the index of the sighting it names.</summary>
internal sealed class UnitAnswers
{
    public List<(PairAnswer Answer, int A, int B)> Pairs { get; } = [];

    public List<(StateAnswer Answer, int Index)> States { get; } = [];

    public List<(CategoryAnswer Answer, int Index)> Categories { get; } = [];

    /// <summary>Filled by linking: ids of pairs that other pairs contradict.</summary>
    public HashSet<string> Contradicted { get; } = new(StringComparer.Ordinal);

    /// <summary>Filled by linking: what became of each state.</summary>
    public Dictionary<string, LinkedAnswer> Told { get; } = new(StringComparer.Ordinal);
}
