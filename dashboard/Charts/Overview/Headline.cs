using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Overview;

/// <summary>One number at the top of a page.</summary>
/// <param name="Key">Stable word.</param>
/// <param name="Details">What must stand beside the number: what it is out of, what was left out, what it was a month before.</param>
/// <param name="Meaning">The definition.</param>
/// <param name="IsWarning">Something is overdue: said in words too.</param>
/// <param name="Rows">The hazards behind the number; null when it is not a count of hazards.</param>
public sealed record Headline(string Key, string Label, string Text, IReadOnlyList<string> Details, string Meaning, bool IsWarning, HazardSelection? Rows)
{
    /// <summary>Against the month before; null when nothing can be said. So is <see cref="LastYear"/>, a year before.</summary>
    public ChangeText? Earlier { get; init; }

    public ChangeText? LastYear { get; init; }

    /// <summary>What is aimed at; null where nothing is.</summary>
    public string? Target { get; init; }

    /// <summary>Which way is good; null where neither is.</summary>
    public string? Direction { get; init; }
}
