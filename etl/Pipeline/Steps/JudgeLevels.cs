using DuckDB.NET.Data;
using SafetyAnalytics.Learning.Levels;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Steps;

/// <summary>Names the published criterion that makes a hazard major, where its words meet one.</summary>
public sealed class JudgeLevels(Seeds seeds) : IBuildStep
{
    public IReadOnlyList<string> Reads { get; } = ["int_unstated_level"];

    public IReadOnlyDictionary<string, string> Makes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["learned_major"] = "unit_name varchar, hazard_text varchar, criterion varchar, words varchar",
    };

    public void Run(DuckDBConnection connection, CancellationToken cancellationToken)
    {
        var criteria = CriteriaOf(seeds);
        var texts = connection.Rows("select unit_name, hazard_text from int_unstated_level order by all", row => (Unit: row.GetString(0), Text: row.GetString(1)));
        using var appender = connection.CreateAppender(WarehouseBuild.Work, "main", "learned_major");
        foreach (var (unit, text, found) in texts.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(text => (text.Unit, text.Text, Found: criteria.Met(text.Unit, text.Text))))
        {
            if (found is not null) appender.CreateRow().AppendValue(unit).AppendValue(text).AppendValue(found.Criterion.Name).AppendValue(found.Words).EndRow();
        }
    }

    /// <exception cref="SeedException">A row of the seed cannot be used.</exception>
    internal static MajorCriteria CriteriaOf(Seeds seeds)
    {
        try
        {
            return new MajorCriteria(seeds["major_criteria"].Records.Select(row => new MajorCriterion(row["criterion"], row["unit_words"], row["text_words"], row["but_not"], row["standard"], row["clause"])));
        }
        catch (ArgumentException e)
        {
            throw new SeedException($"Seed {e.Message}");
        }
    }
}
