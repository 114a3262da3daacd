using SafetyAnalytics.Pipeline.Intake;

namespace SafetyAnalytics.Web.Inbox;

/// <summary>The pipeline as the web needs it. Calls never overlap within this process; another process may hold the data directory.</summary>
public interface ILedgerIntake
{
    /// <summary>Lands, builds, checks and publishes.</summary>
    /// <param name="paths">Files or folders; none means: build and publish what has already landed.</param>
    /// <exception cref="IntakeBusyException">Another process writes to the data directory: nothing was done.</exception>
    Task<IntakeReport> RunAsync(IReadOnlyList<string> paths, IProgress<IntakeProgress> progress, CancellationToken cancellation);

    /// <summary>Works out what landing the paths would change, and changes nothing.</summary>
    /// <exception cref="IntakeBusyException">Another process writes to the data directory.</exception>
    Task<PreviewResult> PreviewAsync(IReadOnlyList<string> paths, IProgress<IntakeProgress> progress, CancellationToken cancellation);

    /// <summary>Writes the generated sample ledgers, and nothing else that could be taken for a ledger, into a folder that does not exist yet.</summary>
    Task SampleAsync(string directory, IProgress<IntakeProgress> progress, CancellationToken cancellation);
}

public enum IntakeStage
{
    Sampling,
    Landing,
    Building,
    Checking,
    Publishing,
}

/// <param name="Done">Files or steps done; with <paramref name="Total"/> null there is nothing to count.</param>
public sealed record IntakeProgress(IntakeStage Stage, int Done = 0, int? Total = null);

/// <param name="Outcomes">One per file that was read.</param>
/// <param name="IsPublished">False when a blocking check failed: what landed is kept, and readers keep the snapshot before.</param>
public sealed record IntakeReport(IReadOnlyList<IntakeOutcome> Outcomes, bool IsPublished);

public enum IntakeState
{
    Landed,

    /// <summary>The same bytes had landed before.</summary>
    Repeated,

    /// <summary>Kept, but its month or sender must be settled by a person.</summary>
    Waiting,

    /// <summary>Not a readable ledger: nothing of it is loaded.</summary>
    Refused,
}

/// <param name="Path">The file as it was handed over; of a zip's member the zip.</param>
/// <param name="RowCount">Rows read.</param>
/// <param name="ReasonZh">Why it waits or was refused, in Chinese; null otherwise. <paramref name="ReasonEn"/> the same in English.</param>
public sealed record IntakeOutcome(string Path, IntakeState State, string? ReasonZh = null, string? ReasonEn = null, int RowCount = 0)
{
    /// <summary>What to call it: a zip's member has a name of its own, <c>outer.zip/inner.xlsx</c>.</summary>
    public string Name { get; init; } = System.IO.Path.GetFileName(Path);
}

/// <summary>Another process holds the data directory; try again later.</summary>
public sealed class IntakeBusyException(string message, Exception? innerException = null) : Exception(message, innerException);
