using CsCheck;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Warehouse.Tests.Reading;

public sealed class FilterTests
{
    private static readonly Gen<string?> Member = Gen.OneOf<string?>(null, "消防", "a&b=c", "100%", "磁器口 社区", "+", "#?/", "未填报");

    private static readonly Gen<ReportMonth?> Month = Gen.OneOf(
        Gen.Const((ReportMonth?)null),
        Gen.Int[0, 240].Select(months => (ReportMonth?)ReportMonth.Parse("2015-01").Plus(months)));

    [Fact]
    public void A_filter_survives_its_own_query() =>
        Gen.Select(Gen.Select(Month, Month, Month), Gen.Select(Member, Member, Member), Gen.Select(Member, Member, Member))
            .Select((months, first, second) => new Filter
            {
                Month = months.Item1,
                From = months.Item2,
                To = months.Item3,
                Community = first.Item1,
                Sector = first.Item2,
                Department = first.Item3,
                Category = second.Item1,
                Level = second.Item2,
                Status = second.Item3,
            })
            .Sample(filter => Filter.Parse("?" + filter.ToQuery()).Filter == filter);

    [Theory]
    [InlineData(null, "")]
    [InlineData("?month=2024-04&culture=en-US&sector=%E6%B6%88%E9%98%B2", "month=2024-04&sector=%E6%B6%88%E9%98%B2")]
    [InlineData("sector=%20&community=", "")]
    [InlineData("month=2024-04&month=2024-05", "month=2024-04")]
    public void Known_parameters_are_read_and_others_left(string? query, string expected)
    {
        var reading = Filter.Parse(query);
        Assert.Equal(expected, reading.Filter.ToQuery());
        Assert.Empty(reading.Ignored);
    }

    [Theory]
    [InlineData("month=2024-13")]
    [InlineData("month=April")]
    [InlineData("from=24-04")]
    [InlineData("to=2024-4")]
    public void A_month_that_is_none_is_ignored_and_named(string query)
    {
        var reading = Filter.Parse(query);
        Assert.Equal(Filter.None, reading.Filter);
        Assert.Equal([query], reading.Ignored);
    }
}
