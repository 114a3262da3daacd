using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Warehouse.Tests.Reading;

/// <summary>Closings of several months are one period, counted from the facts.</summary>
public sealed class ClosingReadingTests : IDisposable
{
    private static readonly Filter s_span = Filter.None with { From = ReportMonth.Parse("2022-06"), To = ReportMonth.Parse("2023-05") };

    private readonly PublishedFixture _fixture = new();
    private readonly Snapshot _snapshot;

    public ClosingReadingTests()
    {
        _fixture.Change(PublishedFixture.First, "create table mart_decision as select * from (values ('annotation', '换了模板', date '2023-02-03'), ('target', '1', null), ('annotation', '太早', date '2020-01-01')) as t(kind, value, effective_on)");
        _fixture.Change(PublishedFixture.First, """
            create table mart_risk_plan as
            select 'a' as plan_key, 'plan' as order_name, '春节' as period, date '2023-01-21' as starts_on, as_of, community, '应急办' as department, first_visited_on, hazard_count
            from (values (date '2023-01-10', '甲社区', date '2023-01-12', 2), (date '2023-01-10', '乙社区', null, 0)) as t(as_of, community, first_visited_on, hazard_count)
            """);
        _snapshot = new(Path.Combine(_fixture.Published, PublishedFixture.First));
    }

    public void Dispose()
    {
        _snapshot.Dispose();
        _fixture.Dispose();
    }

    [Theory]
    [InlineData(Dimension.Category, "category")]
    [InlineData(Dimension.Unit, "unit_key")]
    [InlineData(Dimension.CorrectiveAction, "corrective_action")]
    public void A_pooled_number_is_the_metric_over_all_its_months(Dimension by, string column)
    {
        var table = _snapshot.Measure(CallerScope.Everything, new(["recurrence_rate_90"], [by], s_span) { IsPooled = true });
        using var counted = _snapshot.Query(CallerScope.Everything,
            $"select {column}, count(*) filter (recurrence_90 = 'recurrent')::double, count(*) filter (recurrence_90 in ('recurrent', 'none'))::double from fct_closing where closed_month between '2022-06' and '2023-05' group by all order by {column}");
        Assert.Equal(counted.Rows().Select(row => ((string)row[0]!, (double?)row[1], (double?)row[2])), table.Rows.Select(row => (row.Members[0], row.Values[0].Numerator, row.Values[0].Denominator)).OrderBy(row => row.Item1, StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_no_closing_is_refused() =>
        Assert.Throws<ArgumentException>(() => _snapshot.Measure(CallerScope.Everything, new(["hazards_found"], [], s_span) { IsPooled = true }));

    [Fact]
    public void What_was_done_is_known_of_closings_only() =>
        Assert.Throws<ArgumentException>(() => _snapshot.Measure(CallerScope.Everything, new(["recurrence_rate_90"], [Dimension.CorrectiveAction], Filter.None)));

    [Fact]
    public void Units_are_ordered_by_how_often_it_comes_back_and_open_as_many_hazards()
    {
        var units = _snapshot.RecurrentUnits(CallerScope.Everything, s_span, 5);
        Assert.NotEmpty(units);
        Assert.Equal(units.OrderByDescending(unit => unit.Recurred), units);
        var all = _snapshot.Hazards(CallerScope.Everything, new(new(s_span, HazardSet.Recurred), HazardSort.Found, Descending: false, 1, 500));
        foreach (var unit in units) Assert.Equal(unit.Recurred, all.Rows.Count(row => row.UnitKey == unit.UnitKey && row.Category == unit.Category));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(30, null)]
    public void Days_select_the_closings_that_took_them(int from, int? to)
    {
        var month = ReportMonth.Parse("2023-03");
        var days = _snapshot.RectificationDays(CallerScope.Everything, Filter.None, month);
        var list = _snapshot.HazardList(CallerScope.Everything, new(new(Filter.None with { Month = month }, HazardSet.Closed, Took: new(from, to)), HazardSort.Unit, Descending: false, 1, 50), 1000);
        using var counted = _snapshot.Query(CallerScope.Everything, $"select count(*) from fct_closing where closed_month = '2023-03' and days_to_rectify between {from} and {to ?? 9999}");
        Assert.Equal(counted.Rows().Single()[0], list.Total);
        Assert.InRange(list.Total, 0, days.Judged);
    }

    [Fact]
    public void Annotations_are_those_of_the_days_asked_for() =>
        Assert.Equal([new Annotation(new(2023, 2, 3), "换了模板")], _snapshot.Annotations(CallerScope.Everything, new(2023, 1, 1), new(2023, 12, 31)));

    [Theory]
    [InlineData(null, 2, 1, 2)]
    [InlineData("乙社区", 1, 0, 0)]
    public void A_check_list_says_how_far_it_is(string? community, long units, long visited, long hazards) =>
        Assert.Equal(new CheckListState(units, visited, hazards), _snapshot.CheckList(new CallerScope { Community = community }, new("春节", "法定节假日", new(2023, 1, 21), new(2023, 1, 27))));
}
