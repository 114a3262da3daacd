using SafetyAnalytics.Learning.Categories.Model;

namespace SafetyAnalytics.Learning.Categories;

/// <summary>
/// The category of a hazard text: as a person decided, else by the rules where they are clear, else by the learned model where it is sure enough. Safe for many threads.
/// </summary>
/// <param name="rules">Null: no rules.</param>
/// <param name="model">Asked for only when a text needs it; null in it: nothing was there to learn from.</param>
/// <param name="decided">What persons said of texts; of several about one text the majority holds, and none where there is no majority.</param>
public sealed class TextClassifier(CategoryLexicon? rules, Lazy<TextModel?> model, IEnumerable<LabelledText> decided, TextClassifierOptions? options = null)
{
    private readonly TextClassifierOptions _options = options ?? new TextClassifierOptions();
    private readonly DecidedTexts _decided = DecidedTexts.Of(decided);

    /// <param name="sectorContext">The sector its sheet, group row or sender speaks of; null when unknown.</param>
    public TextAnswer Classify(string? text, string? sectorContext = null)
    {
        if (PlainText.Of(text).Length == 0) return TextAnswer.Unknown;
        if (_decided.About(text!) is { } decision) return decision;
        var ruled = rules?.Classify(text, sectorContext);
        if (ruled?.Category is not null && _options.Settles(ruled)) return ByRule(ruled);
        if (model.Value is not { } learned) return ruled?.Category is null ? TextAnswer.Unknown : ByRule(ruled);
        var guess = learned.Guess(text!);
        if (guess.Category is null || guess.Category == _options.UnknownCategory || guess.Probability < _options.UnknownBelow) return TextAnswer.Unknown;
        return new TextAnswer(guess.Category, guess.Probability, guess.Probability >= Math.Max(_options.CertainFrom, learned.CertainFrom), guess.Reasons, ClassifiedBy.Model);
    }

    private static TextAnswer ByRule(CategoryAnswer ruled)
    {
        var probability = RuleTrust.Of(ruled.Score - ruled.RunnerUpScore);
        return new TextAnswer(ruled.Category, probability, probability >= RuleTrust.Certain, [.. ruled.Reasons.Distinct(StringComparer.Ordinal)], ClassifiedBy.Rule);
    }
}

/// <summary>When rules and model may answer.</summary>
public sealed record TextClassifierOptions
{
    /// <summary>By how much the rules' best category must lead before the model is not asked. 0 or more; default: where rules were right as often as <see cref="RuleTrust.Certain"/>.</summary>
    public double RuleLead { get; init; } = RuleTrust.CertainLead;

    /// <summary>Below this probability a model's answer is kept back. 0–1; default 0.3: of the fewer than one in thirty answers below it, most were wrong (README).</summary>
    public double UnknownBelow { get; init; } = 0.3;

    /// <summary>A model's answer is never certain below this probability, whatever it promises of itself. Above 1 (default): never, since a few hundred examples cannot show that it is.</summary>
    public double CertainFrom { get; init; } = 1.01;

    /// <summary>The category under which texts that say nothing were taught; an answer of it is unknown. Null: none.</summary>
    public string? UnknownCategory { get; init; } = "待匹配";

    internal bool Settles(CategoryAnswer ruled) => ruled.Score - ruled.RunnerUpScore >= RuleLead;
}
