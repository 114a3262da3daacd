using Microsoft.Playwright;
using SafetyAnalytics.Warehouse.Tests.Reading;

namespace SafetyAnalytics.Web.Tests;

public sealed class LiveTests(Chromium chromium)
{
    [Fact]
    public async Task An_open_page_says_that_a_new_snapshot_is_current_and_moves_when_asked()
    {
        await using var site = await Site.StartAsync();
        await using var overview = await chromium.OpenAsync(site, "/");
        await using var hazards = await chromium.OpenAsync(site, "/hazards?culture=en-US");
        await overview.InteractiveAsync();
        await hazards.InteractiveAsync();
        await Assertions.Expect(hazards.Page.Locator("h1")).ToHaveTextAsync("All hazards: 600");
        site.Published.Write(PublishedFixture.Second, hazards: 700);
        site.Published.Point(PublishedFixture.Second);
        await Assertions.Expect(overview.Page.GetByTestId("newer")).ToContainTextAsync("数据已更新");
        await Assertions.Expect(hazards.Page.GetByTestId("newer")).ToContainTextAsync("The data have been updated.");
        await Assertions.Expect(overview.Page.Locator("h1")).ToContainTextAsync("2024年4月");
        await overview.Page.GetByTestId("newer").Locator("button").ClickAsync();
        await hazards.Page.GetByTestId("newer").Locator("button").ClickAsync();
        await Assertions.Expect(overview.Page.GetByTestId("newer")).ToHaveCountAsync(0);
        await Assertions.Expect(overview.Page.Locator("h1")).ToContainTextAsync("2024年5月");
        await Assertions.Expect(overview.Page.Locator(".badge summary")).ToContainTextAsync("2024年5月31日");
        await Assertions.Expect(overview.Page.Locator("select[name=month] option[value='2024-05']")).ToHaveCountAsync(1);
        await Assertions.Expect(hazards.Page.Locator("h1")).ToHaveTextAsync("All hazards: 700");
    }

    [Fact]
    public async Task An_empty_page_says_what_to_do_and_changes_by_itself_once_there_is_data()
    {
        await using var site = await Site.StartAsync(new PublishedFixture(empty: true));
        await using var visit = await chromium.OpenAsync(site, "/");
        await visit.InteractiveAsync();
        var empty = visit.Page.GetByTestId("empty");
        await Assertions.Expect(empty).ToContainTextAsync(site.Inbox);
        await Assertions.Expect(empty).ToContainTextAsync("dotnet run --project dashboard/Web -- --demo");
        await Assertions.Expect(empty).ToContainTextAsync("dotnet run --project etl/Pipeline -- run PATH --data DATA");
        Assert.True(Directory.Exists(site.Inbox));
        site.Published.Write(PublishedFixture.First);
        site.Published.Point(PublishedFixture.First);
        await Assertions.Expect(visit.Page.Locator("h1")).ToContainTextAsync("2024年4月新增隐患");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_damaged_snapshot_is_said_so_with_a_cure_and_without_a_stack()
    {
        await using var site = await Site.StartAsync();
        File.WriteAllText(Path.Combine(site.Published.Published, PublishedFixture.First, "manifest.json"), "{");
        var text = await site.GetAsync("/");
        Assert.Contains("发布的数据快照读不出来", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 503)]
    [InlineData(false, 200)]
    public async Task Alive_is_not_yet_ready(bool isEmpty, int ready)
    {
        await using var site = await Site.StartAsync(new PublishedFixture(isEmpty));
        Assert.Equal(200, (int)(await site.Client.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(ready, (int)(await site.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }
}
