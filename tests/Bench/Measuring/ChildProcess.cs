using System.Diagnostics;
using System.Text.Json;
using SafetyAnalytics.Bench.Works;

namespace SafetyAnalytics.Bench.Measuring;

/// <summary>Each work is done by a process of its own, so that its peak memory is its own and nothing is warm but the disk.</summary>
internal static class ChildProcess
{
    /// <exception cref="InvalidOperationException">The child failed; its own words stand in the message.</exception>
    public static Measurement Measure(string work, string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        foreach (var argument in new[] { "--child", work, "--folder", folder }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<Measurement>(output)!
            : throw new InvalidOperationException($"The work '{work}' failed with {process.ExitCode}:\n{error.GetAwaiter().GetResult()}");
    }

    /// <summary>The child's side.</summary>
    public static void Answer(string work, string folder)
    {
        var clock = new LapClock();
        Work.All[work](new BenchFolder(folder), clock);
        Console.Out.Write(JsonSerializer.Serialize(clock.Stop()));
    }
}
