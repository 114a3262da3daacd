using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Warehouse.Tests.Reading;

public sealed class MetricReadingTests : IClassFixture<OpenSnapshot>
{
    private static readonly string[] AllKeys =
    [
        "hazards_found", "open_stock", "rectified_in_month", "cumulative_rectification_rate", "cohort_rectification_rate",
        "workload_rate", "on_time_rate", "overdue_rate", "days_to_rectify", "days_to_rectify_p90", "recurrence_rate_90", "recurrence_rate_180", "rebound_rate", "hazards_per_visit", "verified_rate",
    ];

    private readonly Snapshot snapshot;

    public MetricReadingTests(OpenSnapshot open) => snapshot = open.Snapshot;

    [Fact]
    public void The_published_definitions_are_read_in_full()
    {
        Assert.Equal(AllKeys, snapshot.Metrics.Select(metric => metric.Key));
        var onTime = snapshot.Metrics.Single(metric => metric.Key == "on_time_rate");
        Assert.Equal((MetricUnit.Percent, MetricAdditivity.None, MetricDirection.Up, "按期整改率", "On-time rate"), (onTime.Unit, onTime.Additivity, onTime.Direction, onTime.LabelZh, onTime.LabelEn));
        Assert.Equal("sum(due_undeterminable)", onTime.UndeterminableSql);
    }

    [Fact]
    public void Without_dimensions_there_is_one_row_of_the_last_month()
    {
        var row = Assert.Single(Ask(["hazards_found", "on_time_rate"], [], Filter.None).Rows);
        Assert.Equal(snapshot.Number("select sum(found) from mart_month where month = '2024-04'"), row.Values[0].Value);
        var rate = row.Values[1];
        Assert.Equal(rate.Numerator / rate.Denominator, rate.Value);
        Assert.Equal(snapshot.Number("select sum(due_undeterminable) from mart_month where month = '2024-04'"), (double)rate.Undeterminable!.Value);
    }

    [Theory]
    [InlineData("2022-05")]
    [InlineData("2023-09")]
    public void The_month_of_the_filter_is_the_month_of_the_answer(string month)
    {
        var row = Assert.Single(Ask(["open_stock"], [], new Filter { Month = ReportMonth.Parse(month) }).Rows);
        Assert.Equal(snapshot.Number($"select sum(closing) from mart_month where month = '{month}'"), row.Values[0].Value);
    }

    [Fact]
    public void By_month_runs_from_the_first_to_the_last_asked_for()
    {
        var table = Ask(["hazards_found"], [Dimension.Month], new Filter { From = ReportMonth.Parse("2023-01"), To = ReportMonth.Parse("2023-04") });
        Assert.Equal(["2023-01", "2023-02", "2023-03", "2023-04"], table.Rows.Select(row => row.Members[0]));
    }

    [Fact]
    public void Slices_add_up_to_the_whole_for_a_count_and_ratios_are_recomputed()
    {
        var whole = Ask(["hazards_found", "overdue_rate"], [], Filter.None).Rows[0];
        var parts = Ask(["hazards_found", "overdue_rate"], [Dimension.Sector, Dimension.Community], Filter.None).Rows;
        Assert.Equal(whole.Values[0].Value, parts.Sum(row => row.Values[0].Value));
        Assert.Equal(whole.Values[1].Value!.Value, parts.Sum(row => row.Values[1].Numerator!.Value) / parts.Sum(row => row.Values[1].Denominator!.Value), 12);
    }

    [Fact]
    public void Metrics_of_different_tables_meet_in_one_row()
    {
        var table = Ask(["hazards_found", "days_to_rectify"], [Dimension.Sector], Filter.None);
        Assert.Equal(6, table.Rows.Count);
        var fire = table.Rows.Single(row => row.Members[0] == "消防");
        Assert.Equal(snapshot.Number("select median(days_to_rectify) from mart_hazard where rectified_month = '2024-04' and sector = '消防'"), fire.Values[1].Value);
    }

    [Fact]
    public void Nought_out_of_nought_is_unknown_and_a_count_of_nothing_is_nought()
    {
        var row = Assert.Single(Ask(["hazards_found", "overdue_rate", "days_to_rectify"], [], new Filter { Sector = "没有的行业" }).Rows);
        Assert.Equal(0, row.Values[0].Value);
        Assert.Null(row.Values[1].Value);
        Assert.Null(row.Values[2].Value);
    }

    [Fact]
    public void A_value_is_a_parameter_and_never_sql()
    {
        var row = Assert.Single(Ask(["hazards_found"], [], new Filter { Sector = "消防' or '1'='1" }).Rows);
        Assert.Equal(0, row.Values[0].Value);
    }

    [Fact]
    public void An_unknown_metric_and_a_status_are_mistakes_of_the_caller()
    {
        Assert.Contains("no_such_metric", Assert.Throws<ArgumentException>(() => Ask(["no_such_metric"], [], Filter.None)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Ask(["hazards_found"], [], new Filter { Status = "verified" }));
        Assert.Throws<ArgumentException>(() => Ask([], [], Filter.None));
    }

    [Fact]
    public void A_scope_narrows_every_answer()
    {
        var scope = new CallerScope { Department = "应急办" };
        var query = new MetricQuery(["hazards_found"], [Dimension.Department], Filter.None);
        Assert.Equal(["应急办"], snapshot.Measure(scope, query).Rows.Select(row => row.Members[0]));
        Assert.Equal(3, snapshot.Measure(CallerScope.Everything, query).Rows.Count);
        Assert.All(snapshot.Hazards(scope, new(new(Filter.None, HazardSet.Found), HazardSort.Found, false, 1, 500)).Rows, row => Assert.Equal("应急办", row.Department));
        Assert.Equal(["应急办"], snapshot.Members(scope, Dimension.Department));
        Assert.Equal(snapshot.Number("select sum(found) from mart_month where department = '应急办'"), snapshot.Stock(scope, Filter.None).Sum(month => month.Found));
    }

    private MetricTable Ask(string[] metrics, Dimension[] by, Filter filter) => snapshot.Measure(CallerScope.Everything, new(metrics, by, filter));
}
