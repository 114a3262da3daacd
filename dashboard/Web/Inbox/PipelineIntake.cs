using SafetyAnalytics.Pipeline;
using SafetyAnalytics.Pipeline.Intake;
using SafetyAnalytics.Pipeline.Sample;
using SafetyAnalytics.Warehouse.Building;
using SafetyAnalytics.Warehouse.Publishing;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Inbox;

/// <summary>The pipeline itself, in this process.</summary>
public sealed class PipelineIntake(WebOptions options, TimeProvider time) : ILedgerIntake
{
    public Task<IntakeReport> RunAsync(IReadOnlyList<string> paths, IProgress<IntakeProgress> progress, CancellationToken cancellation) =>
        Task.Run(() => Run(paths, progress, cancellation), cancellation);

    public Task<PreviewResult> PreviewAsync(IReadOnlyList<string> paths, IProgress<IntakeProgress> progress, CancellationToken cancellation) =>
        Task.Run(() => Preview(paths, progress, cancellation), cancellation);

    public Task SampleAsync(string directory, IProgress<IntakeProgress> progress, CancellationToken cancellation) => Task.Run(
        () => SampleWriter.Write(
            new() { Out = new(directory) },
            new Relay<SampleProgress>(month => progress.Report(new(IntakeStage.Sampling, month.MonthsWritten, month.MonthsTotal))),
            cancellation),
        cancellation);

    private PreviewResult Preview(IReadOnlyList<string> paths, IProgress<IntakeProgress> progress, CancellationToken cancellation)
    {
        var (landed, total) = (0, LedgerFiles.Of(paths).Ledgers.Count);
        try
        {
            progress.Report(new(IntakeStage.Landing, 0, total));
            return new Preview(new(options.Data), Seeds.Load(options.Seeds), time).Of(
                paths,
                new(),
                new Relay<LandedFileResult>(_ => progress.Report(new(IntakeStage.Landing, ++landed, total))),
                new Relay<string>(_ => progress.Report(new(IntakeStage.Building))),
                cancellation);
        }
        catch (PipelineException fault) when (fault.IsBusy)
        {
            throw new IntakeBusyException(fault.Message, fault);
        }
    }

    private IntakeReport Run(IReadOnlyList<string> paths, IProgress<IntakeProgress> progress, CancellationToken cancellation)
    {
        var seeds = Seeds.Load(options.Seeds);
        var landed = new List<LandedFileResult>();
        var total = LedgerFiles.Of(paths).Ledgers.Count;
        try
        {
            progress.Report(new(IntakeStage.Landing, 0, total));
            var river = new River(new(options.Data), seeds, time).Run(paths, new(), new Relay<LandedFileResult>(Count), new Relay<string>(_ => progress.Report(new(IntakeStage.Building))), cancellation);
            return new([.. landed.Select(file => Outcome(file, river.Build.Waiting, seeds))], IsPublished: true);
        }
        catch (ChecksFailedException)
        {
            return new([.. landed.Select(file => Outcome(file, [], seeds))], IsPublished: false);
        }
        catch (PipelineException fault) when (fault.IsBusy)
        {
            throw new IntakeBusyException(fault.Message, fault);
        }

        void Count(LandedFileResult file)
        {
            landed.Add(file);
            progress.Report(new(IntakeStage.Landing, landed.Count, total));
        }
    }

    private static IntakeOutcome Outcome(LandedFileResult file, IReadOnlyList<WaitingThing> waiting, Seeds seeds)
    {
        var own = waiting.FirstOrDefault(thing => thing.FileName == file.Name);
        IntakeOutcome outcome = file.Outcome switch
        {
            LandOutcome.Refused or LandOutcome.Unreadable => new(file.Path, IntakeState.Refused, Reason(own, file.Problem, seeds, "_zh"), Reason(own, file.Problem, seeds, "_en")),
            LandOutcome.Known => new(file.Path, IntakeState.Repeated, RowCount: file.RowCount),
            _ when own is { RowCount: null } => new(file.Path, IntakeState.Waiting, Reason(own, null, seeds, "_zh"), Reason(own, null, seeds, "_en"), file.RowCount),
            _ => new(file.Path, IntakeState.Landed, RowCount: file.RowCount),
        };
        return outcome with { Name = file.Name };
    }

    /// <summary>The reason's own words and cure in that language, then what exactly was met in the file.</summary>
    private static string Reason(WaitingThing? thing, string? problem, Seeds seeds, string language)
    {
        var known = thing is null ? null : seeds["reasons"].Records.FirstOrDefault(reason => reason["code"] == thing.Reason);
        return string.Join(' ', new[] { known?["label" + language], known?["cure" + language], problem }.Where(words => !string.IsNullOrEmpty(words)));
    }

    /// <summary>Tells at once, on the thread that reports; <see cref="Progress{T}"/> would tell later and out of order.</summary>
    private sealed class Relay<T>(Action<T> tell) : IProgress<T>
    {
        public void Report(T value) => tell(value);
    }
}
