namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>
/// Stock and flow of one month over the filtered slices, and the age of what is overdue at its end.
/// <c>Opening + Found + Reopened − Closed − Cancelled + Transferred = Closing</c> is checked by the build.
/// </summary>
public sealed record StockMonth(
    ReportMonth Month,
    long Opening,
    long Found,
    long Reopened,
    long Closed,
    long Cancelled,
    long Transferred,
    long Closing,
    IReadOnlyList<OverdueStock> Overdue,
    RectifiedToDate RectifiedToDate);

/// <summary>How long a hazard has been overdue at a month's end, in days.</summary>
public enum OverdueAge
{
    Days1To7,
    Days8To30,
    Days31To90,
    DaysOver90,
}

/// <summary>What is said to be rectified by a month's end, and what of it somebody has been to see: <c>Verified + Unverified = Claimed</c>.</summary>
public sealed record RectifiedToDate(long Claimed, long Verified, long Unverified);

public sealed record OverdueStock(OverdueAge Age, long Count);
