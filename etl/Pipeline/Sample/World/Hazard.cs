using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Pipeline.Sample.World;

/// <summary>What one visit of one submitter to one unit brought up: its hazards share day, deadline and addressee.</summary>
/// <param name="StatesDay">The ledger says on which day it was found.</param>
/// <param name="Departments">Canonical names told as 责任单位; empty: the community or the owner is.</param>
internal sealed record Finding(string Submitter, DateOnly On, bool StatesDay, Due Due, IReadOnlyList<string> Departments);

/// <summary>One course from being found (or found again) to its end.</summary>
/// <param name="OpenStatus">How it is told until something moves: ordered, not started, or nothing said.</param>
/// <param name="ClosedOn">Day of mending, or of cancelling; may lie beyond the sample.</param>
internal sealed record Life(
    DateOnly OpenedOn,
    HazardStatus OpenStatus,
    DateOnly? BegunOn,
    DateOnly? HalfDoneOn,
    DateOnly? EscalatedOn,
    DateOnly ClosedOn,
    bool IsCancelled,
    DateOnly? VerifiedOn)
{
    public HazardStatus StatusOn(DateOnly day)
    {
        if (VerifiedOn <= day) return HazardStatus.Verified;
        if (ClosedOn <= day) return IsCancelled ? HazardStatus.Cancelled : HazardStatus.Rectified;
        if (EscalatedOn <= day) return HazardStatus.Escalated;
        if (HalfDoneOn <= day) return HazardStatus.Partial;
        return BegunOn <= day ? HazardStatus.InProgress : OpenStatus;
    }
}

/// <summary>A hazard in the simulated world, and what ledgers have told of it so far.</summary>
internal sealed class Hazard(int number, Unit unit, Defect defect, string place, int count, bool isMajor)
{
    private readonly Dictionary<string, HazardStatus> _lastTold = new(StringComparer.Ordinal);
    private readonly HashSet<string> _silent = new(StringComparer.Ordinal);

    /// <summary>Order of being found, from 1.</summary>
    public int Number { get; } = number;

    public Unit Unit { get; } = unit;

    public Defect Defect { get; } = defect;

    public string Place { get; } = place;

    public int Count { get; } = count;

    public bool IsMajor { get; } = isMajor;

    public required Finding FirstFinding { get; init; }

    public required Finding Finding { get; set; }

    public required Life Life { get; set; }

    public Hazard? RecurrenceOf { get; init; }

    /// <summary>Who reports it: usually one.</summary>
    public required IReadOnlyList<string> Reporters { get; init; }

    /// <summary>What the ledgers that count (not waiting, not superseded) say, in the order of their months.</summary>
    public List<Statement> Told { get; } = [];

    /// <summary>Null: never told closed, or opened again since.</summary>
    public Statement? Closing { get; private set; }

    public void Tell(Statement statement)
    {
        var isClosed = IsClosed(statement.Status);
        if (!isClosed) Closing = null;
        else Closing ??= statement;
        Told.Add(statement);
        _lastTold[statement.Submitter] = statement.Status;
    }

    /// <summary>Null: this submitter has not told of it since it was (again) opened.</summary>
    public HazardStatus? LastToldBy(string submitter) => _lastTold.TryGetValue(submitter, out var status) ? status : null;

    /// <summary>This submitter leaves it out from now on, although it is open: silence is not rectification.</summary>
    public void FallSilent(string submitter) => _silent.Add(submitter);

    public bool IsSilentFor(string submitter) => _silent.Contains(submitter);

    /// <summary>No ledger will tell how it ended.</summary>
    public bool IsSilent => _silent.Count > 0;

    public void Reopen(Finding finding, Life life)
    {
        Finding = finding;
        Life = life;
        Closing = null;
        _lastTold.Clear();
    }

    public static bool IsClosed(HazardStatus status) => status is HazardStatus.Rectified or HazardStatus.Verified or HazardStatus.Cancelled;
}

/// <summary>What one ledger row states of one hazard. Days are null where the words give none.</summary>
internal sealed record Statement(LedgerMonth Month, string Submitter, HazardStatus Status, DateOnly? FoundOn, DateOnly? RectifiedOn, DateOnly? VerifiedOn, string? Level)
{
    /// <summary>The day the closing counts from: the stated one, else the ledger month's last.</summary>
    public DateOnly ClosedOn => VerifiedOn ?? RectifiedOn ?? Month.LastDay;
}
