namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Which hazards, seen from a month.</summary>
public enum HazardSet
{
    /// <summary>Found in the month, or from–to; without any, every hazard there is, cancelled ones included.</summary>
    Found,

    /// <summary>Open again in the month after having been rectified (反弹).</summary>
    Reopened,

    /// <summary>Rectified (or verified) in the month, whenever found.</summary>
    Closed,

    /// <summary>Open at the month's end.</summary>
    Open,

    /// <summary>Open at the month's end and past the due day.</summary>
    Overdue,

    /// <summary>Rectified in the month, or from–to, and followed within 90 days by a new hazard of the same unit and category (复发).</summary>
    Recurred,
}

/// <param name="Filter">Its month is the set's month; null means the last month, except for sets that span months, see <see cref="Spans"/>.</param>
/// <param name="Age">Only with <see cref="HazardSet.Overdue"/>; null for any age.</param>
/// <param name="After">Only with <see cref="HazardSet.Recurred"/>: those whose corrective action was of this kind.</param>
/// <param name="Text">Words, apart by spaces, that all stand somewhere in the hazard, its measures, or its unit's name or address.</param>
/// <param name="Took">Only with <see cref="HazardSet.Closed"/>: those whose rectification took so long.</param>
public sealed record HazardSelection(Filter Filter, HazardSet Set, OverdueAge? Age = null, DaySpan? Took = null, string? After = null, string? Text = null)
{
    /// <summary>Without a month it is from–to, or of all time; the other sets are always of one month.</summary>
    public bool Spans => Set is HazardSet.Found or HazardSet.Recurred;
}

/// <summary>So many days, both ends included.</summary>
/// <param name="To">Null: that many and more.</param>
public sealed record DaySpan(int From, int? To);

/// <summary>Columns a hazard list can be sorted by.</summary>
public enum HazardSort
{
    Found,
    Due,
    Unit,
    Department,
    Community,
    Sector,
    Category,
    Level,
    Status,
    DaysOpen,
}

/// <param name="Page">From 1.</param>
/// <param name="PageSize">From 1 to 500.</param>
public sealed record HazardQuery(HazardSelection Selection, HazardSort Sort, bool Descending, int Page, int PageSize);

/// <summary>A whole list to take away.</summary>
/// <param name="Total">Hazards of the selection; more than there are rows when the list was cut.</param>
public sealed record HazardList(IReadOnlyList<HazardRow> Rows, long Total);

/// <param name="Total">Hazards of the selection, on all pages.</param>
public sealed record HazardPage(IReadOnlyList<HazardRow> Rows, long Total);

/// <summary>One hazard as <c>mart_hazard</c> has it. Words are the data's own; a null date is not stated.</summary>
/// <param name="Status">A status word of the contract.</param>
/// <param name="DueText">The deadline as written; null when nothing was written.</param>
/// <param name="FirstFile">The ledger, sheet and row that first showed it.</param>
public sealed record HazardRow(
    string HazardKey,
    string UnitName,
    string? UnitAddress,
    string HazardText,
    string? MeasuresText,
    string Department,
    string Community,
    string Sector,
    string Category,
    string Level,
    string Status,
    ReportMonth? FoundMonth,
    DateOnly? FoundOn,
    DateOnly? DueOn,
    string? DueText,
    bool IsOverdue,
    int? DaysOpen,
    string? FirstFile,
    string? FirstSheet,
    long? FirstRow,
    string UnitKey);
