using SafetyAnalytics.Warehouse.Building;
using SafetyAnalytics.Warehouse.Tests.Building;

namespace SafetyAnalytics.Warehouse.Tests.Metrics;

/// <summary>Numbers that rest on more than hazards: comparisons, requirements, duties, five fulfilments.</summary>
public sealed class Others
{
    private const string Requirements = "select count(*), count(distinct task_no), count(distinct measure_no) from dim_requirement join dim_task using (task_no)";

    [Fact]
    public void Requirements_are_thirty_nine_under_twenty_two_tasks_and_eight_measures_and_due_as_printed()
    {
        using var given = new GivenLedgers(
            """
            file month   sender row unit hazard relation status
            a    2022-10 应急办 2   甲店 H1     new      ordered
            """,
            progress: "(1, '应急办', '2022-10', 'done', '文件'), (6, '应急办', '2022-06', 'done', null), (6, '党政办', '2022-06', 'done', null), (6, '应急办', '2022-09', 'done', null), (2, null, '2022-10', 'in_progress', null)");
        given.Expect(Requirements, "39 22 8");
        given.Expect("select requirement_no, due_on, repeats from dim_requirement where requirement_no in (1, 2, 6, 19, 25) order by 1", """
            1  2022-05-31 -
            2  2022-10-22 -
            6  2022-10-22 quarterly
            19 2022-10-22 monthly
            25 2022-10-22 months
            """);
        given.Expect("select department, occurrence, due_on from fct_requirement where requirement_no = 6 order by 1, 2", """
            党政办 1 2022-06-30
            党政办 2 2022-09-30
            应急办 1 2022-06-30
            应急办 2 2022-09-30
            """);
        // 36 once, 2 quarterly twice, 2 monthly five times, June and September of three stages; done: no. 1, and the second quarter of no. 6.
        given.Expect("select numerator, denominator from measure('requirement_done_rate')", "2 50");
        given.Expect("select numerator, denominator from measure('requirement_done_rate', 'month', 'department') where department = '党政办'", "1 6");
        given.Expect("select state, evidence, due_text from mart_requirement where requirement_no = 1", "done 文件 5月底");
    }

    [Fact]
    public void What_nobody_told_of_and_what_has_no_source_has_a_reason()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation status
            a    2022-06 应急办 2   甲店 H1     new      ordered
            """);
        given.Expect("select value, reason from measure('requirement_done_rate')", "- not_told");
        foreach (var (metric, reason) in new[] { ("coverage_rate", "no_roster"), ("duty_222_rate", "no_roster"), ("five_fulfilments_rate", "no_base") })
        {
            Assert.Empty(given.Ask($"from measure('{metric}')"));
            Assert.Equal(reason, MetricFile.All.Single(one => one.Key == metric).EmptyReason);
        }
    }

    [Fact]
    public void Five_fulfilments_are_judged_where_they_are_stated()
    {
        var seeds = Seeds.Embedded();
        var stated = seeds["fulfilments"] with { Rows = [["1", "H1", "2022-05", "yes", "yes", "yes", "yes", "yes", ""], ["2", "H2", "2022-05", "yes", "yes", "no", "yes", "yes", ""]] };
        using var given = new GivenLedgers(
            """
            file month   sender row unit hazard relation status  level
            a    2022-05 应急办 2   甲店 H1     new      ordered 重大
            a    2022-05 应急办 3   甲店 H2     new      ordered 重大
            a    2022-05 应急办 4   甲店 H3     new      ordered 重大
            """,
            seeds: seeds.With(stated));
        given.Expect("select value, numerator, denominator, undeterminable from measure('five_fulfilments_rate')", "0.5 1 2 1");
        given.Expect("select value from measure('open_major')", "3");
    }

    [Fact]
    public void A_change_of_a_count_is_in_per_cent_of_a_rate_in_points_and_of_a_small_base_not_given()
    {
        using var given = new GivenLedgers(Growing());
        given.Expect("select month, value, earlier, earlier_change, earlier_reason, change_unit from measure_change('hazards_found', 'month', '')", """
            2022-05 4  -  -   no_earlier_value percent
            2022-06 10 4  -   base_under_5     percent
            2022-07 15 10 50  -                percent
            """);
        given.Expect("select month, value, round(earlier_change, 1), earlier_reason, change_unit from measure_change('cohort_rectification_rate', 'month', '')", """
            2022-05 0.5 -   no_earlier_value percentage_points
            2022-06 0.5 -   base_under_5     percentage_points
            2022-07 0.4 -10 -                percentage_points
            """);
        given.Expect("select distinct earlier_reason, last_year_reason from measure_change('hazards_found', 'year_to_date', 'community')", "not_applicable no_earlier_value");
    }

    [Fact]
    public void An_unfinished_month_is_compared_with_the_same_number_of_days()
    {
        using var given = new GivenLedgers(
            """
            file month   sender row unit hazard relation status  found
            a    2022-05 应急办 1   甲店 A1     new      ordered 2022-05-02
            a    2022-05 应急办 2   甲店 A2     new      ordered 2022-05-03
            a    2022-05 应急办 3   甲店 A3     new      ordered 2022-05-04
            a    2022-05 应急办 4   甲店 A4     new      ordered 2022-05-05
            a    2022-05 应急办 5   甲店 A5     new      ordered 2022-05-10
            a    2022-05 应急办 6   甲店 A6     new      ordered 2022-05-25
            a    2022-05 应急办 7   甲店 A7     new      ordered -
            b    2022-06 应急办 1   甲店 B1     new      ordered 2022-06-02
            b    2022-06 应急办 2   甲店 B2     new      ordered 2022-06-03
            b    2022-06 应急办 3   甲店 B3     new      ordered 2022-06-04
            b    2022-06 应急办 4   甲店 B4     new      ordered 2022-06-09
            """,
            asOf: "2022-06-10");
        given.Expect("select month, is_so_far, value, earlier, earlier_change from measure_change('hazards_found', 'month', '') where month = '2022-06'", "2022-06 yes 4 5 -20");
        given.Expect("select distinct earlier_reason from measure_change('days_to_rectify_km', 'month', '') where month = '2022-06'", "unfinished");
    }

    [Fact]
    public void An_interval_stands_beside_a_share_of_fewer_than_ten()
    {
        using var given = new GivenLedgers(Growing());
        given.Expect("select month, n, round(low, 4), round(high, 4) from measure('cohort_rectification_rate')", """
            2022-05 4  0.15 0.85
            2022-06 10 -    -
            2022-07 15 -    -
            """);
    }

    /// <summary>4, 10 and 15 found; 2, 5 and 6 of them rectified at once.</summary>
    private static string Growing() => "file month sender row unit hazard relation status\n" + string.Join('\n', new[] { ("2022-05", 4, 2), ("2022-06", 10, 5), ("2022-07", 15, 6) }
        .SelectMany(month => Enumerable.Range(1, month.Item2).Select(i => $"{month.Item1} {month.Item1} 应急办 {i} 甲店 {month.Item1}-{i} new {(i <= month.Item3 ? "rectified" : "ordered")}")));
}
