namespace SafetyAnalytics.Learning.Risk.Judging;

/// <summary>
/// How good an order or a probability was. Rows are sorted once; every measure then takes a weight per row, so that a bootstrap draw costs one pass.
/// </summary>
public sealed class Measured
{
    private readonly double[] _scores;
    private readonly bool[] _labels;
    private readonly int[] _order;

    /// <param name="scores">Higher = expected sooner; a probability where <see cref="LogLoss"/> or <see cref="Brier"/> is asked.</param>
    public Measured(IReadOnlyList<double> scores, IReadOnlyList<bool> labels)
    {
        (_scores, _labels) = ([.. scores], [.. labels]);
        _order = [.. Enumerable.Range(0, _scores.Length)];
        var keys = Array.ConvertAll(_order, row => -_scores[row]);
        Array.Sort(keys, _order);
    }

    /// <summary>Chance that a row that came true stands before one that did not; ties count half. NaN without both kinds.</summary>
    public double Auc(int[]? weights = null) => Ranked(weights, 0).Auc;

    /// <summary>Area under precision and recall, by the sum over the steps of recall; rows that tie come in together.</summary>
    public double AveragePrecision(int[]? weights = null) => Ranked(weights, 0).AveragePrecision;

    /// <summary>Share that came true among the first <paramref name="share"/> of the rows.</summary>
    public double PrecisionAt(double share, int[]? weights = null) => Ranked(weights, share).Precision;

    /// <summary>All three measures of an order in one pass.</summary>
    public (double Auc, double AveragePrecision, double Precision) Ranked(int[]? weights, double share)
    {
        var left = share * (weights?.Sum() ?? _scores.Length);
        double positives = 0, negatives = 0, won = 0, steps = 0, taken = 0, hits = 0;
        for (var at = 0; at < _order.Length;)
        {
            double trues = 0, falses = 0;
            var score = _scores[_order[at]];
            for (; at < _order.Length && _scores[_order[at]] == score; at++)
            {
                var weight = weights is null ? 1 : weights[_order[at]];
                if (_labels[_order[at]]) trues += weight;
                else falses += weight;
            }

            if (trues + falses == 0) continue;
            won += falses * (positives + (trues / 2));
            positives += trues;
            negatives += falses;
            steps += trues * positives / (positives + negatives);
            var take = Math.Min(left - taken, trues + falses);
            if (take <= 0) continue;
            hits += take * trues / (trues + falses);
            taken += take;
        }

        return (
            positives > 0 && negatives > 0 ? won / (positives * negatives) : double.NaN,
            positives > 0 ? steps / positives : double.NaN,
            taken > 0 ? hits / taken : double.NaN);
    }

    public double LogLoss(int[]? weights = null) => Mean(weights, row => -Math.Log(Math.Clamp(_labels[row] ? _scores[row] : 1 - _scores[row], 1e-6, 1)));

    public double Brier(int[]? weights = null) => Mean(weights, row => Square(_scores[row] - (_labels[row] ? 1 : 0)));

    /// <summary>Expected calibration error over ten equal steps of probability.</summary>
    public double CalibrationError(int[]? weights = null)
    {
        var (sums, hits, counts) = (new double[10], new double[10], new double[10]);
        for (var row = 0; row < _scores.Length; row++)
        {
            var weight = weights?[row] ?? 1;
            var bin = Math.Clamp((int)(_scores[row] * 10), 0, 9);
            sums[bin] += weight * _scores[row];
            hits[bin] += _labels[row] ? weight : 0;
            counts[bin] += weight;
        }

        var total = counts.Sum();
        return total == 0 ? double.NaN : Enumerable.Range(0, 10).Sum(bin => Math.Abs(sums[bin] - hits[bin])) / total;
    }

    private double Mean(int[]? weights, Func<int, double> loss)
    {
        double sum = 0, total = 0;
        for (var row = 0; row < _scores.Length; row++)
        {
            var weight = weights?[row] ?? 1;
            if (weight == 0) continue;
            sum += weight * loss(row);
            total += weight;
        }

        return total > 0 ? sum / total : double.NaN;
    }

    private static double Square(double value) => value * value;
}
