using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Turns a <see cref="MetricQuery"/> into one SELECT per source table: published expressions, whitelisted columns, parameters.</summary>
internal static class MetricSql
{
    private const int FixedColumns = 9;

    public static string Column(Dimension dimension) => dimension switch
    {
        Dimension.Month => "month",
        Dimension.Community => "community",
        Dimension.Sector => "sector",
        Dimension.Department => "department",
        Dimension.Category => "category",
        Dimension.Level => "level",
        Dimension.Unit => "unit_key",
        Dimension.CorrectiveAction => "corrective_action",
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Not a dimension."),
    };

    /// <summary>Its word in the column <c>grain</c>.</summary>
    public static string Word(Grain grain) => grain switch
    {
        Grain.Month => "month",
        Grain.Quarter => "quarter",
        Grain.YearToDate => "year_to_date",
        _ => throw new ArgumentOutOfRangeException(nameof(grain), grain, "Not a grain."),
    };

    /// <param name="from">What the metrics' expressions read.</param>
    /// <param name="monthColumn">Its column for the month.</param>
    public static string Select(IReadOnlyList<Metric> metrics, IReadOnlyList<Dimension> by, string from, string monthColumn, Question question)
    {
        var columns = by.Select(dimension => dimension is Dimension.Month ? $"{monthColumn} as month" : Column(dimension))
            .Concat(metrics.SelectMany(Expressions));
        return $"select {string.Join(", ", columns)} from {from} {question.Where} group by all";
    }

    /// <summary>The numbers alone, one a line, under their keys.</summary>
    public static string Shown(IReadOnlyList<Metric> metrics, IReadOnlyList<Dimension> by, string from, string monthColumn, Question question)
    {
        var columns = by.Select(dimension => dimension is Dimension.Month && monthColumn != "month" ? $"{monthColumn} as month" : Column(dimension)).Concat(metrics.SelectMany(metric => new[]
        {
            $"{metric.Sql} as {metric.Key}",
            metric.NumeratorSql is null ? null : $"{metric.NumeratorSql} as {metric.Key}_numerator",
            metric.DenominatorSql is null ? null : $"{metric.DenominatorSql} as {metric.Key}_denominator",
        }.OfType<string>()));
        return $"select\n    {string.Join(",\n    ", columns)}\nfrom {from}\n{question.Where.Replace(" and ", "\n  and ", StringComparison.Ordinal)}\ngroup by all\norder by all";
    }

    public static MetricRow Row(DuckDBDataReader reader, IReadOnlyList<Metric> metrics, int members) => new(
        [.. Enumerable.Range(0, members).Select(column => reader.IsDBNull(column) ? "" : reader.GetString(column))],
        [.. metrics.Select((metric, i) => Value(reader, metric, members + i * FixedColumns))]);

    /// <summary>What a slice without a single row is worth.</summary>
    public static MetricValue Nothing(Metric metric) => metric.IsCount
        ? new(0, null, null, null) { N = 0 }
        : new(null, null, null, null) { N = 0, Reason = metric.EmptyReason };

    private static IEnumerable<string> Expressions(Metric metric)
    {
        var (part, whole) = (metric.NumeratorSql ?? "null", metric.DenominatorSql ?? "null");
        var hasInterval = metric is { Unit: MetricUnit.Percent, NumeratorSql: not null, DenominatorSql: not null, PeriodFrom: not null };
        yield return $"({metric.Sql})::double";
        yield return $"({part})::double";
        yield return $"({whole})::double";
        yield return $"({metric.UndeterminableSql ?? "null"})::bigint";
        yield return $"({metric.SizeSql ?? "null"})::bigint";
        foreach (var bound in new[] { "low", "high" }) yield return hasInterval ? $"if(({whole}) < 10, wilson_{bound}({part}, {whole}), null)::double" : "null::double";
        yield return metric is { BaseSql: not null, UndeterminableSql: not null } ? $"({metric.UndeterminableSql}) / nullif(({metric.BaseSql})::bigint, 0)" : "null::double";
        yield return metric.ReasonSql ?? "null::varchar";
    }

    private static MetricValue Value(DuckDBDataReader reader, Metric metric, int column)
    {
        var value = Number(reader, column);
        return new(
            value is null && metric.IsCount ? 0 : value,
            Number(reader, column + 1),
            Number(reader, column + 2),
            Whole(reader, column + 3))
        {
            N = Whole(reader, column + 4),
            Low = Number(reader, column + 5),
            High = Number(reader, column + 6),
            UndeterminableShare = Number(reader, column + 7),
            Reason = reader.IsDBNull(column + 8) ? null : reader.GetString(column + 8),
        };
    }

    private static long? Whole(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    private static double? Number(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);
}
