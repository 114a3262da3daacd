using SafetyAnalytics.Pipeline;
using SafetyAnalytics.Pipeline.Sample;
using SafetyAnalytics.Warehouse.Tests.Reading;

namespace SafetyAnalytics.Web.Tests.Risk;

/// <summary>Five months of sample over the real pipeline, run once for all tests of this room.</summary>
public sealed class RiskSite : IAsyncLifetime
{
    /// <summary>Begins long after the sample, so that the day it is planned from is the one that was scored.</summary>
    public const string Window = "2023-02-01..2023-02-10";

    public Site Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var fixture = new PublishedFixture(empty: true);
        var ledgers = Path.Combine(fixture.Data, "given");
        SampleWriter.Write(new SampleOptions { Out = new DirectoryInfo(ledgers), Months = 5, Seed = 5 });
        using var said = new StringWriter();
        Assert.True(await SafetyCommand.RunAsync(["run", ledgers, "--data", fixture.Data], said, said, TimeProvider.System) <= 1, said.ToString());
        Site = await Site.StartRealAsync(fixture);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

/// <summary>Tests that share one <see cref="RiskSite"/> and take turns on it: each plan publishes a snapshot.</summary>
[CollectionDefinition(nameof(RiskSite))]
public sealed class RiskTurns : ICollectionFixture<RiskSite>;
