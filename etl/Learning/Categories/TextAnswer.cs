namespace SafetyAnalytics.Learning.Categories;

/// <summary>Who decided on a category.</summary>
public enum ClassifiedBy
{
    /// <summary>Words of the lexicon, with a clear lead.</summary>
    Rule,

    /// <summary>The learned model; also where it found nothing it could answer.</summary>
    Model,

    /// <summary>A person, about this very text.</summary>
    Decision,
}

/// <summary>The category of a hazard text.</summary>
/// <param name="Category">Null when unknown.</param>
/// <param name="Probability">That the category is right, 0–1; 0 when unknown.</param>
/// <param name="IsCertain">Right often enough to go without a second look.</param>
/// <param name="Reasons">The words that decided; none behind a decision.</param>
public sealed record TextAnswer(string? Category, double Probability, bool IsCertain, IReadOnlyList<string> Reasons, ClassifiedBy By)
{
    public static TextAnswer Unknown { get; } = new(null, 0, false, [], ClassifiedBy.Model);
}
