using SafetyAnalytics.Warehouse.Building;
using SafetyAnalytics.Warehouse.Publishing;

namespace SafetyAnalytics.Pipeline;

/// <summary><c>publish</c>: the last build as an immutable snapshot, then the pointer; what its checks found is remembered for the snapshots to come.</summary>
public sealed class Publish(DataDirectory data, TimeProvider clock)
{
    /// <exception cref="PipelineException">Nothing has been built.</exception>
    /// <exception cref="ChecksFailedException">A blocking check fails; readers keep the last snapshot.</exception>
    public PublishResult Run(CancellationToken cancellationToken = default)
    {
        if (!File.Exists(data.WarehouseFile)) throw new PipelineException(ExitCode.Cannot, Messages.Of("nothing_built", data.Root));
        var result = new SnapshotPublisher(data.Published, clock).Publish(data.WarehouseFile, File.Exists(data.SampleMark), cancellationToken);
        using var raw = RawDatabase.OpenForWriting(data);
        CheckTable.Remember(raw, result.Name, clock.GetUtcNow(), result.Checks);
        return result;
    }
}
