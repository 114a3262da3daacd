using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafetyAnalytics.Learning.Categories;
using SafetyAnalytics.Learning.Categories.Model;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Categories;

/// <summary>The categories, their words and the texts that teach them, as the seeds and the steward's decisions have them.</summary>
public static class CategorySeeds
{
    /// <summary>Fewer taught texts than this teach nothing that the rules do not know.</summary>
    private const int LeastTexts = 50;

    private static readonly Lock s_gate = new();
    private static (string Key, Lazy<TextModel?> Model)? s_last;

    /// <exception cref="SeedException">A row of the category seeds cannot be used.</exception>
    public static CategoryLexicon LexiconOf(Seeds seeds)
    {
        var categories = seeds["hazard_categories"].Records.Select(row => new HazardCategory(row["category"], row["label_en"], row["sector"].Length > 0 ? row["sector"] : null, row["gbt13861_group"], row["source"]));
        var words = seeds["hazard_category_words"].Records.Select(row => new CategoryWords(row["category"], row["words"], Weight(row)));
        try
        {
            return new CategoryLexicon(categories, words);
        }
        catch (ArgumentException e)
        {
            throw new SeedException($"Seeds 'hazard_categories' and 'hazard_category_words': {e.Message}");
        }
    }

    /// <param name="decided">Texts whose category a person has said: never labelled otherwise, and learned from.</param>
    public static TextClassifier ClassifierOf(Seeds seeds, IReadOnlyList<LabelledText> decided)
    {
        var lexicon = LexiconOf(seeds);
        return new TextClassifier(lexicon, Learned(seeds, lexicon, decided), decided);
    }

    /// <summary>Texts of categories the seeds do not know (another taxonomy took their place) teach nothing.</summary>
    private static List<LabelledText> TextsOf(Seeds seeds, CategoryLexicon lexicon, IReadOnlyList<LabelledText> decided)
    {
        var known = lexicon.Categories.Select(category => category.Category).Append(new TextClassifierOptions().UnknownCategory!).ToHashSet(StringComparer.Ordinal);
        return [.. seeds["hazard_category_texts"].Records.Select(row => new LabelledText(row["text"], row["category"])).Concat(decided).Where(text => known.Contains(text.Category))];
    }

    /// <summary>Learned once a process for the same seeds and decisions, and only if a text needs it: a page that rebuilds after every upload does not learn anew each time.</summary>
    private static Lazy<TextModel?> Learned(Seeds seeds, CategoryLexicon lexicon, IReadOnlyList<LabelledText> decided)
    {
        var texts = TextsOf(seeds, lexicon, decided);
        var key = Fingerprint(seeds, texts);
        lock (s_gate)
        {
            if (s_last is { } last && last.Key == key) return last.Model;
            var model = new Lazy<TextModel?>(() => texts.Count < LeastTexts ? null : TextModel.Learn(texts, lexicon, isTried: false));
            s_last = (key, model);
            return model;
        }
    }

    private static string Fingerprint(Seeds seeds, IEnumerable<LabelledText> texts)
    {
        var words = seeds["hazard_categories"].Rows.Concat(seeds["hazard_category_words"].Rows).Select(row => string.Join('\u001f', row));
        var all = words.Concat(texts.Select(text => $"{text.Text}\u001f{text.Category}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001e', all))));
    }

    private static double Weight(IReadOnlyDictionary<string, string> row) =>
        double.TryParse(row["weight"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
            ? weight
            : throw new SeedException($"Seed 'hazard_category_words', {row["category"]}: the weight '{row["weight"]}' is not a number.");
}
