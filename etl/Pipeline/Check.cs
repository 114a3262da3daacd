using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline;

/// <summary><c>check</c>: the laws of the warehouse, asked of the last build.</summary>
public sealed class Check(DataDirectory data)
{
    /// <exception cref="PipelineException">Nothing has been built.</exception>
    public IReadOnlyList<CheckResult> Run(CancellationToken cancellationToken = default)
    {
        if (!File.Exists(data.WarehouseFile)) throw new PipelineException(ExitCode.Cannot, Messages.Of("nothing_built", data.Root));
        using var connection = DuckDbFile.OpenForReading(data.WarehouseFile);
        return CheckResult.RunAll(connection, cancellationToken);
    }
}
