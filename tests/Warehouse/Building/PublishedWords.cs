using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Warehouse.Tests.Building;

/// <summary>Everything published is explained, and the explanations name nothing that is not there.</summary>
public sealed class PublishedWords(PublishedWords.OneHazard one) : IClassFixture<PublishedWords.OneHazard>
{
    private readonly GivenLedgers _given = one.Given;

    /// <summary>Built once, and described as publishing does.</summary>
    public sealed class OneHazard : IDisposable
    {
        public OneHazard()
        {
            using var connection = DuckDbFile.OpenForWriting(Given.WarehouseFile);
            ColumnMeanings.Describe(connection);
        }

        internal GivenLedgers Given { get; } = new("""
            file month   sender row unit hazard relation status
            a    2022-05 应急办 2   甲店 H1     new      ordered
            """);

        public void Dispose() => Given.Dispose();
    }

    [Fact]
    public void Every_published_column_has_a_meaning() =>
        Assert.Empty(_given.Ask("select distinct column_name from duckdb_columns() where not internal and comment is null order by 1"));

    [Fact]
    public void Every_meaning_belongs_to_a_published_column()
    {
        var published = _given.Ask("select distinct column_name from duckdb_columns() where not internal").ToHashSet(StringComparer.Ordinal);
        Assert.Empty(ColumnMeanings.All.Keys.Where(column => !published.Contains(column)).ToList());
    }

    [Fact]
    public void Every_published_table_says_its_grain() =>
        Assert.Equal(["metric"], _given.Ask("select table_name from duckdb_tables() where not internal and comment is null"));

    [Fact]
    public void Every_metric_answers_from_its_own_source()
    {
        Assert.Equal(39, MetricFile.All.Count);
        foreach (var metric in MetricFile.All)
        {
            var parts = new[] { metric.Sql, metric.NumeratorSql, metric.DenominatorSql, metric.UndeterminableSql }.OfType<string>();
            _given.Ask($"select {metric.MonthColumn}, {string.Join(", ", parts)} from {metric.Source} group by all");
        }
    }

    [Theory]
    [InlineData("cohort_rectification_rate(found_and_rectified, cohort)")]
    [InlineData("on_time_rate(due_on_time, due_judgeable)")]
    [InlineData("overdue_rate(overdue, open_with_due)")]
    public void A_rate_of_nothing_is_unknown_and_not_a_hundred_per_cent(string call) => _given.Expect($"select {call} from mart_month where false", "-");
}
