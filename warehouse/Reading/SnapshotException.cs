namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>A published snapshot cannot be read as asked. The message names the thing and the cure.</summary>
public abstract class SnapshotException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>Nothing has been published yet.</summary>
public sealed class NoSnapshotException(string directory)
    : SnapshotException($"No snapshot is published in '{directory}'. Put ledgers into the data directory's inbox while the web runs, or run: safety run PATH… --data DIR.")
{
    /// <summary>The published directory that was looked into.</summary>
    public string Directory { get; } = directory;
}

/// <summary>The pointer or the snapshot it names is damaged, incomplete or of another layout.</summary>
public sealed class SnapshotUnreadableException(string thing, string problem, Exception? innerException = null)
    : SnapshotException($"'{thing}' {problem}. Publish again (safety build, safety publish): raw ledgers are untouched by this.", innerException);

/// <summary>A caller's own SQL failed or is not allowed here. The message is the engine's own where it has one.</summary>
public sealed class QueryRefusedException(string message, Exception? innerException = null) : SnapshotException(message, innerException);
