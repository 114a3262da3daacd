using SafetyAnalytics.Learning.Risk.Examples;
using SafetyAnalytics.Learning.Risk.Models;

namespace SafetyAnalytics.Learning.Risk.Judging;

/// <summary>What every candidate said in all rounds together, set right by what the rounds before had taught.</summary>
/// <param name="Probabilities">By candidate, in the order of <paramref name="Rows"/>.</param>
/// <param name="Chosen">The most cautious candidate that no other beats.</param>
/// <param name="IsThin">Nothing but rates could be compared.</param>
/// <param name="Calibration">For the chosen one, from all rounds.</param>
public sealed record ChoiceResult(
    IReadOnlyList<int> Rows,
    IReadOnlyDictionary<string, double[]> Probabilities,
    string Chosen,
    bool IsThin,
    Calibration Calibration);

/// <summary>
/// Chooses by log-loss over the rounds. A less cautious candidate serves only where it is better in nine of ten bootstrap draws of units,
/// or no worse and better at putting units in order (AUC) in nine of ten.
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
        var calibration = rows.Count > 0 && Helps(question, set, rounds, chosen) ? Calibration.Fit([.. rounds.SelectMany(round => round.Logits[chosen])], labels) : Calibration.None;
        return new ChoiceResult(rows, probabilities, chosen, names.Count <= question.Naive.Count, calibration);
    }

    /// <summary>Candidates that spoke in every round: with too little data in the first, only the rates did.</summary>
    private static List<string> Names(RiskQuestion question, IReadOnlyList<Round> rounds)
    {
        var naive = question.Naive.Select(rate => rate.Name).ToList();
        if (rounds.Count == 0) return naive;
        return [.. rounds[0].Logits.Keys.Where(name => rounds.All(round => round.Logits.ContainsKey(name)))];
    }

    /// <summary>
    /// Whether what the rounds before had taught would have set the later rounds right. A season's drift is easily taken for a lasting error, so it must have beaten doing nothing.
    /// </summary>
    private static bool Helps(RiskQuestion question, ExampleSet set, IReadOnlyList<Round> rounds, string name)
    {
        var gain = 0.0;
        for (var i = 1; i < rounds.Count; i++)
        {
            var calibration = Before(question, set, rounds, name, i);
            for (var at = 0; at < rounds[i].Rows.Count; at++)
            {
                var (logit, isHit) = (rounds[i].Logits[name][at], question.Label(set[rounds[i].Rows[at]]));
                gain += Loss(Calibration.None.Probability(logit), isHit) - Loss(calibration.Probability(logit), isHit);
            }
        }

        return gain > 0;
    }

    private static Calibration Before(RiskQuestion question, ExampleSet set, IReadOnlyList<Round> rounds, string name, int i)
    {
        var before = rounds.Take(i).ToList();
        return i == 0 ? Calibration.None : Calibration.Fit([.. before.SelectMany(round => round.Logits[name])], [.. before.SelectMany(round => round.Rows).Select(row => question.Label(set[row]))]);
    }

    private static double Loss(double said, bool isHit) => -Math.Log(Math.Clamp(isHit ? said : 1 - said, 1e-6, 1));

    private static double[] SetRight(RiskQuestion question, ExampleSet set, IReadOnlyList<Round> rounds, string name)
    {
        var all = new List<double>();
        for (var i = 0; i < rounds.Count; i++)
        {
            // The second round has only the first to learn from, and nothing that could tell whether it helps.
            var calibration = i < 2 || Helps(question, set, [.. rounds.Take(i)], name) ? Before(question, set, rounds, name, i) : Calibration.None;
            all.AddRange(rounds[i].Logits[name].Select(calibration.Probability));
        }

        return [.. all];
    }

    private static string Choose(RiskQuestion question, List<string> names, ExampleSet set, List<int> rows, List<bool> labels, Dictionary<string, double[]> probabilities)
    {
        if (rows.Count == 0) return RiskQuestion.SmoothedRate;
        var losses = probabilities.ToDictionary(
            said => said.Key,
            said => said.Value.Select((p, i) => Loss(p, labels[i])).ToArray(),
            StringComparer.Ordinal);
        var best = question.Naive.Select(rate => rate.Name).MinBy(name => losses[name].Sum())!;
        if (names.Count <= question.Naive.Count) return RiskQuestion.SmoothedRate;
        var byUnit = rows.Select((row, i) => (Unit: set[row].Unit, Row: i)).GroupBy(place => place.Unit).Select(unit => unit.Select(place => place.Row).ToArray()).ToList();
        foreach (var name in names.Skip(question.Naive.Count))
        {
            var gains = byUnit.ConvertAll(unit => unit.Sum(i => losses[best][i] - losses[name][i]));
            if (Beats(gains) || (gains.Sum() >= 0 && OrdersBetter(new(probabilities[name], labels), new(probabilities[best], labels), byUnit))) best = name;
        }

        return best;
    }

    /// <summary>A better order (AUC) in nine of ten draws of units.</summary>
    private static bool OrdersBetter(Measured one, Measured than, List<int[]> byUnit)
    {
        var wins = 0;
        var weights = new int[byUnit.Sum(unit => unit.Length)];
        for (var draw = 0; draw < Rehearsals; draw++)
        {
            var times = Draws.Bootstrap(byUnit.Count, draw);
            for (var unit = 0; unit < times.Length; unit++)
            {
                foreach (var row in byUnit[unit]) weights[row] = times[unit];
            }

            if (one.Auc(weights) > than.Auc(weights)) wins++;
        }

        return wins >= 0.9 * Rehearsals;
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
