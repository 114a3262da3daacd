namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Numbers of one period beside the period before (环比) and the same period last year (同比).</summary>
/// <param name="Metrics">In the order asked for, as <see cref="MetricChangeRow.Changes"/> are.</param>
public sealed record MetricChangeTable(IReadOnlyList<Metric> Metrics, IReadOnlyList<Dimension> By, IReadOnlyList<MetricChangeRow> Rows);

/// <param name="Members">As in <see cref="MetricRow"/>.</param>
public sealed record MetricChangeRow(IReadOnlyList<string> Members, IReadOnlyList<MetricChange> Changes);

/// <param name="Now">Of the period itself; of its dated days so far when <paramref name="IsSoFar"/>.</param>
/// <param name="IsSoFar">The month is unfinished: all three numbers cover the same number of days, and only what is dated.</param>
public sealed record MetricChange(MetricValue Now, EarlierNumber Earlier, EarlierNumber LastYear, bool IsSoFar);

/// <param name="Month">Last month of the earlier period.</param>
/// <param name="Value">Null when there was none.</param>
/// <param name="Change">Counts in per cent of the earlier number, shares in percentage points, days in days; null with a reason.</param>
/// <param name="Reason">A code of <c>dim_metric_reason</c>: <c>base_under_5</c> means that the counts alone may be shown.</param>
/// <param name="IsBetter">Null when nothing changed, or when neither way is good.</param>
public sealed record EarlierNumber(ReportMonth Month, double? Value, double? Numerator, double? N, double? Change, string? Reason, bool? IsBetter);
