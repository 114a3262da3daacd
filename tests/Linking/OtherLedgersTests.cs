namespace SafetyAnalytics.Linking.Tests;

/// <summary>The relations of ledgers worded by somebody else: right as often as the bar asks.</summary>
public class OtherLedgersTests(ITestOutputHelper output)
{
    private const int Units = 120;
    private const double Bar = 0.98;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void New_carried_over_reopened_and_recurrent_are_told_apart(int seed)
    {
        var told = new OtherLedgers(seed).Write(Units);
        var linked = new HazardLinker().Link([.. told.Select(row => row.Sighting)]);
        var score = RelationScore.Of([.. told.Zip(linked, (row, link) => new JudgedRow(row.Hazard.ToString(System.Globalization.CultureInfo.InvariantCulture), row.Relation, link))]);
        output.WriteLine(score.ToString());
        foreach (var wrong in score.Wrong.Take(40)) output.WriteLine(wrong);
        Assert.All([SightingRelation.New, SightingRelation.CarriedOver, SightingRelation.Reopened, SightingRelation.Recurrent], relation => Assert.True(score.F1(relation) >= Bar, $"{relation}: {score}"));
    }
}
