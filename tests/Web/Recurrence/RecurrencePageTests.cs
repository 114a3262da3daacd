using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Warehouse.Tests.Reading;

namespace SafetyAnalytics.Web.Tests.Recurrence;

public sealed class RecurrencePageTests(LookingSite looking)
{
    [Theory]
    [InlineData("2023-01", "2023-06")]
    [InlineData("2022-05", "2023-12")]
    public async Task Several_months_are_one_period_counted_from_the_closings(string from, string to)
    {
        using var snapshot = new Snapshot(Path.Combine(looking.Site.Published.Published, PublishedFixture.First));
        using var counted = snapshot.Query(CallerScope.Everything,
            $"select count(*) filter (recurrence_90 = 'recurrent'), count(*) filter (recurrence_90 in ('recurrent', 'none')) from fct_closing where closed_month between '{from}' and '{to}'");
        var row = counted.Rows().Single();
        Assert.Contains($"<p class=\"detail\">{row[0]}/{row[1]}</p>", await looking.Site.GetAsync($"/recurrence?from={from}&to={to}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("recurrence-by-category")]
    [InlineData("recurrence-by-community")]
    [InlineData("recurrence-by-action")]
    [InlineData("recurrence-trend")]
    public async Task It_says_what_comes_back_where_and_after_what(string figure) =>
        Assert.Contains($"data-testid=\"figure-{figure}\"", await looking.Site.GetAsync("/recurrence"), StringComparison.Ordinal);

    [Fact]
    public async Task The_menu_leads_there_and_the_units_lead_on()
    {
        Assert.Contains("<a href=\"recurrence\"", await looking.Site.GetAsync("/"), StringComparison.Ordinal);
        Assert.Matches("<a href=\"units/u\\d+\">示例", await looking.Site.GetAsync("/recurrence"));
    }

    [Fact]
    public async Task What_followed_one_action_is_listed_alone()
    {
        var list = await looking.Site.GetAsync("/hazards?set=recurred&from=2023-01&to=2023-06&after=%E6%9B%B4%E6%8D%A2%E7%BB%B4%E4%BF%AE");
        Assert.Contains("2023年1月至2023年6月整改后 90 天内复发的隐患", list, StringComparison.Ordinal);
        Assert.Contains("措施：更换维修", list, StringComparison.Ordinal);
    }
}
