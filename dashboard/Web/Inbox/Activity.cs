namespace SafetyAnalytics.Web.Inbox;

/// <summary>What the intake is doing now and did last, for every open page to see. Safe for simultaneous use.</summary>
public sealed class Activity : IProgress<IntakeProgress>
{
    private volatile IntakeView _view = new(null, IsDemo: false, [], null);

    /// <summary>Raised on any thread when <see cref="Now"/> has changed.</summary>
    public event EventHandler? Changed;

    public IntakeView Now => _view;

    public void Report(IntakeProgress value) => Show(_view with { Progress = value });

    public void Begin(bool isDemo) => Show(_view with { IsDemo = isDemo, Fault = null });

    public void End(IntakeReport report) => Show(new(null, IsDemo: false, report.Outcomes, report.IsPublished ? null : IntakeFault.NotPublished));

    /// <summary>What ran was broken off.</summary>
    public void Stop() => Show(_view with { Progress = null });

    public void Fail(IntakeFault fault) => Show(new(null, IsDemo: false, [], fault));

    private void Show(IntakeView next)
    {
        _view = next;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}

/// <param name="Progress">Null while nothing runs.</param>
/// <param name="IsDemo">What runs is the preparation of the sample.</param>
/// <param name="Last">What became of the files of the last round.</param>
/// <param name="Fault">Why the last round did not end well; null when it did.</param>
public sealed record IntakeView(IntakeProgress? Progress, bool IsDemo, IReadOnlyList<IntakeOutcome> Last, IntakeFault? Fault);

/// <summary>Kinds of failure a visitor can do something about; details are in the log.</summary>
public enum IntakeFault
{
    /// <summary>Another program writes to the data directory; we try again.</summary>
    Busy,

    /// <summary>A blocking check failed: landed, but not published.</summary>
    NotPublished,

    /// <summary>Something we did not foresee; the files stay in the inbox.</summary>
    Unexpected,
}
