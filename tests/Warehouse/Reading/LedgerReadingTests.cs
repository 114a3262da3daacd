using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Warehouse.Tests.Reading;

public sealed class LedgerReadingTests : IClassFixture<OpenSnapshot>
{
    private readonly Snapshot snapshot;

    public LedgerReadingTests(OpenSnapshot open) => snapshot = open.Snapshot;

    [Fact]
    public void A_senders_month_has_its_files_the_one_that_counts_first()
    {
        var files = snapshot.Ledgers(CallerScope.Everything, "建设办", ReportMonth.Parse("2024-04"));
        Assert.Equal(17, files.Count);
        Assert.Equal("superseded", files[^1].Outcome);
        Assert.All(files, file => Assert.Equal(file.Rows.Read, file.Rows.Loaded + file.Rows.Repeated + file.Rows.CarriedOver + file.Rows.Skipped + file.Rows.Waiting + file.Rows.Superseded));
        Assert.Empty(snapshot.Ledgers(CallerScope.Everything, "建设办", ReportMonth.Parse("2024-03")));
    }

    [Theory]
    [InlineData(null, null, null, true, 3, 3)]
    [InlineData(null, null, null, false, 4, 3)]
    [InlineData("due_unreadable", null, null, false, 4, 0)]
    [InlineData("no_month", null, null, true, 3, 3)]
    [InlineData(null, "建设办", null, false, 1, 0)]
    [InlineData(null, null, "2024-04", false, 1, 0)]
    [InlineData(null, "应急办", null, false, 0, 0)]
    public void Problems_are_found_by_reason_sender_and_month(string? code, string? submitter, string? month, bool isWaiting, int files, int waiting)
    {
        var page = snapshot.ProblemFiles(CallerScope.Everything, new(code, submitter, month is null ? null : ReportMonth.Parse(month), isWaiting), 1, 100);
        Assert.Equal((files, waiting), (page.Total, page.Waiting));
        Assert.Equal(files, page.Files.Count);
    }

    [Fact]
    public void Pages_of_files_follow_each_other()
    {
        var pages = Enumerable.Range(1, 3).SelectMany(page => snapshot.ProblemFiles(CallerScope.Everything, ProblemFilter.None, page, 2).Files).Select(file => file.File.Name).ToList();
        Assert.Equal(4, pages.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(4, pages.Count);
    }

    [Fact]
    public void What_waits_stands_before_what_is_only_noted_and_the_rest_is_counted()
    {
        var sha = snapshot.ProblemFiles(CallerScope.Everything, ProblemFilter.None, 1, 1).Files[0].File.Sha256;
        var problems = snapshot.Problems(CallerScope.Everything, sha, 2);
        Assert.Equal([true, false], problems.Select(problem => problem.IsWaiting));
        Assert.Equal(3, snapshot.ProblemCount(CallerScope.Everything, sha));
    }

    [Fact]
    public void A_word_says_how_many_problems_it_meets()
    {
        Assert.Equal((12, 3, 4), Counts(snapshot.ProblemsWith(CallerScope.Everything, "cmd")));
        Assert.Equal((3, 1, 1), Counts(snapshot.ProblemsWith(CallerScope.Everything, "2024-03")));
        Assert.Equal((0, 0, 0), Counts(snapshot.ProblemsWith(CallerScope.Everything, "没有的词")));
        Assert.Equal("=cmd()", Assert.Single(snapshot.ProblemTexts(CallerScope.Everything, ["due_unreadable"], 10)).Text);
    }

    [Fact]
    public void A_snapshot_of_an_earlier_layout_has_no_problems_to_tell()
    {
        using var fixture = new PublishedFixture(empty: true);
        fixture.Write(PublishedFixture.First);
        fixture.Change(PublishedFixture.First, "drop table mart_ledger_problem");
        fixture.Point(PublishedFixture.First);
        using var old = new Snapshot(Path.Combine(fixture.Published, PublishedFixture.First));
        Assert.Empty(old.ProblemFiles(CallerScope.Everything, ProblemFilter.None, 1, 10).Files);
        Assert.Empty(old.ProblemChoices(CallerScope.Everything).Codes);
    }

    private static (long, long, long) Counts(ProblemText text) => (text.Problems, text.Waiting, text.Files);
}
