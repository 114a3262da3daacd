using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Warehouse.Tests.Building;

/// <summary>What the ledgers say month by month becomes stock and flow.</summary>
public sealed class StockAndFlow(StockAndFlow.Plain plain) : IClassFixture<StockAndFlow.Plain>
{
    private readonly GivenLedgers _plain = plain.Given;

    private const string Months = "select month, sum(opening), sum(found), sum(reopened), sum(closed), sum(cancelled), sum(closing) from mart_month group by month order by month";

    [Fact]
    public void An_open_hazard_is_carried_by_the_stock_even_when_no_ledger_lists_it()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation status
            a    2022-05 应急办 2   甲店 H1     new      ordered
            b    2022-07 应急办 2   乙店 H2     new      rectified
            """);
        given.Expect(Months, """
            2022-05 0 1 0 0 0 1
            2022-06 1 0 0 0 0 1
            2022-07 1 1 0 1 0 1
            """);
    }

    [Fact]
    public void A_hazard_found_closed_and_reopened_flows_each_time()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation     status
            a    2022-05 应急办 2   甲店 H1     new          ordered
            b    2022-06 应急办 2   甲店 H1     carried_over rectified
            c    2022-07 应急办 2   甲店 H1     reopened     not_started
            d    2022-08 应急办 2   甲店 H1     carried_over verified
            """);
        given.Expect(Months, """
            2022-05 0 1 0 0 0 1
            2022-06 1 0 0 1 0 0
            2022-07 0 0 1 0 0 1
            2022-08 1 0 0 1 0 0
            """);
        given.Expect("select status, rebound_count, is_open, rectified_month, verified_month from mart_hazard", "verified 1 no 2022-08 2022-08");
    }

    [Fact]
    public void A_cancelled_hazard_leaves_the_stock_and_one_cancelled_at_once_never_enters_it()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation     status
            a    2022-05 应急办 2   甲店 H1     new          ordered
            a    2022-05 应急办 3   乙店 H2     new          cancelled
            b    2022-06 应急办 2   甲店 H1     carried_over cancelled
            """);
        given.Expect(Months, """
            2022-05 0 1 0 0 0 1
            2022-06 1 0 0 0 1 0
            """);
        given.Expect("select month, sum(found_to_date) from mart_month group by month order by month", """
            2022-05 1
            2022-06 0
            """);
    }

    [Fact]
    public void A_stated_day_dates_an_event_but_never_later_than_the_ledger_that_tells_it()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation status    found      rectified
            a    2022-05 应急办 2   甲店 H1     new      rectified 2022-04-28 2022-05-03
            b    2022-06 应急办 2   乙店 H2     new      rectified 2022-06-20 2022-07-02
            """);
        given.Expect(Months, """
            2022-04 0 1 0 0 0 1
            2022-05 1 0 0 1 0 0
            2022-06 0 1 0 1 0 0
            """);
        given.Expect("select hazard_key, found_on, found_month, rectified_on, rectified_month, days_to_rectify from mart_hazard order by 1", """
            H1 2022-04-28 2022-04 2022-05-03 2022-05 5
            H2 2022-06-20 2022-06 2022-07-02 2022-06 12
            """);
    }

    [Fact]
    public void The_due_day_itself_is_not_overdue()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation status  due
            a    2022-05 应急办 2   甲店 H1     new      ordered 2022-05-31
            a    2022-05 应急办 3   乙店 H2     new      ordered 2022-05-30
            a    2022-05 应急办 4   丙店 H3     new      ordered 2022-04-20
            a    2022-05 应急办 5   丁店 H4     new      ordered -
            """);
        given.Expect(
            "select sum(closing), sum(open_with_due), sum(overdue), sum(overdue_1_7), sum(overdue_8_30), sum(overdue_31_90), sum(overdue_over_90) from mart_month",
            "4 3 2 1 0 1 0");
    }

    [Theory]
    [InlineData("rectified", "2022-05-20", "on_time")]
    [InlineData("rectified", "2022-05-21", "late")]
    [InlineData("ordered", "-", "late")]
    [InlineData("rectified", "-", "undeterminable")]
    public void On_time_is_judged_by_days_and_only_where_it_can_be(string status, string rectified, string judgement)
    {
        using var given = new GivenLedgers($"""
            file month   sender row unit hazard relation status    rectified    due
            a    2022-05 应急办 2   甲店 H1     new      {status} {rectified} 2022-05-20
            """);
        given.Expect("select due_judgement from mart_hazard", judgement);
        given.Expect(
            "select sum(due), sum(due_judgeable), sum(due_on_time), sum(due_undeterminable) from mart_month",
            judgement switch { "on_time" => "1 1 1 0", "late" => "1 1 0 0", _ => "1 0 0 1" });
    }

    [Fact]
    public void A_month_that_ends_by_the_due_day_is_in_time_and_one_that_begins_after_it_is_late()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation     status    due
            a    2022-05 应急办 2   甲店 H1     new          rectified 2022-05-31
            a    2022-05 应急办 3   乙店 H2     new          ordered   2022-05-31
            b    2022-06 应急办 3   乙店 H2     carried_over rectified 2022-05-31
            """);
        given.Expect("select hazard_key, due_judgement from mart_hazard order by 1", """
            H1 on_time
            H2 late
            """);
    }

    [Fact]
    public void The_numbers_stop_at_as_of()
    {
        using var given = new GivenLedgers(
            """
            file month   sender row unit hazard relation     status
            a    2022-05 应急办 2   甲店 H1     new          ordered
            b    2022-06 应急办 2   甲店 H1     carried_over rectified
            """,
            asOf: "2022-05-31");
        given.Expect(Months, "2022-05 0 1 0 0 0 1");
        given.Expect("select month, outcome, reason from mart_ledger_row order by month", """
            2022-05 loaded -
            2022-06 skipped after_as_of
            """);
    }

    [Fact]
    public void Every_check_passes_on_an_honest_build()
    {
        using var given = new GivenLedgers("""
            file month   sender row unit hazard relation     status    due
            a    2022-05 应急办 2   甲店 H1     new          ordered   2022-05-20
            a    2022-05 应急办 3   乙店 H2     new          cancelled -
            b    2022-06 应急办 2   甲店 H1     carried_over rectified 2022-05-20
            c    2022-08 应急办 2   甲店 H1     reopened     ordered   2022-08-20
            """);
        Assert.All(given.Check(), result => Assert.True(result.State is CheckState.Pass or CheckState.NotApplicable, $"{result.Check.Name}: {result.Message} {string.Join(", ", result.Examples)}"));
    }

    [Theory]
    [InlineData("nothing_lost", "update mart_ledger_file set rows_read = rows_read + 1")]
    [InlineData("stock_identity", "update mart_month set closing = closing + 1")]
    [InlineData("opening_is_last_closing", "update mart_month set opening = 7 where month = '2022-06'")]
    [InlineData("month_agrees_with_hazards", "update fct_hazard set is_open = not is_open")]
    [InlineData("every_loaded_row_has_its_hazard", "update fct_ledger_row set hazard_key = 'H404'")]
    [InlineData("no_phone_published", "update mart_hazard set hazard_text = '联系13800138000'")]
    [InlineData("key_of_mart_month", "insert into mart_month from mart_month")]
    public void A_check_tells_when_its_law_is_broken(string check, string harm)
    {
        var failed = _plain.CheckBroken(harm).Single(result => result.Check.Name == check);
        Assert.Equal(CheckState.Fail, failed.State);
        Assert.NotEmpty(failed.Examples);
        Assert.True(failed.IsBlockingFailure);
    }

    [Fact]
    public void A_check_that_cannot_run_is_an_error_and_not_a_pass()
    {
        Assert.Equal(CheckState.Error, _plain.CheckBroken("drop table mart_ledger_file").Single(result => result.Check.Name == "nothing_lost").State);
    }

    /// <summary>One open hazard in two months, for the tests that break it.</summary>
    public sealed class Plain : IDisposable
    {
        internal GivenLedgers Given { get; } = new("""
            file month   sender row unit hazard relation     status
            a    2022-05 应急办 2   甲店 H1     new          ordered
            b    2022-06 应急办 2   甲店 H1     carried_over ordered
            """);

        public void Dispose() => Given.Dispose();
    }
}
