using SafetyAnalytics.Learning.Risk.Judging;
using SafetyAnalytics.Learning.Risk.Models;

namespace SafetyAnalytics.Learning.Tests.Risk;

public sealed class MeasuredTests
{
    // scores, outcomes, AUC, average precision, share that came true among the first half
    public static TheoryData<string, string, double, double, double> Cases => new()
    {
        { "0.9 0.8 0.2 0.1", "1 1 0 0", 1, 1, 1 },
        { "0.1 0.2 0.8 0.9", "1 1 0 0", 0, (1 / 3.0 + 2 / 4.0) / 2, 0 },
        { "0.5 0.5 0.5 0.5", "1 0 1 0", 0.5, 0.5, 0.5 },
        { "0.9 0.6 0.4 0.2", "1 0 1 0", 0.75, (1 + 2 / 3.0) / 2, 0.5 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Orders_are_measured(string scores, string outcomes, double auc, double averagePrecision, double precision)
    {
        var measured = Of(scores, outcomes);
        Assert.Equal(auc, measured.Auc(), 12);
        Assert.Equal(averagePrecision, measured.AveragePrecision(), 12);
        Assert.Equal(precision, measured.PrecisionAt(0.5), 12);
    }

    [Fact]
    public void A_weight_of_two_is_the_row_twice()
    {
        var (once, twice) = (Of("0.9 0.6 0.4 0.2", "1 0 1 0"), Of("0.9 0.6 0.6 0.4 0.2", "1 0 0 1 0"));
        int[] weights = [1, 2, 1, 1];
        Assert.Equal(twice.Auc(), once.Auc(weights), 12);
        Assert.Equal(twice.AveragePrecision(), once.AveragePrecision(weights), 12);
        Assert.Equal(twice.LogLoss(), once.LogLoss(weights), 12);
        Assert.Equal(twice.Brier(), once.Brier(weights), 12);
    }

    [Fact]
    public void Probabilities_are_measured()
    {
        var measured = Of("0.8 0.2", "1 0");
        Assert.Equal(-Math.Log(0.8), measured.LogLoss(), 12);
        Assert.Equal(0.04, measured.Brier(), 12);
        Assert.Equal(0.2, measured.CalibrationError(), 12);
        Assert.True(double.IsNaN(Of("0.8 0.2", "1 1").Auc()));
    }

    [Fact]
    public void Calibration_takes_out_what_is_too_sure()
    {
        var logits = Enumerable.Range(0, 4000).Select(i => 3.0 * ((i % 2) - 0.5)).ToList();
        var labels = Enumerable.Range(0, 4000).Select(i => Draws.Fraction((ulong)i) < (i % 2 == 0 ? 0.4 : 0.6)).ToList();
        var fitted = Calibration.Fit(logits, labels);
        Assert.Equal(0.4, fitted.Probability(-1.5), 0.03);
        Assert.Equal(0.6, fitted.Probability(1.5), 0.03);
        Assert.Equal(Calibration.None, Calibration.Fit([], []));
    }

    private static Measured Of(string scores, string outcomes) => new(
        [.. scores.Split(' ').Select(score => double.Parse(score, System.Globalization.CultureInfo.InvariantCulture))], [.. outcomes.Split(' ').Select(outcome => outcome == "1")]);
}
