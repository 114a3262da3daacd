using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Warehouse.Tests.Reading;

public sealed class StockReadingTests : IClassFixture<OpenSnapshot>
{
    private readonly Snapshot snapshot;

    public StockReadingTests(OpenSnapshot open) => snapshot = open.Snapshot;

    public static TheoryData<string?, string?> Slices => new() { { null, null }, { "消防", null }, { null, "金沙社区" }, { "未填报", "待匹配" } };

    [Theory, MemberData(nameof(Slices))]
    public void Stock_and_flow_add_up_and_hand_over(string? sector, string? community)
    {
        var months = snapshot.Stock(CallerScope.Everything, new Filter { Sector = sector, Community = community });
        Assert.Equal(24, months.Count);
        Assert.All(months, month => Assert.Equal(month.Closing, month.Opening + month.Found + month.Reopened - month.Closed - month.Cancelled + month.Transferred));
        Assert.All(months.Zip(months.Skip(1)), pair => Assert.Equal(pair.First.Closing, pair.Second.Opening));
    }

    [Fact]
    public void Months_without_rows_are_nought_and_not_left_out()
    {
        var months = snapshot.Stock(CallerScope.Everything, new Filter { Sector = "没有的行业", From = ReportMonth.Parse("2022-11"), To = ReportMonth.Parse("2023-02") });
        Assert.Equal(["2022-11", "2022-12", "2023-01", "2023-02"], months.Select(month => month.Month.ToString()));
        Assert.All(months, month => Assert.Equal(0, month.Closing));
        Assert.All(months, month => Assert.Equal(4, month.Overdue.Count));
    }
}
