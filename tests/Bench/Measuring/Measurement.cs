namespace SafetyAnalytics.Bench.Measuring;

/// <summary>What one work took in a process of its own.</summary>
/// <param name="Seconds">Wall clock, from the work's beginning, not the process's.</param>
/// <param name="CpuSeconds">Of all threads, over the same time.</param>
/// <param name="PeakBytes">The most memory the whole process ever held.</param>
/// <param name="Laps">Its stages in order; empty when it has none.</param>
internal sealed record Measurement(double Seconds, double CpuSeconds, long PeakBytes, IReadOnlyList<Lap> Laps)
{
    /// <summary>The median of each number by itself; laps by their names, in the order of the first measurement.</summary>
    public static Measurement MedianOf(IReadOnlyList<Measurement> all) => new(
        Median(all.Select(one => one.Seconds)),
        Median(all.Select(one => one.CpuSeconds)),
        (long)Median(all.Select(one => (double)one.PeakBytes)),
        [
            .. all[0].Laps.Select(lap => lap.Name).Distinct(StringComparer.Ordinal).Select(name => new Lap(
                name,
                Median(all.Select(one => one.Laps.Where(lap => lap.Name == name).Sum(lap => lap.Seconds))),
                Median(all.Select(one => one.Laps.Where(lap => lap.Name == name).Sum(lap => lap.CpuSeconds))))),
        ]);

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>One stage of a work.</summary>
internal sealed record Lap(string Name, double Seconds, double CpuSeconds);
