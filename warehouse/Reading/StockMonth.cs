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
    IReadOnlyList<OverdueStock> Overdue);

/// <summary>How long a hazard has been overdue at a month's end, in days.</summary>
public enum OverdueAge
{
    Days1To7,
    Days8To30,
    Days31To90,
    DaysOver90,
}

public sealed record OverdueStock(OverdueAge Age, long Count);
