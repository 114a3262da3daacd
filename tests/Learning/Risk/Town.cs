using SafetyAnalytics.Learning.Risk.Examples;
using SafetyAnalytics.Learning.Risk.Judging;

namespace SafetyAnalytics.Learning.Tests.Risk;

/// <summary>A small town with lasting temperaments, made by numbers that never change.</summary>
internal static class Town
{
    public const int FirstDay = 738_000;

    /// <param name="units">Each is visited about once every <paramref name="gap"/> days.</param>
    public static RiskHistory Of(int units, int days, int gap = 45, int categories = 6, ulong seed = 1)
    {
        var (visits, findings, states) = (new List<UnitVisit>(), new List<Finding>(), new List<HazardState>());
        var hazard = 0;
        for (var unit = 0; unit < units; unit++)
        {
            var temper = 2 * Chance(seed, 1, unit, 0);
            for (var day = FirstDay + (int)(gap * Chance(seed, 2, unit, 0)); day < FirstDay + days; day += 5 + (int)(2 * (gap - 5) * Chance(seed, 3, unit, day)))
            {
                visits.Add(new UnitVisit(unit, day));
                for (var category = 0; category < categories; category++)
                {
                    var liking = (unit % categories) == category ? 0.55 : 0.12;
                    if (Chance(seed, 10 + (ulong)category, unit, day) > liking * temper) continue;
                    findings.Add(new Finding(unit, day, category, unit % 3, unit % 5, category % 2, Chance(seed, 40, unit, day) < 0.1, false));
                    states.Add(new HazardState(unit, day, hazard, category, IsOpen: true, Due: day + 15, -1));
                    states.Add(new HazardState(unit, day + 20, hazard++, category, IsOpen: false, 0, 20));
                }
            }
        }

        return new RiskHistory(
            [.. Enumerable.Range(0, units).Select(unit => new RiskUnit($"U{unit:D4}", $"{"甲乙丙丁"[unit % 4]}{unit}{(unit % 2 == 0 ? "餐馆" : "茶楼")}", $"{"东西南北"[unit % 4]}街{unit}号"))],
            [.. Enumerable.Range(0, categories).Select(category => $"类别{category}")],
            ["消防", "燃气", "房屋"],
            ["甲社区", "乙社区", "丙社区", "丁社区", "戊社区"],
            [.. visits.OrderBy(visit => visit.Day).ThenBy(visit => visit.Unit)],
            [.. findings.OrderBy(finding => finding.Day).ThenBy(finding => finding.Unit).ThenBy(finding => finding.Category)],
            [.. states.OrderBy(state => state.Day).ThenBy(state => state.Hazard)],
            [new RiskPeriod(FirstDay + 100, FirstDay + 130)]);
    }

    /// <summary>The same town whose ledgers say, every thirty days, what kind of place each unit visited is: all but one in ten are shops, and what they like is told.</summary>
    public static RiskHistory Described(RiskHistory history) => history with
    {
        TraitNames = ["店铺", "类一", "类二", "少见", "新词"],
        Traits = [.. history.Visits
            .Select(visit => (Day: FirstDay + (((visit.Day - FirstDay) / 30) * 30) + 29, visit.Unit)).Distinct().Order()
            .SelectMany(told => new[] { (told.Unit % 10 == 0 ? 3 : 0), 1 + (told.Unit % 2) }.Order().Select(trait => new UnitTrait(told.Unit, told.Day, trait)))],
    };

    /// <summary>The same past, and another future: what comes after the day is thinned, moved and made worse; remarks say something else, and words that few units share so far are listed since many do later.</summary>
    public static RiskHistory WithOtherFuture(RiskHistory history, int day, ulong seed) => history with
    {
        Visits = [.. history.Visits.Where(visit => visit.Day <= day || Chance(seed, 1, visit.Unit, visit.Day) < 0.6).Concat(Extra(history, day, seed)).OrderBy(visit => visit.Day).ThenBy(visit => visit.Unit)],
        Findings = [.. history.Findings.Where(finding => finding.Day <= day || Chance(seed, 2, finding.Unit, finding.Day) < 0.5)
            .Select(finding => finding.Day <= day ? finding : finding with { Category = (finding.Category + 1) % history.Categories.Count, IsMajor = true, Ending = 1, Sector = 2, Community = 4 })],
        States = [.. history.States.Where(state => state.Day <= day || Chance(seed, 3, state.Unit, state.Day) < 0.5)],
        Traits = [.. history.Traits.Select(trait => trait.Day <= day ? trait : trait with { Trait = 1 + (trait.Trait % 2) })
            .Concat(history.Traits.Where(trait => trait.Day > day || (trait.Unit < 5 && trait.Day > FirstDay + 40)).Select(trait => trait with { Trait = 4 }))
            .Concat(history.Traits.Count == 0 ? [] : [new UnitTrait(1, FirstDay + 5, 4), new UnitTrait(2, day - 1, 4)])
            .Distinct().OrderBy(trait => trait.Day).ThenBy(trait => trait.Unit).ThenBy(trait => trait.Trait)],
    };

    private static IEnumerable<UnitVisit> Extra(RiskHistory history, int day, ulong seed) =>
        Enumerable.Range(0, history.Units.Count).Where(unit => Chance(seed, 4, unit, 0) < 0.3).Select(unit => new UnitVisit(unit, day + 1 + (int)(50 * Chance(seed, 5, unit, 0))));

    private static double Chance(ulong seed, ulong purpose, int unit, int day) => Draws.Fraction((((seed * 64) + purpose) << 40) ^ ((ulong)(uint)unit << 20) ^ (uint)day);
}
