namespace SafetyAnalytics.Warehouse.Reading;

public enum MetricUnit
{
    Count,

    /// <summary>A fraction from 0 to 1; only the last pixel makes it a percentage.</summary>
    Percent,
    Days,

    /// <summary>So many of one for each of another, such as hazards per visit.</summary>
    Ratio,
}

/// <summary>Along which lines a metric's values may be added up.</summary>
public enum MetricAdditivity
{
    /// <summary>Over everything, months included.</summary>
    Additive,

    /// <summary>Over slices of one month, never over months: a stock.</summary>
    MonthEnd,

    /// <summary>Over nothing: recomputed at each grain.</summary>
    None,
}

/// <summary>Which way is good.</summary>
public enum MetricDirection
{
    Up,
    Down,
    Neutral,
}

/// <summary>One row of the published table <c>metric</c>: the only definition of that number.</summary>
/// <param name="Source">The published table the expressions read.</param>
/// <param name="MonthColumn">The column of <paramref name="Source"/> that is the report month.</param>
/// <param name="Sql">An aggregate expression; null over an empty denominator.</param>
/// <param name="NumeratorSql">Null for what is not a ratio; so is <paramref name="DenominatorSql"/>.</param>
/// <param name="UndeterminableSql">Counts what the metric had to leave out (不可判定); null when it never leaves anything out.</param>
public sealed record Metric(
    string Key,
    string LabelZh,
    string LabelEn,
    MetricUnit Unit,
    MetricAdditivity Additivity,
    MetricDirection Direction,
    string MeaningZh,
    string MeaningEn,
    string Source,
    string MonthColumn,
    string Sql,
    string? NumeratorSql,
    string? DenominatorSql,
    string? UndeterminableSql)
{
    /// <summary>What follows <c>from</c> at any <see cref="Grain"/>: rows with <c>grain, month, is_whole</c>; null in snapshots of before there were grains.</summary>
    public string? PeriodFrom { get; init; }

    /// <summary>The same with <c>unit_key</c>.</summary>
    public string? UnitFrom { get; init; }

    /// <summary>n: the observations the number rests on.</summary>
    public string? SizeSql { get; init; }

    /// <summary>Rows in its base, judged or not.</summary>
    public string? BaseSql { get; init; }

    /// <summary>A code of the table <c>dim_metric_reason</c> where the number is null.</summary>
    public string? ReasonSql { get; init; }

    /// <summary>That code where there is not even a row; null for counts, which are nought then.</summary>
    public string? EmptyReason { get; init; }

    /// <summary>Has relations of its own for periods, so that an unfinished month can be compared with the same days of another.</summary>
    public bool HasSoFar { get; init; }

    internal bool IsCount => Unit is MetricUnit.Count;
}
