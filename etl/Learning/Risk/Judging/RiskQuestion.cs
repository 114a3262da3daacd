using SafetyAnalytics.Learning.Risk.Examples;
using SafetyAnalytics.Learning.Risk.Models;

namespace SafetyAnalytics.Learning.Risk.Judging;

/// <summary>One thing a score answers, with the naive answers it has to beat.</summary>
/// <param name="Name"><c>pair, any, major</c>.</param>
/// <param name="Examples">Which of the two kinds of examples it is about.</param>
/// <param name="Label">Whether it came true.</param>
/// <param name="IsJudged">Which examples the back-test counts; pairs: only categories the unit had before.</param>
/// <param name="Naive">Names of the naive answers that are learned from nothing but one rate each, simplest first, with the feature that holds the rate's logit.</param>
public sealed record RiskQuestion(
    string Name,
    Func<RiskExamples, ExampleSet> Examples,
    Func<ExampleAbout, bool> Label,
    Func<ExampleAbout, bool> IsJudged,
    IReadOnlyList<(string Name, int Feature)> Naive)
{
    public static RiskQuestion Pair { get; } = new(
        "pair", examples => examples.Pairs, about => about.Hazards > 0, about => about.HasHistory,
        [("category_rate", (int)PairFeature.CategoryAgainRate), ("share_rate", (int)PairFeature.ShareRate), (SmoothedRate, (int)PairFeature.SmoothedRate)])
    {
        LearnersAlone = true,
    };

    public static RiskQuestion Any { get; } = new("any", examples => examples.Units, about => about.Hazards > 0, _ => true, [(SmoothedRate, (int)UnitFeature.AnyRate)]);

    public static RiskQuestion Major { get; } = new("major", examples => examples.Units, about => about.Majors > 0, _ => true, [(SmoothedRate, (int)UnitFeature.MajorRate)]);

    /// <summary>
    /// Whether a learner may serve without the rate that steadies it. Of pairs there are many; of units few come true, and a learner that looked best in the rounds was once, on later months
    /// of Chicago, worse than the blend by .013 of log-loss and .03 of AUC.
    /// </summary>
    public bool LearnersAlone { get; init; }

    public const string SmoothedRate = "smoothed_rate";

    public RateScorer Smoothed => new(Naive[^1].Feature, 0);

    /// <summary>The rate that the blend leans on: of pairs the share of visits, on later months of Chicago the best of the rates at every cut-off.</summary>
    public RateScorer Steady => new((Naive.Count > 1 ? Naive[^2] : Naive[^1]).Feature, 0);
}
