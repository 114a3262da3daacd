using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Warehouse.Tests.Reading;

/// <summary>What takes how long, computed once more in plain C# from the hazards themselves.</summary>
public sealed class DayReadingTests : IDisposable
{
    private static readonly ReportMonth s_month = ReportMonth.Parse("2023-12");
    private static readonly DateOnly s_end = new(2023, 12, 31);

    private readonly PublishedFixture _fixture = new();
    private readonly Snapshot _snapshot;

    public DayReadingTests()
    {
        _fixture.Change(PublishedFixture.First, "alter table mart_hazard add column recurrence_of varchar");
        _fixture.Change(
            PublishedFixture.First,
            """
            update mart_hazard set recurrence_of = earlier.hazard_key
            from (
                select later.hazard_key as later_key, max(closed.hazard_key) as hazard_key
                from mart_hazard as later
                join mart_hazard as closed on closed.unit_key = later.unit_key and closed.category = later.category and closed.rectified_on < later.found_on
                group by all
            ) as earlier
            where mart_hazard.hazard_key = earlier.later_key
            """);
        _snapshot = new(Path.Combine(_fixture.Published, PublishedFixture.First));
    }

    public void Dispose()
    {
        _snapshot.Dispose();
        _fixture.Dispose();
    }

    [Fact]
    public void The_curve_is_kaplan_and_meiers()
    {
        var hazards = Rows("select hazard_key, rectified_on, found_on, recurrence_of, status from mart_hazard").Where(row => (string)row[4]! != "cancelled").ToList();
        var came = hazards.Where(row => row[3] is not null && Day(row[2])!.Value <= s_end).GroupBy(row => (string)row[3]!).ToDictionary(group => group.Key, group => group.Min(row => Day(row[2])!.Value));
        var followed = hazards.Where(row => Day(row[1]) <= s_end).Select(row => came.TryGetValue((string)row[0]!, out var on) ? (Days: Math.Max(0, on.DayNumber - Day(row[1])!.Value.DayNumber), Came: true) : (Days: s_end.DayNumber - Day(row[1])!.Value.DayNumber, Came: false)).ToList();

        var curve = _snapshot.Recurrence(CallerScope.Everything, Filter.None, s_month)!;
        Assert.Equal((followed.Count, followed.Count(one => one.Came)), (curve.Followed, curve.Recurred));
        Assert.True(curve.Recurred > 5);
        var survival = 1.0;
        foreach (var days in followed.Select(one => one.Days).Distinct().Order().Where(days => days <= 365))
        {
            var atRisk = followed.Count(one => one.Days >= days);
            survival *= 1 - ((double)followed.Count(one => one.Came && one.Days == days) / atRisk);
            if (curve.Steps.FirstOrDefault(step => step.Days == days) is not { } step) continue;
            Assert.Equal(atRisk, step.AtRisk);
            Assert.Equal(survival, step.Survival, 9);
            Assert.True(step.Low is null || (step.Low <= step.Survival && step.Survival <= step.High));
        }
    }

    [Fact]
    public void Nothing_rectified_yet_is_an_empty_curve_and_no_column_is_none()
    {
        Assert.Equal(0, _snapshot.Recurrence(CallerScope.Everything, Filter.None with { Sector = "没有的行业" }, s_month)!.Followed);
        using var plain = new PublishedFixture();
        using var snapshot = new Snapshot(Path.Combine(plain.Published, PublishedFixture.First));
        Assert.Null(snapshot.Recurrence(CallerScope.Everything, Filter.None, s_month));
    }

    [Fact]
    public void Days_to_rectify_are_binned_without_losing_one()
    {
        var days = Rows("select days_to_rectify from mart_hazard where rectified_month = '2023-12'").Select(row => row[0]).ToList();
        var known = days.OfType<int>().Order().ToList();
        var read = _snapshot.RectificationDays(CallerScope.Everything, Filter.None, s_month);
        Assert.Equal((known.Count, days.Count - known.Count), (read.Judged, read.Undeterminable));
        Assert.Equal(read.Judged, read.Bins.Sum(bin => bin.Hazards));
        Assert.Equal((known[(known.Count - 1) / 2] + known[known.Count / 2]) / 2.0, read.Median);
        Assert.All(read.Bins, bin => Assert.Equal(known.Count(day => day >= bin.FromDays && (bin.ToDays is null || day <= bin.ToDays)), bin.Hazards));
    }

    [Fact]
    public void Members_with_their_share_so_far_end_at_the_whole()
    {
        var table = _snapshot.Measure(CallerScope.Everything, new(["hazards_found", "on_time_rate"], [Dimension.Category], Filter.None with { Month = s_month }));
        var members = CumulatedMember.Of(table, "hazards_found");
        Assert.Equal(1, members[^1].ShareSoFar, 9);
        Assert.Equal(members.Select(member => member.Value).OrderDescending(), members.Select(member => member.Value));
        Assert.Throws<ArgumentException>(() => CumulatedMember.Of(table, "on_time_rate"));
    }

    [Theory]
    [InlineData(MetricUnit.Count, MetricDirection.Up, 10.0, 12.0, 2.0, 0.2, true)]
    [InlineData(MetricUnit.Count, MetricDirection.Down, 10.0, 12.0, 2.0, 0.2, false)]
    [InlineData(MetricUnit.Count, MetricDirection.Neutral, 10.0, 5.0, -5.0, -0.5, null)]
    [InlineData(MetricUnit.Count, MetricDirection.Up, 4.0, 8.0, 4.0, null, true)]
    [InlineData(MetricUnit.Count, MetricDirection.Up, 0.0, 8.0, 8.0, null, true)]
    [InlineData(MetricUnit.Percent, MetricDirection.Up, 0.5, 0.4, -0.1, null, false)]
    [InlineData(MetricUnit.Percent, MetricDirection.Up, 0.5, 0.5, 0.0, null, null)]
    [InlineData(MetricUnit.Percent, MetricDirection.Up, null, 0.5, null, null, null)]
    public void A_change_is_in_points_for_shares_and_in_per_cent_only_of_a_base(MetricUnit unit, MetricDirection direction, double? before, double now, double? difference, double? relative, bool? isBetter)
    {
        var metric = _snapshot.Metrics[0] with { Unit = unit, Direction = direction };
        var change = MetricDifference.Between(metric, new(before, null, null, null), new(now, null, null, null));
        Assert.Equal((difference, relative, isBetter), (change.Difference is { } one ? Math.Round(one, 9) : null, change.Relative, change.IsBetter));
    }

    private static DateOnly? Day(object? value) => value switch { DateOnly day => day, DateTime time => DateOnly.FromDateTime(time), _ => null };

    private List<object?[]> Rows(string sql)
    {
        using var result = _snapshot.Query(CallerScope.Everything, sql);
        return [.. result.Rows()];
    }
}
