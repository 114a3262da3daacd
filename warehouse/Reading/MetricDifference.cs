namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>How a number moved against an earlier one (环比, 同比).</summary>
/// <param name="Difference">Now minus before, in the metric's unit: a difference of two shares is in percentage points, as a fraction. Null when either is unknown.</param>
/// <param name="Relative">The difference as a share of the earlier number; null for shares, and where the earlier number is too small to divide by.</param>
/// <param name="IsBetter">Null when nothing moved, or the metric has no good side.</param>
public sealed record MetricDifference(double? Difference, double? Relative, bool? IsBetter)
{
    // Under five, a percentage says more about chance than about change: only the counts are shown (definition of the metrics).
    private const double SmallestBase = 5;

    public static MetricDifference Between(Metric metric, MetricValue? before, MetricValue? now)
    {
        if (before?.Value is not { } earlier || now?.Value is not { } later) return new(null, null, null);
        var difference = later - earlier;
        var relative = metric.Unit is not MetricUnit.Percent && earlier >= SmallestBase ? difference / earlier : (double?)null;
        bool? isBetter = (metric.Direction, Math.Sign(difference)) switch
        {
            (MetricDirection.Neutral, _) or (_, 0) => null,
            (MetricDirection.Up, 1) or (MetricDirection.Down, -1) => true,
            _ => false,
        };
        return new(difference, relative, isBetter);
    }
}
