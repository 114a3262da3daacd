namespace SafetyAnalytics.Learning.Categories.Model;

/// <summary>Complement naive Bayes: how rare a sequence is in all other categories together. It has something to say where a category has few examples, and errs elsewhere than the others.</summary>
/// <remarks>Rennie, Shih, Teevan, Karger: Tackling the poor assumptions of naive Bayes text classifiers, ICML 2003.</remarks>
internal sealed class BayesVoter : IVoter
{
    /// <summary>Added to every sequence in every category, so that one never seen there does not rule it out.</summary>
    private const double Smoothing = 0.3;

    private readonly float[] _weights;

    private BayesVoter(float[] weights) => _weights = weights;

    public static BayesVoter Fit(Examples examples)
    {
        var (classes, width) = (examples.Classes, examples.Width);
        var sums = new double[width * classes];
        var totals = new double[classes];
        var all = new double[width];
        for (var t = 0; t < examples.Rows.Count; t++)
        {
            var (row, label) = (examples.Rows[t], examples.Labels[t]);
            for (var i = 0; i < row.Features.Length; i++)
            {
                sums[(row.Features[i] * classes) + label] += row.Weights[i];
                totals[label] += row.Weights[i];
                all[row.Features[i]] += row.Weights[i];
            }
        }

        var total = totals.Sum();
        var weights = new float[width * classes];
        for (var feature = 0; feature < width; feature++)
        {
            for (var c = 0; c < classes; c++)
            {
                var at = (feature * classes) + c;
                weights[at] = (float)-Math.Log((all[feature] - sums[at] + Smoothing) / (total - totals[c] + (Smoothing * width)));
            }
        }

        return new BayesVoter(weights);
    }

    public void Vote(SparseRow row, Span<double> logShares)
    {
        logShares.Clear();
        for (var i = 0; i < row.Features.Length; i++)
        {
            var at = row.Features[i] * logShares.Length;
            for (var c = 0; c < logShares.Length; c++) logShares[c] += row.Weights[i] * _weights[at + c];
        }

        LogShares.Normalise(logShares);
    }
}
