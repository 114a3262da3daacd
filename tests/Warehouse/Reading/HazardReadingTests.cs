using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Warehouse.Tests.Reading;

public sealed class HazardReadingTests : IClassFixture<OpenSnapshot>
{
    private readonly Snapshot snapshot;

    public HazardReadingTests(OpenSnapshot open) => snapshot = open.Snapshot;

    public static TheoryData<HazardSet, string> SetsAndColumns => new()
    {
        { HazardSet.Found, "found" },
        { HazardSet.Closed, "closed" },
        { HazardSet.Open, "closing" },
        { HazardSet.Overdue, "overdue" },
    };

    /// <summary>The law of the page: behind a number stand exactly that many rows, in every month and slice.</summary>
    [Theory, MemberData(nameof(SetsAndColumns))]
    public void Rows_behind_a_monthly_number_are_as_many_as_the_number(HazardSet set, string column)
    {
        using var numbers = snapshot.Query(CallerScope.Everything, $"select month, sector, community, sum({column})::bigint from mart_month where month in ('2022-07', '2023-06', '2024-04') group by all");
        var slices = numbers.Rows().ToArray();
        Assert.NotEmpty(slices);
        Assert.All(slices, slice => Assert.Equal((long)slice[3]!, Total(set, new Filter { Month = ReportMonth.Parse((string)slice[0]!), Sector = (string)slice[1]!, Community = (string)slice[2]! })));
        Assert.Contains(slices, slice => (long)slice[3]! > 0);
    }

    [Theory]
    [InlineData("2024-04")]
    [InlineData("2023-06")]
    public void Rows_behind_an_age_are_as_many_as_the_age(string month)
    {
        var at = ReportMonth.Parse(month);
        var stock = snapshot.Stock(CallerScope.Everything, new Filter { From = at, To = at }).Single();
        Assert.Contains(stock.Overdue, age => age.Count > 0);
        Assert.All(stock.Overdue, age => Assert.Equal(age.Count, Total(new(new Filter { Month = at }, HazardSet.Overdue, age.Age))));
    }

    [Fact]
    public void Pages_follow_each_other_without_gap_or_repeat()
    {
        var pages = Enumerable.Range(1, 7).Select(page => Page(new(new(Filter.None, HazardSet.Found), HazardSort.Due, Descending: true, page, 100))).ToArray();
        var keys = pages.SelectMany(page => page.Rows).Select(row => row.HazardKey).ToArray();
        Assert.Equal(pages[0].Total, keys.Length);
        Assert.Equal(keys.Length, keys.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(pages[6].Rows);
    }

    [Theory, MemberData(nameof(Sorts))]
    public void Every_sort_runs_both_ways_and_keeps_the_unknown_last(HazardSort sort)
    {
        foreach (var descending in new[] { false, true })
        {
            var rows = Page(new(new(Filter.None, HazardSet.Found), sort, descending, 1, 500)).Rows;
            Assert.Equal(500, rows.Count);
            if (sort is not HazardSort.Due) continue;
            var due = Page(new(new(new Filter { Sector = "消防" }, HazardSet.Found), sort, descending, 1, 500)).Rows.Select(row => row.DueOn).ToArray();
            Assert.Null(due[^1]);
            var stated = due.Where(day => day is not null).ToArray();
            Assert.Equal(descending ? stated.OrderDescending() : stated.Order(), stated);
        }
    }

    public static TheoryData<HazardSort> Sorts => new(Enum.GetValues<HazardSort>());

    [Fact]
    public void A_row_says_where_it_was_first_written()
    {
        var row = Page(new(new(Filter.None, HazardSet.Found), HazardSort.Unit, false, 1, 1)).Rows[0];
        Assert.EndsWith("台账.xlsx", row.FirstFile, StringComparison.Ordinal);
        Assert.Equal("Sheet1", row.FirstSheet);
        Assert.InRange(row.FirstRow!.Value, 3, 42);
    }

    [Fact]
    public void A_status_and_a_span_of_months_narrow_the_list()
    {
        Assert.Equal(snapshot.Number("select count(*) from mart_hazard where status = 'verified'"), Total(HazardSet.Found, new Filter { Status = "verified" }));
        Assert.Equal(
            snapshot.Number("select sum(found) from mart_month where month between '2023-01' and '2023-03'"),
            Total(HazardSet.Found, new Filter { From = ReportMonth.Parse("2023-01"), To = ReportMonth.Parse("2023-03") }));
    }

    [Theory]
    [InlineData(0, 50)]
    [InlineData(1, 0)]
    [InlineData(1, 501)]
    public void A_page_out_of_range_is_a_mistake_of_the_caller(int page, int size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Page(new(new(Filter.None, HazardSet.Found), HazardSort.Found, false, page, size)));

    [Fact]
    public void What_was_cancelled_in_its_own_month_is_in_the_whole_list_but_in_no_month()
    {
        Assert.Equal(snapshot.Number("select count(*) from mart_hazard"), Total(HazardSet.Found, Filter.None));
        Assert.Equal(snapshot.Number("select count(*) from mart_hazard where status <> 'cancelled'"), Total(HazardSet.Found, new Filter { From = ReportMonth.Parse("2022-05") }));
    }

    private HazardPage Page(HazardQuery query) => snapshot.Hazards(CallerScope.Everything, query);

    private long Total(HazardSet set, Filter filter) => Total(new(filter, set));

    private long Total(HazardSelection selection) => Page(new(selection, HazardSort.Found, false, 1, 1)).Total;
}
