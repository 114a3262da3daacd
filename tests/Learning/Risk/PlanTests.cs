using CsCheck;
using SafetyAnalytics.Learning.Risk.Planning;

namespace SafetyAnalytics.Learning.Tests.Risk;

public sealed class PlanTests
{
    private static readonly Gen<PlanCandidate[]> s_candidates = Gen.Select(
            Gen.Double[0, 4], Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 30], Gen.Int[0, 400], Gen.Bool)
        .Select((expected, department, overdue, visits, since, listed) => (expected, department, overdue, visits, since, listed))
        .Array[1, 60]
        .Select(all => all.Select((one, i) => new PlanCandidate(
            $"U{i:D3}", $"科室{one.department}", $"社区{i % 4}", one.expected, 0.1, one.overdue, 0, one.overdue, one.visits, one.visits == 0 ? null : one.since, one.listed, one.listed ? [one.department] : [], one.expected)).ToArray());

    [Fact]
    public void A_plan_keeps_to_its_number_lists_nobody_twice_and_repeats_itself()
    {
        Gen.Select(s_candidates, Gen.Int[1, 40], Gen.ULong).Sample((candidates, visits, seed) =>
        {
            var plan = CheckPlan.Make(candidates, visits, seed);
            Assert.Equal(Math.Min(visits, candidates.Length), plan.Items.Count);
            Assert.Equal(plan.Items.Count, plan.Items.Select(item => item.Candidate.UnitKey).Distinct().Count());
            Assert.All(plan.Items, item => Assert.NotEmpty(item.Reasons));
            Assert.Equal(plan.Items.Count, plan.Naive.Count);
            Assert.Equal(Said(plan), Said(CheckPlan.Make([.. candidates.Reverse()], visits, seed)));
        }, iter: 200, threads: 1);
    }

    [Fact]
    public void No_department_is_asked_for_more_than_it_can_do()
    {
        Gen.Select(s_candidates, Gen.Int[0, 6], Gen.Int[0, 6], Gen.ULong).Sample((candidates, own, each, seed) =>
        {
            var budget = PlanBudget.Of(candidates.Select(unit => unit.Department), each, new Dictionary<string, int> { ["科室0"] = own });
            var plan = CheckPlan.Make(candidates, budget, seed);
            foreach (var department in plan.Items.GroupBy(item => item.Candidate.Department)) Assert.InRange(department.Count(), 1, budget.ByDepartment[department.Key]);
            foreach (var department in candidates.GroupBy(unit => unit.Department)) Assert.Equal(Math.Min(department.Count(), budget.ByDepartment[department.Key]), plan.Items.Count(item => item.Candidate.Department == department.Key));
            Assert.Equal(plan.Items.Count, plan.Naive.Count);
            Assert.DoesNotContain(plan.Unmet, duty => duty.Kind == "department" && budget.ByDepartment[duty.Subject] == 0);
        }, iter: 100, threads: 1);
    }

    [Fact]
    public void Departments_without_a_number_share_what_is_left()
    {
        PlanCandidate[] town = [.. Enumerable.Range(0, 40).Select(i => Unit(i, expected: i) with { Department = i % 2 == 0 ? "应急办" : "市政办" })];
        var plan = CheckPlan.Make(town, new PlanBudget(10, new Dictionary<string, int> { ["应急办"] = 3 }), 1);
        Assert.Equal((3, 7), (plan.Items.Count(item => item.Candidate.Department == "应急办"), plan.Items.Count(item => item.Candidate.Department == "市政办")));
    }

    [Fact]
    public void A_tenth_is_drawn_by_lot_among_places_that_are_hardly_known()
    {
        PlanCandidate[] town = [.. Enumerable.Range(0, 200).Select(i => Unit(i, expected: i / 100.0, visits: i < 40 ? 0 : 10))];
        var (one, other) = (CheckPlan.Make(town, 40, 1), CheckPlan.Make(town, 40, 2));
        Assert.Equal(4, one.Items.Count(item => item.Is(PlanReason.Random)));
        Assert.All(one.Items.Where(item => item.Is(PlanReason.Random)), item => Assert.Equal(0, item.Candidate.VisitCount));
        Assert.NotEqual(Lots(one), Lots(other));
        static string Lots(CheckPlanResult plan) => string.Join(' ', plan.Items.Where(item => item.Is(PlanReason.Random)).Select(item => item.Candidate.UnitKey));
    }

    [Fact]
    public void A_person_gets_two_listed_enterprises_and_what_cannot_be_honoured_is_said()
    {
        PlanCandidate[] town =
        [
            .. Enumerable.Range(0, 30).Select(i => Unit(i, expected: 3)),
            Unit(50, expected: 0.1) with { IsListed = true, Keepers = [1] }, Unit(51, expected: 0.1) with { IsListed = true, Keepers = [1] },
            Unit(52, expected: 0.1) with { IsListed = true, Keepers = [2], DaysSinceVisit = 400 },
        ];
        var plan = CheckPlan.Make(town, 12, 3);
        Assert.Subset(plan.Items.Select(item => item.Candidate.UnitKey).ToHashSet(), new HashSet<string> { "U050", "U051", "U052" });
        Assert.Equal([new UnmetDuty("keeper", "2")], plan.Unmet.Where(duty => duty.Kind == "keeper"));
    }

    [Fact]
    public void No_department_is_left_out_where_there_are_visits_enough()
    {
        PlanCandidate[] town = [.. Enumerable.Range(0, 40).Select(i => Unit(i, expected: 4 - (i / 10.0)) with { Department = i < 38 ? "应急办" : "市政办" })];
        Assert.Contains(CheckPlan.Make(town, 8, 1).Items, item => item.Candidate.Department == "市政办");
        Assert.Contains(new UnmetDuty("department", "市政办"), CheckPlan.Make(town, 4, 1).Unmet);
    }

    // The first two columns were announced (holiday-cn); the reckoned feast lies within.
    [Theory]
    [InlineData("中秋节", 2022, "2022-09-10")]
    [InlineData("中秋节", 2025, "2025-10-06")]
    [InlineData("端午节", 2024, "2024-06-10")]
    [InlineData("端午节", 2020, "2020-06-25")]
    [InlineData("清明节", 2022, "2022-04-05")]
    [InlineData("清明节", 2026, "2026-04-05")]
    [InlineData("国庆节", 2031, "2031-10-01")]
    public void Holidays_beyond_the_calendar_are_reckoned(string name, int year, string day)
    {
        var period = PlanPeriods.Find([], name, year)!;
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), period.StartsOn);
        Assert.Equal("derived", period.Certainty);
    }

    [Fact]
    public void Spring_festival_begins_on_new_years_eve()
    {
        Assert.Equal(new DateOnly(2023, 1, 21), PlanPeriods.Find([], "春节", 2023)!.StartsOn);
        Assert.Equal(new DateOnly(2025, 1, 28), PlanPeriods.Find([], "春节", 2025)!.StartsOn);
    }

    [Fact]
    public void The_calendar_comes_before_reckoning_and_joint_holidays_have_both_names()
    {
        PlanPeriod[] known = [new("中秋节、国庆节", new DateOnly(2023, 9, 29), new DateOnly(2023, 10, 6), "verified")];
        Assert.Equal(known[0], PlanPeriods.Find(known, "国庆节", 2023));
        Assert.Equal(known[0], PlanPeriods.Find(known, "中秋节、国庆节", 2023));
        Assert.Null(PlanPeriods.Find(known, "不存在的时段", 2023));
    }

    private static PlanCandidate Unit(int i, double expected, int visits = 5) =>
        new($"U{i:D3}", "应急办", "社区", expected, 0.1, 0, 0, 0, visits, visits == 0 ? null : 30, false, [], expected);

    private static string Said(CheckPlanResult plan) => string.Join('\n', plan.Items.Select(item => $"{item.Candidate.UnitKey} {string.Join(' ', item.Reasons)}"));
}
