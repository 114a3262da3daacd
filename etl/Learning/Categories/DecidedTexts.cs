using SafetyAnalytics.Learning.Categories.Model;

namespace SafetyAnalytics.Learning.Categories;

/// <summary>Texts whose category persons have said. A text is never labelled against them; where they contradict each other without a majority, nobody has decided.</summary>
internal sealed class DecidedTexts
{
    private readonly Dictionary<string, (string Category, double Share)> _byText;

    private DecidedTexts(Dictionary<string, (string, double)> byText) => _byText = byText;

    /// <param name="texts">In the order they were decided; equal texts are counted together.</param>
    public static DecidedTexts Of(IEnumerable<LabelledText> texts)
    {
        var decided = new Dictionary<string, (string, double)>(StringComparer.Ordinal);
        foreach (var group in texts.GroupBy(text => PlainText.Of(text.Text), StringComparer.Ordinal).Where(group => group.Key.Length > 0))
        {
            var count = group.Count();
            var most = group.CountBy(text => text.Category, StringComparer.Ordinal).MaxBy(category => category.Value);
            if (most.Value * 2 > count) decided[group.Key] = (most.Key, most.Value / (double)count);
        }

        return new DecidedTexts(decided);
    }

    /// <returns>Null: not decided.</returns>
    public TextAnswer? About(string text) => _byText.TryGetValue(PlainText.Of(text), out var decision)
        ? new TextAnswer(decision.Category, decision.Share, decision.Share >= TextModel.CertainPrecision, [], ClassifiedBy.Decision)
        : null;
}
