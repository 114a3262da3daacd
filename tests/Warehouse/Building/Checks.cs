using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Warehouse.Tests.Building;

/// <summary>Checks are data: types, thresholds, four states; their results travel with the tables.</summary>
public sealed class Checks
{
    private const string Plain = """
        file month   sender row unit hazard relation     status
        a    2022-05 应急办 2   甲店 H1     new          ordered
        a    2022-05 应急办 3   甲店 H2     new          rectified
        b    2022-06 应急办 2   甲店 H1     carried_over ordered
        """;

    [Theory]
    [InlineData("bad,not_null,fct_hazard,found_on,,0,1,warning", CheckState.Fail, 2)]
    [InlineData("bad,not_null,fct_hazard,found_on,,2,1,warning", CheckState.Pass, 2)]
    [InlineData("bad,not_null,fct_hazard,found_on,,50%,1,warning", CheckState.Fail, 2)]
    [InlineData("bad,not_null,fct_hazard,found_on,,0,3,warning", CheckState.NotApplicable, 0)]
    [InlineData("bad,unique,fct_hazard,unit_key,,0,1,warning", CheckState.Fail, 1)]
    [InlineData("bad,accepted_values,fct_hazard,status,ordered|verified,0,1,warning", CheckState.Fail, 1)]
    [InlineData("bad,in_range,fct_hazard,found_month,2022-05..2022-05,0,1,warning", CheckState.Pass, 0)]
    [InlineData("bad,in_range,fct_hazard,ledger_row_count,2..9,0,1,warning", CheckState.Fail, 1)]
    [InlineData("bad,in_range,fct_hazard,found_on,2000-01-01..2100-01-01,0,1,warning", CheckState.NotApplicable, 0)]
    [InlineData("bad,foreign_key,fct_hazard,community,dim_sector.sector,0,1,warning", CheckState.Pass, 0)]
    [InlineData("bad,foreign_key,fct_hazard,hazard_key,dim_unit.unit_key,0,1,warning", CheckState.Fail, 2)]
    [InlineData("bad,share_at_most,fct_hazard,status,ordered,40%,1,warning", CheckState.Fail, 1)]
    [InlineData("bad,share_at_most,fct_hazard,status,ordered,50%,1,warning", CheckState.Pass, 1)]
    [InlineData("bad,identity,mart_month,closing,closing = opening,0,1,warning", CheckState.Fail, 1)]
    [InlineData("bad,identity,no_such_table,closing,true,0,1,warning", CheckState.Error, null)]
    public void Each_type_judges_by_its_threshold(string row, CheckState state, int? failures)
    {
        using var given = new GivenLedgers(Plain, seeds: With(row));
        var result = given.Check().Single(one => one.Check.Name == "bad");
        Assert.Equal((state, failures), (result.State, (int?)result.FailureCount));
        given.Expect("select state, coalesce(failure_count, -1), metrics from check_result where check_name = 'bad'", $"{CheckTable.Word(state)} {failures ?? -1} open_stock");
    }

    [Theory]
    [InlineData("bad,odd,fct_hazard,status,,0,1,warning", "odd")]
    [InlineData("bad,not_null,fct_hazard;,status,,0,1,warning", "fct_hazard;")]
    [InlineData("bad,not_null,fct_hazard,status,,few,1,warning", "few")]
    [InlineData("bad,not_null,fct_hazard,status,,0,1,loud", "loud")]
    [InlineData("bad,sql,,,no_such_file,0,1,warning", "no_such_file")]
    public void A_row_that_makes_no_check_says_what_is_wrong(string row, string named)
    {
        var fault = Assert.Throws<SeedException>(() => WarehouseCheck.Of(With(row)));
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
        Assert.Contains("checks.csv", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_does_not_block_and_a_blocking_check_does()
    {
        using var given = new GivenLedgers(Plain, seeds: With("bad,not_null,fct_hazard,found_on,,0,1,warning"));
        Assert.DoesNotContain(given.Check(), result => result.IsBlockingFailure);
        given.Break("update mart_month set due = due + 1");
        Assert.Equal("due_adds_up", Assert.Single(given.Check(), result => result.IsBlockingFailure).Check.Name);
    }

    [Theory]
    [InlineData("transfers_cancel_out", "update mart_month set transferred = 1 where month = '2022-06'")]
    [InlineData("overdue_ages_add_up", "update mart_month set overdue = 1")]
    [InlineData("parts_within_wholes", "update mart_month set verified_to_date = 9")]
    [InlineData("hazard_status", "update fct_hazard set status = 'mended'")]
    [InlineData("hazard_has_unit", "delete from dim_unit")]
    [InlineData("hazard_has_found_month", "update fct_hazard set found_month = null where hazard_key = 'H1'")]
    [InlineData("hazard_community_known", "update fct_hazard set community = '别处'")]
    public void Broken_data_is_told(string check, string harm)
    {
        using var given = new GivenLedgers(Plain);
        given.Break(harm);
        var failed = given.Check().Single(result => result.Check.Name == check);
        Assert.Equal(CheckState.Fail, failed.State);
        Assert.NotEmpty(failed.Examples);
    }

    [Fact]
    public void What_was_found_in_earlier_snapshots_is_carried_forward()
    {
        using var given = new GivenLedgers(Plain);
        using (var raw = DuckDbFile.OpenForWriting(given.RestrictedFile))
        {
            CheckTable.Remember(raw, "2022-06-a", new DateTimeOffset(2022, 7, 5, 1, 0, 0, TimeSpan.Zero), given.Check());
            CheckTable.Remember(raw, "2022-06-a", new DateTimeOffset(2022, 8, 5, 1, 0, 0, TimeSpan.Zero), given.Check());
        }

        given.Rebuild();
        given.Expect("select snapshot, published_at, state, failure_count from check_history where check_name = 'nothing_lost'", "2022-06-a 2022-07-05T01:00 pass 0");
    }

    private static Seeds With(string row)
    {
        var seeds = Seeds.Embedded();
        return seeds.With(seeds["checks"] with { Rows = [[.. row.Split(','), "open_stock", "甲", "a", "乙", "b"]] });
    }
}
