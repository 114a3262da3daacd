using SafetyAnalytics.Warehouse.Tests.Building;

namespace SafetyAnalytics.Warehouse.Tests.Metrics;

/// <summary>The deadline as first set and as in force, and what a change of place does to the stock.</summary>
public sealed class Deadlines
{
    private const string Variants = "select variant, due_on, due_judgement from fct_due order by spell_number, variant desc";

    [Fact]
    public void An_extension_granted_before_the_original_day_counts_for_the_effective_deadline_only()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation     status    rectified  due
            a    2022-05 应急办 2   甲店 H1     new          ordered   -          2022-07-20
            b    2022-06 应急办 2   甲店 H1     carried_over ordered   -          2022-08-31
            c    2022-08 应急办 2   甲店 H1     carried_over rectified 2022-08-15 -
            """);
        given.Expect(Variants, """
            original  2022-07-20 late
            effective 2022-08-31 on_time
            """);
        given.Expect("select month, value, numerator, denominator from measure('on_time_rate') where denominator > 0", "2022-08 1 1 1");
        given.Expect("select month, value, numerator, denominator from measure('on_time_rate_original') where denominator > 0", "2022-07 0 0 1");
        given.Expect("select month, value from measure('overdue_stock') where value > 0", "");
    }

    [Theory]
    [InlineData("2022-06", "2022-06-20")]
    [InlineData("2022-07", "2022-06-20")]
    public void An_extension_not_provably_granted_in_time_changes_nothing(string month, string due)
    {
        using var given = new GivenLedgers($"""
            file month   sender row unit hazard relation     status  due
            a    2022-05 应急办 2   甲店 H1     new          ordered {due}
            b    {month} 应急办 2   甲店 H1     carried_over ordered 2022-12-31
            """);
        given.Expect(Variants, $"""
            original  {due} late
            effective {due} late
            """);
    }

    [Fact]
    public void A_reopened_hazard_with_a_new_deadline_is_due_twice()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation     status    rectified  due
            a    2022-05 应急办 2   甲店 H1     new          rectified 2022-05-10 2022-05-20
            b    2022-06 应急办 2   甲店 H1     reopened     ordered   -          2022-06-10
            """);
        given.Expect("select month, numerator, denominator from measure('on_time_rate')", """
            2022-05 1 1
            2022-06 0 1
            """);
    }

    [Fact]
    public void What_is_not_yet_due_is_not_late()
    {
        using var given = new GivenLedgers(
            """
            file month   sender row unit hazard relation status  due
            a    2022-05 应急办 2   甲店 H1     new      ordered 2022-05-25
            a    2022-05 应急办 3   甲店 H2     new      ordered 2022-05-10
            """,
            asOf: "2022-05-15");
        given.Expect("select numerator, denominator from measure('on_time_rate')", "0 1");
    }

    [Fact]
    public void No_deadline_and_a_long_term_one_are_undeterminable_and_counted()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation status    rectified  due
            a    2022-05 应急办 2   甲店 H1     new      ordered   -          -
            a    2022-05 应急办 3   甲店 H2     new      rectified 2022-05-10 2022-05-20
            a    2022-05 应急办 4   甲店 H3     new      rectified -          2022-05-20
            """);
        given.Expect("select value, denominator, undeterminable, round(undeterminable_share, 4) from measure('on_time_rate')", "1 1 2 0.6667");
        given.Expect("select round(value, 4), numerator, denominator from measure('undeterminable_share')", "0.6667 2 3");
    }

    [Fact]
    public void A_hazard_that_changes_its_place_leaves_one_slice_and_arrives_in_the_other()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation     status  community
            a    2022-05 应急办 2   甲店 H1     new          ordered 金沙社区
            b    2022-06 应急办 2   甲店 H1     carried_over ordered 磁器口社区
            c    2022-07 应急办 2   甲店 H1     carried_over ordered -
            """);
        given.Expect("select month, community, opening, found, transferred, closing, found_to_date from mart_month order by month, community", """
            2022-05 金沙社区   0 1 0  1 1
            2022-06 磁器口社区 0 0 1  1 1
            2022-06 金沙社区   1 0 -1 0 0
            2022-07 磁器口社区 1 0 0  1 1
            2022-07 金沙社区   0 0 0  0 0
            """);
        given.Expect("select community, community_origin from mart_hazard", "磁器口社区 stated");
        given.Expect("select community, opening, transferred, closing from mart_period where grain = 'quarter' and month = '2022-06' order by community", """
            磁器口社区 0 1  1
            金沙社区   0 -1 0
            """);
        Assert.DoesNotContain(given.Check(), result => result.IsTrouble);
    }
}
