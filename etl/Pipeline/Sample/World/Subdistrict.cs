using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Pipeline.Sample.World;

/// <summary>A unit visited and found in order.</summary>
internal sealed record CleanVisit(string Submitter, Unit Unit, DateOnly On, bool StatesDay);

/// <summary>
/// The simulated subdistrict, stepped month by month. What it lets happen is always tellable apart: two hazards that the rules of linking
/// would judge by a hair (a return on the edge of the rebound window, a recurrence on the edge of 180 days) are not drawn.
/// </summary>
internal sealed class Subdistrict(int seed, Seeds seeds, IReadOnlyList<Submitter> submitters)
{
    /// <summary>Nothing after this day of a month is told in that month's ledger.</summary>
    public const int LastToldDay = 24;

    // Edges kept clear of the rules: rebound 90 days or 3 ledger months, recurrence 180 days (4-ledgers: settings).
    private const int ReboundMonths = 2;
    private const int ReboundDays = 80;
    private const int ReturnMonths = 6;
    private const int SurelyRecentDays = 150;
    private const int SurelyPastDays = 215;

    private static readonly double[] InspectionByMonth = [1.3, 0.7, 0.95, 1.1, 1.0, 1.25, 1.1, 1.0, 1.4, 0.8, 1.0, 1.1];

    private readonly Dictionary<string, List<Hazard>> _byUnit = new(StringComparer.Ordinal);

    public IReadOnlyList<Unit> Units { get; } = UnitCast.Invent(seed, seeds.Communities);

    public List<Hazard> Hazards { get; } = [];

    /// <summary>One submitter's inspections of one month.</summary>
    /// <param name="canRebound">The month's ledger will count; a rebound whose ledger does not come would be told too late to be one.</param>
    public List<CleanVisit> Inspect(Submitter submitter, LedgerMonth month, bool canRebound)
    {
        var dice = new Dice(seed, $"inspect {submitter.Name} {month}");
        var portfolio = Units.Where(submitter.Inspects).ToList();
        var visits = portfolio.Count == 0 ? 0 : dice.Poisson(submitter.VisitsPerMonth * InspectionByMonth[month.Month - 1]);
        var clean = new List<CleanVisit>();
        foreach (var unit in Chosen(dice, portfolio, visits))
        {
            var visit = new Visit(submitter, unit, month.FirstDay.AddDays(dice.Between(0, 21)), dice);
            var reopened = canRebound && Rebound(visit, month);
            if (!Find(visit, month) && !reopened && !HasOpen(unit))
            {
                clean.Add(new CleanVisit(submitter.Name, unit, visit.On, dice.Chance(0.5)));
            }
        }

        return clean;
    }

    private sealed record Visit(Submitter Submitter, Unit Unit, DateOnly On, Dice Dice);

    private static IEnumerable<Unit> Chosen(Dice dice, List<Unit> portfolio, int count)
    {
        var left = portfolio.ToList();
        for (var i = 0; i < count && left.Count > 0; i++)
        {
            var unit = dice.Weighted(left, candidate => 0.5 + Math.Min(candidate.Temperament, 3));
            left.Remove(unit);
            yield return unit;
        }
    }

    private bool HasOpen(Unit unit) => Of(unit).Any(hazard => hazard.Closing is null);

    private List<Hazard> Of(Unit unit)
    {
        if (!_byUnit.TryGetValue(unit.Id, out var hazards)) _byUnit[unit.Id] = hazards = [];
        return hazards;
    }

    private bool Rebound(Visit visit, LedgerMonth month)
    {
        var back = Of(visit.Unit).FirstOrDefault(hazard => CanRebound(hazard, visit, month) && visit.Dice.Chance(0.09 * Math.Min(visit.Unit.Temperament, 2.5)));
        if (back is null) return false;
        var found = Found(visit) with { StatesDay = back.FirstFinding.StatesDay && visit.Dice.Chance(0.5), Departments = back.FirstFinding.Departments };
        back.Reopen(found, Lasting(Course(visit, back.Defect), month.LastDay));
        return true;
    }

    /// <summary>Still open on the day: a hazard that came back and went between two ledgers would be no rebound to their reader.</summary>
    private static Life Lasting(Life life, DateOnly day)
    {
        var more = Math.Max(0, day.DayNumber + 1 - life.ClosedOn.DayNumber);
        return life with { ClosedOn = life.ClosedOn.AddDays(more), VerifiedOn = life.VerifiedOn?.AddDays(more) };
    }

    private bool CanRebound(Hazard hazard, Visit visit, LedgerMonth month) =>
        hazard.Closing is { } closing
        && closing.Status != HazardStatus.Cancelled
        && !hazard.Life.IsCancelled
        && hazard.Reporters is [var reporter] && reporter == visit.Submitter.Name
        && Of(hazard.Unit).TrueForAll(other => other.RecurrenceOf != hazard)
        && closing.Month < month && month <= closing.Month.Plus(ReboundMonths)
        && visit.On > hazard.Life.ClosedOn && visit.On > (hazard.Life.VerifiedOn ?? hazard.Life.ClosedOn)
        && visit.On.DayNumber - hazard.Life.ClosedOn.DayNumber <= ReboundDays
        && visit.On.DayNumber - closing.ClosedOn.DayNumber <= ReboundDays;

    private bool Find(Visit visit, LedgerMonth month)
    {
        var dice = visit.Dice;
        var count = Math.Min(6, dice.Poisson(0.85 * visit.Unit.Temperament * Season(visit.Unit, month.Month)));
        if (count == 0) return false;
        var finding = Found(visit);
        var reporters = Reporters(visit);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var defect in Drawn(dice, visit.Unit, month.Month, count))
        {
            if (!seen.Add(defect.Category.Name) || !IsClear(visit, defect, month)) continue;
            var hazard = new Hazard(Hazards.Count + 1, visit.Unit, defect, dice.Pick(defect.Places), dice.Between(1, 6), dice.Chance(0.065))
            {
                FirstFinding = finding,
                Finding = finding,
                Life = Course(visit, defect),
                Reporters = reporters,
                RecurrenceOf = Forerunner(visit, defect),
            };
            Hazards.Add(hazard);
            Of(visit.Unit).Add(hazard);
        }

        return true;
    }

    /// <summary>How much more than usual there is to find at a unit in a month.</summary>
    private static double Season(Unit unit, int month) =>
        unit.Leanings.Sum(leaning => leaning.Value * leaning.Key.Category.FactorIn(month)) / unit.Leanings.Values.Sum();

    private static List<Defect> Drawn(Dice dice, Unit unit, int month, int count)
    {
        var left = unit.Leanings.ToList();
        var drawn = new List<Defect>();
        while (drawn.Count < count && left.Count > 0)
        {
            var choice = dice.Weighted(left, leaning => leaning.Value * leaning.Key.Category.FactorIn(month));
            left.Remove(choice);
            drawn.Add(choice.Key);
        }

        return drawn;
    }

    /// <summary>A hazard of this sort, found now, would be judged without doubt.</summary>
    private bool IsClear(Visit visit, Defect defect, LedgerMonth month)
    {
        var kin = Of(visit.Unit).Where(hazard => hazard.Defect.Category.Name == defect.Category.Name).ToList();
        if (kin.Any(hazard => hazard.Defect == defect && !IsLongClosed(hazard, month))) return false;
        var open = kin.Where(hazard => hazard.Closing is null).ToList();
        if (open.Any(hazard => !hazard.IsSilent && hazard.Life.ClosedOn <= month.LastDay)) return false;
        if (kin.Any(hazard => hazard.Closing?.Status == HazardStatus.Cancelled)) return false;
        var closed = kin.Where(hazard => hazard.Closing is not null && hazard.Defect != defect).Select(hazard => Gap(hazard, visit.On)).ToList();
        if (closed.Any(days => days is > SurelyRecentDays and < SurelyPastDays)) return false;
        return open.Count == 0 || closed.TrueForAll(days => days >= SurelyPastDays);
    }

    private static bool IsLongClosed(Hazard hazard, LedgerMonth month) =>
        hazard.Closing is { } closing && closing.Status != HazardStatus.Cancelled && closing.Month.Plus(ReturnMonths) <= month;

    private static int Gap(Hazard closed, DateOnly on) => on.DayNumber - closed.Closing!.ClosedOn.DayNumber;

    private Hazard? Forerunner(Visit visit, Defect defect)
    {
        var closed = Of(visit.Unit).Where(hazard => hazard.Closing is not null && hazard.Defect.Category.Name == defect.Category.Name).ToList();
        return closed.LastOrDefault(hazard => hazard.Defect == defect)
            ?? closed.Where(hazard => !hazard.Life.IsCancelled && Gap(hazard, visit.On) <= SurelyRecentDays).MaxBy(hazard => hazard.Closing!.ClosedOn);
    }

    private Finding Found(Visit visit)
    {
        var dice = visit.Dice;
        IReadOnlyList<string> departments = (visit.Submitter.Community, dice.Below(20)) switch
        {
            (not null, < 6) => [],
            (_, 19) when visit.Unit.Kind.Department != "应急办" => ["应急办", visit.Unit.Kind.Department],
            (null, _) when visit.Submitter.IsKnown => [visit.Submitter.Name],
            _ => [visit.Unit.Kind.Department],
        };
        return new Finding(visit.Submitter.Name, visit.On, dice.Chance(0.45), Due.Draw(dice, visit.On, seeds.Periods), departments);
    }

    /// <summary>Now and then the community that went along reports the same hazards as the department.</summary>
    private List<string> Reporters(Visit visit)
    {
        var reporters = new List<string> { visit.Submitter.Name };
        var neighbour = submitters.FirstOrDefault(other => other.Community == visit.Unit.Community);
        if (visit.Submitter is { Community: null, IsKnown: true } && neighbour is not null && visit.Dice.Chance(0.04)) reporters.Add(neighbour.Name);
        return reporters;
    }

    private static Life Course(Visit visit, Defect defect)
    {
        var dice = visit.Dice;
        var isHeavy = defect.Category.Name is "房屋外墙" or "地质边坡" or "道路停车" or "防汛排水";
        var escalatedOn = dice.Chance(isHeavy ? 0.22 : 0.012) ? visit.On.AddDays(dice.Between(4, 25)) : (DateOnly?)null;
        var days = dice.Chance(isHeavy ? 0.08 : 0.3) ? dice.Between(0, 2) : 2 + (int)dice.Exponential((isHeavy ? 55 : 28) * visit.Unit.Slowness * Pace(visit.Unit.Kind.Department));
        if (escalatedOn is not null) days = 30 + 2 * days;
        var closedOn = visit.On.AddDays(Math.Min(days, 900));
        var isCancelled = dice.Chance(0.02);
        return new Life(
            visit.On,
            dice.Weighted([HazardStatus.Ordered, HazardStatus.NotStarted, HazardStatus.Unknown], status => status switch { HazardStatus.Ordered => 80, HazardStatus.NotStarted => 13, _ => 7 }),
            dice.Chance(0.5) ? visit.On.AddDays(days / 3 + 1) : null,
            dice.Chance(0.15) ? visit.On.AddDays(days / 2 + 1) : null,
            escalatedOn,
            closedOn,
            isCancelled,
            !isCancelled && dice.Chance(0.5) ? closedOn.AddDays(dice.Between(1, 18)) : null);
    }

    /// <summary>How long a department's field takes to mend, as a multiple of the usual.</summary>
    private static double Pace(string department) => department switch
    {
        "应急办" => 0.8,
        "民政办" => 0.7,
        "文旅中心" => 0.9,
        "建设办" => 1.3,
        "市政办" => 1.4,
        _ => 1,
    };
}
