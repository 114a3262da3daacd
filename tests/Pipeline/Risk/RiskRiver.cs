using SafetyAnalytics.Pipeline.Sample;
using SafetyAnalytics.Pipeline.Tests.River;

namespace SafetyAnalytics.Pipeline.Tests.Risk;

[CollectionDefinition(nameof(RiskRiver))]
public sealed class RunOnceForRisk : ICollectionFixture<RiskRiver>;

/// <summary>Seven months of sample, run once; and the first four of them, run as if the others had never come.</summary>
public sealed class RiskRiver : IDisposable
{
    public const string CutOff = "2022-08-31";

    public RiskRiver()
    {
        var ledgers = Path.Combine(Whole.Folder, "sample");
        SampleWriter.Write(new SampleOptions { Out = new DirectoryInfo(ledgers), Months = 7, Seed = 11 });
        WholeRun = Whole.Do("run", ledgers);
        string[] early = [.. Directory.EnumerateDirectories(ledgers).Where(month => string.CompareOrdinal(Path.GetFileName(month), "2022-08") <= 0).Order(StringComparer.Ordinal)];
        EarlyRun = Early.Do(["run", .. early]);
    }

    public Shell Whole { get; } = new();

    public Shell Early { get; } = new();

    public Said WholeRun { get; }

    public Said EarlyRun { get; }

    public void Dispose()
    {
        Whole.Dispose();
        Early.Dispose();
    }
}
