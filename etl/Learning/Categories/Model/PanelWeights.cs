namespace SafetyAnalytics.Learning.Categories.Model;

/// <summary>How the votes are joined: a weighted sum of logarithms, leaned towards rare categories, then sharpened or blunted until shares are what they say.</summary>
/// <param name="Linear">Weights of the voters, 0 or more.</param>
/// <param name="Rare">0: as the votes say; 1: as if all categories were equally frequent.</param>
/// <param name="Sharpness">Above 1 makes shares more extreme.</param>
internal sealed record PanelWeights(double Linear, double Networks, double Bayes, double Neighbours, double Rare, double Sharpness)
{
    public const int Voters = 4;

    /// <summary>Where there are too few examples to choose by.</summary>
    public static PanelWeights Usual { get; } = new(0.5, 1, 0.25, 0, 0.1, 0.7);

    /// <summary>Joined log shares of one text.</summary>
    /// <param name="usual">Logarithm of each category's share among the examples.</param>
    public void Join(double[][] votes, ReadOnlySpan<double> usual, Span<double> joined)
    {
        for (var c = 0; c < joined.Length; c++)
            joined[c] = Sharpness * ((Linear * votes[0][c]) + (Networks * votes[1][c]) + (Bayes * votes[2][c]) + (Neighbours * votes[3][c]) - (Rare * usual[c]));
        LogShares.Normalise(joined);
    }

    /// <summary>The weights that answer best, among a grid of them, on texts the voters were not fitted on: by accuracy plus macro-F1, then sharpness by log-loss.</summary>
    public static PanelWeights Choose(IReadOnlyList<double[][]> votes, IReadOnlyList<int> labels, double[] usual)
    {
        var (best, most) = (Usual, double.NegativeInfinity);
        foreach (var linear in (ReadOnlySpan<double>)[0, 0.3, 0.6])
        foreach (var bayes in (ReadOnlySpan<double>)[0, 0.3, 0.8])
        foreach (var neighbours in (ReadOnlySpan<double>)[0, 0.15, 0.35])
        foreach (var rare in (ReadOnlySpan<double>)[0, 0.1, 0.2, 0.35, 0.5])
        {
            var weights = new PanelWeights(linear, 1, bayes, neighbours, rare, 1);
            var quality = Quality.Of(votes.Select(vote => weights.Best(vote, usual)), labels, usual.Length);
            if (quality.Accuracy + quality.MacroF1 <= most) continue;
            (best, most) = (weights, quality.Accuracy + quality.MacroF1);
        }

        return best with { Sharpness = Sharpest(best, votes, labels, usual) };
    }

    private static double Sharpest(PanelWeights weights, IReadOnlyList<double[][]> votes, IReadOnlyList<int> labels, double[] usual)
    {
        var (best, least) = (1.0, double.PositiveInfinity);
        var joined = new double[usual.Length];
        for (var step = 0; step < 17; step++)
        {
            var tried = weights with { Sharpness = 0.3 * Math.Pow(1.2, step) };
            var loss = 0.0;
            for (var t = 0; t < votes.Count; t++)
            {
                tried.Join(votes[t], usual, joined);
                loss -= joined[labels[t]];
            }

            if (loss < least) (best, least) = (tried.Sharpness, loss);
        }

        return best;
    }

    private int Best(double[][] votes, double[] usual)
    {
        var (best, most) = (0, double.NegativeInfinity);
        for (var c = 0; c < usual.Length; c++)
        {
            var score = (Linear * votes[0][c]) + (Networks * votes[1][c]) + (Bayes * votes[2][c]) + (Neighbours * votes[3][c]) - (Rare * usual[c]);
            if (score > most) (best, most) = (c, score);
        }

        return best;
    }
}

/// <summary>How well answers agree with labels.</summary>
/// <param name="MacroF1">Mean of each category's F1, rare ones counting as much as frequent ones.</param>
public sealed record Quality(double Accuracy, double MacroF1)
{
    internal static Quality Of(IEnumerable<int> answers, IReadOnlyList<int> labels, int classes)
    {
        var (right, answered, labelled) = (new int[classes], new int[classes], new int[classes]);
        var t = 0;
        foreach (var answer in answers)
        {
            var label = labels[t++];
            answered[answer]++;
            labelled[label]++;
            if (answer == label) right[label]++;
        }

        var present = Enumerable.Range(0, classes).Where(c => labelled[c] > 0).ToList();
        return new Quality(right.Sum() / (double)Math.Max(1, t), present.Count == 0 ? 0 : present.Average(c => 2.0 * right[c] / (answered[c] + labelled[c])));
    }
}
