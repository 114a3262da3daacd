using SafetyAnalytics.Bench.Works;

namespace SafetyAnalytics.Bench;

/// <summary>One line of the table.</summary>
/// <param name="Work">A name of <see cref="Works.Work.All"/>.</param>
/// <param name="Floor">The work it is measured against; null when its bar is in seconds.</param>
/// <param name="Needs">The work whose data directory it goes on with; null when it makes its own.</param>
/// <param name="Lap">Only this stage of the work; null for the whole.</param>
/// <param name="Limit">What the ratio, or the seconds without a floor, must not pass; null when nobody has set a bar.</param>
/// <param name="MemoryLimit">In bytes; null when nobody has set one.</param>
internal sealed record BenchLine(string Work, string? Floor = null, string? Needs = null, string? Lap = null, double? Limit = null, long? MemoryLimit = null)
{
    // Twice pandas, which took 2.1 times what the same job took in DuckDB's SQL (measured on a quiet machine, 1M rows).
    private const double RiverRatio = 2 * 2.1;

    private const long Gibibyte = 1L << 30;

    /// <summary>Every work the line needs, in the order they must be done.</summary>
    public IEnumerable<string> Works => new[] { Floor, Needs, Work }.OfType<string>();

    public static IReadOnlyList<BenchLine> All(int rows) =>
    [
        new("land csv-templated", "floor land csv-templated", Limit: 2),
        new("land csv-unique", "floor land csv-unique", Limit: 2),
        new("land xlsx", "floor land xlsx", Limit: 1),
        new("river csv-templated", "floor river csv-templated", Limit: RiverRatio, MemoryLimit: 2 * Gibibyte),
        new("river csv-unique", "floor river csv-unique", Limit: RiverRatio, MemoryLimit: 2 * Gibibyte),
        new("river sample"),
        .. new[] { "sample", "csv-unique" }.SelectMany(Reports),
        new("link units", Limit: 300),
        .. new[] { "csv-templated", "csv-unique" }.SelectMany(set => OnHistory(set, rows)),
    ];

    /// <summary>A chart no slower than chart.js on a canvas (38 ms) and than ECharts as SVG (15 ms), both measured on the machine of the bars; a report with twenty in 5 s.</summary>
    private static IEnumerable<BenchLine> Reports(string set)
    {
        var (river, report) = ($"river {set}", $"report {set}");
        yield return new(report, Needs: river, Lap: Bench.Works.Reports.Whole, Limit: 5);
        yield return new(report, Needs: river, Lap: Bench.Works.Reports.Png, Limit: Bench.Works.Reports.Pictures * 0.038);
        yield return new(report, Needs: river, Lap: Bench.Works.Reports.Svg, Limit: Bench.Works.Reports.Pictures * 0.015);
    }

    private static IEnumerable<BenchLine> OnHistory(string set, int rows)
    {
        var river = $"river {set}";
        var overview = $"overview {set}";
        yield return new(overview, Needs: river, Lap: OverviewQuestions.First, Limit: 1);
        yield return new(overview, Needs: river, Lap: OverviewQuestions.Fresh, Limit: 0.1);
        yield return new(overview, Needs: river, Lap: OverviewQuestions.Again, Limit: 0.1);
        yield return new(overview, Needs: river, Lap: OverviewQuestions.Rows);
        yield return new($"one more {set}", Needs: river, Limit: OneMoreSeconds(rows));
    }

    /// <summary>3 s with 25,000 rows of history, 20 s with a million, a straight line between and beyond.</summary>
    private static double OneMoreSeconds(int rows) => 3 + (17.0 * Math.Max(0, rows - 25_000) / 975_000);
}
