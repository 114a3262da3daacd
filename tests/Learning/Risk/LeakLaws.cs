using CsCheck;
using SafetyAnalytics.Learning.Risk.Examples;
using SafetyAnalytics.Learning.Risk.Judging;
using SafetyAnalytics.Learning.Risk.Scoring;

namespace SafetyAnalytics.Learning.Tests.Risk;

/// <summary>Nothing after the cut-off is looked at: another future gives the same features and the same scores.</summary>
public sealed class LeakLaws
{
    [Fact]
    public void Another_future_gives_the_same_features()
    {
        Gen.Select(Gen.ULong[1, 1_000_000], Gen.Int[60, 280], Gen.Int[10, 60]).Sample(
            (seed, after, units) =>
            {
                var history = Town.Described(Town.Of(units, 320, seed: seed));
                var day = Town.FirstDay + after;
                var other = Town.WithOtherFuture(history, day, seed + 1);
                AssertSame(new ExampleMaker(history, 90).At(day, TestContext.Current.CancellationToken), new ExampleMaker(other, 90).At(day, TestContext.Current.CancellationToken));
            },
            iter: 30,
            threads: 1);
    }

    [Fact]
    public void Another_future_gives_the_same_models_and_scores()
    {
        var history = Town.Described(Town.Of(90, 500));
        var day = Town.FirstDay + 400;
        var other = Town.WithOtherFuture(history, day, 5);
        Assert.NotEqual(history.Findings.Count, other.Findings.Count);
        var (first, second) = (Scored(history, day), Scored(other, day));
        Assert.False(first.Models.Pair.IsThin);
        Assert.Equal(first.Models.Write(), second.Models.Write());
        Assert.Equal(Lines(first.Scores), Lines(second.Scores));
    }

    [Fact]
    public void What_is_shared_only_later_is_not_known_before()
    {
        var history = Town.Described(Town.Of(60, 400));
        var day = Town.FirstDay + 200;
        var other = Town.WithOtherFuture(history, day, 5);
        Assert.Contains(other.Until(other.LastDay).Traits, trait => trait.Trait == 4);
        Assert.DoesNotContain(other.Until(day).Traits, trait => trait.Trait == 4);
        Assert.Equal(history.Until(day).Traits, other.Until(day).Traits);
    }

    [Fact]
    public void The_same_history_teaches_the_same_to_the_last_digit()
    {
        var history = Town.Described(Town.Of(60, 400));
        Assert.Equal(Lines(Scored(history, history.LastDay).Scores), Lines(Scored(history, history.LastDay).Scores));
    }

    private static (Learning.Risk.Models.RiskModelFile Models, RiskScores Scores) Scored(RiskHistory history, int day)
    {
        var models = RiskTraining.Run(history, day, 120, TestContext.Current.CancellationToken).ToFile(day, 120, "");
        return (models, RiskScores.Of(history, models, day, TestContext.Current.CancellationToken));
    }

    private static string Lines(RiskScores scores) => string.Join('\n', scores.Pairs.Select(pair => $"{pair.Unit} {pair.Category} {pair.Probability:R} {pair.Rank} {string.Join('；', pair.ReasonsZh)}")
        .Concat(scores.Units.Select(unit => $"{unit.Unit} {unit.ProbabilityAny:R} {unit.ProbabilityMajor:R} {unit.ExpectedCount:R} {unit.Rank} {string.Join('；', unit.ReasonsEn)}")));

    private static void AssertSame(RiskExamples expected, RiskExamples actual)
    {
        foreach (var (one, other) in new[] { (expected.Pairs, actual.Pairs), (expected.Units, actual.Units) })
        {
            Assert.Equal(one.Count, other.Count);
            for (var row = 0; row < one.Count; row++)
            {
                Assert.Equal((one[row].Unit, one[row].Category, one[row].BaseRate, one[row].HasHistory), (other[row].Unit, other[row].Category, other[row].BaseRate, other[row].HasHistory));
                Assert.Equal(one[row].Facts, other[row].Facts);
                Assert.True(one.Features(row).SequenceEqual(other.Features(row)), $"Row {row} of unit {one[row].Unit} differs.");
            }
        }
    }
}
