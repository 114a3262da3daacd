namespace SafetyAnalytics.Linking;

/// <summary>Where a probability becomes an answer.</summary>
public sealed record UnitLinkOptions
{
    /// <summary>From here on two spellings are one unit without asking; 0.5…1, by default 0.9.</summary>
    public double SameFrom { get; init; } = 0.9;

    /// <summary>Below this they are two without asking; 0…<see cref="SameFrom"/>, by default 0.1.</summary>
    public double AskFrom { get; init; } = 0.1;

    /// <summary>
    /// The mentions are rows of registers, which may list each unit equally often. Where they do, how many rows a unit has is evidence, and successors at one door are expected.
    /// Off by default: ledgers list a unit as often as it is visited.
    /// </summary>
    public bool AreRegisters { get; init; }

    /// <exception cref="InvalidOperationException">A threshold lies outside its range.</exception>
    internal void Check()
    {
        if (SameFrom is not (>= 0.5 and <= 1)) throw new InvalidOperationException($"The threshold for the same unit is {SameFrom}; it must lie between 0.5 and 1.");
        if (!(AskFrom >= 0 && AskFrom <= SameFrom)) throw new InvalidOperationException($"The threshold for asking is {AskFrom}; it must lie between 0 and {SameFrom}.");
    }
}
