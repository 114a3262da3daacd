namespace SafetyAnalytics.Linking;

/// <summary>One spelling of a unit as ledgers have it: a distinct pair of name and address.</summary>
/// <param name="Name">As written. Without a readable name a unit is known by its place alone.</param>
/// <param name="Address">As written; null or blank when not stated.</param>
/// <param name="Count">Rows that have this spelling, at least 1; the commonest spelling becomes the unit's name.</param>
public sealed record UnitMention(string Name, string? Address, int Count = 1)
{
    /// <summary>Telephones of its rows, normalised or as keyed digests: only equality counts. Order does not matter.</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    /// <summary>Persons of its rows, likewise.</summary>
    public IReadOnlyList<string> Persons { get; init; } = [];

    /// <summary>From when to when each person stood in its rows; empty when not known.</summary>
    public IReadOnlyList<PersonSeen> PersonMonths { get; init; } = [];

    /// <summary>Last ledger month that has it, null when not known.</summary>
    public string? LastMonth { get; init; }

    /// <summary>First ledger month that has it (2022-06), null when not known. The earliest spelling of a unit gives its key, so that later ones do not change it.</summary>
    public string? FirstMonth { get; init; }
}

/// <param name="Person">As in <see cref="UnitMention.Persons"/>.</param>
public sealed record PersonSeen(string Person, string FirstMonth, string LastMonth);

/// <summary>What a steward said of two spellings; it holds for ever, and teaches the weights.</summary>
/// <param name="A">A spelling; only name and address count, exactly as written. A null address is a spelling without one.</param>
/// <param name="IsSame">One unit, or two. Of two answers about the same pair the later one of the list holds.</param>
public sealed record UnitAnswer(UnitMention A, UnitMention B, bool IsSame);

/// <summary>A unit that is known to exist: an entry of the roster. Two entries are two units, always.</summary>
/// <param name="Person">Any of its responsible persons, in the form of <see cref="UnitMention.Persons"/>.</param>
public sealed record RosterUnit(string Name, string? Address, IReadOnlyList<string>? Person = null);

/// <summary>What a spelling was taken for.</summary>
/// <param name="Mention">The spelling.</param>
/// <param name="UnitKey"><c>U</c> and 12 hexadecimal digits; equal keys are the same unit.</param>
/// <param name="UnitName">The unit's name on the roster, else its commonest one.</param>
/// <param name="UnitAddress">The roster's address, else the commonest one that names a door, else the commonest; null when no row has an address.</param>
/// <param name="Rule">
/// Why: <c>alone</c> (nothing else is this unit), <c>same_spelling</c> (only width, punctuation, legal form or city differ), <c>likely</c> (the evidence weighs enough),
/// <c>answer</c> (a steward said so), <c>roster</c> (an entry of the roster).
/// </param>
/// <param name="Probability">Of the weakest link that holds the spelling in its unit; of an <c>alone</c> one, that it is alone.</param>
/// <param name="RosterIndex">Place of the roster's entry; null when the unit stands on none.</param>
public sealed record UnitLink(UnitMention Mention, string UnitKey, string UnitName, string? UnitAddress, string Rule, double Probability = 1, int? RosterIndex = null);

/// <summary>Two spellings nobody can tell apart or together without asking.</summary>
/// <param name="A">The spelling of the older or larger unit.</param>
/// <param name="Probability">That both are one unit.</param>
/// <param name="Evidence">Codes of what speaks for and against, strongest first, such as <c>name_same</c> or <c>place_near_door</c>.</param>
public sealed record UnitQuestion(UnitMention A, string UnitKeyA, UnitMention B, string UnitKeyB, double Probability, IReadOnlyList<string> Evidence);

/// <summary>Who is who, what is undecided, and what the weights became.</summary>
/// <param name="Links">One per mention, in the order given.</param>
/// <param name="Questions">Most probable first; at most one for each two units.</param>
/// <param name="RosterKeys">One per entry of the roster, in its order.</param>
/// <param name="Weights">Name of each agreement → log2 of how much likelier it is for one unit than for two; for whoever wants to see.</param>
public sealed record UnitLinkage(IReadOnlyList<UnitLink> Links, IReadOnlyList<UnitQuestion> Questions, IReadOnlyList<string> RosterKeys, IReadOnlyDictionary<string, double> Weights);
