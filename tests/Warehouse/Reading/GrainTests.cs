using SafetyAnalytics.Warehouse.Building;
using SafetyAnalytics.Warehouse.Publishing;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Warehouse.Tests.Building;

namespace SafetyAnalytics.Warehouse.Tests.Reading;

/// <summary>What the door to a snapshot answers is what the shell's <c>measure</c> and <c>measure_change</c> answer, for every metric at every grain.</summary>
public sealed class GrainTests(GrainTests.Published published) : IClassFixture<GrainTests.Published>
{
    /// <summary>One of each unit and of each way from months to longer periods.</summary>
    private static readonly string[] s_kinds = ["hazards_found", "cohort_rectification_rate", "overdue_rate", "days_to_rectify", "days_to_rectify_km", "hazards_per_visit", "submission_rate"];

    private readonly Snapshot _snapshot = published.Snapshot;

    [Theory]
    [InlineData(Grain.Month, "month")]
    [InlineData(Grain.Quarter, "quarter")]
    [InlineData(Grain.YearToDate, "year_to_date")]
    public void The_page_and_the_shell_say_the_same(Grain grain, string word)
    {
        foreach (var metric in grain is Grain.Month ? MetricFile.All : MetricFile.All.Where(metric => s_kinds.Contains(metric.Key, StringComparer.Ordinal)))
        {
            foreach (var (dimensions, columns) in new (Dimension[], string)[] { ([], ""), ([Dimension.Community, Dimension.Level], "community, level"), ([Dimension.Unit], "unit_key") })
            {
                var page = _snapshot.Measure(CallerScope.Everything, new([metric.Key], [Dimension.Month, .. dimensions], Filter.None) { Grain = grain }).Rows
                    .Select(row => Line([.. row.Members, .. new object?[] { row.Values[0].Value, row.Values[0].Numerator, row.Values[0].Denominator, row.Values[0].Undeterminable, row.Values[0].N, row.Values[0].Low, row.Values[0].High, row.Values[0].Reason }]));
                var places = string.Concat(columns.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(column => ", " + column));
                var shell = _snapshot.Query(CallerScope.Everything, $"select month{places}, value, numerator, denominator, undeterminable, n, low, high, reason from measure('{metric.Key}', '{word}', '{columns}')", TestContext.Current.CancellationToken);
                using (shell) Assert.Equal(Rows(shell).Order(StringComparer.Ordinal), page.Order(StringComparer.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData(Grain.Month, "month", "2022-05")]
    [InlineData(Grain.Month, "month", "2023-01")]
    [InlineData(Grain.Quarter, "quarter", "2022-06")]
    [InlineData(Grain.YearToDate, "year_to_date", "2023-01")]
    public void A_comparison_is_the_same_on_the_page_and_in_the_shell(Grain grain, string word, string month)
    {
        foreach (var metric in MetricFile.All.Where(metric => s_kinds.Contains(metric.Key, StringComparer.Ordinal)))
        {
            var page = _snapshot.Compare(CallerScope.Everything, new([metric.Key], [], new Filter { Month = ReportMonth.Parse(month) }) { Grain = grain }).Rows
                .Select(row => row.Changes[0])
                .Where(change => change.Now.N > 0 || change.Now.Value is not null) // the page has a row for the whole even where there is nothing
                .Select(change => Line([change.Now.Value, change.Earlier.Value, change.Earlier.Change, change.Earlier.Reason, change.LastYear.Value, change.LastYear.Change, change.LastYear.Reason, change.IsSoFar]));
            using var shell = _snapshot.Query(
                CallerScope.Everything,
                $"select value, earlier, earlier_change, earlier_reason, last_year, last_year_change, last_year_reason, is_so_far from measure_change('{metric.Key}', '{word}', '') where month = '{month}' and (n > 0 or value is not null)",
                TestContext.Current.CancellationToken);
            Assert.Equal(Rows(shell), page);
        }
    }

    [Fact]
    public void A_hazard_is_listed_where_it_belonged_in_the_month_asked_for()
    {
        HazardPage Open(string month, string community) => _snapshot.Hazards(
            CallerScope.Everything,
            new(new(new Filter { Month = ReportMonth.Parse(month), Community = community }, HazardSet.Open), HazardSort.Found, false, 1, 10));
        Assert.Equal(["H1"], Open("2022-04", "金沙社区").Rows.Select(row => row.HazardKey));
        Assert.Equal(["H1"], Open("2022-06", "磁器口社区").Rows.Select(row => row.HazardKey));
        Assert.Equal(["H3"], Open("2022-06", "金沙社区").Rows.Select(row => row.HazardKey));
    }

    [Fact]
    public void What_the_checks_found_names_the_numbers_it_touches()
    {
        var checks = _snapshot.Checks(CallerScope.Everything);
        Assert.Contains("open_stock", checks.Single(check => check.Name == "stock_identity").Metrics);
        Assert.All(checks, check => Assert.Contains(check.State, new[] { "pass", "not_applicable" }));
        Assert.Empty(_snapshot.CheckHistory());
    }

    [Fact]
    public void One_unit_alone_can_be_asked_for()
    {
        var value = _snapshot.Measure(CallerScope.Everything, new(["hazards_found", "on_time_rate"], [], new Filter { Month = ReportMonth.Parse("2022-06") }) { Grain = Grain.YearToDate, UnitKey = "U-甲店" }).Rows[0].Values;
        Assert.Equal(1, value[0].Value);
        Assert.Equal((0.5, 1d, 2d), (value[1].Value, value[1].Numerator, value[1].Denominator));
    }

    private static IEnumerable<string> Rows(RawResult result) => [.. result.Rows().Select(row => Line(row))];

    private static string Line(IReadOnlyList<object?> cells) => string.Join(' ', cells.Select(cell => cell switch
    {
        null or DBNull or "" => "-",
        bool flag => flag ? "yes" : "no",
        string text => text,
        _ => Convert.ToDouble(cell, System.Globalization.CultureInfo.InvariantCulture).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
    }));

    /// <summary>Two years of a few hazards, one of which moves.</summary>
    public sealed class Published : IDisposable
    {
        private readonly string _published = Directory.CreateTempSubdirectory("grains-").FullName;
        private readonly GivenLedgers _given = new("""
            file month   sender row unit hazard relation     status    found      rectified  due        community  level category
            a    2022-04 应急办 2   甲店 H1     new          ordered   2022-04-02 -          2022-05-20 金沙社区   重大  灭火器材
            a    2022-04 应急办 3   乙店 H2     new          rectified 2022-04-03 2022-04-20 2022-04-30 磁器口社区 一般  灭火器材
            b    2022-05 应急办 2   甲店 H1     carried_over verified  -          2022-05-10 -          磁器口社区 -     -
            b    2022-05 经发办 3   乙店 H3     new          ordered   2022-05-10 -          -          金沙社区   一般  灭火器材
            c    2022-06 应急办 2   甲店 H1     reopened     ordered   -          -          2022-06-20 -          -     -
            d    2023-01 经发办 2   丙店 H4     new          ordered   2023-01-10 -          2023-01-15 金沙社区   重大  灭火器材
            """);

        public Published()
        {
            var name = new SnapshotPublisher(_published, TimeProvider.System).Publish(_given.WarehouseFile, isSample: false, TestContext.Current.CancellationToken).Name;
            Snapshot = new Snapshot(Path.Combine(_published, name));
        }

        public Snapshot Snapshot { get; }

        public void Dispose()
        {
            Snapshot.Dispose();
            _given.Dispose();
            Directory.Delete(_published, recursive: true);
        }
    }
}
