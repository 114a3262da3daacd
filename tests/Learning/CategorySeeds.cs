using System.Globalization;
using System.Reflection;
using CsvHelper;
using SafetyAnalytics.Learning.Categories;
using SafetyAnalytics.Learning.Categories.Model;

namespace SafetyAnalytics.Learning.Tests;

/// <summary>The embedded seeds, as the product ships them.</summary>
public static class CategorySeeds
{
    public static IReadOnlyList<HazardCategory> Categories { get; } = [.. Seed("hazard_categories.csv").Select(row => new HazardCategory(row["category"], row["label_en"], row["sector"] is "" ? null : row["sector"], row["gbt13861_group"], row["source"]))];

    public static IReadOnlyList<CategoryWords> Words { get; } = [.. Seed("hazard_category_words.csv").Select(row => new CategoryWords(row["category"], row["words"], double.Parse(row["weight"], CultureInfo.InvariantCulture)))];

    public static IReadOnlyList<LabelledText> Taught { get; } = [.. Seed("hazard_category_texts.csv").Select(row => new LabelledText(row["text"], row["category"]))];

    /// <summary>Texts nobody tuned on: <c>Samples/README.md</c>.</summary>
    public static IReadOnlyList<LabelledText> Unseen { get; } = [.. Rows(new StreamReader(Path.Combine(AppContext.BaseDirectory, "Samples", "hazard_texts.csv"))).Select(row => new LabelledText(row["text"], row["category"]))];

    public static IReadOnlyList<string> Sectors { get; } = [.. Seed("sectors.csv").Select(row => row["sector"])];

    public static CategoryLexicon Lexicon { get; } = new(Categories, Words);

    /// <summary>Learned once for all tests.</summary>
    public static Lazy<TextModel?> Model { get; } = new(() => TextModel.Learn(Taught, Lexicon, isTried: false, TestContext.Current.CancellationToken));

    private static List<Dictionary<string, string>> Seed(string name) => Rows(new StreamReader(Assembly.Load("SafetyAnalytics.Warehouse").GetManifestResourceStream("seeds/" + name)!));

    private static List<Dictionary<string, string>> Rows(StreamReader reader)
    {
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Select(row => ((IDictionary<string, object>)row).ToDictionary(cell => cell.Key, cell => (string)cell.Value))];
    }
}
