using System.Globalization;
using System.Text;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Inbox;

/// <summary>One run of the intake at a time, and what becomes of the inbox's files after it.</summary>
internal sealed class InboxRound(ILedgerIntake intake, Activity activity, WebOptions options, ILogger<InboxRound> log) : IDisposable
{
    private static readonly PageCulture s_chinese = new(PageCulture.Chinese);
    private static readonly PageCulture s_english = new(PageCulture.English);

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Runs the intake on paths that stay where they are.</summary>
    /// <returns>False when it could not: said in <see cref="Activity"/> and in the log.</returns>
    public async Task<bool> RunAsync(Func<ILedgerIntake, Task<IntakeReport>> work, bool isDemo, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            activity.Begin(isDemo);
            activity.End(await work(intake));
            return true;
        }
        catch (OperationCanceledException)
        {
            activity.Stop();
            throw;
        }
        catch (IntakeBusyException)
        {
            activity.Fail(IntakeFault.Busy);
            return false;
        }
        catch (Exception fault)
        {
            log.LogError("The intake failed; its files stay where they are. {Fault}", FaultOutline.Of(fault));
            activity.Fail(IntakeFault.Unexpected);
            return false;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Runs the intake on finished files of the inbox, then takes them away: what landed is kept under landed/, what was refused moves aside with a note.
    /// A file the intake breaks on is found and moves aside too: it must not hold up the others.
    /// </summary>
    public Task<bool> TakeInAsync(IReadOnlyList<InboxFile> files, CancellationToken cancellation) => RunAsync(
        async pipeline =>
        {
            try
            {
                return await TakeAsync(pipeline, files, cancellation);
            }
            catch (Exception fault) when (IsOurs(fault))
            {
                log.LogError("The intake failed; the files are tried apart. {Fault}", FaultOutline.Of(fault));
                return await SiftAsync(pipeline, files, cancellation);
            }
        },
        isDemo: false,
        cancellation);

    /// <summary>Does something that must not meet a run of the intake: waits for its turn, and gives it back.</summary>
    public async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static bool IsOurs(Exception fault) => fault is not (OperationCanceledException or IntakeBusyException);

    private async Task<IntakeReport> TakeAsync(ILedgerIntake pipeline, IReadOnlyList<InboxFile> files, CancellationToken cancellation)
    {
        var report = await pipeline.RunAsync([.. files.Select(file => file.Path)], activity, cancellation);
        foreach (var file in files.Where(file => file.IsUnchanged)) Clear(file, [.. report.Outcomes.Where(outcome => outcome.Path == file.Path)]);
        return report;
    }

    /// <summary>The second try: ever smaller parts, down to single files, so that one bad file among hundreds costs a dozen runs and not hundreds.</summary>
    private async Task<IntakeReport> SiftAsync(ILedgerIntake pipeline, IReadOnlyList<InboxFile> files, CancellationToken cancellation)
    {
        var reports = new List<IntakeReport>();
        var guilty = new List<InboxFile>();
        await Try(files, isKnownToFail: files.Count > 1);
        // What fails without any file is no file's fault: a full disk, a broken build.
        if (reports.Count == 0) reports.Add(await pipeline.RunAsync([], activity, cancellation));
        var refused = guilty.Where(file => file.IsUnchanged).Select(Refuse).ToArray();
        return new([.. reports.SelectMany(report => report.Outcomes), .. refused], reports[^1].IsPublished);

        async Task Try(IReadOnlyList<InboxFile> part, bool isKnownToFail = false)
        {
            if (isKnownToFail || !await Goes(part))
            {
                if (part.Count == 1) guilty.AddRange(part);
                else foreach (var half in part.Chunk((part.Count + 1) / 2)) await Try(half);
            }
        }

        async Task<bool> Goes(IReadOnlyList<InboxFile> part)
        {
            try
            {
                reports.Add(await TakeAsync(pipeline, part, cancellation));
                return true;
            }
            catch (Exception fault) when (IsOurs(fault))
            {
                log.LogError("The intake failed on {Count} of the files. {Fault}", part.Count, FaultOutline.Of(fault));
                return false;
            }
        }
    }

    private IntakeOutcome Refuse(InboxFile file)
    {
        var outcome = new IntakeOutcome(file.Path, IntakeState.Refused, s_chinese.Words["RefusedFault"], s_english.Words["RefusedFault"]);
        Refuse(file, [outcome]);
        return outcome;
    }

    private void Clear(InboxFile file, IReadOnlyList<IntakeOutcome> outcomes)
    {
        var refusals = outcomes.Where(outcome => outcome.State is IntakeState.Refused).ToArray();
        // Of a zip, what landed has landed; the refused member is told on the page.
        if (refusals.Length > 0 && refusals.Length == outcomes.Count) Refuse(file, refusals);
        else if (outcomes.Count > 0) File.Delete(file.Path);
        else log.LogError("The intake said nothing about {File}; it stays in the inbox.", Path.GetFileName(file.Path));
    }

    private void Refuse(InboxFile file, IReadOnlyList<IntakeOutcome> refusals)
    {
        var folder = Directory.CreateDirectory(Path.Combine(options.Inbox, InboxFiles.RefusedFolder)).FullName;
        var target = Free(folder, Path.GetFileName(file.Path));
        File.WriteAllText(target + ".txt", string.Join('\n', refusals.SelectMany(refusal => new[] { refusal.ReasonZh, refusal.ReasonEn }).Distinct(StringComparer.Ordinal)) + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        File.Move(file.Path, target);
    }

    private static string Free(string folder, string name)
    {
        var target = Path.Combine(folder, name);
        for (var i = 2; File.Exists(target); i++)
        {
            target = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(name)} ({i.ToString(CultureInfo.InvariantCulture)}){Path.GetExtension(name)}");
        }

        return target;
    }
}
