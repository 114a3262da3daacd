using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Warehouse.Tests.Reading;

public sealed class PublishedDirectoryTests
{
    [Fact]
    public void Nothing_published_is_said_with_a_cure()
    {
        using var fixture = new PublishedFixture(empty: true);
        using var published = new PublishedDirectory(fixture.Published);
        Assert.Null(published.CurrentName());
        Assert.Contains("inbox", Assert.Throws<NoSnapshotException>(published.Borrow).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_finishes_on_the_snapshot_it_began_with()
    {
        using var fixture = new PublishedFixture();
        using var published = new PublishedDirectory(fixture.Published);
        using var early = published.Borrow();
        fixture.Write(PublishedFixture.Second, hazards: 700);
        fixture.Point(PublishedFixture.Second);
        using var late = published.Borrow();
        Assert.Equal(PublishedFixture.First, early.Snapshot.Info.Name.Text);
        Assert.Equal(PublishedFixture.Second, late.Snapshot.Info.Name.Text);
        Assert.Equal("2024-04", Months(early)[^1]);
        Assert.Equal("2024-05", Months(late)[^1]);
    }

    [Fact]
    public void An_outdated_snapshot_is_closed_when_its_last_reader_leaves()
    {
        using var fixture = new PublishedFixture();
        using var published = new PublishedDirectory(fixture.Published);
        var old = published.Borrow();
        var snapshot = old.Snapshot;
        fixture.Write(PublishedFixture.Second);
        fixture.Point(PublishedFixture.Second);
        published.Borrow().Dispose();
        Assert.True(IsOpen(PublishedFixture.First));
        old.Dispose();
        old.Dispose();
        Assert.False(IsOpen(PublishedFixture.First));
        Assert.True(IsOpen(PublishedFixture.Second));
        Assert.Equal(PublishedFixture.First, snapshot.Info.Name.Text);

        bool IsOpen(string name) => new DirectoryInfo("/proc/self/fd").EnumerateFiles().Any(file => file.LinkTarget?.Contains(Path.Combine(fixture.Published, name), StringComparison.Ordinal) is true);
    }

    [Theory]
    [InlineData("../../etc")]
    [InlineData("2024-04-0123456789AB")]
    [InlineData("")]
    public void A_pointer_to_something_else_is_refused(string text)
    {
        using var fixture = new PublishedFixture(empty: true);
        using var published = new PublishedDirectory(fixture.Published);
        File.WriteAllText(Path.Combine(fixture.Published, "CURRENT"), text);
        Assert.Throws<SnapshotUnreadableException>(published.Borrow);
    }

    [Theory]
    [InlineData("manifest.json", "{")]
    [InlineData("manifest.json", "{}")]
    [InlineData("manifest.json", null)]
    [InlineData("warehouse.duckdb", "not a database")]
    [InlineData("warehouse.duckdb", null)]
    public void A_damaged_snapshot_is_named(string file, string? content)
    {
        using var fixture = new PublishedFixture();
        using var published = new PublishedDirectory(fixture.Published);
        var path = Path.Combine(fixture.Published, PublishedFixture.First, file);
        File.Delete(path);
        if (content is not null) File.WriteAllText(path, content);
        Assert.Contains(file, Assert.Throws<SnapshotUnreadableException>(published.Borrow).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_pointer_is_noticed_by_itself()
    {
        using var fixture = new PublishedFixture();
        using var published = new PublishedDirectory(fixture.Published);
        fixture.Write(PublishedFixture.Second);
        using var watch = new PointerWatch(published, TimeProvider.System);
        var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watch.Changed += (_, _) => changed.TrySetResult();
        fixture.Point(PublishedFixture.Second);
        await changed.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Many_readers_at_once_get_the_same_answers_while_snapshots_change()
    {
        using var fixture = new PublishedFixture();
        fixture.Write(PublishedFixture.Second, hazards: 700);
        using var published = new PublishedDirectory(fixture.Published);
        var answers = new System.Collections.Concurrent.ConcurrentBag<(string Name, long Total)>();
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            if (i % 20 == 0) lock (fixture) fixture.Point(i % 40 == 0 ? PublishedFixture.Second : PublishedFixture.First);
            using var lease = published.Borrow();
            var page = lease.Snapshot.Hazards(CallerScope.Everything, new(new(Filter.None, HazardSet.Found), HazardSort.Found, false, i % 5 + 1, 10));
            answers.Add((lease.Snapshot.Info.Name.Text, page.Total));
        });
        Assert.Equal(200, answers.Count);
        Assert.All(answers.GroupBy(answer => answer.Name), group => Assert.Single(group.Select(answer => answer.Total).Distinct()));
    }

    private static IReadOnlyList<string> Months(SnapshotLease lease) => lease.Snapshot.Members(CallerScope.Everything, Dimension.Month);
}
