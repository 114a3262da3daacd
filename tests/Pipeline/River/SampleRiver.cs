using SafetyAnalytics.Pipeline.Sample;
using SafetyAnalytics.Pipeline.Tests.Sample;

namespace SafetyAnalytics.Pipeline.Tests.River;

[CollectionDefinition(nameof(SampleRiver))]
public sealed class RunOnce : ICollectionFixture<SampleRiver>;

/// <summary>Four months of sample (seed 7), run once through the real program; tests of this collection only look, or repeat.</summary>
public sealed class SampleRiver : IDisposable
{
    public SampleRiver()
    {
        Ledgers = Path.Combine(Shell.Folder, "sample");
        SampleWriter.Write(new SampleOptions { Out = new DirectoryInfo(Ledgers), Months = 4, Seed = 7 });
        Truth = SampleFixture.Read(new DirectoryInfo(Ledgers));
        FirstRun = Shell.Say("run", Ledgers);
        FirstSnapshot = Shell.Current;
    }

    public Shell Shell { get; } = new();

    public string Ledgers { get; }

    public Truth Truth { get; }

    public Said FirstRun { get; }

    public string FirstSnapshot { get; }

    public void Dispose() => Shell.Dispose();
}
