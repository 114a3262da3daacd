using Microsoft.Extensions.Diagnostics.HealthChecks;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Web.Shell;

/// <summary>Ready means: a published snapshot can be read.</summary>
internal sealed class SnapshotHealth(OneDoor door) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return Task.FromResult(HealthCheckResult.Healthy(door.Ask((snapshot, _) => snapshot.Info.Name.Text)));
        }
        catch (SnapshotException fault)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy(fault.Message));
        }
    }
}
