namespace SafetyAnalytics.Learning.Categories;

/// <summary>One row of the seed <c>hazard_categories.csv</c>.</summary>
/// <param name="Category">Name in Chinese, unique.</param>
/// <param name="LabelEn">The same in English.</param>
/// <param name="Sector">One of the seed <c>sectors.csv</c>; null where the category implies none (records, training, licences occur in every sector).</param>
/// <param name="Gbt13861Group">One of the four groups of GB/T 13861: 人, 物, 环境, 管理.</param>
/// <param name="Source">Who says so.</param>
public sealed record HazardCategory(string Category, string LabelEn, string? Sector, string Gbt13861Group, string Source);

/// <summary>One row of the seed <c>hazard_category_words.csv</c>.</summary>
/// <param name="Category">A category of <c>hazard_categories.csv</c>.</param>
/// <param name="Words">Words separated by <c>|</c>, or one regular expression between slashes (no look-around, no back-references).</param>
/// <param name="Weight">How much one of them speaks for the category, above 0: 2 a place or thing that many hazards have, 4 an object of this category, 6 and more a word that hardly means anything else.</param>
public sealed record CategoryWords(string Category, string Words, double Weight);

/// <summary>When the evidence suffices.</summary>
public sealed record CategoryLexiconOptions
{
    /// <summary>Weight below which a text stays unknown: one place-word alone says nothing. Above 0, default 3.</summary>
    public double Threshold { get; init; } = 3;

    /// <summary>By how much the best category must lead the next one. 0 or more, default 0.5: equal evidence stays unknown.</summary>
    public double Lead { get; init; } = 0.5;

    /// <summary>Added to every category of the sector that the ledger speaks of, if the text speaks for it at all. 0 or more, default 1.5.</summary>
    public double SectorBonus { get; init; } = 1.5;
}

/// <summary>What the words of a hazard text say of its category.</summary>
/// <param name="Category">Null when unknown: too little evidence, or as much for another category.</param>
/// <param name="Score">Weight of the evidence for the best category, 0 when there is none.</param>
/// <param name="Reasons">The words found for the best category, in the order of the text; then what its patterns matched.</param>
/// <param name="RunnerUp">The next best category; null when nothing speaks for another.</param>
/// <param name="RunnerUpScore">Weight of its evidence.</param>
public sealed record CategoryAnswer(string? Category, double Score, IReadOnlyList<string> Reasons, string? RunnerUp, double RunnerUpScore)
{
    public static CategoryAnswer Unknown { get; } = new(null, 0, [], null, 0);
}
