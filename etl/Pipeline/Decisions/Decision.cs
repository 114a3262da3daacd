namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>What a decision is about. Text form: snake_case.</summary>
public enum DecisionKind
{
    /// <summary>The month of a file, or of one of its sheets: <c>2022-06</c>.</summary>
    FileMonth,

    /// <summary>Who sent a file, or one of its sheets; accepted even when no seed knows the name.</summary>
    FileSender,

    /// <summary>What a unit with an empty hazard cell means in a file: <c>visit</c> or <c>wait</c>.</summary>
    FileBlankHazard,

    /// <summary>The file is no ledger: nothing of it counts, and nothing of it waits.</summary>
    FileIgnored,

    /// <summary>A row, and every row like it in any file, is to be <c>skip</c>ped or counted as a clean <c>visit</c>.</summary>
    Row,

    /// <summary>A cell, and the same cell of every row like its own in any file, is to be read as another text.</summary>
    Cell,

    /// <summary>A word of a seed: a header's other name, a status or deadline word, an alias, a new sender.</summary>
    Seed,

    /// <summary>Another decision does not stand any more. Undoing an undoing brings it back.</summary>
    Undo,

    /// <summary>Two spellings are one unit.</summary>
    UnitSame,

    /// <summary>Two spellings are two units, however alike.</summary>
    UnitDifferent,

    /// <summary>A unit goes by another name since a day or month: one unit, its history kept.</summary>
    UnitRenamed,

    /// <summary>A unit has another address since a day or month: one unit, its history kept.</summary>
    UnitMoved,

    /// <summary>Two ledger items of one unit speak of one hazard.</summary>
    HazardSame,

    /// <summary>Two ledger items speak of two hazards, however alike.</summary>
    HazardDifferent,

    /// <summary>The hazard never was one, or its object is gone. Rows that list it later say nothing.</summary>
    HazardCancel,

    HazardRectify,

    HazardVerify,

    /// <summary>The hazard is open again (反弹), though no ledger says so.</summary>
    HazardReopen,

    /// <summary>What kind of hazard it is; also teaches the classifier its words.</summary>
    HazardCategory,

    HazardLevel,

    HazardDepartment,

    HazardCommunity,

    HazardSector,

    /// <summary>Another last day: an extension granted on the day it says.</summary>
    HazardDue,

    /// <summary>A month's numbers stand as they are known now: they are kept, and later changes show as restatements.</summary>
    MonthClose,

    /// <summary>A closed month is open again; its next closing keeps another version.</summary>
    MonthReopen,

    /// <summary>What a metric should come to in a month; see <see cref="MonthTarget"/>.</summary>
    Target,

    /// <summary>How far a department is with a requirement of the plan in a month.</summary>
    Progress,

    /// <summary>Words on a day, for charts.</summary>
    Annotation,

    /// <summary>A window to plan for: a weather warning, or a period the office announces, from a first day to a last.</summary>
    Period,
}

/// <summary>A decision to be made. What its kind does not need is null.</summary>
/// <param name="Who">Never blank.</param>
public sealed record NewDecision(DecisionKind Kind, string Who)
{
    public string? Why { get; init; }

    /// <summary>Lower-case hex. The file need not be landed yet.</summary>
    public string? FileSha256 { get; init; }

    /// <summary>The sheet's name as the tables show it; for a file's month or sender null: the whole file.</summary>
    public string? Sheet { get; init; }

    /// <summary>As <c>mart_ledger_row.row_number</c>, from 1.</summary>
    public int? RowNumber { get; init; }

    /// <summary>Of a cell: its header, its letter, or its number from 1. Of a seed: the seed's column.</summary>
    public string? ColumnName { get; init; }

    /// <summary>What the cell says today; null: whatever it says.</summary>
    public string? Was { get; init; }

    public string? Value { get; init; }

    public string? Seed { get; init; }

    /// <summary>The seed's row, by its first column.</summary>
    public string? SeedKey { get; init; }

    /// <summary>The decision undone.</summary>
    public string? Undoes { get; init; }

    /// <summary>What decisions about units, hazards, months and the plan say beyond this.</summary>
    public DecisionDetail Detail { get; init; } = DecisionDetail.None;
}

/// <summary>A decision as it was remembered: who, when, why, about what. See <see cref="NewDecision"/>.</summary>
/// <param name="Id">Short and opaque.</param>
/// <param name="ColumnName">Of a cell of a landed file: its letter.</param>
/// <param name="Was">What the cell said when it was decided, where the file was landed.</param>
/// <param name="DecidedAt">UTC; later than every decision before it.</param>
public sealed record Decision(
    string Id,
    DecisionKind Kind,
    string? FileSha256,
    string? Sheet,
    int? RowNumber,
    string? ColumnName,
    string? Was,
    string? Value,
    string? Seed,
    string? SeedKey,
    string Who,
    string? Why,
    DateTime DecidedAt,
    string? Undoes)
{
    public DecisionDetail Detail { get; init; } = DecisionDetail.None;
}

/// <param name="Index">Place in the list that was to be appended, from 0.</param>
/// <param name="Message">What is wrong with it and what would do, in the culture of the thread.</param>
public sealed record DecisionFault(int Index, string Message);

/// <summary>Decisions that cannot be made; none of the list was.</summary>
public sealed class DecisionRefusedException(IReadOnlyList<DecisionFault> faults) : Exception(string.Join('\n', faults.Select(fault => fault.Message)))
{
    public IReadOnlyList<DecisionFault> Faults { get; } = faults;
}
