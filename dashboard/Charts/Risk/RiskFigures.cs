using System.Globalization;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Risk;

/// <summary>Figures about scores: how far to trust them.</summary>
public static class RiskFigures
{
    private const string Pair = "pair";

    /// <summary>What was foretold against what came, in the back-test of the models that scored.</summary>
    /// <returns>Null when nothing could be back-tested.</returns>
    public static Figure? Calibration(Wording wording, SnapshotInfo snapshot, RiskStanding standing)
    {
        var steps = standing.Steps.Where(step => step.Question == Pair).OrderBy(step => step.Predicted).ToList();
        if (steps.Count == 0) return null;
        var words = wording.Phrases;
        var examples = steps.Sum(step => step.Examples);
        var most = steps.MaxBy(step => step.Examples)!;
        return new Figure("risk-calibration", words["RiskCalibration"], words.With("RiskCalibrationClaim", Share(wording, most.Predicted), Share(wording, most.Observed), wording.Count(most.Examples)),
            words["RiskForetold"], words["RiskCame"], FigureOrder.Own,
            [
                new("observed", words["RiskObserved"], Mark.Line, Palette.Blue, [.. steps.Select(step => Point(wording, step, step.Observed, Share(wording, step.Observed)) with { Low = step.Low, High = step.High })]),
                new("examples", words["RiskExamples"], Mark.TableOnly, Palette.Black, [.. steps.Select(step => Point(wording, step, step.Examples, wording.Count(step.Examples)))]),
            ],
            new FigureNotes(
                words.With("NoteFilters", words["NoFilter"]),
                words.With("NoteDefinition", words["RiskCalibrationMeaning"]),
                words.With("NoteAsOf", wording.Day(standing.Scoring.TrainedFor)),
                words.With("NoteCount", wording.Count(examples)),
                null,
                words.With("NoteSnapshot", snapshot.Name)))
        { Kind = FigureKind.Calibration, Unit = MetricUnit.Percent };
    }

    private static Point Point(Wording wording, RiskStep step, double value, string text) =>
        new(step.Step.ToString(CultureInfo.InvariantCulture), Share(wording, step.Predicted), Share(wording, step.Predicted), value, text, null) { At = step.Predicted };

    private static string Share(Wording wording, double share) => wording.Value(MetricUnit.Percent, share);
}
