using System.Globalization;
using System.Text;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Inbox;

/// <summary>One run of the intake at a time, and what becomes of the inbox's files after it.</summary>
internal sealed class InboxRound(ILedgerIntake intake, Activity activity, WebOptions options, ILogger<InboxRound> log) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Runs the intake on paths that stay where they are.</summary>
    /// <returns>False when it could not: said in <see cref="Activity"/> and in the log.</returns>
    public async Task<bool> RunAsync(Func<ILedgerIntake, Task<IntakeReport>> work, bool isDemo, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            activity.Begin(isDemo);
            activity.End(await work(intake));
            return true;
        }
        catch (IntakeBusyException)
        {
            activity.Fail(IntakeFault.Busy);
            return false;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError(fault, "The intake failed; its files stay where they are.");
            activity.Fail(IntakeFault.Unexpected);
            return false;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Runs the intake on finished files of the inbox, then takes them away: what landed is kept under landed/, what was refused moves aside with a note.</summary>
    public Task<bool> TakeInAsync(IReadOnlyList<InboxFile> files, CancellationToken cancellation) => RunAsync(
        async pipeline =>
        {
            var report = await pipeline.RunAsync([.. files.Select(file => file.Path)], activity, cancellation);
            foreach (var file in files.Where(file => file.IsUnchanged)) Clear(file, [.. report.Outcomes.Where(outcome => outcome.Path == file.Path)]);
            return report;
        },
        isDemo: false,
        cancellation);

    public void Dispose() => turn.Dispose();

    private void Clear(InboxFile file, IReadOnlyList<IntakeOutcome> outcomes)
    {
        var refusals = outcomes.Where(outcome => outcome.State is IntakeState.Refused).ToArray();
        if (refusals.Length > 0) Refuse(file, refusals);
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
