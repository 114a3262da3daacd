using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Overview;

/// <summary>One number at the top of the overview.</summary>
/// <param name="Key">Stable word.</param>
/// <param name="Details">What must stand beside the number: what it is out of, what was left out, what it was a month before.</param>
/// <param name="Meaning">The definition.</param>
/// <param name="IsWarning">Something is overdue: said in words too.</param>
/// <param name="Rows">The hazards behind the number; null when it is not a count of hazards.</param>
public sealed record Headline(string Key, string Label, string Text, IReadOnlyList<string> Details, string Meaning, bool IsWarning, HazardSelection? Rows);
