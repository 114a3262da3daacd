using SafetyAnalytics.Pipeline;
using SafetyAnalytics.Pipeline.Intake;
using SafetyAnalytics.Web.Inbox;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Submissions;

/// <summary>What the desk works on just now.</summary>
/// <param name="UploadId">Whose turn it is.</param>
/// <param name="Progress">Null before the first word of it.</param>
internal sealed record DeskWork(string UploadId, bool IsLanding, IntakeProgress? Progress);

/// <summary>
/// The uploads and their one queue, which is the inbox's too: what is accepted lands first, then previews are worked out, oldest first. Everything it knows lies on disk;
/// pages look at <see cref="Uploads"/> and come again when <see cref="Changed"/>.
/// </summary>
internal sealed class Desk(UploadStore store, ILedgerIntake intake, InboxRound round, Activity activity, OneDoor door, WebOptions options, TimeProvider time, ILogger<Desk> log) : BackgroundService
{
    /// <summary>Codes of <see cref="Upload.Fault"/>.</summary>
    public const string PreviewFailed = "preview_failed";
    public const string LandingFailed = "landing_failed";
    public const string NotPublished = "not_published";

    private const int MostShown = 30;

    /// <summary>Nobody leaves so many uploads undecided that one of them would be older than these.</summary>
    private const int MostOpen = 300;

    private static readonly TimeSpan s_afterBusy = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_beforeRebuild = TimeSpan.FromMilliseconds(800);

    private readonly SemaphoreSlim _wake = new(0);
    private volatile IReadOnlyList<Upload> _uploads = [];
    private volatile DeskWork? _work;
    private volatile bool _isBusy;
    private volatile bool _isOutdated;
    private volatile bool _isPreviewFirst;
    private CancellationTokenSource _interruption = new();

    /// <summary>Raised on any thread.</summary>
    public event EventHandler? Changed;

    /// <summary>The latest uploads, latest first.</summary>
    public IReadOnlyList<Upload> Uploads => _uploads;

    /// <summary>Null while nothing of an upload is worked on.</summary>
    public DeskWork? Work => _work;

    /// <summary>Another program holds the data directory; it is tried again.</summary>
    public bool IsBusy => _isBusy;

    public Upload? Find(string id) => _uploads.FirstOrDefault(upload => upload.Id == id) ?? store.Find(id);

    /// <summary>What a content is called that came with an upload; null when none had it.</summary>
    public string? NameOf(string sha256) => _uploads.SelectMany(Contents).FirstOrDefault(content => content.Sha256 == sha256).Name;

    /// <summary>An upload has come.</summary>
    public void Received() => Tell(isNews: true);

    /// <summary>Somebody takes what the preview shows.</summary>
    /// <returns>False when it is not ready to be taken.</returns>
    public bool Accept(string id) => Told(store.Accept(id));

    /// <summary>Somebody puts it aside.</summary>
    /// <returns>False when it has landed, or is about to.</returns>
    public bool Discard(string id) => Told(store.Discard(id));

    /// <summary>What landing would change has changed: every preview that still stands is worked out anew.</summary>
    public void RenewPreviews()
    {
        foreach (var upload in _uploads.Where(upload => upload.State is UploadState.Ready)) store.Renew(upload.Id);
        Tell(isNews: true);
    }

    /// <summary>Breaks off a preview or rebuild under way, so that a decision need not wait for it. What is landing is left to land.</summary>
    public void Interrupt() => Volatile.Read(ref _interruption).Cancel();

    /// <summary>Goes on after <see cref="Interrupt"/>.</summary>
    public void Resume()
    {
        // Without a timer there is nothing to dispose of, and somebody may be about to cancel the old one.
        Volatile.Write(ref _interruption, new());
        Tell(isNews: true);
    }

    /// <summary>Goes on after <see cref="Interrupt"/> and a decision: numbers and previews are worked out anew.</summary>
    /// <param name="contents">SHA-256 of the files decided on; a null stands for every file. When all of them are still uploads, their previews come first: somebody is looking at them.</param>
    public void Decided(IReadOnlyCollection<string?> contents)
    {
        _isPreviewFirst = contents.All(content => content is not null && _uploads.Any(upload => upload.State is not (UploadState.Landed or UploadState.Discarded) && Contents(upload).Any(held => held.Sha256 == content)));
        _isOutdated = true;
        Resume();
        RenewPreviews();
    }

    /// <summary>Tries again what broke.</summary>
    public bool Retry(string id) => Told(store.Renew(id));

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first request: nothing can be arriving yet.
        store.Sweep();
        _uploads = store.Latest(MostShown);
        door.SnapshotChanged += WhenSnapshotChanged;
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        door.SnapshotChanged -= WhenSnapshotChanged;
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _wake.Dispose();
        _interruption.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                var next = Next();
                if (_isOutdated && next?.State is not UploadState.Accepted && !(_isPreviewFirst && next is not null)) await RebuildAsync(stoppingToken);
                else if (next is null) await _wake.WaitAsync(stoppingToken);
                else if (!await TakeAsync(next, stoppingToken)) await Task.Delay(s_afterBusy, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // As in InboxWatcher: stopping is not a fault.
        }
    }

    /// <summary>What has landed, read with the decisions of now. A rest first: a person who settles one thing often settles the next.</summary>
    private async Task RebuildAsync(CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, Volatile.Read(ref _interruption).Token);
        try
        {
            await Task.Delay(s_beforeRebuild, time, either.Token);
            _isOutdated = false;
            if (!HasLanded()) return;
            _isOutdated = !await round.RunAsync(pipeline => pipeline.RunAsync([], activity, either.Token), isDemo: false, either.Token) && activity.Now.Fault is IntakeFault.Busy;
            if (_isOutdated) await Task.Delay(s_afterBusy, time, cancellation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            _isOutdated = true;
            await _wake.WaitAsync(cancellation);
        }
    }

    private bool HasLanded() => Directory.Exists(options.Landed) && Directory.EnumerateFileSystemEntries(options.Landed).Any();

    private Upload? Next()
    {
        var all = store.Latest(MostOpen);
        return all.LastOrDefault(upload => upload.State is UploadState.Accepted) ?? all.LastOrDefault(upload => upload.State is UploadState.Received);
    }

    /// <returns>False when another program must be waited for.</returns>
    private async Task<bool> TakeAsync(Upload upload, CancellationToken cancellation)
    {
        var isLanding = upload.State is UploadState.Accepted;
        try
        {
            Show(new(upload.Id, isLanding, null));
            await (isLanding ? LandAsync(upload, cancellation) : PreviewAsync(upload, cancellation));
            _isBusy = false;
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Interrupted for a decision: tried again once that is made.
            await _wake.WaitAsync(cancellation);
            return true;
        }
        catch (IntakeBusyException)
        {
            _isBusy = true;
            return false;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogError("An upload could not be worked on. {Fault}", FaultOutline.Of(fault));
            Fail(upload.Id, isLanding ? LandingFailed : PreviewFailed);
            return true;
        }
        finally
        {
            Show(null);
        }
    }

    private async Task PreviewAsync(Upload upload, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, Volatile.Read(ref _interruption).Token);
        var preview = await round.InTurnAsync(() => intake.PreviewAsync(Paths(upload), new Relay(progress => Show(new(upload.Id, IsLanding: false, progress))), either.Token), either.Token);
        store.Change(upload.Id, now => now.State is UploadState.Received ? now with { State = UploadState.Ready, Fault = null, Preview = preview } : null);
    }

    private async Task LandAsync(Upload upload, CancellationToken cancellation)
    {
        IntakeReport? report = null;
        var paths = Paths(upload);
        var went = await round.RunAsync(async pipeline => report = await pipeline.RunAsync(paths, activity, cancellation), isDemo: false, cancellation);
        if (!went && activity.Now.Fault is IntakeFault.Busy) throw new IntakeBusyException("Another writer.");
        if (report is null) Fail(upload.Id, LandingFailed);
        else store.Change(upload.Id, now => now with { State = UploadState.Landed, Fault = report.IsPublished ? null : NotPublished, Outcomes = [.. report.Outcomes.Select(Outcome)] });
    }

    /// <summary>Its files, and what a zip among them holds as far as a preview has told.</summary>
    private static IEnumerable<(string Sha256, string? Name)> Contents(Upload upload) =>
        upload.Files.Select(file => (file.Sha256, (string?)file.Name)).Concat((upload.Preview?.Files ?? []).Select(file => (file.Sha256, (string?)file.Name)));

    private void Fail(string id, string code) => store.Change(id, now => now.State is UploadState.Received or UploadState.Accepted ? now with { State = UploadState.Failed, Fault = code } : null);

    private string[] Paths(Upload upload) => [.. upload.Files.Select(file => store.PathOf(upload, file))];

    private static UploadOutcome Outcome(IntakeOutcome outcome) => new(
        outcome.Name,
        outcome.State switch { IntakeState.Refused => LandOutcome.Refused, IntakeState.Repeated => LandOutcome.Known, _ => LandOutcome.Landed },
        outcome.RowCount,
        outcome.ReasonZh);

    private bool Told(Upload? changed)
    {
        if (changed is not null) Tell(isNews: true);
        return changed is not null;
    }

    private void Show(DeskWork? work)
    {
        var isEnd = work is null;
        _work = work;
        Tell(isNews: false, isRead: isEnd);
    }

    private void WhenSnapshotChanged(object? sender, EventArgs change) => RenewPreviews();

    private void Tell(bool isNews, bool isRead = true)
    {
        if (isRead) _uploads = store.Latest(MostShown);
        if (isNews && _wake.CurrentCount == 0) _wake.Release();
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private sealed class Relay(Action<IntakeProgress> tell) : IProgress<IntakeProgress>
    {
        public void Report(IntakeProgress value) => tell(value);
    }
}
