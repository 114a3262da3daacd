namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>One hazard from its finding to today, with everything that says so.</summary>
/// <param name="Events">In the order of its life.</param>
/// <param name="LookAlikes">Hazards that might be the same one, or the one it came back as; the likeliest first.</param>
/// <param name="Decisions">What people decided about it, that stands.</param>
public sealed record HazardLife(HazardFacts Facts, IReadOnlyList<HazardEventRow> Events, IReadOnlyList<HazardLookAlike> LookAlikes, IReadOnlyList<DecisionRow> Decisions)
{
    /// <summary>The ledger items that show it, each once; the first is what a decision names it by.</summary>
    public IReadOnlyList<LedgerItem> Items => [.. Events.Select(one => one.Item).OfType<LedgerItem>().Distinct()];
}

/// <summary>What is known of a hazard beyond its line in a list. A null day is not stated.</summary>
/// <param name="Origins">Where each inferred value comes from, by the value's column: <c>stated, submitter, sheet, group_row, address, assignment, text, decision, unknown</c>.</param>
/// <param name="FoundAfter">With <paramref name="FoundBefore"/>, where no day of finding is stated: it was found between these days. Null: no earlier ledger, or the day is stated.</param>
/// <param name="OriginalDueOn">As first stated; <see cref="HazardRow.DueOn"/> is the one that counts.</param>
/// <param name="RecurrenceOf">The closed hazard it follows.</param>
/// <param name="LastLedgerMonth">The last month whose ledger lists it.</param>
/// <param name="MonthsSilent">Months since then, while it is open: silence is no rectification.</param>
/// <param name="SilentLedgers">Ledgers of its submitters since then.</param>
public sealed record HazardFacts(
    HazardRow Row,
    IReadOnlyList<string> Departments,
    IReadOnlyList<string> Submitters,
    IReadOnlyDictionary<string, string> Origins,
    DateOnly? FoundAfter,
    DateOnly? FoundBefore,
    DateOnly? OriginalDueOn,
    DateOnly? RectifiedOn,
    ReportMonth? RectifiedMonth,
    DateOnly? VerifiedOn,
    ReportMonth? VerifiedMonth,
    ReportMonth? CancelledMonth,
    string? EscalatedTo,
    bool IsOpen,
    bool IsRecurrence,
    string? RecurrenceOf,
    int Rebounds,
    ReportMonth? LastLedgerMonth,
    int? MonthsSilent,
    int SilentLedgers)
{
    public string UnitKey => Row.UnitKey;

    /// <summary>How likely each inferred value is right, from 0 to 1, by the value's column; none in a snapshot that does not weigh them.</summary>
    public IReadOnlyDictionary<string, double> Confidences { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>The published criterion that makes it major; null: its level is stated, decided or unknown.</summary>
    public string? LevelCriterion { get; init; }
}

/// <summary>One thing that happened, and the ledger row or the decision that says so.</summary>
/// <param name="Event">A word of <c>fct_hazard_event</c>.</param>
/// <param name="IsDecision">A person decided it; then there is no row, and no words.</param>
/// <param name="HappenedOn">Null: only the month is known.</param>
/// <param name="ValueBefore">Of a changed deadline or department; null: not known.</param>
/// <param name="HazardText">The row's words, without personal data.</param>
/// <param name="Rule">Why the row is taken for this hazard.</param>
/// <param name="OtherHazardKey">Of a decision about two hazards: the other one.</param>
public sealed record HazardEventRow(
    int Number,
    string Event,
    bool IsDecision,
    ReportMonth Month,
    DateOnly? HappenedOn,
    string? Submitter,
    string? Status,
    string? ValueBefore,
    string? ValueAfter,
    string? UnitName,
    string? UnitAddress,
    string? HazardText,
    string? MeasuresText,
    string? DueText,
    double? Similarity,
    string? Rule,
    string? FileSha256,
    string? FileName,
    string? Sheet,
    int? RowNumber,
    int? ItemNo,
    string? DecisionId,
    string? DecisionKind,
    string? OtherHazardKey)
{
    /// <summary>Null for a decision, which no ledger says.</summary>
    public LedgerItem? Item => FileSha256 is { } file && RowNumber is { } row ? new(file, Sheet, row, ItemNo ?? 1) : null;
}

/// <summary>One hazard of one ledger row: what stays when a hazard's key changes with what is known.</summary>
/// <param name="ItemNo">From 1 within the row.</param>
public sealed record LedgerItem(string FileSha256, string? Sheet, int RowNumber, int ItemNo);

/// <summary>Why another hazard might be the same.</summary>
public enum LookAlikeReason
{
    /// <summary>One follows the other as a recurrence.</summary>
    Recurrence,

    /// <summary>Of the same unit, in the same words.</summary>
    SameWords,

    /// <summary>Of the same unit and category.</summary>
    SameCategory,
}

public sealed record HazardLookAlike(HazardRow Row, LookAlikeReason Reason);

/// <summary>A decision that stands, as <c>mart_decision</c> has it.</summary>
/// <param name="Outcome"><c>applies</c>, or why it does not: <c>not_yet, value_unknown, too_late, row_gone, two_units, contradicted, nothing_to_do, unit_unseen</c>.</param>
/// <param name="EffectiveOn">A stated day; null: only the month.</param>
public sealed record DecisionRow(string Id, string Kind, DateOnly DecidedOn, string Outcome, ReportMonth? EffectiveMonth, DateOnly? EffectiveOn, string? Value, string? OtherHazardKey, string? UnitName, string? OtherName);
