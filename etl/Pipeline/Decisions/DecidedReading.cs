using DuckDB.NET.Data;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>
/// How files are read today: the seeds with the words people decided on, and what they decided about files, rows and cells.
/// The build, the landing, the preview and the hand-back all read through this, so that they cannot disagree.
/// </summary>
/// <param name="Seeds">With the decided words.</param>
public sealed record DecidedReading(Seeds Seeds, Lexicon Lexicon, DecidedFiles Files)
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
        return new DecidedReading(decided, lexicon, DecidedFiles.Of(new RawLedgers(connection), standing, lexicon.Headers));
    }
}
