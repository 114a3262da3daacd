using System.Globalization;
using DuckDB.NET.Data;
using SafetyAnalytics.Learning.Categories;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Steps;

/// <summary>Gives each distinct hazard text its category, or none.</summary>
public sealed class ClassifyTexts(Seeds seeds) : IBuildStep
{
    public IReadOnlyList<string> Reads { get; } = ["int_hazard_text"];

    public IReadOnlyDictionary<string, string> Makes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["learned_category"] = "hazard_text varchar, sector_context varchar, category varchar, score double, reason varchar",
    };

    public void Run(DuckDBConnection connection, CancellationToken cancellationToken)
    {
        var lexicon = LexiconOf(seeds);
        var texts = connection.Rows(
            "select hazard_text, sector_context from int_hazard_text order by all",
            row => (Text: row.GetString(0), Sector: row.TextOrNull(1)));
        using var appender = connection.CreateAppender(WarehouseBuild.Work, "main", "learned_category");
        foreach (var (text, sector) in texts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var answer = lexicon.Classify(text, sector);
            appender.CreateRow().AppendValue(text).AppendValue(sector).AppendValue(answer.Category).AppendValue(answer.Score).AppendValue(string.Join('、', answer.Reasons)).EndRow();
        }
    }

    /// <exception cref="SeedException">A row of the category seeds cannot be used.</exception>
    internal static CategoryLexicon LexiconOf(Seeds seeds)
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

    private static double Weight(IReadOnlyDictionary<string, string> row) =>
        double.TryParse(row["weight"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
            ? weight
            : throw new SeedException($"Seed 'hazard_category_words', {row["category"]}: the weight '{row["weight"]}' is not a number.");
}
