using SafetyAnalytics.Warehouse.Tests.Building;

namespace SafetyAnalytics.Warehouse.Tests.Metrics;

/// <summary>Mistakes seen in public code, one test each: none of them is made here.</summary>
public sealed class Mistakes
{
    [Fact]
    public void Nought_out_of_nought_is_not_a_hundred_per_cent()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation status
            a    2022-05 应急办 2   甲店 H1     new      ordered
            """);
        given.Expect("select value, denominator, reason from measure('on_time_rate')", "- 0 nothing_judgeable");
        given.Expect("select value, denominator, reason from measure('rebound_rate')", "");
        given.Expect("select value, reason from measure('verified_of_rectified_rate')", "- no_base");
    }

    [Fact]
    public void Nought_out_of_some_is_nought_and_not_a_hundred_per_cent()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation status  due
            a    2022-05 应急办 2   甲店 H1     new      ordered 2022-05-20
            """);
        given.Expect("select value, numerator, denominator from measure('on_time_rate')", "0 0 1");
        given.Expect("select value, numerator, denominator from measure('cumulative_rectification_rate')", "0 0 1");
    }

    [Fact]
    public void A_late_closing_is_not_on_time()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation     status    rectified  due
            a    2022-05 应急办 2   甲店 H1     new          rectified 2022-05-21 2022-05-20
            a    2022-05 应急办 3   甲店 H2     new          rectified 2022-05-20 2022-05-20
            a    2022-05 应急办 4   甲店 H3     new          ordered   -          2022-05-20
            b    2022-06 应急办 4   甲店 H3     carried_over rectified 2022-06-02 2022-05-20
            """);
        given.Expect("select numerator, denominator from measure('on_time_rate') where month = '2022-05'", "1 3");
    }

    [Fact]
    public void A_past_months_rate_does_not_drift_with_todays_status()
    {
        const string May = """
            file month   sender row unit hazard relation     status    rectified  due
            a    2022-05 应急办 2   甲店 H1     new          ordered   -          2022-05-20
            a    2022-05 应急办 3   乙店 H2     new          verified  2022-05-10 2022-05-20
            a    2022-05 应急办 4   丙店 H3     new          ordered   -          -

            """;
        const string Later = """
            b    2022-06 应急办 2   甲店 H1     carried_over rectified 2022-06-02 2022-07-31
            b    2022-06 应急办 3   乙店 H2     reopened     ordered   -          2022-06-20
            b    2022-06 应急办 4   丙店 H3     carried_over cancelled -          2022-04-01
            """;
        using var then = new GivenLedgers(May);
        using var now = new GivenLedgers(May + Later);
        foreach (var metric in new[]
        {
            "hazards_found", "open_stock", "rectified_in_month", "cumulative_rectification_rate", "cohort_rectification_rate", "workload_rate", "on_time_rate", "on_time_rate_original",
            "overdue_rate", "overdue_8_30", "days_to_rectify_km", "verified_rate", "claimed_unverified", "major_share", "undeterminable_share",
        })
        {
            var sql = $"select '{metric}', value, numerator, denominator, undeterminable from measure('{metric}') where month = '2022-05'";
            Assert.Equal(then.Ask(sql), now.Ask(sql));
        }
    }

    [Fact]
    public void An_empty_month_is_not_nought_per_cent()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation status    rectified  due
            a    2022-05 应急办 2   甲店 H1     new      rectified 2022-05-03 2022-05-20
            b    2022-07 应急办 2   乙店 H2     new      ordered   -          2022-08-20
            """);
        given.Expect("select month, value, reason from measure('cohort_rectification_rate')", """
            2022-05 1 -
            2022-06 - no_base
            2022-07 0 -
            """);
        given.Expect("select month, value, reason from measure('on_time_rate')", """
            2022-05 1 -
            2022-06 - no_base
            2022-07 - no_base
            """);
    }

    [Fact]
    public void Urged_is_not_rectified()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation status
            a    2022-05 应急办 2   甲店 H1     new      ordered
            a    2022-05 应急办 3   甲店 H2     new      in_progress
            a    2022-05 应急办 4   甲店 H3     new      partial
            a    2022-05 应急办 5   甲店 H4     new      escalated
            """);
        given.Expect("select numerator, denominator from measure('cumulative_rectification_rate')", "0 4");
        given.Expect("select value from measure('open_stock')", "4");
    }

    [Fact]
    public void Ratios_are_recomputed_and_never_averaged()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation status    community
            a    2022-05 应急办 2   甲店 H1     new      rectified 金沙社区
            a    2022-05 应急办 3   乙店 H2     new      rectified 磁器口社区
            a    2022-05 应急办 4   乙店 H3     new      ordered   磁器口社区
            b    2022-06 应急办 2   乙店 H4     new      ordered   磁器口社区
            """);
        given.Expect("select community, value from measure('cohort_rectification_rate', 'month', 'community') where month = '2022-05' order by value", """
            磁器口社区 0.5
            金沙社区   1
            """);
        given.Expect("select month, round(value, 4) from measure('cohort_rectification_rate', 'quarter')", "2022-06 0.5");
        given.Expect("select month, round(value, 4) from measure('cohort_rectification_rate')", """
            2022-05 0.6667
            2022-06 0
            """);
    }

    [Fact]
    public void Found_in_one_month_of_the_quarter_and_rectified_in_the_next_counts_for_the_quarter()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation     status
            a    2022-04 应急办 2   甲店 H1     new          ordered
            b    2022-05 应急办 2   甲店 H1     carried_over rectified
            c    2022-06 应急办 3   乙店 H2     new          ordered
            """);
        given.Expect("select month, numerator, denominator from measure('cohort_rectification_rate')", """
            2022-04 0 1
            2022-05 0 0
            2022-06 0 1
            """);
        given.Expect("select month, numerator, denominator from measure('cohort_rectification_rate', 'quarter')", "2022-06 1 2");
    }
}
