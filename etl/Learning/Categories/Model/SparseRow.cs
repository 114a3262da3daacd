namespace SafetyAnalytics.Learning.Categories.Model;

/// <summary>The features of one text, ascending by number, each with its weight; empty when the text says nothing that was ever learned.</summary>
internal readonly record struct SparseRow(int[] Features, float[] Weights)
{
    public static SparseRow Empty { get; } = new([], []);

    public bool IsEmpty => Features.Length == 0;
}
