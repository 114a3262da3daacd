using System.Diagnostics;

namespace SafetyAnalytics.Bench.Measuring;

/// <summary>
/// Times a work and its stages: naming a stage ends the one before. As an <see cref="IProgress{T}"/> it answers at once, on the caller's thread,
/// so that each stage is charged with its own time.
/// </summary>
internal sealed class LapClock : IProgress<string>
{
    private readonly Process _process = Process.GetCurrentProcess();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<Lap> _laps = [];
    private TimeSpan _cpuAtStart;
    private (string Name, TimeSpan Wall, TimeSpan Cpu)? _running;

    public LapClock() => _cpuAtStart = Cpu();

    /// <summary>Begins anew: what came before was preparation.</summary>
    public void Start()
    {
        _laps.Clear();
        _running = null;
        _cpuAtStart = Cpu();
        _watch.Restart();
    }

    public void Report(string value)
    {
        var (wall, cpu) = (_watch.Elapsed, Cpu());
        if (_running is { } last) _laps.Add(new Lap(last.Name, (wall - last.Wall).TotalSeconds, (cpu - last.Cpu).TotalSeconds));
        _running = (value, wall, cpu);
    }

    public Measurement Stop()
    {
        Report("");
        return new Measurement(_watch.Elapsed.TotalSeconds, (Cpu() - _cpuAtStart).TotalSeconds, _process.PeakWorkingSet64, _laps);
    }

    private TimeSpan Cpu()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }
}
