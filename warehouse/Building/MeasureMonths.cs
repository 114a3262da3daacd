using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Building;

/// <summary>
/// Every metric of the months whose numbers are kept (closed ones, those with targets), as a whole and by each member of each dimension its source knows.
/// The very macros that travel in the file compute them. Nothing is measured where nothing is closed and nothing is aimed at.
/// </summary>
internal sealed class MeasureMonths : IBuildStep
{
    private static readonly string[] s_dimensions = ["community", "sector", "department", "category", "level"];

    public IReadOnlyList<string> Reads { get; } = [.. MetricFile.All.Select(metric => metric.Source).Append("int_measured_month").Distinct(StringComparer.Ordinal)];

    public IReadOnlyDictionary<string, string> Makes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["measured_month"] = "month varchar, metric varchar, dimension varchar, member varchar, value double, numerator double, denominator double, undeterminable double, direction varchar",
        ["measured_metric"] = "metric varchar, source varchar, unit varchar, expressions varchar",
    };

    public void Run(DuckDBConnection connection, CancellationToken cancellationToken)
    {
        foreach (var metric in MetricFile.All)
            connection.Run("insert into measured_metric values ($metric, $source, $unit, $expressions)", ("metric", metric.Key), ("source", metric.Source), ("unit", metric.Unit), ("expressions", string.Join(' ', Expressions(metric))));
        if (connection.Scalar("select 1 from int_measured_month limit 1") is null) return;
        foreach (var source in MetricFile.All.GroupBy(metric => (metric.Source, metric.MonthColumn)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Measure(connection, source.Key.Source, source.Key.MonthColumn, [.. source]);
        }
    }

    private static void Measure(DuckDBConnection connection, string source, string monthColumn, IReadOnlyList<MetricFile> metrics)
    {
        var known = connection.Rows("select column_name from duckdb_columns() where table_name = $source", row => row.GetString(0), ("source", source));
        string[] dimensions = [.. s_dimensions.Where(known.Contains)];
        var sets = string.Join(", ", dimensions.Select(dimension => $"({monthColumn}, {dimension})").Prepend($"({monthColumn})"));
        var dimension = string.Concat(dimensions.Select(one => $" when grouping({one}) = 0 then '{one}'"));
        var member = string.Concat(dimensions.Select(one => $" when grouping({one}) = 0 then {one}"));
        var measures = metrics.SelectMany((metric, i) => Measures(metric).Select((sql, part) => $"cast({sql} as double) as measure_{i}_{part}"));
        connection.Run($"""
            create temp table measuring as
            select
                {monthColumn} as month,
                {(dimensions.Length == 0 ? "'all'" : $"case{dimension} else 'all' end")} as dimension,
                {(dimensions.Length == 0 ? "''" : $"case{member} else '' end")} as member,
                {string.Join(", ", measures)}
            from {source}
            where {monthColumn} in (select month from int_measured_month)
            group by grouping sets ({sets})
            """);
        for (var i = 0; i < metrics.Count; i++)
        {
            connection.Run(
                $"insert into measured_month select month, $metric, dimension, member, measure_{i}_0, measure_{i}_1, measure_{i}_2, measure_{i}_3, $direction from measuring",
                ("metric", metrics[i].Key), ("direction", metrics[i].Direction));
        }

        connection.Run("drop table measuring");
    }

    private static string[] Measures(MetricFile metric) => [metric.Sql, metric.NumeratorSql, metric.DenominatorSql ?? "null", metric.UndeterminableSql ?? "null"];

    private static IEnumerable<string> Expressions(MetricFile metric) => new[] { metric.Sql, metric.NumeratorSql, metric.DenominatorSql, metric.UndeterminableSql }.OfType<string>();
}
