using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Building;

/// <summary>
/// Puts the metrics into the file they measure: one macro each, the table <c>metric</c> that describes them, and the table macros
/// <c>measure</c> and <c>measure_change</c>, which give any metric at any grain, split by any columns, to whoever has nothing but the file.
/// </summary>
internal static class MetricMacros
{
    private const string Table = """
        create table metric (
            key varchar primary key, position integer, label_zh varchar, label_en varchar, unit varchar, additive varchar, direction varchar,
            meaning varchar, meaning_en varchar, source varchar, month_column varchar, sql varchar,
            numerator_sql varchar, denominator_sql varchar, undeterminable_sql varchar,
            spread varchar, size_sql varchar, base_sql varchar, reason_sql varchar, empty_reason varchar, period_from varchar, unit_from varchar)
        """;

    /// <summary>The macros alone, before anything is built: the build itself measures with them.</summary>
    /// <param name="connection">The star's catalog is the one in use.</param>
    public static void Add(DuckDBConnection connection)
    {
        foreach (var part in MetricFile.PartsSql) connection.Run(part);
        foreach (var metric in MetricFile.All) connection.Run(metric.MacroSql);
    }

    /// <summary>What tells about them, and the table macros that read the finished tables.</summary>
    /// <param name="connection">The star's catalog is the one in use.</param>
    public static void Describe(DuckDBConnection connection)
    {
        connection.Run(Table);
        using (var appender = connection.CreateAppender("metric"))
        {
            foreach (var metric in MetricFile.All)
            {
                appender.CreateRow()
                    .AppendValue(metric.Key).AppendValue((int?)metric.Position).AppendValue(metric.LabelZh).AppendValue(metric.LabelEn).AppendValue(metric.Unit)
                    .AppendValue(metric.Additive).AppendValue(metric.Direction).AppendValue(metric.MeaningZh).AppendValue(metric.MeaningEn)
                    .AppendValue(metric.Source).AppendValue(metric.MonthColumn).AppendValue(metric.Sql).AppendValue(metric.NumeratorSql)
                    .AppendValue(metric.DenominatorSql).AppendValue(metric.UndeterminableSql).AppendValue(metric.Spread).AppendValue(metric.SizeSql)
                    .AppendValue(metric.BaseSql).AppendValue(metric.ReasonSql).AppendValue(metric.EmptyReason).AppendValue(metric.PeriodFrom).AppendValue(metric.UnitFrom)
                    .EndRow();
            }
        }

        connection.Run(string.Join(";\n", MetricFile.All.Select(metric => $"comment on macro {metric.Key} is {WarehouseBuild.Quoted($"{metric.LabelZh} · {metric.MeaningZh}")}")));
        // A macro cannot look an expression up in a table, so the texts of all metrics stand in these as maps; each in one of its own, because a macro's body is copied wherever it is called.
        AddMap(connection, "measured_columns", metric => metric.Columns);
        AddMap(connection, "measured_by_month", metric => metric.MonthFrom);
        AddMap(connection, "measured_by_period", metric => metric.PeriodFrom);
        AddMap(connection, "measured_by_unit", metric => metric.UnitFrom);
        AddMap(connection, "measured_in", metric => metric.Unit);
        AddMap(connection, "measured_over", metric => metric.Spread);
        connection.Run(Embedded.Text("metrics/measuring/earlier.sql"));
        connection.Run(Embedded.Text("metrics/measuring/measure.sql"));
        connection.Run(Embedded.Text("metrics/measuring/measure_change.sql"));
    }

    private static void AddMap(DuckDBConnection connection, string name, Func<MetricFile, string> text) => connection.Run(
        $"create or replace macro {name}(metric_key) as map {{{string.Join(", ", MetricFile.All.Select(metric => $"'{metric.Key}': {WarehouseBuild.Quoted(text(metric))}"))}}}[metric_key]");
}
