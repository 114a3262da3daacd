using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Warehouse.Building;
using SafetyAnalytics.Warehouse.Publishing;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Pipeline;

/// <summary>What the shell says: results to standard output, everything else to standard error, each fault in one line with its cure.</summary>
public sealed class Conversation(TextWriter output, TextWriter error)
{
    private const int MostWaitingShown = 20;

    private static readonly IReadOnlyDictionary<string, string> s_marks = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["received"] = "●", ["late"] = "◐", ["corrected"] = "●↻", ["late_corrected"] = "◐↻", ["zero_report"] = "○", ["zero_report_late"] = "○!", ["waiting"] = "…", ["missing"] = "✗",
    };

    public TextWriter Output => output;

    public Reasons Reasons { get; set; } = Reasons.None;

    /// <summary>Likewise written over on a terminal.</summary>
    public IProgress<LandProgress>? OnRows => Console.IsErrorRedirected || error != Console.Error
        ? null
        : new Told<LandProgress>(read => error.Write($"\r\u001B[K{Messages.Of("landing_rows", read.FileName, read.RowCount)}"));

    public IProgress<LandedFileResult> OnLanded => new Told<LandedFileResult>(Landed);

    /// <summary>A line that is written over, on a terminal; elsewhere silence, since forty model names are no news.</summary>
    public IProgress<string>? OnStage => Console.IsErrorRedirected || error != Console.Error
        ? null
        : new Told<string>(stage => error.Write($"\r\u001B[K{Messages.Of("building", stage)}"));

    public void Result(string text) => output.WriteLine(text);

    public void Note(string text) => error.WriteLine(text);

    /// <summary>Turns what went wrong into one line and the contract's exit code.</summary>
    public ExitCode Guard(Func<ExitCode> act, DataDirectory data)
    {
        try
        {
            return act();
        }
        catch (PipelineException e)
        {
            return Say(e.ExitCode, e.Message);
        }
        catch (DecisionRefusedException e)
        {
            return Say(ExitCode.Usage, e.Message);
        }
        catch (SeedException e)
        {
            return Say(ExitCode.Usage, Messages.Of("seed_unusable", e.Message));
        }
        catch (LedgerFormatException e)
        {
            return Say(ExitCode.Usage, e.Message);
        }
        catch (NoSnapshotException)
        {
            return Say(ExitCode.Cannot, Messages.Of("nothing_published", data.Root));
        }
        catch (QueryRefusedException e)
        {
            return Say(ExitCode.Usage, Messages.Of("query_failed", e.Message.ReplaceLineEndings(" ")));
        }
        catch (SnapshotException e)
        {
            return Say(ExitCode.Cannot, Messages.Of("snapshot_unreadable", e.Message.ReplaceLineEndings(" ")));
        }
        catch (WarehouseLockedException)
        {
            return Say(ExitCode.Cannot, Messages.Of("data_locked", data.Root));
        }
        catch (WarehouseUnreadableException e)
        {
            return Say(ExitCode.Cannot, Messages.Of("data_damaged", e.Path, e.Problem));
        }
        catch (ChecksFailedException e)
        {
            Checked(e.Checks);
            return Say(ExitCode.Waiting, Messages.Of("not_published"));
        }
        catch (OperationCanceledException)
        {
            return Say(ExitCode.Cannot, Messages.Of("cancelled"));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Say(ExitCode.Fault, Messages.Of("fault", e.Message.ReplaceLineEndings(" "), KeepFault(e, data)));
        }
    }

    public void LandSummary(IReadOnlyList<LandedFileResult> results)
    {
        int Count(LandOutcome outcome) => results.Count(result => result.Outcome == outcome);
        Result(Messages.Of("land_summary", Count(LandOutcome.Landed), Count(LandOutcome.Known), Count(LandOutcome.Refused), Count(LandOutcome.Unreadable)));
    }

    /// <returns>Whether something waits.</returns>
    public bool Built(BuildResult result)
    {
        EndStage();
        Result(Messages.Of("built", result.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), result.HazardCount, result.RowCount));
        return Waits(result.Waiting);
    }

    /// <returns>Whether anything does.</returns>
    public bool Waits(IReadOnlyList<WaitingThing> things)
    {
        foreach (var thing in things.Take(MostWaitingShown)) Note(Describe(thing));
        if (things.Count > MostWaitingShown) Note(Messages.Of("more_waiting", things.Count - MostWaitingShown));
        return things.Count > 0;
    }

    /// <returns>Whether a check failed.</returns>
    public bool Checked(IReadOnlyList<CheckResult> results)
    {
        foreach (var result in results.Where(result => result.IsTrouble).OrderByDescending(result => result.IsBlockingFailure)) Note(Describe(result));
        var passed = results.Count(result => result.State is CheckState.Pass);
        if (!results.Any(result => result.IsTrouble)) Result(Messages.Of("checks_passed", passed, results.Count - passed));
        return results.Any(result => result.IsTrouble);
    }

    public void Published(PublishResult result)
    {
        Result(Messages.Of(result.IsNew ? "published" : "published_same", result.Name));
        if (!result.IsNew && result.PointerMoved) Result(Messages.Of("pointer_moved", result.Name));
    }

    public ExitCode Status(StatusResult status, DataDirectory data, Seeds seeds)
    {
        Reasons = Reasons.Of(seeds);
        var info = status.Snapshot;
        Result(Messages.Of("status_snapshot", info.Name, info.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), info.PublishedAt.ToString("u", System.Globalization.CultureInfo.InvariantCulture), info.LedgerFiles));
        WriteWall(status);
        if (status.InboxCount > 0) Result(Messages.Of("status_inbox", data.Inbox, status.InboxCount));
        if (status.Waiting.Count == 0) Result(Messages.Of("status_nothing_waits"));
        else WriteWaiting(status);
        return status.Waiting.Count > 0 ? ExitCode.Waiting : ExitCode.Done;
    }

    private void WriteWall(StatusResult status)
    {
        var width = status.Lines.Select(line => TextWidth.Of(line.Submitter)).Append(TextWidth.Of(Messages.Of("status_submitter"))).Max();
        Result("");
        Result(Messages.Of("status_submissions"));
        Result(TextWidth.Pad(Messages.Of("status_submitter"), width) + "  " + string.Join(' ', status.Months));
        foreach (var line in status.Lines)
            Result(TextWidth.Pad(line.Submitter, width) + "  " + string.Join(' ', line.Marks.Select(mark => TextWidth.Pad("   " + (mark is null ? "·" : s_marks[mark]), 7))).TrimEnd());
        Result(Messages.Of("status_legend"));
        Result("");
    }

    private void WriteWaiting(StatusResult status)
    {
        Result(Messages.Of("status_waiting"));
        foreach (var thing in status.Waiting) Result("  " + Describe(thing));
    }

    private void Landed(LandedFileResult result)
    {
        EndStage();
        var name = result.Name;
        switch (result.Outcome)
        {
            case LandOutcome.Landed:
                Note(Messages.Of("landed", name, result.RowCount));
                break;
            case LandOutcome.Known:
                Note(Messages.Of("known", name));
                break;
            case LandOutcome.Refused:
                Note(Messages.Of("refused", result.Problem));
                break;
            default:
                Note(result.Problem!);
                break;
        }
    }

    private string Describe(WaitingThing thing)
    {
        var label = Reasons.Label(thing.Reason);
        var cure = Reasons.Cure(thing.Reason);
        if (thing.RowCount is { } rows) return Messages.Of("rows_wait", thing.FileName, rows, label, thing.Reason, cure);
        if (thing.IsRefused) return Messages.Of("file_refused", thing.FileName, label, thing.Reason, cure);
        return thing.Readings.Count == 0
            ? Messages.Of("file_waits", thing.FileName, label, thing.Reason, cure)
            : Messages.Of("file_waits_with_readings", thing.FileName, label, thing.Reason, cure, string.Join("；", thing.Readings));
    }

    private static string Describe(CheckResult result)
    {
        var isEnglish = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en";
        if (result.State is CheckState.Error) return Messages.Of("check_error", result.Check.Name, result.Message);
        return Messages.Of(
            "check_failed",
            result.Check.Name,
            isEnglish ? result.Check.MeaningEn : result.Check.MeaningZh,
            result.FailureCount,
            (isEnglish ? result.Check.CureEn : result.Check.CureZh)
                + (result.Check.Metrics.Count == 0 ? "" : Messages.Of("check_touches", string.Join(", ", result.Check.Metrics)))
                + string.Concat(result.Examples.Select(example => "\n  " + example)));
    }

    public void EndStage()
    {
        if (OnStage is not null) error.Write("\r\u001B[K");
    }

    private ExitCode Say(ExitCode code, string message)
    {
        EndStage();
        Note(message);
        return code;
    }

    /// <summary>The details of a fault go to a file of the data directory, so that the shell shows one line; where even that fails, to the shell.</summary>
    private static string KeepFault(Exception fault, DataDirectory data)
    {
        try
        {
            Directory.CreateDirectory(data.Build);
            File.WriteAllText(data.FaultFile, fault.ToString());
            return data.FaultFile;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return fault.ToString();
        }
    }

    /// <summary>Reports at once, on the caller's thread: <see cref="Progress{T}"/> would shuffle lines.</summary>
    private sealed class Told<T>(Action<T> act) : IProgress<T>
    {
        public void Report(T value) => act(value);
    }
}
