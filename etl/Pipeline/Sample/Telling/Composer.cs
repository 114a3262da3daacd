using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Pipeline.Sample.World;

namespace SafetyAnalytics.Pipeline.Sample.Telling;

/// <summary>Decides what a submitter's ledger of a month lists: what is new, what is still open, what was closed since, what was found in order.</summary>
internal sealed class Composer(int seed)
{
    public List<Entry> Compose(Submitter submitter, LedgerMonth month, IEnumerable<Hazard> hazards, IEnumerable<CleanVisit> cleanVisits)
    {
        var dice = new Dice(seed, $"compose {submitter.Name} {month}");
        var habits = Habits.Of(submitter.Name);
        var listed = hazards
            .Where(hazard => hazard.Reporters.Contains(submitter.Name))
            .Select(hazard => (Hazard: hazard, Status: StatusToTell(hazard, submitter, month, habits, dice)))
            .Where(told => told.Status is not null)
            .GroupBy(told => (told.Hazard.Unit.Id, told.Hazard.Finding))
            .Select(finding => new Entry(finding.First().Hazard.Unit, finding.Key.Finding, Alike(habits, [.. finding.Select(told => new ToldHazard(told.Hazard, told.Status!.Value))])));
        var clean = cleanVisits
            .Where(_ => habits.ListsCleanVisits)
            .Select(visit => new Entry(visit.Unit, new Finding(visit.Submitter, visit.On, visit.StatesDay, new Due(DueForm.None, null, null, ""), []), []));
        return [.. listed.OrderBy(entry => entry.Finding.On), .. clean];
    }

    /// <summary>The first version of a ledger that is corrected later: a row forgotten, the first hazard's standing wrong.</summary>
    /// <param name="entries">At least one of them with hazards.</param>
    public List<Entry> Spoil(Submitter submitter, LedgerMonth month, List<Entry> entries)
    {
        var dice = new Dice(seed, $"spoil {submitter.Name} {month}");
        var spoilt = entries.ToList();
        if (spoilt.Count > 2) spoilt.RemoveAt(dice.Below(spoilt.Count));
        var at = spoilt.FindIndex(entry => !entry.IsVisit);
        if (at >= 0) spoilt[at] = spoilt[at] with { Hazards = [.. spoilt[at].Hazards.Select(told => told with { Status = Mistaken(told.Status) })] };
        return spoilt;
    }

    private static HazardStatus Mistaken(HazardStatus status)
    {
        if (Hazard.IsClosed(status)) return HazardStatus.InProgress;
        return status == HazardStatus.NotStarted ? HazardStatus.Ordered : HazardStatus.NotStarted;
    }

    private static HazardStatus? StatusToTell(Hazard hazard, Submitter submitter, LedgerMonth month, Habits habits, Dice dice)
    {
        var cut = month.FirstDay.AddDays(Subdistrict.LastToldDay - 1);
        if (hazard.Finding.On > cut || hazard.IsSilentFor(submitter.Name)) return null;
        var status = Spoken(hazard.Life.StatusOn(cut), habits);
        return hazard.LastToldBy(submitter.Name) switch
        {
            null => status,
            HazardStatus.Rectified when status == HazardStatus.Verified && (habits.Has(Mess.Cumulative) || dice.Chance(0.5)) => status,
            { } last when Hazard.IsClosed(last) => habits.Has(Mess.Cumulative) && IsSameQuarter(hazard.Told[^1].Month, month) ? status : null,
            _ when !Hazard.IsClosed(status) && hazard.Reporters.Count == 1 && dice.Chance(0.015) => Silence(hazard, submitter),
            _ => status,
        };
    }

    private static HazardStatus? Silence(Hazard hazard, Submitter submitter)
    {
        hazard.FallSilent(submitter.Name);
        return null;
    }

    /// <summary>Tick boxes know two answers.</summary>
    private static HazardStatus Spoken(HazardStatus status, Habits habits) =>
        habits.Has(Mess.Checkboxes) && status is (HazardStatus.Ordered or HazardStatus.InProgress or HazardStatus.Partial or HazardStatus.Unknown)
            ? HazardStatus.NotStarted
            : status;

    /// <summary>In one cell with others, nobody leaves a number without words.</summary>
    private static IReadOnlyList<ToldHazard> Alike(Habits habits, IReadOnlyList<ToldHazard> hazards) =>
        habits.Grouping == Grouping.OneRow && hazards.Count > 1
            ? [.. hazards.Select(told => told.Status == HazardStatus.Unknown ? told with { Status = HazardStatus.Ordered } : told)]
            : hazards;

    private static bool IsSameQuarter(LedgerMonth left, LedgerMonth right) => left.Year == right.Year && (left.Month - 1) / 3 == (right.Month - 1) / 3;
}
