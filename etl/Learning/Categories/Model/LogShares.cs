namespace SafetyAnalytics.Learning.Categories.Model;

/// <summary>Scores of the categories of one text as logarithms of shares that sum to 1.</summary>
internal static class LogShares
{
    public static void Normalise(Span<double> scores)
    {
        var most = double.NegativeInfinity;
        foreach (var score in scores) most = Math.Max(most, score);
        var sum = 0.0;
        foreach (var score in scores) sum += Math.Exp(score - most);
        var shift = most + Math.Log(sum);
        for (var c = 0; c < scores.Length; c++) scores[c] -= shift;
    }

    /// <summary>The largest, the first of equals.</summary>
    public static int Best(ReadOnlySpan<double> scores)
    {
        var best = 0;
        for (var c = 1; c < scores.Length; c++)
        {
            if (scores[c] > scores[best]) best = c;
        }

        return best;
    }
}
