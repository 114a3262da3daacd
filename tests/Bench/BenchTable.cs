using System.Globalization;
using SafetyAnalytics.Bench.Measuring;

namespace SafetyAnalytics.Bench;

/// <summary>The answer: a Markdown table, then where the time of each river went.</summary>
internal static class BenchTable
{
    private const int SlowestShown = 15;

    public static void Write(TextWriter output, int rows, int repeat, IReadOnlyList<BenchLine> lines, IReadOnlyDictionary<string, Measurement> measured)
    {
        output.WriteLine(Text($"{rows} rows in {Data.LedgerSet.Months} files; medians of {repeat}; {Environment.ProcessorCount} cores"));
        output.WriteLine();
        output.WriteLine("| work | ours s | cpu s | peak MiB | floor s | ratio | bar | met? |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|---|");
        foreach (var line in lines) output.WriteLine(LineOf(line, measured));
        foreach (var work in lines.Select(line => line.Work).Where(work => work.StartsWith("river", StringComparison.Ordinal))) WriteLaps(output, work, measured[work]);
    }

    private static string LineOf(BenchLine line, IReadOnlyDictionary<string, Measurement> measured)
    {
        var whole = measured[line.Work];
        var lap = line.Lap is null ? null : whole.Laps.First(one => one.Name == line.Lap);
        var (seconds, cpu) = lap is null ? (whole.Seconds, whole.CpuSeconds) : (lap.Seconds, lap.CpuSeconds);
        var floor = line.Floor is null ? (double?)null : measured[line.Floor].Seconds;
        var value = seconds / (floor ?? 1);
        var name = line.Lap is null ? line.Work : $"{line.Work}: {line.Lap}";
        var ratio = floor is null ? "" : Text($"{value:F2}");
        return Text($"| {name} | {seconds:F3} | {cpu:F2} | {whole.PeakBytes >> 20} | {floor:F2} | {ratio} | {BarOf(line)} | {Verdict(line, value, whole.PeakBytes)} |");
    }

    private static string BarOf(BenchLine line)
    {
        var time = line.Limit is null ? "" : line.Floor is null ? Text($"≤ {line.Limit:0.##} s") : Text($"≤ {line.Limit:0.##} ×");
        return line.MemoryLimit is null ? time : Text($"{time}, ≤ {line.MemoryLimit >> 20} MiB");
    }

    private static string Verdict(BenchLine line, double value, long peakBytes) =>
        line.Limit is null ? "" : value <= line.Limit && !(peakBytes > line.MemoryLimit) ? "yes" : "no";

    private static void WriteLaps(TextWriter output, string work, Measurement measurement)
    {
        output.WriteLine();
        output.WriteLine($"Where the time of `{work}` goes:");
        output.WriteLine();
        output.WriteLine("| stage or relation | s | cpu s |");
        output.WriteLine("|---|---:|---:|");
        foreach (var lap in measurement.Laps.OrderByDescending(lap => lap.CpuSeconds).Take(SlowestShown)) output.WriteLine(Text($"| {lap.Name} | {lap.Seconds:F2} | {lap.CpuSeconds:F2} |"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
