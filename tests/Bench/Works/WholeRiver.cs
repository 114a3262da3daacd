using SafetyAnalytics.Bench.Data;
using SafetyAnalytics.Bench.Measuring;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Pipeline;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Bench.Works;

/// <summary>From files to a published snapshot, stage by stage and relation by relation.</summary>
internal static class WholeRiver
{
    public static void Run(BenchFolder folder, string set, LapClock clock)
    {
        var data = new DataDirectory(folder.Fresh(set));
        var files = folder.Files(set);
        clock.Start();
        clock.Report("land");
        using var held = data.LockForWriting();
        new Land(data, TimeProvider.System).Run(files, SettingsOf(set));
        clock.Report("build: seeds and order");
        new Build(data, Seeds.Embedded(), TimeProvider.System).Run(null, clock);
        clock.Report("publish");
        new Publish(data, TimeProvider.System).Run();
    }

    /// <summary>One new ledger of 200 rows on the history that <see cref="Run"/> left, until the pointer has moved. Each call adds the next month.</summary>
    public static void OneMore(BenchFolder folder, string set, LapClock clock)
    {
        var data = folder.Data(set);
        var arriving = folder.Ledgers(set + "-more");
        var number = Directory.Exists(arriving) ? Directory.GetFiles(arriving).Length : 0;
        var path = LedgerSet.WriteOneMore(arriving, HistoryRows(folder, set), set == "csv-templated", number);
        clock.Start();
        var result = new River(data, Seeds.Embedded(), TimeProvider.System).Run([path], SettingsOf(set), onStage: clock);
        if (!result.Published.PointerMoved) throw new InvalidOperationException("The new ledger changed nothing.");
    }

    private static int HistoryRows(BenchFolder folder, string set) => folder.Files(set).Sum(file => File.ReadLines(file).Count() - 1);

    private static LandSettings SettingsOf(string set) => set == "sample" ? new LandSettings() : Landing.Settings;
}
