namespace SafetyAnalytics.Learning.Categories.Model;

/// <summary>One way of telling categories apart. Safe for many threads once fitted.</summary>
internal interface IVoter
{
    /// <summary>Fills in the logarithm of each category's share; the shares sum to 1.</summary>
    void Vote(SparseRow row, Span<double> logShares);
}

/// <summary>Texts as features, and the number of the category each was given.</summary>
/// <param name="Labels">From 0, each below <paramref name="Classes"/>.</param>
/// <param name="Width">Number of features.</param>
internal sealed record Examples(IReadOnlyList<SparseRow> Rows, IReadOnlyList<int> Labels, int Classes, int Width)
{
    /// <summary>What fitting costs grows with it.</summary>
    public long Cells { get; } = Rows.Sum(row => (long)row.Features.Length);

    public Examples Only(IReadOnlyList<int> texts) => new([.. texts.Select(t => Rows[t])], [.. texts.Select(t => Labels[t])], Classes, Width);
}
