using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Warehouse.Tests.Reading;

public sealed class SubmissionWallTests : IClassFixture<OpenSnapshot>
{
    private readonly Snapshot snapshot;

    public SubmissionWallTests(OpenSnapshot open) => snapshot = open.Snapshot;

    [Theory]
    [InlineData("磁器口社区", "2024-04", SubmissionState.OnTime)]
    [InlineData("金沙社区", "2024-04", SubmissionState.Late)]
    [InlineData("经发办", "2024-04", SubmissionState.ZeroReport)]
    [InlineData("应急办", "2024-03", SubmissionState.Corrected)]
    [InlineData("建设办", "2024-04", SubmissionState.Waiting)]
    [InlineData("双碑社区", "2024-04", SubmissionState.Missing)]
    [InlineData("双碑社区", "2023-12", SubmissionState.OnTime)]
    public void A_cell_has_one_state(string submitter, string month, SubmissionState expected) =>
        Assert.Equal(expected, Wall("2023-05", "2024-04").Lines.Single(line => line.Submitter == submitter).Cells.Single(cell => cell.Month == ReportMonth.Parse(month)).State);

    [Fact]
    public void What_was_not_expected_has_no_cell() =>
        Assert.Equal(["2023-06", "2023-07"], Wall("2023-04", "2023-07").Lines.Single(line => line.Submitter == "建设办").Cells.Select(cell => cell.Month.ToString()));

    [Fact]
    public void Every_month_asked_for_is_there_and_its_counts_are_its_cells()
    {
        var wall = Wall("2023-05", "2024-04");
        Assert.Equal(12, wall.Months.Count);
        foreach (var month in wall.Months)
        {
            var cells = wall.Lines.SelectMany(line => line.Cells).Where(cell => cell.Month == month).ToList();
            Assert.NotEmpty(cells);
            foreach (var state in Enum.GetValues<SubmissionState>())
                Assert.Equal(cells.Count(cell => cell.State == state), wall.Counts.SingleOrDefault(count => count.Month == month && count.State == state)?.Senders ?? 0);
        }
    }

    [Fact]
    public void A_missing_ledger_has_no_version_and_no_answer_to_whether_it_was_on_time()
    {
        var cell = Wall("2024-04", "2024-04").Lines.Single(line => line.Submitter == "双碑社区").Cells.Single();
        Assert.Equal((null, null), (cell.Version, cell.IsOnTime));
    }

    [Fact]
    public void A_caller_sees_their_own_line_only()
    {
        var wall = snapshot.Wall(new CallerScope { Department = "应急办" }, ReportMonth.Parse("2024-01"), ReportMonth.Parse("2024-04"));
        Assert.Equal(["应急办"], wall.Lines.Select(line => line.Submitter));
        Assert.Equal(4, wall.Counts.Sum(count => count.Senders));
    }

    private SubmissionWall Wall(string from, string to) => snapshot.Wall(CallerScope.Everything, ReportMonth.Parse(from), ReportMonth.Parse(to));
}
