using SafetyAnalytics.Learning.Risk.Examples;
using SafetyAnalytics.Learning.Risk.Judging;
using SafetyAnalytics.Learning.Risk.Models;
using SafetyAnalytics.Learning.Risk.Scoring;

namespace SafetyAnalytics.Learning.Tests.Risk;

public sealed class TrainingTests(TrainingTests.Trained town) : IClassFixture<TrainingTests.Trained>
{
    /// <summary>One training for all tests here.</summary>
    public sealed class Trained
    {
        public RiskHistory History { get; } = Town.Of(120, 600);

        public TrainingResult Result { get; }

        public RiskModelFile Models { get; }

        public Trained()
        {
            Result = RiskTraining.Run(History, History.LastDay, 120);
            Models = Result.ToFile(History.LastDay, 120, "");
        }
    }

    [Fact]
    public void What_serves_is_no_worse_than_the_best_naive_answer()
    {
        var losses = town.Result.Measures().Where(row => row is { Question: "pair", CutOff: null, Measure: "log_loss" }).ToDictionary(row => row.Order, row => row.Value, StringComparer.Ordinal);
        Assert.True(losses["model"] <= losses.Where(order => order.Key is "category_rate" or "share_rate" or "smoothed_rate").Min(order => order.Value) + 1e-12);
        Assert.Equal(losses[town.Models.Pair.Name], losses["model"]);
    }

    [Fact]
    public void Temperaments_are_found_out()
    {
        var auc = town.Result.Measures().Single(row => row is { Question: "any", Order: "model", CutOff: null, Measure: "auc" });
        Assert.True(auc.Value > 0.65, $"AUC {auc.Value}");
        Assert.InRange(auc.Value, auc.Low!.Value, auc.High!.Value);
        Assert.True(town.Result.Measures().Single(row => row is { Question: "pair", Order: "model", CutOff: null, Measure: "calibration_error" }).Value < 0.06);
    }

    [Fact]
    public void A_round_learns_only_from_what_was_over_by_then()
    {
        var (set, rounds) = (town.Result.Examples.Pairs, town.Result.Pair.Rounds);
        Assert.Equal(3, rounds.Count);
        foreach (var round in rounds) Assert.All(round.Rows, row => Assert.True(set[row].CutOff == round.Origin && set[row].OutcomeDay > round.Origin));
    }

    [Fact]
    public void A_model_written_down_gives_the_same_answers()
    {
        var read = RiskModelFile.Read(town.Models.Write())!;
        var (before, after) = (RiskScores.Of(town.History, town.Models, town.History.LastDay), RiskScores.Of(town.History, read, town.History.LastDay));
        Assert.Equal(before.Pairs.Select(pair => pair.Probability), after.Pairs.Select(pair => pair.Probability));
        Assert.Equal(before.Units.Select(unit => unit.ExpectedCount), after.Units.Select(unit => unit.ExpectedCount));
        Assert.Null(RiskModelFile.Read(town.Models.Write().Replace("\"version\":", "\"version\":9", StringComparison.Ordinal)));
        Assert.Null(RiskModelFile.Read("{"));
    }

    [Fact]
    public void Every_score_is_a_probability_with_a_rank_and_reasons()
    {
        var scores = RiskScores.Of(town.History, town.Models, town.History.LastDay);
        Assert.All(scores.Pairs, pair => Assert.InRange(pair.Probability, 1e-9, 1 - 1e-9));
        Assert.Equal(Enumerable.Range(1, scores.Pairs.Count), scores.Pairs.Select(pair => pair.Rank).Order());
        Assert.Equal(Enumerable.Range(1, scores.Units.Count), scores.Units.Select(unit => unit.Rank).Order());
        Assert.All(scores.Pairs, pair => Assert.InRange(pair.ReasonsZh.Count, 1, 3));
        Assert.All(scores.Pairs, pair => Assert.Equal(pair.ReasonsZh.Count, pair.ReasonsEn.Count));
        Assert.Contains(scores.Pairs, pair => pair.HasHistory);
        Assert.Contains(scores.Pairs, pair => !pair.HasHistory);
    }

    [Theory]
    [InlineData(8, 80)]
    [InlineData(1, 30)]
    public void Little_data_falls_back_to_the_smoothed_rate_and_says_so(int units, int days)
    {
        var history = Town.Of(units, days, gap: 30);
        var training = RiskTraining.Run(history, history.LastDay, 180);
        var models = training.ToFile(history.LastDay, 180, "");
        Assert.True(models.Pair.IsThin);
        Assert.Equal("smoothed_rate", models.Pair.Name);
        Assert.All(RiskScores.Of(history, models, history.LastDay).Pairs, pair => Assert.InRange(pair.Probability, 0.001, 0.97));
    }

    [Fact]
    public void No_visit_at_all_is_no_fault()
    {
        var nothing = Town.Of(0, 10);
        var training = RiskTraining.Run(nothing, Town.FirstDay, 180);
        Assert.Empty(RiskScores.Of(nothing, training.ToFile(Town.FirstDay, 180, ""), Town.FirstDay).Pairs);
        Assert.Empty(training.Measures());
    }
}
