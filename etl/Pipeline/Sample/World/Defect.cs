namespace SafetyAnalytics.Pipeline.Sample.World;

/// <summary>A family of hazards.</summary>
/// <param name="Sector">Null: the sector of the unit it is found at.</param>
/// <param name="MonthFactors">Season: how much more often than usual, January first; empty = all year alike.</param>
internal sealed record HazardCategory(string Name, string? Sector, params double[] MonthFactors)
{
    public double FactorIn(int month) => MonthFactors.Length == 0 ? 1 : MonthFactors[month - 1];
}

/// <summary>One thing that can be wrong, and how people write it down.</summary>
/// <param name="Wordings">Each says the same; <c>{处}</c> is the place, <c>{n}</c> a count.</param>
/// <param name="Remedy">Verb and object, so that 要求, 正在 and 已 can stand before it.</param>
/// <param name="Places">Where in a unit it may be; one hazard keeps its place.</param>
internal sealed record Defect(HazardCategory Category, string Remedy, IReadOnlyList<string> Places, params string[] Wordings);
