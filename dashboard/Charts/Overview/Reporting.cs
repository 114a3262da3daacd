namespace SafetyAnalytics.Charts.Overview;

/// <summary>How fresh the numbers are: who has reported for the month, who has not, and what came but does not count yet.</summary>
/// <param name="Claim">One sentence that says whether everybody has.</param>
/// <param name="Missing">The senders that have said nothing.</param>
/// <param name="Waiting">Files and rows a person must settle; null when none wait.</param>
public sealed record Reporting(string Title, string Claim, IReadOnlyList<ReportingCount> Counts, IReadOnlyList<string> Missing, string? Waiting);

/// <param name="Key">Stable word.</param>
/// <param name="IsWarning">More than nought of these is a matter for the meeting.</param>
public sealed record ReportingCount(string Key, string Label, string Text, bool IsWarning);
