using SafetyAnalytics.Learning.Risk.Judging;

namespace SafetyAnalytics.Learning.Risk.Planning;

/// <summary>A unit a plan may list.</summary>
/// <param name="ExpectedCount">Hazards its next visit is expected to find.</param>
/// <param name="IsListed">挂牌企业 of the roster.</param>
/// <param name="Keepers">Numbers of the responsible persons of the roster who keep it; never names.</param>
/// <param name="DaysSinceVisit">Null: never visited.</param>
public sealed record PlanCandidate(
    string UnitKey, string Department, string Community, double ExpectedCount, double ProbabilityMajor, int OverdueCount, int OpenMajorCount, int ReturnCount, int VisitCount, int? DaysSinceVisit,
    bool IsListed, IReadOnlyList<int> Keepers, double NaiveScore);

/// <summary>Why a unit is on the list.</summary>
public enum PlanReason
{
    Overdue,
    OpenMajor,
    Recurring,
    Score,
    Random,
    Duty,
    Spread,
}

public sealed record PlanItem(PlanCandidate Candidate, IReadOnlyList<PlanReason> Reasons)
{
    public bool Is(PlanReason reason) => Reasons.Contains(reason);
}

/// <summary>A duty the plan could not honour.</summary>
/// <param name="Kind"><c>keeper</c>: a responsible person with fewer than two listed enterprises in the plan; <c>half_year</c>: a listed enterprise not seen for half a year; <c>department</c>, <c>community</c>: one without a visit. A department that was to make none misses none.</param>
/// <param name="Subject">Number of the person, key of the unit, or name of the department or community.</param>
public sealed record UnmetDuty(string Kind, string Subject);

/// <param name="Items">In the order of their score.</param>
/// <param name="Naive">As many units by hazards per visit, within the same budget: what the plan will be held against.</param>
public sealed record CheckPlanResult(IReadOnlyList<PlanItem> Items, IReadOnlyList<string> Naive, IReadOnlyList<UnmetDuty> Unmet);

/// <summary>Who goes where with a given number of visits. The same candidates, number and seed give the same plan.</summary>
public static class CheckPlan
{
    /// <summary>Share drawn by lot among places that are hardly known: never visited places are not safe but unknown.</summary>
    public const double RandomShare = 0.1;

    /// <summary>At most this share goes by what is already known to be bad (overdue, open major, recurring) rather than by the score.</summary>
    private const double KnownShare = 0.25;

    /// <summary>Listed enterprises a responsible person sees each month (plan 磁街办发〔2022〕21号: 2-2-2).</summary>
    private const int DutyVisits = 2;

    /// <summary>In which each listed enterprise must be seen once.</summary>
    private const int HalfYearDays = 183;

    public static CheckPlanResult Make(IReadOnlyList<PlanCandidate> candidates, int visits, ulong seed) => Make(candidates, PlanBudget.Of(visits), seed);

    public static CheckPlanResult Make(IReadOnlyList<PlanCandidate> candidates, PlanBudget budget, ulong seed)
    {
        var (visits, room) = (budget.Total, new PlanRoom(budget));
        var chosen = new Dictionary<string, List<PlanReason>>(StringComparer.Ordinal);
        var byScore = candidates.OrderByDescending(unit => unit.ExpectedCount).ThenByDescending(unit => unit.ProbabilityMajor).ThenBy(unit => unit.UnitKey, StringComparer.Ordinal).ToList();
        var lots = Math.Min(visits, (int)Math.Round(visits * RandomShare, MidpointRounding.AwayFromZero));
        Take(Lots(candidates, seed), PlanReason.Random, lots);
        Take(Known(byScore), null, (int)(visits * KnownShare));
        TakeDuties(byScore, visits, chosen, Take);
        TakeSpread(byScore, visits, chosen, Take);
        Take(byScore.Where(unit => !chosen.ContainsKey(unit.UnitKey)), PlanReason.Score, visits - chosen.Count);
        var items = byScore.Where(unit => chosen.ContainsKey(unit.UnitKey)).Select(unit => new PlanItem(unit, Reasons(unit, chosen[unit.UnitKey]))).ToList();
        return new CheckPlanResult(items, Naive(candidates, budget, items.Count), Unmet(candidates, items, budget));

        // Whom the budget has no visit left for is passed over.
        void Take(IEnumerable<PlanCandidate> units, PlanReason? reason, int most)
        {
            var taken = 0;
            foreach (var unit in units.ToList())
            {
                if (!chosen.TryGetValue(unit.UnitKey, out var reasons))
                {
                    if (!room.HasRoom(unit)) continue;
                    if (taken >= most) return;
                    room.Take(unit);
                    chosen[unit.UnitKey] = reasons = [];
                }
                else if (taken >= most)
                {
                    return;
                }

                taken++;
                if (reason is { } why && !reasons.Contains(why)) reasons.Add(why);
            }
        }
    }

    /// <summary>As many units by hazards per visit, within the same budget.</summary>
    private static List<string> Naive(IReadOnlyList<PlanCandidate> candidates, PlanBudget budget, int count)
    {
        var room = new PlanRoom(budget);
        var naive = new List<string>();
        foreach (var unit in candidates.OrderByDescending(unit => unit.NaiveScore).ThenBy(unit => unit.UnitKey, StringComparer.Ordinal))
        {
            if (naive.Count == count) break;
            if (!room.HasRoom(unit)) continue;
            room.Take(unit);
            naive.Add(unit.UnitKey);
        }

        return naive;
    }

    /// <summary>Hardly known places in an order drawn by lot: never visited first, then not for a year, then the least visited half.</summary>
    private static IEnumerable<PlanCandidate> Lots(IReadOnlyList<PlanCandidate> candidates, ulong seed)
    {
        var least = candidates.Count == 0 ? 0 : candidates.Select(unit => unit.VisitCount).Order().ElementAt(candidates.Count / 2);
        return candidates
            .Where(unit => unit.DaysSinceVisit is null or > 365 || unit.VisitCount <= least)
            .OrderBy(unit => unit.DaysSinceVisit is null ? 0 : unit.DaysSinceVisit > 365 ? 1 : 2)
            .ThenBy(unit => Draws.Fraction(seed ^ Number(unit.UnitKey)))
            .ThenBy(unit => unit.UnitKey, StringComparer.Ordinal);
    }

    private static IEnumerable<PlanCandidate> Known(IReadOnlyList<PlanCandidate> byScore) => byScore
        .Where(unit => unit.OpenMajorCount > 0 || unit.OverdueCount > 0 || unit.ReturnCount > 1)
        .OrderByDescending(unit => unit.OpenMajorCount > 0)
        .ThenByDescending(unit => unit.ExpectedCount + (0.3 * Math.Min(3, unit.OverdueCount)) + (0.2 * Math.Min(3, unit.ReturnCount)));

    private static void TakeDuties(IReadOnlyList<PlanCandidate> byScore, int visits, Dictionary<string, List<PlanReason>> chosen, Action<IEnumerable<PlanCandidate>, PlanReason?, int> take)
    {
        var listed = byScore.Where(unit => unit.IsListed).ToList();
        take(listed.Where(unit => unit.DaysSinceVisit is null or > HalfYearDays), PlanReason.Duty, Math.Max(0, (visits / 2) - chosen.Count));
        foreach (var keeper in listed.SelectMany(unit => unit.Keepers).Distinct().Order())
        {
            var kept = listed.Where(unit => unit.Keepers.Contains(keeper)).ToList();
            var missing = DutyVisits - kept.Count(unit => chosen.ContainsKey(unit.UnitKey));
            if (missing > 0) take(kept.Where(unit => !chosen.ContainsKey(unit.UnitKey)), PlanReason.Duty, missing);
        }
    }

    /// <summary>One visit at the least for every department and community, where there are visits enough for three each.</summary>
    private static void TakeSpread(IReadOnlyList<PlanCandidate> byScore, int visits, Dictionary<string, List<PlanReason>> chosen, Action<IEnumerable<PlanCandidate>, PlanReason?, int> take)
    {
        foreach (var groupOf in new Func<PlanCandidate, string>[] { unit => unit.Department, unit => unit.Community })
        {
            var groups = byScore.GroupBy(groupOf, StringComparer.Ordinal).ToList();
            if (groups.Count * 3 > visits) continue;
            var best = byScore.Take(visits).Select(groupOf).ToHashSet(StringComparer.Ordinal);
            foreach (var group in groups.Where(group => !best.Contains(group.Key) && !group.Any(unit => chosen.ContainsKey(unit.UnitKey)))) take(group, PlanReason.Spread, 1);
        }
    }

    private static List<PlanReason> Reasons(PlanCandidate unit, List<PlanReason> chosenFor)
    {
        var reasons = new List<PlanReason>();
        if (unit.OpenMajorCount > 0) reasons.Add(PlanReason.OpenMajor);
        if (unit.OverdueCount > 0) reasons.Add(PlanReason.Overdue);
        if (unit.ReturnCount > 1) reasons.Add(PlanReason.Recurring);
        reasons.AddRange(chosenFor);
        return reasons.Count > 0 ? reasons : [PlanReason.Score];
    }

    private static List<UnmetDuty> Unmet(IReadOnlyList<PlanCandidate> candidates, IReadOnlyList<PlanItem> items, PlanBudget budget)
    {
        var planned = items.Select(item => item.Candidate.UnitKey).ToHashSet(StringComparer.Ordinal);
        var listed = candidates.Where(unit => unit.IsListed).ToList();
        var keepers = listed.SelectMany(unit => unit.Keepers).Distinct().Order().Where(keeper => listed.Count(unit => unit.Keepers.Contains(keeper) && planned.Contains(unit.UnitKey)) < DutyVisits);
        var unseen = listed.Where(unit => unit.DaysSinceVisit is null or > HalfYearDays);
        return
        [
            .. keepers.Select(keeper => new UnmetDuty("keeper", keeper.ToString(System.Globalization.CultureInfo.InvariantCulture))),
            .. unseen.Where(unit => !planned.Contains(unit.UnitKey)).Select(unit => new UnmetDuty("half_year", unit.UnitKey)),
            .. Missing(unit => unit.Department).Where(name => !budget.Limits(name) || budget.ByDepartment[name] > 0).Select(name => new UnmetDuty("department", name)),
            .. Missing(unit => unit.Community).Select(name => new UnmetDuty("community", name)),
        ];

        IEnumerable<string> Missing(Func<PlanCandidate, string> groupOf) =>
            candidates.Select(groupOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Where(name => !items.Any(item => groupOf(item.Candidate) == name));
    }

    /// <summary>FNV-1a: string hash codes differ from process to process.</summary>
    public static ulong Number(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text) hash = (hash ^ letter) * 1099511628211UL;
        return hash;
    }
}
