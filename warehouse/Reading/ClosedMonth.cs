namespace SafetyAnalytics.Warehouse.Reading;

public enum MonthState
{
    /// <summary>Nobody has closed it: its numbers are provisional.</summary>
    Open,

    /// <summary>Its numbers were kept as they were known then; what changed since is a restatement.</summary>
    Closed,

    /// <summary>Closed once and open again.</summary>
    Reopened,
}

/// <summary>One closing of a month.</summary>
/// <param name="Version">Counts all closings of all months, from 1.</param>
/// <param name="ClosingNumber">Counts the closings of this month, from 1.</param>
/// <param name="ClosedBy">An office's name, or a person's first character.</param>
/// <param name="SnapshotName">What readers saw then; null when nothing was published.</param>
/// <param name="IsWithdrawn">The closing was undone; what it kept stays.</param>
/// <param name="RestatedNumbers">Numbers that differ today.</param>
/// <param name="RestatedHazards">Hazards that differ today.</param>
public sealed record MonthClosing(
    int Version, int ClosingNumber, DateTime ClosedAt, string ClosedBy, DateOnly AsOf, string? SnapshotName, bool IsWithdrawn, long RestatedNumbers, long RestatedHazards);

/// <param name="Closings">Oldest first; none while nobody ever closed it.</param>
public sealed record MonthStanding(ReportMonth Month, MonthState State, IReadOnlyList<MonthClosing> Closings);

/// <summary>A number of a closed month that differs today.</summary>
/// <param name="Dimension"><c>all</c>, <c>community</c>, <c>sector</c>, <c>department</c>, <c>category</c> or <c>level</c>.</param>
/// <param name="Member">Empty for the whole.</param>
/// <param name="Before">Shares as fractions; null where there was nothing to divide by.</param>
/// <param name="PartsBefore">Null for what is no ratio.</param>
/// <param name="Causes">Names of files, ids of decisions, or <c>rules</c>.</param>
public sealed record RestatedNumber(
    string Metric, string Dimension, string Member, double? Before, double? Now, double? Difference, Share? PartsBefore, Share? PartsNow, IReadOnlyList<string> HazardKeys, IReadOnlyList<string> Causes);

/// <summary>Numerator and denominator of a ratio.</summary>
public readonly record struct Share(double Numerator, double Denominator);

/// <summary>One field of a hazard that differs today from what a closed month knew.</summary>
/// <param name="Change"><c>added</c>, <c>gone</c> or <c>changed</c>.</param>
/// <param name="Field">A column of <c>fct_hazard_month_version</c>; <c>hazard</c> when it came or went as a whole.</param>
/// <param name="Cause"><c>file</c>, <c>decision</c> or <c>rules</c>.</param>
public sealed record RestatedField(
    string HazardKey, string UnitName, string HazardText, string Change, string Field, string? Before, string? Now,
    string Cause, string? CauseFileSha256, string? CauseFile, string? CauseSheet, int? CauseRow, string? CauseDecisionId, string? CauseDecision);

/// <summary>A metric of a whole closed month, as it was published and as it is known now.</summary>
public sealed record PublishedNumber(string Metric, double? Before, double? Now);

/// <param name="Numbers">By metric and member, the whole first.</param>
/// <param name="Fields">By hazard.</param>
public sealed record MonthRestatement(ReportMonth Month, MonthClosing Closing, IReadOnlyList<RestatedNumber> Numbers, IReadOnlyList<RestatedField> Fields);

/// <summary>What a metric should come to, and what it came to.</summary>
/// <param name="Actual">Null while there is nothing to measure, and so are gap and <paramref name="IsMet"/>.</param>
public sealed record TargetStanding(ReportMonth Month, string Metric, string Dimension, string Member, double Target, double? Actual, double? Gap, bool? IsMet, bool IsDecided);
