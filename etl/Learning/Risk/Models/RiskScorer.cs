namespace SafetyAnalytics.Learning.Risk.Models;

/// <summary>What was learned, as plain numbers: it can be written down, read back years later and gives the same answer to the last digit.</summary>
[System.Text.Json.Serialization.JsonDerivedType(typeof(RateScorer), "rate")]
[System.Text.Json.Serialization.JsonDerivedType(typeof(LogisticScorer), "logistic")]
[System.Text.Json.Serialization.JsonDerivedType(typeof(TreesScorer), "trees")]
[System.Text.Json.Serialization.JsonDerivedType(typeof(BlendScorer), "blend")]
public abstract record RiskScorer
{
    /// <summary>Logit of the probability, before calibration.</summary>
    public abstract double Logit(ReadOnlySpan<float> row);

    /// <summary>Adds to <paramref name="into"/> what each feature moved the logit by, away from the usual row.</summary>
    public abstract void Contribute(ReadOnlySpan<float> row, Span<double> into, double share = 1);
}

/// <summary>The smoothed rate itself: one feature is the logit of it.</summary>
/// <param name="Feature">Index of that feature.</param>
/// <param name="Usual">Its mean over the examples.</param>
public sealed record RateScorer(int Feature, double Usual) : RiskScorer
{
    public override double Logit(ReadOnlySpan<float> row) => row[Feature];

    public override void Contribute(ReadOnlySpan<float> row, Span<double> into, double share = 1) => into[Feature] += share * (row[Feature] - Usual);
}

/// <summary>Logistic regression over standardised features.</summary>
public sealed record LogisticScorer(double[] Means, double[] Scales, double[] Weights, double Bias) : RiskScorer
{
    public override double Logit(ReadOnlySpan<float> row)
    {
        var sum = Bias;
        for (var i = 0; i < Weights.Length; i++) sum += Weights[i] * Standard(row[i], i);
        return sum;
    }

    public override void Contribute(ReadOnlySpan<float> row, Span<double> into, double share = 1)
    {
        for (var i = 0; i < Weights.Length; i++) into[i] += share * Weights[i] * Standard(row[i], i);
    }

    internal void Standard(ReadOnlySpan<float> row, Span<float> into)
    {
        for (var i = 0; i < into.Length; i++) into[i] = (float)Standard(row[i], i);
    }

    // The same limit as in learning: a value never seen must not carry the sum away.
    private double Standard(float value, int i) => Math.Clamp((value - Means[i]) * Scales[i], -6, 6);
}

/// <summary>One regression tree. A child below zero is the leaf <c>~child</c>.</summary>
/// <param name="Usual">Mean answer of the examples that came by each node, by node; of the leaves it is the leaf's own.</param>
public sealed record RiskTree(int[] Left, int[] Right, int[] Feature, float[] Threshold, double[] Leaf, double[] Usual)
{
    public double Answer(ReadOnlySpan<float> row)
    {
        if (Left.Length == 0) return Leaf[0];
        var node = 0;
        while (node >= 0) node = Next(row, node);
        return Leaf[~node];
    }

    public int Next(ReadOnlySpan<float> row, int node) => row[Feature[node]] <= Threshold[node] ? Left[node] : Right[node];
}

/// <summary>Boosted trees: the sum of their answers.</summary>
public sealed record TreesScorer(RiskTree[] Trees, double Scale) : RiskScorer
{
    public override double Logit(ReadOnlySpan<float> row)
    {
        var sum = 0.0;
        foreach (var tree in Trees) sum += tree.Answer(row);
        return sum * Scale;
    }

    /// <summary>Each step down a tree moves the expected answer; the step's feature gets that move.</summary>
    public override void Contribute(ReadOnlySpan<float> row, Span<double> into, double share = 1)
    {
        foreach (var tree in Trees)
        {
            if (tree.Left.Length == 0) continue;
            for (var node = 0; node >= 0;)
            {
                var next = tree.Next(row, node);
                into[tree.Feature[node]] += share * Scale * ((next >= 0 ? tree.Usual[next] : tree.Leaf[~next]) - tree.Usual[node]);
                node = next;
            }
        }
    }
}

/// <summary>The mean of several logits.</summary>
public sealed record BlendScorer(RiskScorer[] Parts) : RiskScorer
{
    public override double Logit(ReadOnlySpan<float> row)
    {
        var sum = 0.0;
        foreach (var part in Parts) sum += part.Logit(row);
        return sum / Parts.Length;
    }

    public override void Contribute(ReadOnlySpan<float> row, Span<double> into, double share = 1)
    {
        foreach (var part in Parts) part.Contribute(row, into, share / Parts.Length);
    }
}
