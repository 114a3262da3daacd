using SafetyAnalytics.Pipeline.Sample;
using SafetyAnalytics.Pipeline.Tests.Sample;

namespace SafetyAnalytics.Pipeline.Tests.River;

/// <summary>Which hazard is which across months, on samples of several seeds: as often right as the bar asks. <c>tests/Bench --only relations</c> tries many more.</summary>
[Collection(nameof(SampleRiver))]
public sealed class RelationTests(SampleRiver river, ITestOutputHelper output)
{
    private const double Bar = 0.98;

    [Fact]
    public void The_shared_sample_is_told_rightly() => Expect(river.Shell, river.Truth);

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Another_seed_is_told_rightly(int seed)
    {
        using var shell = new Shell();
        var ledgers = new DirectoryInfo(Path.Combine(shell.Folder, "sample"));
        SampleWriter.Write(new SampleOptions { Out = ledgers, Months = 5, Seed = seed });
        shell.Do("run", ledgers.FullName);
        Expect(shell, SampleFixture.Read(ledgers));
    }

    private void Expect(Shell shell, Truth truth)
    {
        var said = shell.Do("query", RelationQuery.Sql, "--format", "json");
        var score = TruthRelations.Of(truth, said.Rows.Select(row => new ToldItem(
            row.GetProperty("file_name").GetString()!, row.GetProperty("sheet").GetString()!, row.GetProperty("row_number").GetInt32(), row.GetProperty("item_no").GetInt32(),
            row.GetProperty("hazard_key").GetString()!, row.GetProperty("event").GetString()!, row.GetProperty("recurrence_of").GetString())));
        output.WriteLine(score.ToString());
        foreach (var wrong in score.Wrong) output.WriteLine(wrong);
        Assert.All(TruthRelations.Barred, relation => Assert.True(score.F1(relation) >= Bar, $"{relation}: {score}"));
    }
}
