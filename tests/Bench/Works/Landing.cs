using SafetyAnalytics.Bench.Measuring;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Pipeline;

namespace SafetyAnalytics.Bench.Works;

/// <summary>Files into raw rows, verbatim: hashed, kept, read and appended.</summary>
internal static class Landing
{
    /// <summary>The generated files name their months but no sender.</summary>
    public static readonly LandSettings Settings = new(From: "应急办");

    public static void Ours(BenchFolder folder, string set, LapClock clock)
    {
        var data = new DataDirectory(folder.Fresh("landing"));
        var files = folder.Files(set);
        clock.Start();
        using var held = data.LockForWriting();
        var landed = new Land(data, TimeProvider.System).Run(files, Settings);
        if (landed.FirstOrDefault(file => file.Outcome is not LandOutcome.Landed) is { } other) throw new InvalidOperationException($"{other.Path}: {other.Outcome}. {other.Problem}");
    }
}
