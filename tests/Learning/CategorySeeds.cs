using System.Globalization;
using System.Reflection;
using CsvHelper;
using SafetyAnalytics.Learning.Categories;

namespace SafetyAnalytics.Learning.Tests;

/// <summary>The embedded seeds, as the product ships them.</summary>
public static class CategorySeeds
{
    public static IReadOnlyList<HazardCategory> Categories { get; } = [.. Rows("hazard_categories.csv").Select(row => new HazardCategory(row["category"], row["label_en"], row["sector"] is "" ? null : row["sector"], row["gbt13861_group"], row["source"]))];

    public static IReadOnlyList<CategoryWords> Words { get; } = [.. Rows("hazard_category_words.csv").Select(row => new CategoryWords(row["category"], row["words"], double.Parse(row["weight"], CultureInfo.InvariantCulture)))];

    public static IReadOnlyList<string> Sectors { get; } = [.. Rows("sectors.csv").Select(row => row["sector"])];

    public static CategoryLexicon Lexicon { get; } = new(Categories, Words);

    private static List<Dictionary<string, string>> Rows(string seed)
    {
        using var stream = Assembly.Load("SafetyAnalytics.Warehouse").GetManifestResourceStream("seeds/" + seed)!;
        using var csv = new CsvReader(new StreamReader(stream), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Select(row => ((IDictionary<string, object>)row).ToDictionary(cell => cell.Key, cell => (string)cell.Value))];
    }
}
