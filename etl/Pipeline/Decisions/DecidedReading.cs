using DuckDB.NET.Data;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>
/// How files are read today: the seeds with the words people decided on, and what they decided about files, rows and cells.
/// The build, the landing, the preview and the hand-back all read through this, so that they cannot disagree.
/// </summary>
/// <param name="Seeds">With the decided words.</param>
/// <param name="Standing">All decisions that hold, in the order they were made.</param>
/// <param name="Categories">Hazard texts whose category a person decided.</param>
public sealed record DecidedReading(Seeds Seeds, Lexicon Lexicon, DecidedFiles Files, IReadOnlyList<Decision> Standing, IReadOnlyList<(string Text, string Category)> Categories)
{
    public FileProblems Problems { get; } = new(Seeds);

    /// <exception cref="PipelineException">A writer does not let go of the raw tables.</exception>
    public static DecidedReading Of(DataDirectory data, Seeds seeds)
    {
        ArgumentNullException.ThrowIfNull(data);
        return RawDatabase.Read(data, connection => Of(connection, seeds));
    }

    /// <param name="connection">Raw is in its search path.</param>
    public static DecidedReading Of(DuckDBConnection connection, Seeds seeds)
    {
        var standing = StandingDecisions.Of(DecisionTable.All(connection));
        var decided = DecidedSeeds.With(seeds, standing);
        var lexicon = Lexicon.From(name => decided[name].Records);
        var raw = new RawLedgers(connection);
        var files = DecidedFiles.Of(raw, standing, lexicon.Headers);
        return new DecidedReading(decided, lexicon, files, standing, DecidedCategories.Of(standing, new LandedItems(raw, lexicon, files)));
    }
}
