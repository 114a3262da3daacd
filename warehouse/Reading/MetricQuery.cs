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

    /// <summary>By <c>unit_key</c>.</summary>
    Unit,

    /// <summary>What was done about it; only of closings, see <see cref="MetricQuery.IsPooled"/>.</summary>
    CorrectiveAction,
}

/// <summary>How long a period a number covers. It is always named by its last month.</summary>
public enum Grain
{
    Month,

    /// <summary>January, April, July or October up to the month named: the quarter so far, whole when that is its third.</summary>
    Quarter,

    /// <summary>January up to the month named.</summary>
    YearToDate,
}

/// <summary>Metrics by dimensions under a filter.</summary>
/// <param name="Metrics">Keys of the table <c>metric</c>, at least one.</param>
/// <param name="By">Dimensions of the answer, none for a single row.</param>
/// <param name="Filter">Its months are <see cref="Filter.From"/> to <see cref="Filter.To"/> when <see cref="Dimension.Month"/> is asked for
/// (an open end means the snapshot's own), else the one <see cref="Filter.Month"/> (null: the snapshot's last).
/// <see cref="Filter.Status"/> has no meaning here and is refused.</param>
public sealed record MetricQuery(IReadOnlyList<string> Metrics, IReadOnlyList<Dimension> By, Filter Filter)
{
    /// <summary>By month over quarters, each quarter comes once, with the last month there is of it.</summary>
    public Grain Grain { get; init; } = Grain.Month;

    /// <summary>All months from <see cref="Filter.From"/> to <see cref="Filter.To"/> as one period. Only for metrics of closings, whose rows are facts and may be counted over any months.</summary>
    public bool IsPooled { get; init; }

    /// <summary>Only this unit; null for all.</summary>
    public string? UnitKey { get; init; }
}

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
public sealed record MetricValue(double? Value, double? Numerator, double? Denominator, long? Undeterminable)
{
    /// <summary>The observations it rests on; null in snapshots of before there was such a count.</summary>
    public long? N { get; init; }

    /// <summary>Wilson's 95 % interval of a share of fewer than ten; null otherwise.</summary>
    public double? Low { get; init; }

    public double? High { get; init; }

    /// <summary>What could not be judged, of all rows in the base.</summary>
    public double? UndeterminableShare { get; init; }

    /// <summary>Why there is no value: a code of <c>dim_metric_reason</c>; null when there is one.</summary>
    public string? Reason { get; init; }
}
