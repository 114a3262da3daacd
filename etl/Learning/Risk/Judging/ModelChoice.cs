using SafetyAnalytics.Learning.Risk.Examples;
using SafetyAnalytics.Learning.Risk.Models;

namespace SafetyAnalytics.Learning.Risk.Judging;

/// <summary>What every candidate said in all rounds together, set right by what the rounds before had taught.</summary>
/// <param name="Probabilities">By candidate, in the order of <paramref name="Rows"/>.</param>
/// <param name="Chosen">The simplest candidate that no other beats.</param>
/// <param name="IsThin">Nothing but rates could be compared.</param>
/// <param name="Calibration">For the chosen one, from all rounds.</param>
public sealed record ChoiceResult(
    IReadOnlyList<int> Rows,
    IReadOnlyDictionary<string, double[]> Probabilities,
    string Chosen,
    bool IsThin,
    Calibration Calibration);

/// <summary>
/// Chooses by log-loss over the rounds. A less simple candidate serves only where it is better in nine of ten bootstrap draws of units,
/// or no worse and plainly better at putting units in order (AUC by half a hundredth).
/// </summary>
internal static class ModelChoice
{
    private const int Rehearsals = 100;

    public static ChoiceResult Of(RiskQuestion question, ExampleSet set, IReadOnlyList<Round> rounds)
    {
        var names = Names(question, rounds);
        var rows = rounds.SelectMany(round => round.Rows).ToList();
        var labels = rows.ConvertAll(row => question.Label(set[row]));
        var probabilities = names.ToDictionary(name => name, name => SetRight(question, set, rounds, name), StringComparer.Ordinal);
        var chosen = Choose(question, names, set, rows, labels, probabilities);
        var calibration = rows.Count == 0 ? Calibration.None : Calibration.Fit([.. rounds.SelectMany(round => round.Logits[chosen])], labels);
        return new ChoiceResult(rows, probabilities, chosen, names.Count <= question.Naive.Count, calibration);
    }

    /// <summary>Candidates that spoke in every round: with too little data in the first, only the rates did.</summary>
    private static List<string> Names(RiskQuestion question, IReadOnlyList<Round> rounds)
    {
        var naive = question.Naive.Select(rate => rate.Name).ToList();
        if (rounds.Count == 0) return naive;
        return [.. rounds[0].Logits.Keys.Where(name => rounds.All(round => round.Logits.ContainsKey(name)))];
    }

    private static double[] SetRight(RiskQuestion question, ExampleSet set, IReadOnlyList<Round> rounds, string name)
    {
        var all = new List<double>();
        for (var i = 0; i < rounds.Count; i++)
        {
            var before = rounds.Take(i).ToList();
            var calibration = i == 0
                ? Calibration.None
                : Calibration.Fit([.. before.SelectMany(round => round.Logits[name])], [.. before.SelectMany(round => round.Rows).Select(row => question.Label(set[row]))]);
            all.AddRange(rounds[i].Logits[name].Select(calibration.Probability));
        }

        return [.. all];
    }

    private static string Choose(RiskQuestion question, List<string> names, ExampleSet set, List<int> rows, List<bool> labels, Dictionary<string, double[]> probabilities)
    {
        if (rows.Count == 0) return RiskQuestion.SmoothedRate;
        var losses = probabilities.ToDictionary(
            said => said.Key,
            said => said.Value.Select((p, i) => -Math.Log(Math.Clamp(labels[i] ? p : 1 - p, 1e-6, 1))).ToArray(),
            StringComparer.Ordinal);
        var best = question.Naive.Select(rate => rate.Name).MinBy(name => losses[name].Sum())!;
        if (names.Count <= question.Naive.Count) return RiskQuestion.SmoothedRate;
        var byUnit = rows.Select((row, i) => (Unit: set[row].Unit, Row: i)).GroupBy(place => place.Unit).Select(unit => unit.Select(place => place.Row).ToArray()).ToList();
        foreach (var name in names.Skip(question.Naive.Count))
        {
            var gains = byUnit.ConvertAll(unit => unit.Sum(i => losses[best][i] - losses[name][i]));
            if (Beats(gains) || (gains.Sum() >= 0 && RanksBetter(name, best))) best = name;
        }

        return best;

        bool RanksBetter(string name, string than) => Ranking(name) > Ranking(than) + 0.005;
        double Ranking(string name) => new Measured(probabilities[name], labels).Auc();
    }

    private static bool Beats(List<double> gains)
    {
        var wins = 0;
        for (var draw = 0; draw < Rehearsals; draw++)
        {
            var times = Draws.Bootstrap(gains.Count, draw);
            var sum = 0.0;
            for (var i = 0; i < times.Length; i++) sum += times[i] * gains[i];
            if (sum > 0) wins++;
        }

        return wins >= 0.9 * Rehearsals;
    }
}
