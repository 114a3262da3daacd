using System.Globalization;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Pipeline;
using SafetyAnalytics.Pipeline.Sample;
using SafetyAnalytics.Warehouse.Building;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Inbox;

/// <summary>The pipeline itself, in this process: the same river the shell's <c>run</c> takes.</summary>
internal sealed class PipelineIntake(WebOptions options, TimeProvider time) : ILedgerIntake
{
    public Task<IReadOnlyList<IntakeOutcome>> RunAsync(IReadOnlyList<string> paths, IProgress<IntakeProgress> progress, CancellationToken cancellation) => Task.Run(() => Run(paths, progress, cancellation), cancellation);

    public Task SampleAsync(string directory, IProgress<IntakeProgress> progress, CancellationToken cancellation) => Task.Run(
        () => SampleWriter.Write(
            new SampleOptions { Out = new DirectoryInfo(directory) },
            new Relay<SampleProgress>(month => progress.Report(new IntakeProgress(IntakeStage.Sampling, month.MonthsWritten, month.MonthsTotal))),
            cancellation),
        cancellation);

    private IReadOnlyList<IntakeOutcome> Run(IReadOnlyList<string> paths, IProgress<IntakeProgress> progress, CancellationToken cancellation)
    {
        var seeds = Seeds.Load(options.Seeds);
        var (landed, total) = (0, LedgerFiles.Of(paths).Ledgers.Count);
        progress.Report(new IntakeProgress(IntakeStage.Landing, landed, total));
        try
        {
            var result = new River(new DataDirectory(options.Data), seeds, time).Run(
                paths,
                new LandSettings(),
                new Relay<LandedFileResult>(_ => progress.Report(new IntakeProgress(IntakeStage.Landing, ++landed, total))),
                new Relay<string>(_ => progress.Report(new IntakeProgress(IntakeStage.Building))),
                cancellation);
            return [.. result.Landed.Where(file => file.Outcome is not LandOutcome.Unreadable).Select(file => Outcome(file, result.Build, Reasons.Of(seeds)))];
        }
        catch (PipelineException fault) when (fault.ExitCode is ExitCode.Cannot)
        {
            throw new IntakeBusyException(fault.Message, fault);
        }
    }

    /// <summary>A file that could not even be opened gets none: it stays in the inbox and is tried again.</summary>
    private static IntakeOutcome Outcome(LandedFileResult file, BuildResult build, Reasons reasons)
    {
        if (file.Outcome is LandOutcome.Refused) return new IntakeOutcome(file.Path, IntakeState.Refused, file.Problem);
        var name = Path.GetFileName(file.Path);
        var waiting = build.Waiting.FirstOrDefault(thing => thing.FileName == name);
        if (waiting is null) return new IntakeOutcome(file.Path, file.Outcome is LandOutcome.Known ? IntakeState.Repeated : IntakeState.Landed);
        return new IntakeOutcome(
            file.Path,
            waiting.IsRefused ? IntakeState.Refused : IntakeState.Waiting,
            Describe(name, waiting, reasons, PageCulture.Chinese),
            Describe(name, waiting, reasons, PageCulture.English));
    }

    private static string Describe(string name, WaitingThing thing, Reasons reasons, CultureInfo culture)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = culture;
        try
        {
            return string.Join(" ", new[] { $"{name}: {reasons.Label(thing.Reason)}.", reasons.Cure(thing.Reason), string.Join("; ", thing.Readings) }.Where(part => part.Length > 0));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private sealed class Relay<T>(Action<T> act) : IProgress<T>
    {
        public void Report(T value) => act(value);
    }
}
