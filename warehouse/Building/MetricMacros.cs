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
        foreach (var metric in MetricFile.All)
        {
            connection.Run(
                """
                insert into metric values (
                    $key, $position, $label_zh, $label_en, $unit, $additive, $direction, $meaning, $meaning_en, $source, $month_column, $sql,
                    $numerator, $denominator, $undeterminable, $spread, $size, $base, $reason, $empty, $period_from, $unit_from)
                """,
                ("key", metric.Key), ("position", metric.Position), ("label_zh", metric.LabelZh), ("label_en", metric.LabelEn), ("unit", metric.Unit),
                ("additive", metric.Additive), ("direction", metric.Direction), ("meaning", metric.MeaningZh), ("meaning_en", metric.MeaningEn),
                ("source", metric.Source), ("month_column", metric.MonthColumn), ("sql", metric.Sql), ("numerator", metric.NumeratorSql),
                ("denominator", metric.DenominatorSql), ("undeterminable", metric.UndeterminableSql), ("spread", metric.Spread), ("size", metric.SizeSql),
                ("base", metric.BaseSql), ("reason", metric.ReasonSql), ("empty", metric.EmptyReason), ("period_from", metric.PeriodFrom), ("unit_from", metric.UnitFrom));
            connection.Run($"comment on macro {metric.Key} is {WarehouseBuild.Quoted($"{metric.LabelZh} · {metric.MeaningZh}")}");
        }

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
