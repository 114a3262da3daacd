namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>One scoring, with the model card in figures.</summary>
/// <param name="TrainedFor">Day the models learned up to; earlier than <paramref name="AsOf"/> when they were not trained anew.</param>
/// <param name="IsThin">Too little data to compare models: rates serve.</param>
/// <param name="Auc">Null where nothing could be back-tested; the others likewise.</param>
/// <param name="RateLogLoss">Log-loss of the smoothed rate, the answer of last resort.</param>
public sealed record RiskScoring(
    DateOnly AsOf, int HorizonDays, DateOnly TrainedFor, int AgeDays, string PairModel, string CountModel, bool IsThin, long Examples, long Visits, long Units, DateOnly? FirstVisitOn,
    double? Auc, double? AveragePrecision, double? LogLoss, double? CalibrationError, double? RateLogLoss);

/// <summary>A unit's score.</summary>
/// <param name="ExpectedCount">Hazards its next visit is expected to find.</param>
/// <param name="LastVisitedOn">Null: never.</param>
public sealed record RiskUnitRow(
    string UnitKey, string Name, string? Address, int Rank, double ProbabilityAny, double ProbabilityMajor, double ExpectedCount, int Inspected, DateOnly? LastVisitedOn,
    IReadOnlyList<string> ReasonsZh, IReadOnlyList<string> ReasonsEn);

/// <summary>What was said in a step of probability, and what came.</summary>
/// <param name="Low">Lower end of the 95 % interval of <paramref name="Observed"/>; null in a snapshot that has none.</param>
public sealed record RiskStep(string Question, int Step, double Predicted, double Observed, double? Low, double? High, long Examples);

/// <summary>One number of the back-test.</summary>
/// <param name="CutOff">Null: all rounds together.</param>
public sealed record RiskMeasure(string Question, string Order, DateOnly? CutOff, string Measure, double? Value, double? Low, double? High, long Examples);

/// <summary>Scores, findings and effort of a sector or community.</summary>
/// <param name="Note"><c>few, seldom_visited, often_visited, usual</c>.</param>
public sealed record RiskEffort(string Dimension, string Member, long Examples, double VisitsPerUnit, double Predicted, double Observed, double SelectionRate, string Note);

/// <summary>Hazards to expect if every unit of a member were visited once, now and at the scoring before.</summary>
/// <param name="BeforeOn">Null with <paramref name="Before"/> and <paramref name="Rise"/> when there is no scoring before.</param>
/// <param name="Rise">Per unit.</param>
public sealed record RiskChange(string Dimension, string Member, long Units, double Expected, DateOnly? BeforeOn, double? Before, double? Rise);

/// <summary>A unit and kind of hazard, or a kind alone, that keep coming back.</summary>
/// <param name="UnitKey">Null with the name: the kind at all units.</param>
/// <param name="Returns">Re-openings and recurrences.</param>
public sealed record ComesBack(string? UnitKey, string? UnitName, string Category, long Hazards, long Returns, long Open);

/// <summary>Everything of one scoring that a committee looks at.</summary>
public sealed record RiskStanding(
    RiskScoring Scoring, IReadOnlyList<RiskUnitRow> Units, IReadOnlyList<RiskStep> Steps, IReadOnlyList<RiskMeasure> Measures, IReadOnlyList<RiskEffort> Efforts, IReadOnlyList<RiskChange> Changes,
    IReadOnlyList<ComesBack> UnitsThatComeBack, IReadOnlyList<ComesBack> KindsThatComeBack);

/// <summary>A check plan as a whole.</summary>
/// <param name="Certainty">How sure the window's days are; <c>derived</c>: worked out, not announced.</param>
public sealed record PlanHead(string PlanKey, string Period, DateOnly StartsOn, DateOnly EndsOn, string Certainty, DateOnly AsOf, int HorizonDays, int Units, int Visited, int Found, long Hazards);

/// <summary>A unit on a check plan.</summary>
/// <param name="PlanReasons">Why it is listed: <c>overdue, open_major, recurring, score, random, duty, spread</c>.</param>
/// <param name="ProbabilityAny">Null for a place that no ledger names yet; so are the numbers beside it.</param>
/// <param name="FirstVisitedOn">First visit after the plan's day, up to the end of its period.</param>
public sealed record PlanRow(
    int Place, string UnitKey, string Name, string? Address, string? Department, string? Community, IReadOnlyList<string> PlanReasons, bool IsRandom, double? ExpectedCount,
    double? ProbabilityAny, int? Inspected, DateOnly? LastVisitedOn, IReadOnlyList<string> ReasonsZh, IReadOnlyList<string> ReasonsEn, DateOnly? FirstVisitedOn, long Hazards, IReadOnlyList<PlanLook> LookFor);

/// <summary>A kind of hazard to look for.</summary>
/// <param name="Observed">How often such scores came true in the back-test; null where none could be made.</param>
public sealed record PlanLook(string Category, double? Probability, double? Observed, long? Examples);

/// <summary>What the units of an order turned out to be.</summary>
/// <param name="Order"><c>plan</c>, or <c>hazards_per_visit</c>, the naive order.</param>
/// <param name="Part"><c>all, chosen, random</c>.</param>
/// <param name="HazardsPerVisited">Null when none of them was visited.</param>
public sealed record PlanOutcome(string Order, string Part, long Units, long Visited, long Found, long Hazards, long Majors, double? HazardsPerVisited);

/// <param name="Kind"><c>keeper, half_year, department, community</c>.</param>
/// <param name="Subject">A person's number in the roster, a unit, a department, a community.</param>
public sealed record PlanDuty(string Kind, string Subject);

/// <param name="Visits">What the department could make.</param>
public sealed record PlanShare(string Department, int Visits, int Planned);

public sealed record PlanStanding(PlanHead Head, IReadOnlyList<PlanRow> Rows, IReadOnlyList<PlanOutcome> Outcomes, IReadOnlyList<PlanDuty> Unmet, IReadOnlyList<PlanShare> Shares);
