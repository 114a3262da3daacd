using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Pipeline.Risk;
using SafetyAnalytics.Warehouse.Building;
using SafetyAnalytics.Warehouse.Publishing;

namespace SafetyAnalytics.Pipeline;

/// <param name="Landed">One per file, in the order landed.</param>
/// <param name="Score">Null when the scoring itself failed: what is published holds the scores of before.</param>
public sealed record RiverResult(IReadOnlyList<LandedFileResult> Landed, BuildResult Build, ScoreResult? Score, PublishResult Published);

/// <summary><c>run</c>: land, build, score, check, publish in one go, under one lock. The shell and the inbox of the web both come here.</summary>
public sealed class River(DataDirectory data, Seeds seeds, TimeProvider clock)
{
    /// <summary>Gets how far a long sheet has been read, from another thread.</summary>
    public IProgress<LandProgress>? OnRows { get; init; }

    /// <param name="paths">Files and folders.</param>
    /// <param name="onStage">Gets what is being worked on, in words for people.</param>
    /// <exception cref="PipelineException">Another writer is busy, or a path is missing; nothing was changed.</exception>
    /// <exception cref="ChecksFailedException">Landed and built, but not published.</exception>
    public RiverResult Run(IReadOnlyList<string> paths, LandSettings settings, IProgress<LandedFileResult>? onLanded = null, IProgress<string>? onStage = null, CancellationToken cancellationToken = default)
    {
        var ledgers = LedgerFiles.Of(paths).Ledgers;
        using var held = data.LockForWriting();
        var landed = new Land(data, clock) { OnRows = OnRows }.Run(ledgers, settings, onLanded, cancellationToken);
        var built = new Build(data, seeds, clock).Run(null, onStage, cancellationToken);
        var scored = Scored(onStage, cancellationToken);
        var published = new Publish(data, clock).Run(cancellationToken);
        return new RiverResult(landed, built, scored, published);
    }

    /// <summary>Scores what changed. Numbers must reach the committee whatever happens to a score, so its faults stop here and are kept.</summary>
    private ScoreResult? Scored(IProgress<string>? onStage, CancellationToken cancellationToken)
    {
        try
        {
            return new Score(data, seeds, clock).Run(null, Score.DefaultHorizonDays, always: false, onStage, cancellationToken);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            File.WriteAllText(data.FaultFile, e.ToString());
            return null;
        }
    }
}
