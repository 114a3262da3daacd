using SafetyAnalytics.Bench.Data;
using SafetyAnalytics.Bench.Measuring;
using SafetyAnalytics.Pipeline.Sample;

namespace SafetyAnalytics.Bench;

/// <summary>Makes the data, has every line measured by child processes, and prints the table.</summary>
internal static class Benchmark
{
    public static void Run(int rows, string? only, int repeat, TextWriter output, TextWriter error)
    {
        var lines = BenchLine.All(rows).Where(line => only is null || line.Work.Contains(only, StringComparison.Ordinal)).ToList();
        if (lines.Count == 0) throw new ArgumentException($"No line's name contains '{only}'. The names are: {string.Join(", ", BenchLine.All(rows).Select(line => line.Work).Distinct())}.", nameof(only));
        var directory = Directory.CreateTempSubdirectory("safety-bench-");
        try
        {
            var folder = new BenchFolder(directory.FullName);
            MakeData(folder, rows, lines, error);
            var measured = new Dictionary<string, Measurement>(StringComparer.Ordinal);
            foreach (var work in lines.SelectMany(line => line.Works).Distinct(StringComparer.Ordinal)) measured[work] = Measure(work, folder, repeat, error);
            BenchTable.Write(output, rows, repeat, lines, measured);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static Measurement Measure(string work, BenchFolder folder, int repeat, TextWriter error)
    {
        var all = new List<Measurement>();
        for (var i = 1; i <= repeat; i++)
        {
            error.WriteLine($"{work} ({i}/{repeat}) …");
            all.Add(ChildProcess.Measure(work, folder.Path));
        }

        return Measurement.MedianOf(all);
    }

    /// <summary>Only the sets that some line works on.</summary>
    private static void MakeData(BenchFolder folder, int rows, IReadOnlyList<BenchLine> lines, TextWriter error)
    {
        error.WriteLine($"making {rows} rows, {HazardTexts.TemplatedCount} texts or never the same one …");
        Make("csv-templated", path => LedgerSet.WriteCsv(path, rows, isTemplated: true));
        Make("csv-unique", path => LedgerSet.WriteCsv(path, rows, isTemplated: false));
        Make("xlsx", path => LedgerSet.WriteXlsx(path, rows, isTemplated: true));
        Make("sample", path => SampleWriter.Write(new SampleOptions { Out = new DirectoryInfo(path) }));

        void Make(string set, Action<string> write)
        {
            if (lines.Any(line => line.Work.Contains(set, StringComparison.Ordinal))) write(folder.Ledgers(set));
        }
    }
}
