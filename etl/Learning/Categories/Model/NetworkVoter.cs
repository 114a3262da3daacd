using System.Numerics;

namespace SafetyAnalytics.Learning.Categories.Model;

/// <summary>
/// A network with one hidden layer over the character sequences: it learns which of them mean something only together (未 with 帽, 配电箱 with 堆放), which a sum of weights cannot.
/// </summary>
/// <remarks>
/// ML.NET has no such trainer without a native library of a hundred megabytes. Plain stochastic gradient descent, seeded: the same examples give the same network.
/// Dropout of sequences and hidden values, and labels believed to <see cref="Belief"/>, keep it from learning wrong labels by heart.
/// </remarks>
internal sealed class NetworkVoter : IVoter
{
    private const int Hidden = 64;
    private const float Belief = 0.95f;
    private const double DropHidden = 0.3;
    private const double DropFeature = 0.1;
    private const float FeatureStep = 0.5f;
    private const float HiddenStep = 0.05f;

    private readonly int _classes;
    private readonly float[] _inner;
    private readonly float[] _innerBias = new float[Hidden];
    private readonly float[] _outer;
    private readonly float[] _outerBias;

    private NetworkVoter(Examples examples, Random random)
    {
        _classes = examples.Classes;
        _inner = Small(random, examples.Width * Hidden, 0.3);
        _outer = Small(random, _classes * Hidden, 0.25);
        _outerBias = new float[_classes];
    }

    public static NetworkVoter Fit(Examples examples, int seed, int passes, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var network = new NetworkVoter(examples, random);
        var order = Enumerable.Range(0, examples.Rows.Count).ToArray();
        var lesson = new Lesson(new float[Hidden], new float[Hidden], new float[examples.Classes], random);
        for (var pass = 0; pass < passes; pass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            random.Shuffle(order);
            var pace = 1 - (0.95f * pass / passes);
            foreach (var text in order) network.Learn(examples.Rows[text], examples.Labels[text], pace, lesson);
        }

        return network;
    }

    public void Vote(SparseRow row, Span<double> logShares)
    {
        Span<float> hidden = stackalloc float[Hidden];
        _innerBias.CopyTo(hidden);
        for (var i = 0; i < row.Features.Length; i++) Add(Inner(row.Features[i]), row.Weights[i], hidden);
        for (var j = 0; j < Hidden; j++) hidden[j] = Math.Max(0, hidden[j]);
        for (var c = 0; c < _classes; c++) logShares[c] = _outerBias[c] + Dot(Outer(c), hidden);
        LogShares.Normalise(logShares);
    }

    private static float[] Small(Random random, int count, double most)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++) values[i] = (float)((random.NextDouble() - 0.5) * 2 * most);
        return values;
    }

    private void Learn(SparseRow row, int label, float pace, Lesson lesson)
    {
        var (hidden, back, shares, random) = lesson;
        Span<bool> isKept = row.Features.Length <= 4096 ? stackalloc bool[row.Features.Length] : new bool[row.Features.Length];
        _innerBias.CopyTo(hidden, 0);
        for (var i = 0; i < isKept.Length; i++)
        {
            isKept[i] = random.NextDouble() >= DropFeature;
            if (isKept[i]) Add(Inner(row.Features[i]), row.Weights[i] / (float)(1 - DropFeature), hidden);
        }

        for (var j = 0; j < Hidden; j++) hidden[j] = hidden[j] <= 0 || random.NextDouble() < DropHidden ? 0 : hidden[j] / (float)(1 - DropHidden);
        Judge(hidden, label, shares);
        Array.Clear(back);
        for (var c = 0; c < _classes; c++)
        {
            Add(Outer(c), shares[c], back);
            Add(hidden, -HiddenStep * pace * shares[c], Outer(c));
            _outerBias[c] -= HiddenStep * 0.5f * pace * shares[c];
        }

        for (var j = 0; j < Hidden; j++) back[j] = hidden[j] > 0 ? back[j] / (float)(1 - DropHidden) : 0;
        Add(back, -HiddenStep * 0.5f * pace, _innerBias);
        for (var i = 0; i < isKept.Length; i++)
        {
            if (isKept[i]) Add(back, -FeatureStep * pace * row.Weights[i], Inner(row.Features[i]));
        }
    }

    /// <summary>By how much each category's share is too high.</summary>
    private void Judge(float[] hidden, int label, float[] shares)
    {
        var most = float.NegativeInfinity;
        for (var c = 0; c < _classes; c++) most = Math.Max(most, shares[c] = _outerBias[c] + Dot(Outer(c), hidden));
        var sum = 0f;
        for (var c = 0; c < _classes; c++) sum += shares[c] = MathF.Exp(shares[c] - most);
        for (var c = 0; c < _classes; c++) shares[c] = (shares[c] / sum) - (c == label ? Belief : (1 - Belief) / Math.Max(1, _classes - 1));
    }

    private Span<float> Inner(int feature) => _inner.AsSpan(feature * Hidden, Hidden);

    private Span<float> Outer(int category) => _outer.AsSpan(category * Hidden, Hidden);

    private static void Add(ReadOnlySpan<float> values, float times, Span<float> to)
    {
        var factor = new Vector<float>(times);
        for (var i = 0; i < Hidden; i += Vector<float>.Count) ((new Vector<float>(values[i..]) * factor) + new Vector<float>(to[i..])).CopyTo(to[i..]);
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        for (var i = 0; i < Hidden; i += Vector<float>.Count) sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        return Vector.Sum(sum);
    }

    /// <summary>Room that one text after the other uses.</summary>
    private sealed record Lesson(float[] Hidden, float[] Back, float[] Shares, Random Random);
}
