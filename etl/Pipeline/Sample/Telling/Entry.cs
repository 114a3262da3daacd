using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Pipeline.Sample.World;

namespace SafetyAnalytics.Pipeline.Sample.Telling;

/// <summary>A hazard as this month's ledger has it.</summary>
internal sealed record ToldHazard(Hazard Hazard, HazardStatus Status);

/// <summary>What a ledger has to say of one visit: the hazards of one finding, or none when the unit was in order.</summary>
internal sealed record Entry(Unit Unit, Finding Finding, IReadOnlyList<ToldHazard> Hazards)
{
    public bool IsVisit => Hazards.Count == 0;
}
