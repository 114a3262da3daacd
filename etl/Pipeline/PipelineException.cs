namespace SafetyAnalytics.Pipeline;

/// <summary>What the shell is told; the contract's numbers.</summary>
public enum ExitCode
{
    Done = 0,

    /// <summary>Done, but something waits or a check failed.</summary>
    Waiting = 1,

    /// <summary>Wrong usage or options.</summary>
    Usage = 2,

    /// <summary>A locked, missing or unreadable thing, named with the cure.</summary>
    Cannot = 3,

    /// <summary>A fault of ours.</summary>
    Fault = 4,
}

/// <summary>A verb cannot go on. The message is meant for the person at the keyboard: what, where, and how to mend it.</summary>
public sealed class PipelineException(ExitCode exitCode, string message, Exception? innerException = null) : Exception(message, innerException)
{
    public ExitCode ExitCode { get; } = exitCode;

    /// <summary>Another process holds the data directory: nothing was done, and the same call may succeed later.</summary>
    public bool IsBusy { get; init; }
}
