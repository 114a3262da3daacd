using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Warehouse.Tests.Building;

/// <summary>Checks are data: types, thresholds, four states; their results travel with the tables.</summary>
public sealed class Checks : IClassFixture<Checks.Built>
{
    private static readonly (string Row, CheckState State, int? Failures)[] s_types =
    [
        ("not_null,fct_hazard,found_on,,0,1,warning", CheckState.Fail, 2),
        ("not_null,fct_hazard,found_on,,2,1,warning", CheckState.Pass, 2),
        ("not_null,fct_hazard,found_on,,50%,1,warning", CheckState.Fail, 2),
        ("not_null,fct_hazard,found_on,,0,3,warning", CheckState.NotApplicable, 0),
        ("unique,fct_hazard,unit_key,,0,1,warning", CheckState.Fail, 1),
        ("accepted_values,fct_hazard,status,ordered|verified,0,1,warning", CheckState.Fail, 1),
        ("in_range,fct_hazard,found_month,2022-05..2022-05,0,1,warning", CheckState.Pass, 0),
        ("in_range,fct_hazard,ledger_row_count,2..9,0,1,warning", CheckState.Fail, 1),
        ("in_range,fct_hazard,found_on,2000-01-01..2100-01-01,0,1,warning", CheckState.NotApplicable, 0),
        ("foreign_key,fct_hazard,community,dim_sector.sector,0,1,warning", CheckState.Pass, 0),
        ("foreign_key,fct_hazard,hazard_key,dim_unit.unit_key,0,1,warning", CheckState.Fail, 2),
        ("share_at_most,fct_hazard,status,ordered,40%,1,warning", CheckState.Fail, 1),
        ("share_at_most,fct_hazard,status,ordered,50%,1,warning", CheckState.Pass, 1),
        ("identity,mart_month,closing,closing = opening,0,1,warning", CheckState.Fail, 1),
        ("identity,no_such_table,closing,true,0,1,warning", CheckState.Error, null),
    ];

    private readonly GivenLedgers _given;

    public Checks(Built built) => _given = built.Given;

    public static TheoryData<int> Types => [.. Enumerable.Range(0, s_types.Length)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Each_type_judges_by_its_threshold(int index)
    {
        var (row, state, failures) = s_types[index];
        var word = CheckTable.Word(state);
        Assert.Equal([$"{word} {failures ?? -1} open_stock {row.Split(',')[0]}"], _given.Ask($"select state, coalesce(failure_count, -1), metrics, check_type from check_result where check_name = 'bad_{index}'"));
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
        var results = _given.CheckBroken("update mart_month set due = due + 1");
        Assert.Contains(results, result => result is { IsTrouble: true, Check.IsBlocking: false });
        Assert.Equal("due_adds_up", Assert.Single(results, result => result.IsBlockingFailure).Check.Name);
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
        var failed = _given.CheckBroken(harm).Single(result => result.Check.Name == check);
        Assert.Equal(CheckState.Fail, failed.State);
        Assert.NotEmpty(failed.Examples);
    }

    [Fact]
    public void What_was_found_in_earlier_snapshots_is_carried_forward()
    {
        using (var raw = DuckDbFile.OpenForWriting(_given.RestrictedFile))
        {
            CheckTable.Remember(raw, "2022-06-a", new DateTimeOffset(2022, 7, 5, 1, 0, 0, TimeSpan.Zero), _given.Check());
            CheckTable.Remember(raw, "2022-06-a", new DateTimeOffset(2022, 8, 5, 1, 0, 0, TimeSpan.Zero), _given.Check());
        }

        _given.Rebuild();
        _given.Expect("select snapshot, published_at, state, failure_count from check_history where check_name = 'nothing_lost'", "2022-06-a 2022-07-05T01:00 pass 0");
    }

    private static Seeds With(params string[] rows)
    {
        var seeds = Seeds.Embedded();
        return seeds.With(seeds["checks"] with { Rows = [.. seeds["checks"].Rows, .. rows.Select(row => (string[])[.. row.Split(','), "open_stock", "甲", "a", "乙", "b"])] });
    }

    /// <summary>One build with every case among its checks.</summary>
    public sealed class Built : IDisposable
    {
        internal GivenLedgers Given { get; } = new(
            """
            file month   sender row unit hazard relation     status
            a    2022-05 应急办 2   甲店 H1     new          ordered
            a    2022-05 应急办 3   甲店 H2     new          rectified
            b    2022-06 应急办 2   甲店 H1     carried_over ordered
            """,
            seeds: With([.. s_types.Select((type, i) => $"bad_{i},{type.Row}")]));

        public void Dispose() => Given.Dispose();
    }
}
