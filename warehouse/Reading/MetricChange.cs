namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>How a number moved against an earlier one (环比, 同比).</summary>
/// <param name="Difference">Now minus before, in the metric's unit: a difference of two shares is in percentage points, as a fraction. Null when either is unknown.</param>
/// <param name="Relative">The difference as a share of the earlier number; null for shares, and where the earlier number is too small to divide by.</param>
/// <param name="IsBetter">Null when nothing moved, or the metric has no good side.</param>
public sealed record MetricChange(double? Difference, double? Relative, bool? IsBetter)
{
    // Under five, a percentage says more about chance than about change: only the counts are shown (definition of the metrics).
    private const double SmallestBase = 5;

    public static MetricChange Between(Metric metric, MetricValue? before, MetricValue? now)
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

/// <summary>Members of one dimension from the most to the least, with their share of the whole so far.</summary>
public sealed record CumulatedMember(string Member, double Value, double ShareSoFar)
{
    /// <exception cref="ArgumentException">The metric may not be added over slices, or the table is not by one dimension.</exception>
    public static IReadOnlyList<CumulatedMember> Of(MetricTable table, string metric)
    {
        var index = table.IndexOf(metric);
        if (table.Metrics[index].Additivity is MetricAdditivity.None || table.By.Count != 1) throw new ArgumentException($"'{metric}' may not be added over this table's members.", nameof(metric));
        var ranked = table.Rows.Select(row => (Member: row.Members[0], Value: row.Values[index].Value ?? 0)).Where(row => row.Value > 0).OrderByDescending(row => row.Value).ThenBy(row => row.Member, StringComparer.Ordinal).ToList();
        var whole = ranked.Sum(row => row.Value);
        var soFar = 0.0;
        return [.. ranked.Select(row => new CumulatedMember(row.Member, row.Value, (soFar += row.Value) / whole))];
    }
}
