using Microsoft.Playwright;
using SafetyAnalytics.Warehouse.Tests.Reading;
using SafetyAnalytics.Web.Inbox;

namespace SafetyAnalytics.Web.Tests;

public sealed class DemoTests(Chromium chromium)
{
    [Fact]
    public async Task An_empty_directory_is_filled_while_the_page_already_answers()
    {
        var fixture = new PublishedFixture(empty: true);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var intake = Publishing(fixture, gate.Task);
        await using var site = await Site.StartAsync(fixture, intake, isDemo: true);
        await using var visit = await chromium.OpenAsync(site, "/");
        await Assertions.Expect(visit.Page.GetByTestId("progress")).ToContainTextAsync("正在准备演示数据…");
        await visit.InteractiveAsync();
        gate.SetResult();
        await Assertions.Expect(visit.Page.Locator("h1")).ToContainTextAsync("2024年4月新增隐患");
        await Assertions.Expect(visit.Page.GetByTestId("progress")).ToHaveCountAsync(0);
        Assert.Equal([Path.Combine(fixture.Data, "sample")], Assert.Single(intake.Runs));
        Assert.True(File.Exists(Path.Combine(fixture.Data, "sample", "ledger.csv")));
    }

    [Fact]
    public async Task What_is_already_published_is_simply_served()
    {
        var intake = new FakeIntake();
        await using var site = await Site.StartAsync(intake: intake, isDemo: true);
        Assert.Contains("2024年4月新增隐患", await site.GetAsync("/"), StringComparison.Ordinal);
        Assert.Equal((0, 0), (intake.Samples, intake.Runs.Count));
    }

    [Fact]
    public async Task A_preparation_that_was_cut_off_is_carried_on_with()
    {
        var fixture = new PublishedFixture(empty: true);
        Directory.CreateDirectory(Path.Combine(fixture.Data, "landed", "aa"));
        Directory.CreateDirectory(Path.Combine(fixture.Data, "sample"));
        var intake = Publishing(fixture, Task.CompletedTask);
        await using var site = await Site.StartAsync(fixture, intake, isDemo: true);
        await Eventually.Holds(() => File.Exists(Path.Combine(fixture.Published, "CURRENT")), "a snapshot is published");
        Assert.Equal(0, intake.Samples);
        Assert.Equal([Path.Combine(fixture.Data, "sample")], Assert.Single(intake.Runs));
    }

    [Fact]
    public async Task Somebodys_own_ledgers_are_not_mixed_with_a_sample()
    {
        var fixture = new PublishedFixture(empty: true);
        Directory.CreateDirectory(Path.Combine(fixture.Data, "landed", "aa"));
        var intake = Publishing(fixture, Task.CompletedTask);
        await using var site = await Site.StartAsync(fixture, intake, isDemo: true);
        await Eventually.Holds(() => File.Exists(Path.Combine(fixture.Published, "CURRENT")), "a snapshot is published");
        Assert.Equal(0, intake.Samples);
        Assert.Empty(Assert.Single(intake.Runs));
    }

    [Fact]
    public async Task A_half_written_sample_is_written_anew()
    {
        var fixture = new PublishedFixture(empty: true);
        var unfinished = Directory.CreateDirectory(Path.Combine(fixture.Data, "sample.unfinished")).FullName;
        File.WriteAllText(Path.Combine(unfinished, "half.csv"), "");
        await using var site = await Site.StartAsync(fixture, Publishing(fixture, Task.CompletedTask), isDemo: true);
        await Eventually.Holds(() => File.Exists(Path.Combine(fixture.Published, "CURRENT")), "a snapshot is published");
        Assert.Equal(["ledger.csv"], Directory.GetFiles(Path.Combine(fixture.Data, "sample")).Select(Path.GetFileName));
        Assert.False(Directory.Exists(unfinished));
    }

    private static FakeIntake Publishing(PublishedFixture fixture, Task gate) => new()
    {
        Run = async _ =>
        {
            await gate;
            fixture.Write(PublishedFixture.First);
            fixture.Point(PublishedFixture.First);
            return new IntakeReport([], IsPublished: true);
        },
    };
}
