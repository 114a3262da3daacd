namespace SafetyAnalytics.Linking;

/// <summary>What one row turned out to be, before the hazard's key and the row's step are added.</summary>
internal readonly record struct Reading(SightingRelation Relation, string Rule);

/// <summary>One hazard as far as it has been told: open or closed, since when, in which words, and who showed it last in which state.</summary>
internal sealed class HazardLife
{
    private readonly Dictionary<string, bool> _shownClosedBy;
    private readonly Dictionary<string, int> _toldIn = new(StringComparer.Ordinal);
    private readonly List<int> _sightings = [];
    private readonly List<(SightingRow Row, LedgerEntry Entry)> _told = [];
    private bool _isCancelledByPerson;
    private DateOnly? _lastClosing;
    private bool _closingIsStated;
    private int _month = -1;
    private bool _closedThisMonth;
    
    // Submitters whose rows of the month at hand said something: a repeated old closing does not count.
    private List<string> _seenBy = [];

    /// <param name="number">Order of birth within the unit.</param>
    /// <param name="text">The wording it begins with.</param>
    /// <param name="category">Null when unknown.</param>
    public HazardLife(int number, TextProfile text, string? category)
        : this(number, text, category, [])
    {
    }

    private HazardLife(int number, TextProfile text, string? category, Dictionary<string, bool> shownClosedBy)
    {
        (Number, FirstText, LatestText, Category) = (number, text, text, category);
        _shownClosedBy = shownClosedBy;
    }

    public int Number { get; }

    public TextProfile FirstText { get; }

    public TextProfile LatestText { get; private set; }

    public string? Category { get; private set; }

    /// <summary>Null until the first row is told.</summary>
    public string? Key { get; set; }

    /// <summary>The closed hazard of the same object and defect that this one follows.</summary>
    public HazardLife? Follows { get; private init; }

    public int Steps { get; private set; }

    public SightingState State { get; private set; }

    /// <summary>The last day it was closed, stated or the end of the ledger month that first shows it; null while it has never been closed.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>A later hazard of the same object and defect has taken over: no row belongs here any more.</summary>
    public bool IsRetired { get; private set; }

    /// <summary>The day of finding last stated; null while none is.</summary>
    public DateOnly? FoundOn { get; private set; }

    /// <summary>Indexes of its sightings.</summary>
    public IReadOnlyCollection<int> Sightings => _sightings;

    /// <summary>Its rows so far, in the order told.</summary>
    public IReadOnlyList<(SightingRow Row, LedgerEntry Entry)> Told => _told;

    /// <summary>The key of the closed hazard it follows, of the same object and defect or only of the same category; null when it is no recurrence.</summary>
    public string? RecurrenceOf { get; set; }

    /// <summary>The month in which a submitter last listed it; null when it never did.</summary>
    public int? ToldIn(string submitter) => _toldIn.TryGetValue(submitter, out var month) ? month : null;

    public bool IsClosed => State > SightingState.Open;

    /// <summary>Tells one more row. A closed hazard that must not be re-opened answers null: the row belongs to <see cref="Successor"/>.</summary>
    /// <param name="isDecided">A person said that this row is of this hazard: no window, and no cancelling, parts them.</param>
    public Reading? Tell(SightingRow row, LedgerEntry entry, HazardLinkOptions options, bool isDecided = false)
    {
        if (row.Month != _month) (_month, _closedThisMonth, _seenBy) = (row.Month, false, []);
        var reading = Steps == 0 ? First(row)
            : _isCancelledByPerson ? ToldAfterCancelling(row, isDecided)
            : row.IsClosed ? ToldClosed(row, entry, options, isDecided) : ToldOpen(row, entry, options, isDecided);
        if (reading is null) return null;
        Steps++;
        _sightings.Add(row.Index);
        _told.Add((row, entry));
        _toldIn[row.Sighting.Submitter] = row.Month;
        FoundOn = row.Sighting.FoundOn ?? FoundOn;
        if (reading.Value.Relation != SightingRelation.Repeated) _seenBy.Add(row.Sighting.Submitter);
        LatestText = row.Text;
        Category ??= row.Category;
        return reading;
    }

    /// <summary>A person says where it stands, after all rows of the month were told.</summary>
    /// <returns>Whether that changes anything, and whether it opens a closed hazard again.</returns>
    public (bool Changes, bool IsReopening) Decide(StateAnswer answer, int month)
    {
        var wasClosed = IsClosed;
        if (answer.State == State || (answer.State == SightingState.Open && !wasClosed) || (answer.State == SightingState.Rectified && State == SightingState.Verified)) return (false, false);
        if (month != _month) (_month, _closedThisMonth, _seenBy) = (month, false, []);
        Steps++;
        State = answer.State;
        _isCancelledByPerson = State == SightingState.Cancelled;
        if (!IsClosed) _closedThisMonth = false;
        else if (!wasClosed)
        {
            ClosedOn = _lastClosing = answer.Day ?? SightingRow.EndOf(month);
            _closingIsStated = answer.Day is not null;
            _closedThisMonth = true;
        }

        return (true, wasClosed && !IsClosed);
    }

    /// <summary>Notes, when a month is over for one ledger, in which state it showed the hazard.</summary>
    public void Remember(LedgerEntry entry) => _shownClosedBy[entry.Last.Sighting.Submitter] = entry.Last.IsClosed;

    /// <summary>The new hazard that begins with <paramref name="row"/> where this one, closed, is not re-opened. It follows this one unless this one was cancelled.</summary>
    public HazardLife Successor(int number, SightingRow row)
    {
        IsRetired = true;
        return new HazardLife(number, row.Text, row.Category ?? Category, _shownClosedBy)
        {
            Follows = State == SightingState.Cancelled ? null : this,
            _lastClosing = _lastClosing,
        };
    }

    private Reading First(SightingRow row)
    {
        if (row.IsClosed) Close(row);
        else State = row.Sighting.State;
        return new Reading(SightingRelation.New, row.IsClosed ? "first sighting, already closed" : "first sighting");
    }

    /// <summary>What a person cancelled, clerks may list for months: it says nothing, unless it was found after that.</summary>
    private Reading? ToldAfterCancelling(SightingRow row, bool isDecided) =>
        IsFoundAfterClosing(row) && !isDecided ? null : new Reading(SightingRelation.Repeated, "cancelled by a decision");

    private Reading? ToldOpen(SightingRow row, LedgerEntry entry, HazardLinkOptions options, bool isDecided)
    {
        if (!IsClosed)
        {
            State = row.Sighting.State;
            return SeenAgain(row, "open before and still listed as open");
        }

        if (_closedThisMonth && !IsFoundAfterClosing(row)) return SaidOpenInTheMonthOfClosing(row, entry);
        if (!isDecided && (State == SightingState.Cancelled || !IsWithinReboundWindow(row, options))) return null;
        State = row.Sighting.State;
        _closedThisMonth = false;
        return new Reading(SightingRelation.Reopened, isDecided ? "closed before, open again; the same by decision" : "closed before, open again within the rebound window");
    }

    /// <summary>Two rows of one month disagree. In one ledger the later row counts; between ledgers a closing does, because somebody saw it.</summary>
    private Reading SaidOpenInTheMonthOfClosing(SightingRow row, LedgerEntry entry)
    {
        if (entry.Last.IsClosed || !_seenBy.Contains(row.Sighting.Submitter)) return SeenAgain(row, "closed in this month by another row: the closing stands");
        State = row.Sighting.State;
        _closedThisMonth = false;
        return new Reading(SightingRelation.Reopened, "closed in an earlier row of this ledger, open in a later one");
    }

    private Reading? ToldClosed(SightingRow row, LedgerEntry entry, HazardLinkOptions options, bool isDecided)
    {
        if (!IsClosed)
        {
            if (IsHistory(row, entry)) return new Reading(SightingRelation.Repeated, "an earlier closing, listed again");
            var reading = SeenAgain(row, "open before and now closed");
            Close(row);
            return reading with { Relation = reading.Relation == SightingRelation.Repeated ? SightingRelation.CarriedOver : reading.Relation };
        }

        if (row.Sighting.State != SightingState.Cancelled && IsFoundAfterClosing(row)) return FoundAndClosedAgain(row, options, isDecided);
        var fromOther = _closedThisMonth && _seenBy.Count > 0 && !_seenBy.Contains(row.Sighting.Submitter);
        Strengthen(row);
        return fromOther
            ? new Reading(SightingRelation.SameInOtherLedger, "closed in another ledger of this month too")
            : new Reading(SightingRelation.Repeated, "closed before and still listed as closed");
    }

    private Reading? FoundAndClosedAgain(SightingRow row, HazardLinkOptions options, bool isDecided)
    {
        if (!isDecided && (State == SightingState.Cancelled || !IsWithinReboundWindow(row, options))) return null;
        Close(row);
        return new Reading(SightingRelation.Reopened, "found again after its closing, within the rebound window, and closed again");
    }

    private Reading SeenAgain(SightingRow row, string rule)
    {
        if (_seenBy.Count == 0) return new Reading(SightingRelation.CarriedOver, rule);
        return _seenBy.Contains(row.Sighting.Submitter)
            ? new Reading(SightingRelation.Repeated, $"the same words in the same ledger; {rule}")
            : new Reading(SightingRelation.SameInOtherLedger, $"listed in another ledger of this month; {rule}");
    }

    /// <summary>A cumulative ledger repeats old closings: one not later than the closing we know, one followed by an open row, or one this submitter has shown before.</summary>
    private bool IsHistory(SightingRow row, LedgerEntry entry)
    {
        if (row.StatedClosing is { } stated)
        {
            if (stated <= _lastClosing) return true;
            return !entry.Last.IsClosed && !(entry.Last.Sighting.FoundOn > stated);
        }

        return !entry.Last.IsClosed || (_lastClosing is not null && _shownClosedBy.GetValueOrDefault(row.Sighting.Submitter));
    }

    private bool IsFoundAfterClosing(SightingRow row) => row.Sighting.FoundOn > _lastClosing;

    private bool IsWithinReboundWindow(SightingRow row, HazardLinkOptions options)
    {
        var closing = _lastClosing!.Value;
        if (IsFoundAfterClosing(row)) return row.Sighting.FoundOn!.Value.DayNumber - closing.DayNumber <= options.ReboundDays;
        return row.Month - SightingRow.NumberOf(closing) <= options.ReboundMonths;
    }

    private void Close(SightingRow row)
    {
        State = row.Sighting.State;
        ClosedOn = _lastClosing = row.StatedClosing ?? row.MonthEnd;
        _closingIsStated = row.StatedClosing is not null;
        _closedThisMonth = true;
    }

    /// <summary>A second row about the same closing may state its day, or raise it: mended to verified always, cancelled to mended within the month.</summary>
    private void Strengthen(SightingRow row)
    {
        if (State == SightingState.Cancelled && !_closedThisMonth) return;
        if (row.Sighting.State > State) State = row.Sighting.State;
        if (_closingIsStated || row.StatedClosing is not { } stated) return;
        ClosedOn = _lastClosing = stated;
        _closingIsStated = true;
    }
}
