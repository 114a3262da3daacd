using SafetyAnalytics.Bench.Data;
using SafetyAnalytics.Bench.Measuring;
using SafetyAnalytics.Linking;

namespace SafetyAnalytics.Bench.Works;

/// <summary>A million spellings of units into units: the bar is five minutes.</summary>
internal static class UnitLinking
{
    public const int Rows = 1_000_000;

    public static void Link(LapClock clock)
    {
        var rows = UnitRows.Make(Rows);
        clock.Start();
        var linkage = new UnitLinker().Resolve(rows);
        if (linkage.Links.Count != Rows) throw new InvalidOperationException($"{linkage.Links.Count} links for {Rows} rows.");
    }
}
