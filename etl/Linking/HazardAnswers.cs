namespace SafetyAnalytics.Linking;

/// <summary>What people decided about hazards, each about ledger items. An answer about an item that is no sighting waits.</summary>
/// <param name="Pairs">In the order decided; of two about one pair only the later is there.</param>
/// <param name="States">In the order decided.</param>
/// <param name="Categories">In the order decided; of several about one hazard the latest holds.</param>
public sealed record HazardAnswers(IReadOnlyList<PairAnswer> Pairs, IReadOnlyList<StateAnswer> States, IReadOnlyList<CategoryAnswer> Categories)
{
    public static HazardAnswers None { get; } = new([], [], []);
}

/// <param name="Id">The decision's.</param>
/// <param name="IsSame">One hazard, or two.</param>
public sealed record PairAnswer(string Id, SightingPosition A, SightingPosition B, bool IsSame);

/// <summary>Where a hazard stands from a month on.</summary>
/// <param name="State">Open, cancelled, rectified or verified.</param>
/// <param name="Month"><c>2022-06</c>. Before the hazard was found: the month it was found.</param>
/// <param name="Day">When it happened; null: somewhere in the month.</param>
public sealed record StateAnswer(string Id, SightingPosition Of, SightingState State, string Month, DateOnly? Day);

public sealed record CategoryAnswer(string Id, SightingPosition Of, string Category);

/// <summary>What became of an answer. Text form: snake_case.</summary>
public enum AnswerOutcome
{
    Applies,

    /// <summary>An item it names is in no ledger that counts: not landed yet, waiting, or superseded.</summary>
    RowGone,

    /// <summary>Its two items are of two units, and units never share a hazard.</summary>
    TwoUnits,

    /// <summary>Other answers say the opposite.</summary>
    Contradicted,

    /// <summary>The hazard stands so already.</summary>
    NothingToDo,
}

/// <summary>An answer and the hazard it is about.</summary>
/// <param name="HazardKey">Null when <see cref="AnswerOutcome.RowGone"/>.</param>
/// <param name="OtherKey">Of a pair: the other item's hazard.</param>
/// <param name="Step">Of a state that applies: its place in the hazard's life, among its sightings.</param>
/// <param name="IsReopening">A closed hazard is open again by it.</param>
/// <param name="Month">Of a state: the month it holds from.</param>
public sealed record LinkedAnswer(
    string Id,
    AnswerOutcome Outcome,
    string? HazardKey,
    string? OtherKey = null,
    int? Step = null,
    SightingState? StateAfter = null,
    bool IsReopening = false,
    string? Month = null);

/// <summary>One link per sighting, in the order given; one per answer, pairs first, then states, then categories.</summary>
/// <param name="Further">Of sightings that speak of several hazards in one text: their links to the others, each a step of that hazard's life.</param>
public sealed record HazardLinkage(IReadOnlyList<LinkedSighting> Sightings, IReadOnlyList<LinkedAnswer> Answers, IReadOnlyList<LinkedSighting> Further);
