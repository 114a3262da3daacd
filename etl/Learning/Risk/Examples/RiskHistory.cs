namespace SafetyAnalytics.Learning.Risk.Examples;

/// <summary>A unit as its words name it; what kind of place it is and where it lies is told by them.</summary>
public sealed record RiskUnit(string Key, string Name, string? Address);

/// <summary>Somebody was at a unit that day.</summary>
/// <param name="Unit">Index into <see cref="RiskHistory.Units"/>.</param>
/// <param name="Day">Day number; what became known that day counts from that day's end.</param>
public readonly record struct UnitVisit(int Unit, int Day);

/// <summary>A hazard found, or found again, at a visit.</summary>
/// <param name="Category">Index into <see cref="RiskHistory.Categories"/>; -1 when the text fits none.</param>
/// <param name="Sector">Index of a name list of its own; -1 unknown. <paramref name="Community"/> and <paramref name="Ending"/> (how the ledger says the visit ended) likewise.</param>
/// <param name="IsReturn">Re-opened, or a recurrence.</param>
public readonly record struct Finding(int Unit, int Day, int Category, int Sector, int Community, int Ending, bool IsMajor, bool IsReturn);

/// <summary>Where a hazard stands from that day on, as a ledger told it.</summary>
/// <param name="Due">Day number, 0 when none.</param>
/// <param name="DaysToRectify">On closing, where both days are stated; else -1.</param>
public readonly record struct HazardState(int Unit, int Day, int Hazard, int Category, bool IsOpen, int Due, int DaysToRectify);

/// <summary>What a ledger's remarks said of a unit.</summary>
/// <param name="Day">Day number of the end of the ledger's month: when it became known.</param>
/// <param name="Trait">A number of its own for each trait.</param>
public readonly record struct UnitTrait(int Unit, int Day, int Trait);

/// <summary>Days of raised attention, first to last.</summary>
public readonly record struct RiskPeriod(int First, int Last);

/// <summary>
/// All that a score may look at, each list in the order of its days. No inspector, person or sender is in it: a score that knows who looked
/// measures the looker.
/// </summary>
public sealed record RiskHistory(
    IReadOnlyList<RiskUnit> Units,
    IReadOnlyList<string> Categories,
    IReadOnlyList<string> Sectors,
    IReadOnlyList<string> Communities,
    IReadOnlyList<UnitVisit> Visits,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<HazardState> States,
    IReadOnlyList<RiskPeriod> Periods)
{
    /// <summary>In the order of days, units, traits.</summary>
    public IReadOnlyList<UnitTrait> Traits { get; init; } = [];

    /// <summary>Names of the traits by number; no words of a ledger.</summary>
    public IReadOnlyList<string> TraitNames { get; init; } = [];

    public int FirstDay => Visits.Count > 0 ? Visits[0].Day : 0;

    public int LastDay => Visits.Count > 0 ? Visits[^1].Day : 0;

    /// <summary>The same without what came after a day. Units keep their numbers.</summary>
    public RiskHistory Until(int day) => this with
    {
        Visits = [.. Visits.TakeWhile(visit => visit.Day <= day)],
        Findings = [.. Findings.TakeWhile(finding => finding.Day <= day)],
        States = [.. States.TakeWhile(state => state.Day <= day)],
        Traits = SharedBy(day),
    };

    /// <summary>A warehouse lists what is shared by its last day: what was not by an earlier one must not be known there.</summary>
    private List<UnitTrait> SharedBy(int day)
    {
        var known = Traits.TakeWhile(trait => trait.Day <= day).ToList();
        var shared = known.GroupBy(trait => trait.Trait)
            .Where(told => told.Select(trait => trait.Unit).Distinct().Count() >= TraitBook.FewestUnits && told.Select(trait => trait.Day).Distinct().Count() >= TraitBook.FewestDays)
            .Select(told => told.Key).ToHashSet();
        known.RemoveAll(trait => !shared.Contains(trait.Trait));
        return known;
    }
}
