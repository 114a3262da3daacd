using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Warehouse.Tests.Reading;

/// <summary>The fixture's snapshot, opened once for a class of tests.</summary>
public sealed class OpenSnapshot : IDisposable
{
    private readonly PublishedFixture fixture = new();

    public OpenSnapshot() => Snapshot = new(Path.Combine(fixture.Published, PublishedFixture.First));

    public Snapshot Snapshot { get; }

    public void Dispose()
    {
        Snapshot.Dispose();
        fixture.Dispose();
    }
}

internal static class SnapshotAsking
{
    /// <summary>The one number of a query that returns one.</summary>
    public static double Number(this Snapshot snapshot, string sql)
    {
        using var result = snapshot.Query(CallerScope.Everything, $"select ({sql})::double");
        return (double)result.Rows().Single()[0]!;
    }
}
