using System.Text.Json;
using SafetyAnalytics.Learning.Risk.Judging;

namespace SafetyAnalytics.Learning.Risk.Models;

/// <summary>How probabilities are set right: the logit times slope plus offset, learned on months the scorer had not seen.</summary>
public readonly record struct Calibration(double Slope, double Offset)
{
    public static Calibration None => new(1, 0);

    public double Probability(double logit) => 1 / (1 + Math.Exp(-((Slope * logit) + Offset)));

    /// <summary>Platt's two numbers by Newton's method, held near "no change" where there is little to learn from.</summary>
    public static Calibration Fit(IReadOnlyList<double> logits, IReadOnlyList<bool> labels)
    {
        const double Hold = 20;
        var (slope, offset) = (1.0, 0.0);
        for (var step = 0; step < 30; step++)
        {
            double gs = -Hold * (slope - 1), go = -Hold * offset, hss = Hold, hso = 0, hoo = Hold;
            for (var i = 0; i < logits.Count; i++)
            {
                var p = 1 / (1 + Math.Exp(-((slope * logits[i]) + offset)));
                var error = (labels[i] ? 1 : 0) - p;
                var weight = p * (1 - p);
                gs += error * logits[i];
                go += error;
                hss += weight * logits[i] * logits[i];
                hso += weight * logits[i];
                hoo += weight;
            }

            var determinant = (hss * hoo) - (hso * hso);
            var (ds, dO) = (((hoo * gs) - (hso * go)) / determinant, ((hss * go) - (hso * gs)) / determinant);
            (slope, offset) = (slope + ds, offset + dO);
            if (Math.Abs(ds) + Math.Abs(dO) < 1e-9) break;
        }

        return slope > 0.05 && double.IsFinite(slope) && double.IsFinite(offset) ? new Calibration(slope, offset) : None;
    }
}

/// <summary>A question's answer machine: who serves, and how it is set right.</summary>
/// <param name="Name"><c>category_rate, share_rate, smoothed_rate, logistic, trees, blend</c>.</param>
/// <param name="IsThin">There was too little data to compare anything: the smoothed rate serves by default.</param>
/// <param name="Examples">Examples learned from.</param>
public sealed record RiskModel(string Name, RiskScorer Scorer, Calibration Calibration, bool IsThin, int Examples)
{
    public double Probability(ReadOnlySpan<float> row) => Calibration.Probability(Scorer.Logit(row));
}

/// <summary>What one training taught, as it lies under <c>models/</c>.</summary>
/// <param name="Version">Of the features: a file of another version does not serve.</param>
/// <param name="TrainedFor">The cut-off it learned up to.</param>
/// <param name="JudgedHorizonDays">Horizon of its examples; shorter than asked where history is short.</param>
/// <param name="LearnedFrom">A hash of what it learned from: the same input is not learned twice. Null in files of before.</param>
public sealed record RiskModelFile(int Version, DateOnly TrainedFor, int HorizonDays, int JudgedHorizonDays, string? LearnedFrom, RiskModel Pair, RiskModel Any, RiskModel Major, CountModel Count)
{
    /// <summary>Raised whenever a feature is added, taken out or means something else.</summary>
    public const int CurrentVersion = 2;

    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = false, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Smoothed rates and nothing else: what serves when a training fails and no earlier one did not.</summary>
    public static RiskModelFile Smoothed(DateOnly asOf, int horizonDays) =>
        new(CurrentVersion, asOf, horizonDays, horizonDays, null, Rate(RiskQuestion.Pair), Rate(RiskQuestion.Any), Rate(RiskQuestion.Major), new CountModel(RiskQuestion.SmoothedRate, null));

    private static RiskModel Rate(RiskQuestion question) => new(RiskQuestion.SmoothedRate, question.Smoothed, Calibration.None, IsThin: true, 0);

    public string Write() => JsonSerializer.Serialize(this, s_options);

    /// <returns>Null when the text is of another version or no model.</returns>
    public static RiskModelFile? Read(string text)
    {
        try
        {
            var file = JsonSerializer.Deserialize<RiskModelFile>(text, s_options);
            return file is { Version: CurrentVersion } ? file : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>How many hazards a visit finds: the usual number times what the features move it by.</summary>
/// <param name="Name"><c>smoothed_rate</c> or <c>poisson</c>.</param>
/// <param name="Scorer">Logarithm of the count; null: the smoothed rate serves.</param>
public sealed record CountModel(string Name, LogisticScorer? Scorer)
{
    public double Expected(ReadOnlySpan<float> row, double smoothedRate) => Scorer is null ? smoothedRate : Math.Exp(Math.Clamp(Scorer.Logit(row), -7, 5));
}
