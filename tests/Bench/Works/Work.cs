using SafetyAnalytics.Bench.Measuring;

namespace SafetyAnalytics.Bench.Works;

/// <summary>The works by name. Each prepares, calls <see cref="LapClock.Start"/> and does what is measured.</summary>
internal static class Work
{
    public static IReadOnlyDictionary<string, Action<BenchFolder, LapClock>> All { get; } = new Dictionary<string, Action<BenchFolder, LapClock>>(StringComparer.Ordinal)
    {
        ["land csv-templated"] = (folder, clock) => Landing.Ours(folder, "csv-templated", clock),
        ["land csv-unique"] = (folder, clock) => Landing.Ours(folder, "csv-unique", clock),
        ["land xlsx"] = (folder, clock) => Landing.Ours(folder, "xlsx", clock),
        ["floor land csv-templated"] = (folder, clock) => Floors.ReadCsv(folder, "csv-templated", clock),
        ["floor land csv-unique"] = (folder, clock) => Floors.ReadCsv(folder, "csv-unique", clock),
        ["floor land xlsx"] = (folder, clock) => Floors.ReadXlsx(folder, "xlsx", clock),
        ["river csv-templated"] = (folder, clock) => WholeRiver.Run(folder, "csv-templated", clock),
        ["river csv-unique"] = (folder, clock) => WholeRiver.Run(folder, "csv-unique", clock),
        ["river sample"] = (folder, clock) => WholeRiver.Run(folder, "sample", clock),
        ["floor river csv-templated"] = (folder, clock) => Floors.SameJob(folder, "csv-templated", clock),
        ["floor river csv-unique"] = (folder, clock) => Floors.SameJob(folder, "csv-unique", clock),
        ["one more csv-templated"] = (folder, clock) => WholeRiver.OneMore(folder, "csv-templated", clock),
        ["one more csv-unique"] = (folder, clock) => WholeRiver.OneMore(folder, "csv-unique", clock),
        ["report sample"] = (folder, clock) => Reports.Make(folder, "sample", clock),
        ["report csv-unique"] = (folder, clock) => Reports.Make(folder, "csv-unique", clock),
        ["overview csv-templated"] = (folder, clock) => OverviewQuestions.Ask(folder, "csv-templated", clock),
        ["link units"] = (_, clock) => UnitLinking.Link(clock),
        ["overview csv-unique"] = (folder, clock) => OverviewQuestions.Ask(folder, "csv-unique", clock),
    };
}
