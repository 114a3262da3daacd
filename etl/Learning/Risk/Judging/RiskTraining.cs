using SafetyAnalytics.Learning.Risk.Examples;
using SafetyAnalytics.Learning.Risk.Models;

namespace SafetyAnalytics.Learning.Risk.Judging;

/// <summary>One question, back-tested and answered.</summary>
public sealed record TrainedQuestion(RiskQuestion Question, RiskModel Model, IReadOnlyList<Round> Rounds, ChoiceResult Choice);

/// <summary>What a training made: the models, and all that is needed to judge them.</summary>
public sealed record TrainingResult(RoundPlan Plan, RiskExamples Examples, TrainedQuestion Pair, TrainedQuestion Any, TrainedQuestion Major, CountModel Count)
{
    public IReadOnlyList<TrainedQuestion> Questions => [Pair, Any, Major];

    private IReadOnlyList<MeasureRow>? _measures;

    public RiskModelFile ToFile(int asOf, int horizonDays, string learnedFrom) =>
        new(RiskModelFile.CurrentVersion, DateOnly.FromDayNumber(asOf), horizonDays, Plan.HorizonDays, learnedFrom, Pair.Model, Any.Model, Major.Model, Count);

    /// <summary>Every measure of every question; worked out once, at the first call.</summary>
    public IReadOnlyList<MeasureRow> Measures() => _measures ??= [.. Questions.SelectMany(trained => BackTestReport.Measures(trained, trained.Question.Examples(Examples)))];

    public IReadOnlyList<CalibrationRow> Calibrations() => [.. Questions.SelectMany(trained => BackTestReport.Calibrations(trained, trained.Question.Examples(Examples)))];
}

/// <summary>
/// Back-tests, chooses, and learns the chosen once more from everything known. A pure function of the history, the day and the horizon.
/// </summary>
public static class RiskTraining
{
    /// <param name="asOf">Day number; nothing after it is looked at.</param>
    public static TrainingResult Run(RiskHistory history, int asOf, int horizonDays, CancellationToken cancellationToken = default)
    {
        var plan = RoundPlan.Of(history.FirstDay, asOf, horizonDays);
        var examples = new ExampleMaker(history, plan.HorizonDays).WithOutcome(plan.CutOffs, asOf, cancellationToken);
        return new TrainingResult(
            plan,
            examples,
            Train(RiskQuestion.Pair, examples, plan, asOf, cancellationToken),
            Train(RiskQuestion.Any, examples, plan, asOf, cancellationToken),
            Train(RiskQuestion.Major, examples, plan, asOf, cancellationToken),
            Count(examples.Units, plan, asOf));
    }

    private static TrainedQuestion Train(RiskQuestion question, RiskExamples examples, RoundPlan plan, int asOf, CancellationToken cancellationToken)
    {
        var set = question.Examples(examples);
        var rounds = Rounds.Play(question, examples, plan, cancellationToken);
        var choice = ModelChoice.Of(question, set, rounds);
        cancellationToken.ThrowIfCancellationRequested();
        var known = Rounds.Learnable(set, about => about.OutcomeDay <= asOf);
        var scorer = Rounds.Candidates(question, set, known).First(candidate => candidate.Name == choice.Chosen).Scorer;
        return new TrainedQuestion(question, new RiskModel(choice.Chosen, scorer, choice.Calibration, choice.IsThin, known.Count), rounds, choice);
    }

    /// <summary>The count has one judge: the mean Poisson deviance over the rounds.</summary>
    private static CountModel Count(ExampleSet units, RoundPlan plan, int asOf)
    {
        double smoothed = 0, learned = 0;
        var isEnough = plan.Origins.Count > 0;
        foreach (var origin in plan.Origins)
        {
            var known = Rounds.Learnable(units, about => about.CutOff < origin && about.OutcomeDay <= origin);
            if (known.Count < Rounds.FewestExamples)
            {
                isEnough = false;
                break;
            }

            var scorer = new CountModel("poisson", Learners.Poisson(units, known));
            for (var row = 0; row < units.Count; row++)
            {
                if (units[row].CutOff != origin) continue;
                smoothed += Deviance(units[row].Hazards, units[row].Naive[0]);
                learned += Deviance(units[row].Hazards, scorer.Expected(units.Features(row), 0));
            }
        }

        return isEnough && learned < smoothed ? new CountModel("poisson", Learners.Poisson(units, Rounds.Learnable(units, about => about.OutcomeDay <= asOf))) : new CountModel(RiskQuestion.SmoothedRate, null);
    }

    private static double Deviance(int count, double expected)
    {
        var safe = Math.Max(1e-3, expected);
        return safe - (count * Math.Log(safe));
    }
}
