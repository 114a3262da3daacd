namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>What a number can be split by: the columns every source of a metric has.</summary>
public enum Dimension
{
    Month,
    Community,
    Sector,
    Department,
    Category,
    Level,
}

/// <summary>Metrics by dimensions under a filter.</summary>
/// <param name="Metrics">Keys of the table <c>metric</c>, at least one.</param>
/// <param name="By">Dimensions of the answer, none for a single row.</param>
/// <param name="Filter">Its months are <see cref="Filter.From"/> to <see cref="Filter.To"/> when <see cref="Dimension.Month"/> is asked for
/// (an open end means the snapshot's own), else the one <see cref="Filter.Month"/> (null: the snapshot's last).
/// <see cref="Filter.Status"/> has no meaning here and is refused.</param>
public sealed record MetricQuery(IReadOnlyList<string> Metrics, IReadOnlyList<Dimension> By, Filter Filter);

/// <summary>One row per combination of members that the data has, ordered by member; exactly one row when nothing is split.</summary>
/// <param name="Metrics">In the order asked for, as <see cref="MetricRow.Values"/> are.</param>
/// <param name="By">In the order asked for, as <see cref="MetricRow.Members"/> are.</param>
public sealed record MetricTable(IReadOnlyList<Metric> Metrics, IReadOnlyList<Dimension> By, IReadOnlyList<MetricRow> Rows)
{
    /// <exception cref="ArgumentException">The metric was not asked for.</exception>
    public int IndexOf(string metric)
    {
        for (var i = 0; i < Metrics.Count; i++)
        {
            if (Metrics[i].Key == metric) return i;
        }

        throw new ArgumentException($"The metric '{metric}' is not in this table.", nameof(metric));
    }
}

/// <param name="Members">Texts, months as <c>2022-06</c>.</param>
public sealed record MetricRow(IReadOnlyList<string> Members, IReadOnlyList<MetricValue> Values);

/// <param name="Value">In the metric's unit; null when it cannot be computed (0/0). A count over no rows is 0.</param>
/// <param name="Numerator">Null for what is not a ratio.</param>
/// <param name="Denominator">Null for what is not a ratio.</param>
/// <param name="Undeterminable">Left out because a needed field is missing; null when the metric leaves nothing out.</param>
public sealed record MetricValue(double? Value, double? Numerator, double? Denominator, long? Undeterminable);
