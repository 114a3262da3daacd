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
    public int FirstDay => Visits.Count > 0 ? Visits[0].Day : 0;

    public int LastDay => Visits.Count > 0 ? Visits[^1].Day : 0;

    /// <summary>The same without what came after a day. Units keep their numbers.</summary>
    public RiskHistory Until(int day) => this with
    {
        Visits = [.. Visits.TakeWhile(visit => visit.Day <= day)],
        Findings = [.. Findings.TakeWhile(finding => finding.Day <= day)],
        States = [.. States.TakeWhile(state => state.Day <= day)],
    };
}
