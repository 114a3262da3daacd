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
        var lexicon = CategoryLexicon.From(name => seeds[name].Records);
        var texts = connection.Rows(
            "select hazard_text, sector_context from int_hazard_text order by all",
            row => (Text: row.GetString(0), Sector: row.TextOrNull(1)));
        using var appender = connection.CreateAppender(WarehouseBuild.Work, "main", "learned_category");
        foreach (var (text, sector) in texts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var answer = lexicon.Classify(text, sector);
            appender.CreateRow().AppendValue(text).AppendValue(sector).AppendValue(answer.Category).AppendValue(answer.Score).AppendValue(answer.Reason).EndRow();
        }
    }
}
