namespace SafetyAnalytics.Warehouse.Tests.Building;

/// <summary>A hazard's life as things that happened, and what silence and missing days leave open: given rows and expected ones.</summary>
public sealed class HazardEvents
{
    [Fact]
    public void Each_thing_that_happened_is_an_event_with_its_row()
    {
        using var given = new GivenLedgers(
            """
            file month   sender     row unit hazard relation             status      after    found      rectified  verified   due
            a    2022-05 应急办     2   甲   H      new                  ordered     -        -          -          -          2022-06-10
            d    2022-05 磁器口社区 2   甲   H      same_in_other_ledger in_progress -        -          -          -          2022-06-15
            b    2022-06 应急办     2   甲   H      carried_over         escalated   -        -          -          -          2022-06-30
            c    2022-07 应急办     2   甲   H      carried_over         verified    -        -          2022-07-03 2022-07-08 2022-06-30
            e    2022-08 应急办     2   甲   H      repeated             verified    -        -          2022-07-03 2022-07-08 2022-06-30
            f    2022-09 应急办     2   甲   H      reopened             not_started -        2022-05-02 -          -          2022-10-31
            g    2022-10 应急办     2   甲   H      carried_over         cancelled   -        -          -          -          -
            """);
        given.Expect(
            "select event_number, event, month, happened_on, submitter, value_before, value_after, file_name from fct_hazard_event order by event_number",
            """
            1  found                2022-05 -          应急办     -          -          a.csv
            2  ordered              2022-05 -          应急办     -          -          a.csv
            3  seen_in_other_ledger 2022-05 -          磁器口社区 -          -          d.csv
            4  carried_over         2022-06 -          应急办     -          -          b.csv
            5  escalated            2022-06 -          应急办     -          -          b.csv
            6  due_changed          2022-06 -          应急办     2022-06-10 2022-06-30 b.csv
            7  carried_over         2022-07 -          应急办     -          -          c.csv
            8  rectified            2022-07 2022-07-03 应急办     -          -          c.csv
            9  verified             2022-07 2022-07-08 应急办     -          -          c.csv
            10 repeated             2022-08 -          应急办     -          -          e.csv
            11 reopened             2022-09 -          应急办     -          -          f.csv
            12 carried_over         2022-10 -          应急办     -          -          g.csv
            13 cancelled            2022-10 -          应急办     -          -          g.csv
            """);
        Assert.All(given.Check(), check => Assert.True(check.State is Warehouse.Building.CheckState.Pass or Warehouse.Building.CheckState.NotApplicable, $"{check.Check.Name}: {check.Message}"));
    }

    [Fact]
    public void Where_no_day_is_stated_discovery_lies_between_two_ledgers_of_its_submitter()
    {
        using var given = new GivenLedgers(
            """
            file month   sender     row unit hazard relation status      found
            a    2022-05 应急办     2   甲   A      new      in_progress -
            b    2022-05 磁器口社区 2   甲   B      new      in_progress -
            c    2022-07 应急办     2   甲   C      new      in_progress -
            c    2022-07 应急办     3   甲   D      new      in_progress 2022-07-04
            """);
        given.Expect(
            "select hazard_key, found_after, found_before, found_on from fct_hazard order by 1",
            """
            A -          2022-05-31 -
            B -          2022-05-31 -
            C 2022-05-31 2022-07-31 -
            D -          -          2022-07-04
            """);
    }

    [Fact]
    public void A_hazard_no_longer_listed_stays_open_and_the_ledgers_without_it_are_counted()
    {
        using var given = new GivenLedgers(
            """
            file month   sender     row unit hazard relation             status
            a    2022-05 应急办     2   甲   H      new                  in_progress
            b    2022-05 磁器口社区 2   甲   H      same_in_other_ledger in_progress
            c    2022-06 应急办     2   乙   G      new                  in_progress
            d    2022-07 应急办     2   乙   G      carried_over         rectified
            e    2022-07 磁器口社区 2   丙   F      new                  in_progress
            """);
        given.Expect(
            "select hazard_key, is_open, last_ledger_month, months_silent, silent_ledger_count from fct_hazard order by 1",
            """
            F yes 2022-07 0 0
            G no  2022-07 - 0
            H yes 2022-05 2 3
            """);
    }

    [Fact]
    public void A_hazard_two_departments_report_counts_once_for_all_and_once_for_each()
    {
        using var given = new GivenLedgers(
            """
            file month   sender row unit hazard relation             status
            a    2022-05 应急办 2   甲   H      new                  in_progress
            b    2022-05 经发办 2   甲   H      same_in_other_ledger in_progress
            """);
        given.Expect("select sum(found), sum(closing) from mart_month", "1 1");
        given.Expect(
            "select of_hazard.department, is_main, is_reporting, sum(found) from fct_hazard_department as of_hazard join fct_hazard_month using (hazard_key) group by all order by of_hazard.department",
            """
            应急办 yes yes 1
            经发办 no  yes 1
            """);
        given.Expect("select count(distinct file_name) from fct_hazard_event", "2");
    }
}
