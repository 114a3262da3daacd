namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>What decisions about units, hazards, months and the plan say. What a kind does not need is null.</summary>
public sealed record DecisionDetail
{
    public static DecisionDetail None { get; } = new();

    /// <summary>Which hazard of the decision's row, from 1.</summary>
    public int? ItemNo { get; init; }

    /// <summary>The other ledger item, of <see cref="DecisionKind.HazardSame"/> and <see cref="DecisionKind.HazardDifferent"/>.</summary>
    public ItemPlace? Other { get; init; }

    /// <summary>A spelling of a unit, exactly as a ledger writes it.</summary>
    public UnitSpelling? Unit { get; init; }

    /// <summary>The other spelling; of a renaming or a move the new one.</summary>
    public UnitSpelling? OtherUnit { get; init; }

    /// <summary>
    /// Day (<c>2022-07-05</c>) or month (<c>2022-07</c>) from which it holds; null: the day it was decided. A day is also the day of what is decided:
    /// of the verification, of the extension, of the annotation.
    /// </summary>
    public string? From { get; init; }

    /// <summary>Of a target the metric's key, of progress the requirement's number.</summary>
    public string? Subject { get; init; }

    /// <summary>Of a target or progress: <c>2022-06</c>.</summary>
    public string? Month { get; init; }

    /// <summary>Of a target: null for all.</summary>
    public string? Department { get; init; }

    /// <summary>Of a target: null for all.</summary>
    public string? Community { get; init; }

    /// <summary>What shows the progress.</summary>
    public string? Evidence { get; init; }
}

/// <summary>One hazard as one ledger has it. Never a hazard's key, which changes with what is known.</summary>
/// <param name="Sheet">As the tables show it; null: the file's only one.</param>
/// <param name="ItemNo">From 1 within the row.</param>
public sealed record ItemPlace(string FileSha256, string? Sheet, int RowNumber, int ItemNo);

/// <param name="Name">As a ledger writes it.</param>
/// <param name="Address">Null: a spelling without one.</param>
public sealed record UnitSpelling(string Name, string? Address);
