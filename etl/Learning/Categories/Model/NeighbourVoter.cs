using System.Runtime.InteropServices;

namespace SafetyAnalytics.Learning.Categories.Model;

/// <summary>What the most similar labelled texts were called. Ledgers repeat themselves with small changes, and labels of such texts contradict each other: several vote.</summary>
internal sealed class NeighbourVoter : IVoter
{
    private const int Neighbours = 16;

    /// <summary>A vote weighs by this power of its likeness, so that near-repeats outvote the merely related.</summary>
    private const double Sharpness = 6;

    /// <summary>A sequence in more than this share of the texts is left out: it tells no two texts apart and costs the most.</summary>
    private const double CommonShare = 0.08;

    /// <summary>Weight of what is usual, against the votes: with no neighbour nearby, it decides.</summary>
    private const double UsualWeight = 0.02;

    private readonly List<(int Text, float Weight)>?[] _texts;
    private readonly IReadOnlyList<int> _labels;
    private readonly double[] _usual;

    private NeighbourVoter(List<(int, float)>?[] texts, IReadOnlyList<int> labels, double[] usual)
    {
        _texts = texts;
        _labels = labels;
        _usual = usual;
    }

    public static NeighbourVoter Fit(Examples examples)
    {
        var texts = new List<(int, float)>?[examples.Width];
        for (var t = 0; t < examples.Rows.Count; t++)
        {
            var row = examples.Rows[t];
            for (var i = 0; i < row.Features.Length; i++) (texts[row.Features[i]] ??= []).Add((t, row.Weights[i]));
        }

        var most = Math.Max(50, CommonShare * examples.Rows.Count);
        for (var feature = 0; feature < texts.Length; feature++)
        {
            if (texts[feature]?.Count > most) texts[feature] = null;
        }

        var usual = new double[examples.Classes];
        foreach (var label in examples.Labels) usual[label] += 1.0 / examples.Labels.Count;
        return new NeighbourVoter(texts, examples.Labels, usual);
    }

    public void Vote(SparseRow row, Span<double> logShares)
    {
        for (var c = 0; c < logShares.Length; c++) logShares[c] = (UsualWeight * _usual[c]) + 1e-4;
        foreach (var (text, like) in Nearest(row)) logShares[_labels[text]] += Math.Pow(like, Sharpness);
        for (var c = 0; c < logShares.Length; c++) logShares[c] = Math.Log(logShares[c]);
        LogShares.Normalise(logShares);
    }

    private IEnumerable<(int Text, float Likeness)> Nearest(SparseRow row)
    {
        var likeness = new Dictionary<int, float>();
        for (var i = 0; i < row.Features.Length; i++)
        {
            if (_texts[row.Features[i]] is not { } texts) continue;
            foreach (var (text, weight) in texts) CollectionsMarshal.GetValueRefOrAddDefault(likeness, text, out _) += row.Weights[i] * weight;
        }

        var nearest = new PriorityQueue<int, (float, int)>(Neighbours + 1);
        foreach (var (text, like) in likeness)
        {
            // Of equally near texts the first stay, in whatever order they were found.
            nearest.Enqueue(text, (like, -text));
            if (nearest.Count > Neighbours) nearest.Dequeue();
        }

        return nearest.UnorderedItems.Select(item => (item.Element, item.Priority.Item1)).OrderBy(item => item.Element);
    }
}
