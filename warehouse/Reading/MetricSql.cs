using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Turns a <see cref="MetricQuery"/> into one SELECT per source table: published expressions, whitelisted columns, parameters.</summary>
internal static class MetricSql
{
    private const int FixedColumns = 4;

    public static string Column(Dimension dimension) => dimension switch
    {
        Dimension.Month => "month",
        Dimension.Community => "community",
        Dimension.Sector => "sector",
        Dimension.Department => "department",
        Dimension.Category => "category",
        Dimension.Level => "level",
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Not a dimension."),
    };

    public static string Select(IReadOnlyList<Metric> metrics, IReadOnlyList<Dimension> by, Question question)
    {
        var monthColumn = metrics[0].MonthColumn;
        var columns = by.Select(dimension => dimension is Dimension.Month ? $"{monthColumn} as month" : Column(dimension))
            .Concat(metrics.SelectMany(Expressions));
        return $"select {string.Join(", ", columns)} from {metrics[0].Source} {question.Where} group by all";
    }

    public static MetricRow Row(DuckDBDataReader reader, IReadOnlyList<Metric> metrics, int members) => new(
        [.. Enumerable.Range(0, members).Select(reader.GetString)],
        [.. metrics.Select((metric, i) => Value(reader, metric, members + i * FixedColumns))]);

    private static IEnumerable<string> Expressions(Metric metric)
    {
        yield return $"({metric.Sql})::double";
        yield return $"({metric.NumeratorSql ?? "null"})::double";
        yield return $"({metric.DenominatorSql ?? "null"})::double";
        yield return $"({metric.UndeterminableSql ?? "null"})::bigint";
    }

    private static MetricValue Value(DuckDBDataReader reader, Metric metric, int column)
    {
        var value = Number(reader, column);
        return new(
            value is null && metric.Unit is MetricUnit.Count ? 0 : value,
            Number(reader, column + 1),
            Number(reader, column + 2),
            reader.IsDBNull(column + 3) ? null : reader.GetInt64(column + 3));
    }

    private static double? Number(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);
}
