using DuckDB.NET.Data;
using SafetyAnalytics.Learning.Categories;
using SafetyAnalytics.Learning.Categories.Model;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Pipeline.Categories;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Steps;

/// <summary>Gives each distinct hazard text its category, or none.</summary>
/// <param name="decided">Texts whose category a person has said: never labelled otherwise, and learned from. Default: none.</param>
public sealed class ClassifyTexts(Seeds seeds, IReadOnlyList<LabelledText>? decided = null) : IBuildStep
{
    public IReadOnlyList<string> Reads { get; } = ["int_hazard_text"];

    public IReadOnlyDictionary<string, string> Makes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["learned_category"] = "hazard_text varchar, sector_context varchar, category varchar, probability double, is_certain boolean, reason varchar, classified_by varchar",
    };

    public void Run(DuckDBConnection connection, CancellationToken cancellationToken)
    {
        var classifier = CategorySeeds.ClassifierOf(seeds, decided ?? []);
        var texts = connection.Rows(
            "select hazard_text, sector_context from int_hazard_text order by all",
            row => (Text: row.GetString(0), Sector: row.TextOrNull(1)));
        using var appender = connection.CreateAppender(WarehouseBuild.Work, "main", "learned_category");
        var answers = texts.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(text => (text.Text, text.Sector, Answer: classifier.Classify(text.Text, text.Sector)));
        foreach (var (text, sector, answer) in answers)
        {
            appender.CreateRow().AppendValue(text).AppendValue(sector).AppendValue(answer.Category).AppendValue(answer.Probability).AppendValue(answer.IsCertain)
                .AppendValue(string.Join('、', answer.Reasons)).AppendValue(SnakeCase.Of(answer.By)).EndRow();
        }
    }

    /// <exception cref="SeedException">A row of the category seeds cannot be used.</exception>
    internal static CategoryLexicon LexiconOf(Seeds seeds) => CategorySeeds.LexiconOf(seeds);
}
