using SafetyAnalytics.Learning.Risk.Examples;

namespace SafetyAnalytics.Learning.Risk.Judging;

/// <summary>One number of the back-test.</summary>
/// <param name="Order">Who spoke: <c>model</c> (the one that serves), a candidate, or a naive order.</param>
/// <param name="CutOff">Null: all rounds together.</param>
/// <param name="Measure"><c>auc, average_precision, precision_at_plan, log_loss, brier, calibration_error, hazards_found_share, days_earlier</c>.</param>
/// <param name="Low">Lower end of the middle 95 of a hundred bootstrap draws of units; null where one round stands alone.</param>
public sealed record MeasureRow(string Question, string Order, DateOnly? CutOff, string Measure, double Value, double? Low, double? High, int Count);

/// <summary>How often what was said to have this probability came true.</summary>
public sealed record CalibrationRow(string Question, int Step, double Predicted, double Observed, int Count);

/// <summary>Judges the rounds of a question in all its measures.</summary>
public static class BackTestReport
{
    /// <summary>Share of the visits a plan can make, in every measure that needs one.</summary>
    public const double PlanShare = 0.1;

    private const int Rehearsals = 100;

    /// <summary>Rows beyond this are judged on a sample of units.</summary>
    private const int MostRows = 30_000;

    private static readonly (string Name, bool NeedsProbability, Func<Measured, int[]?, double> Of)[] s_measures =
    [
        ("auc", false, (measured, weights) => measured.Auc(weights)),
        ("average_precision", false, (measured, weights) => measured.AveragePrecision(weights)),
        ("precision_at_plan", false, (measured, weights) => measured.PrecisionAt(PlanShare, weights)),
        ("log_loss", true, (measured, weights) => measured.LogLoss(weights)),
        ("brier", true, (measured, weights) => measured.Brier(weights)),
        ("calibration_error", true, (measured, weights) => measured.CalibrationError(weights)),
    ];

    public static IReadOnlyList<MeasureRow> Measures(TrainedQuestion trained, ExampleSet set)
    {
        var choice = trained.Choice;
        var places = Sampled(choice.Rows, set);
        if (places.Count == 0) return [];
        var units = places.Select(place => set[choice.Rows[place]].Unit).Distinct().Order().ToList();
        var draws = Enumerable.Range(0, Rehearsals).Select(draw => WeightsOf(places, choice.Rows, set, units, draw)).ToList();
        var rows = new List<MeasureRow>();
        foreach (var (order, said, isProbability) in Orders(trained, set))
        {
            rows.AddRange(Measure(trained, set, order, said, isProbability, places, draws, null));
            foreach (var round in trained.Rounds)
            {
                var ofRound = places.Where(place => set[choice.Rows[place]].CutOff == round.Origin).ToList();
                rows.AddRange(Measure(trained, set, order, said, isProbability, ofRound, [], DateOnly.FromDayNumber(round.Origin)));
            }
        }

        return rows;
    }

    public static IReadOnlyList<CalibrationRow> Calibrations(TrainedQuestion trained, ExampleSet set)
    {
        var choice = trained.Choice;
        if (choice.Rows.Count == 0) return [];
        var said = choice.Probabilities[choice.Chosen];
        return [.. Enumerable.Range(0, said.Length)
            .GroupBy(i => Math.Clamp((int)(said[i] * 10), 0, 9))
            .OrderBy(step => step.Key)
            .Select(step => new CalibrationRow(trained.Question.Name, step.Key, step.Average(i => said[i]), step.Average(i => trained.Question.Label(set[choice.Rows[i]]) ? 1.0 : 0), step.Count()))];
    }

    /// <summary>Everybody who put an order on the rows, the model first.</summary>
    private static IEnumerable<(string Order, double[] Said, bool IsProbability)> Orders(TrainedQuestion trained, ExampleSet set)
    {
        var choice = trained.Choice;
        yield return ("model", choice.Probabilities[choice.Chosen], true);
        foreach (var (name, said) in choice.Probabilities) yield return (name, said, true);
        foreach (var (name, at) in NaiveOrders.Of(trained.Question)) yield return (name, [.. choice.Rows.Select(row => set[row].Naive[at])], false);
    }

    private static IEnumerable<MeasureRow> Measure(TrainedQuestion trained, ExampleSet set, string order, double[] said, bool isProbability, IReadOnlyList<int> places, IReadOnlyList<int[]> draws, DateOnly? cutOff)
    {
        if (places.Count == 0) yield break;
        var rows = trained.Choice.Rows;
        var measured = new Measured([.. places.Select(place => said[place])], [.. places.Select(place => trained.Question.Label(set[rows[place]]))]);
        foreach (var (name, needsProbability, of) in s_measures)
        {
            if (needsProbability && !isProbability) continue;
            yield return Row(name, weights => of(measured, weights));
        }

        if (trained.Question == RiskQuestion.Pair) yield break;
        var visits = places.Select(place => new JudgedVisit(said[place], set[rows[place]].CutOff, set[rows[place]].OutcomeDay, set[rows[place]].Hazards, trained.Question.Label(set[rows[place]]))).ToList();
        var dealt = new VisitOrder(visits);
        yield return Row("hazards_found_share", weights => dealt.HazardsFoundShare(PlanShare, weights));
        yield return Row("days_earlier", dealt.DaysEarlier);

        MeasureRow Row(string name, Func<int[]?, double> of)
        {
            var value = of(null);
            if (draws.Count == 0) return new MeasureRow(trained.Question.Name, order, cutOff, name, value, null, null, places.Count);
            var sorted = draws.Select(of).Where(double.IsFinite).Order().ToList();
            var (low, high) = sorted.Count == 0 ? (value, value) : (sorted[(int)(sorted.Count * 0.025)], sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * 0.975))]);
            return new MeasureRow(trained.Question.Name, order, cutOff, name, value, low, high, places.Count);
        }
    }

    private static List<int> Sampled(IReadOnlyList<int> rows, ExampleSet set)
    {
        var keep = MostRows / (double)Math.Max(1, rows.Count);
        return [.. Enumerable.Range(0, rows.Count).Where(place => keep >= 1 || Draws.Fraction((ulong)set[rows[place]].Unit) < keep)];
    }

    private static int[] WeightsOf(List<int> places, IReadOnlyList<int> rows, ExampleSet set, List<int> units, int draw)
    {
        var times = Draws.Bootstrap(units.Count, draw);
        return [.. places.Select(place => times[units.BinarySearch(set[rows[place]].Unit)])];
    }
}

/// <summary>The naive orders: what a person with a list and no model would go by.</summary>
public static class NaiveOrders
{
    /// <summary>Names, with their place in <see cref="ExampleAbout.Naive"/>.</summary>
    public static IReadOnlyList<(string Name, int At)> Of(RiskQuestion question) => question == RiskQuestion.Pair
        ? [("share_of_visits", 1), ("found_last_time", 2)]
        : [("hazards_per_visit", 0), ("hazards_last_visit", 1), ("overdue_first", 2), ("longest_unvisited", 3)];
}

/// <summary>A visit that was made, and when an order would have made it.</summary>
internal readonly record struct JudgedVisit(double Score, int CutOff, int Day, int Hazards, bool IsHit);

/// <summary>The same visits on the same days, in another order.</summary>
internal sealed class VisitOrder(IReadOnlyList<JudgedVisit> visits)
{
    private readonly int[][] _rounds = [.. Enumerable.Range(0, visits.Count)
        .GroupBy(i => visits[i].CutOff)
        .Select(round => round.OrderByDescending(i => visits[i].Score).ThenBy(i => Draws.Fraction((ulong)i)).ToArray())];

    /// <summary>Share of all hazards that the first <paramref name="share"/> of each round's visits find.</summary>
    public double HazardsFoundShare(double share, int[]? weights)
    {
        double found = 0, all = 0;
        foreach (var round in _rounds)
        {
            var left = share * round.Sum(i => weights?[i] ?? 1);
            foreach (var i in round)
            {
                double weight = weights?[i] ?? 1;
                all += weight * visits[i].Hazards;
                found += Math.Min(weight, Math.Max(0, left)) * visits[i].Hazards;
                left -= weight;
            }
        }

        return all > 0 ? found / all : double.NaN;
    }

    /// <summary>Mean days by which hits come earlier than they did, when the days of each round are dealt out in this order.</summary>
    public double DaysEarlier(int[]? weights)
    {
        double sum = 0, hits = 0;
        foreach (var round in _rounds)
        {
            var days = round.SelectMany(i => Enumerable.Repeat(visits[i].Day, weights?[i] ?? 1)).Order().ToArray();
            var at = 0;
            foreach (var i in round)
            {
                for (var time = 0; time < (weights?[i] ?? 1); time++, at++)
                {
                    if (!visits[i].IsHit) continue;
                    sum += visits[i].Day - days[at];
                    hits++;
                }
            }
        }

        return hits > 0 ? sum / hits : double.NaN;
    }
}
