namespace SafetyAnalytics.Warehouse.Building;

/// <summary>One metric: a macro and what a person must know to read it. One file a metric, named by its key.</summary>
/// <param name="Source">The relation its expressions read, month by month.</param>
/// <param name="MonthColumn">The column of <paramref name="Source"/> that is the report month.</param>
/// <param name="Spread">How months become a longer period: <c>months</c> (the rows of all of them), <c>last</c> (the last one's rows: a stock), <c>period</c> (relations of its own).</param>
/// <param name="Sql">The aggregate expression that calls the macro on <paramref name="Source"/>'s columns.</param>
/// <param name="UndeterminableSql">How many rows of the base could not be judged; null when every row can.</param>
/// <param name="SizeSql">n: the observations the number rests on.</param>
/// <param name="BaseSql">Rows in its base, judged or not; null when none is ever undeterminable.</param>
/// <param name="ReasonSql">A code of the seed <c>metric_reasons</c> where the number is null.</param>
/// <param name="EmptyReason">That code where there is not even a row.</param>
public sealed record MetricFile(
    string Key,
    int Position,
    string LabelZh,
    string LabelEn,
    string Unit,
    string Additive,
    string Direction,
    string MeaningZh,
    string MeaningEn,
    string Source,
    string MonthColumn,
    string Spread,
    string Sql,
    string NumeratorSql,
    string? DenominatorSql,
    string? UndeterminableSql,
    string SizeSql,
    string? BaseSql,
    string ReasonSql,
    string? EmptyReason,
    string MacroSql)
{
    private const string Parts = "metrics/parts/";

    private static readonly string[] s_fields =
    [
        "position", "label_zh", "label_en", "unit", "additive", "direction", "meaning_zh", "meaning_en", "source", "month_column", "spread",
        "sql", "numerator", "denominator", "undeterminable", "size", "base", "reason", "empty",
    ];

    public static IReadOnlyList<MetricFile> All { get; } =
        [.. Embedded.Paths("metrics").Where(path => path.Count(letter => letter == '/') == 1).Select(Load).OrderBy(metric => metric.Position)];

    /// <summary>Macros that metrics are made of, to be created before them.</summary>
    public static IReadOnlyList<string> PartsSql { get; } = [.. Embedded.Paths("metrics").Where(path => path.StartsWith(Parts, StringComparison.Ordinal)).Select(Embedded.Text)];

    private bool IsCount => Unit == "count";

    /// <summary>What follows <c>from</c> for any grain: rows with <c>grain, month, is_whole</c> and the columns the expressions read.</summary>
    public string PeriodFrom => Spread == "period"
        ? "mart_period"
        : $"(select source.* exclude ({MonthColumn}), bridge.grain, bridge.month, bridge.is_whole from {Source} as source join bridge_grain_month as bridge on bridge.in_month = source.{MonthColumn}{(Spread == "last" ? " and bridge.is_last" : "")}) as period_rows";

    /// <summary>The same for months alone, without a detour.</summary>
    public string MonthFrom => Spread == "period" ? $"(select *, 'month' as grain, true as is_whole from {Source}) as period_rows" : PeriodFrom;

    /// <summary>The same with <c>unit_key</c>, where <see cref="PeriodFrom"/> has none.</summary>
    public string UnitFrom => Spread == "period" ? "mart_unit_period" : PeriodFrom;

    /// <summary>The columns of one answer: the number and all that keeps it honest.</summary>
    public string Columns => $"""
        ({(IsCount ? $"coalesce({Sql}, 0)" : Sql)})::double as value, ({NumeratorSql})::double as numerator, ({DenominatorSql ?? "null"})::double as denominator,
        ({UndeterminableSql ?? "null"})::bigint as undeterminable, ({UndeterminableSql ?? "null"}) / nullif(({BaseSql ?? "null"})::bigint, 0) as undeterminable_share, ({SizeSql})::bigint as n,
        {Bound("low")} as low, {Bound("high")} as high, {ReasonSql} as reason
        """.ReplaceLineEndings(" ");

    /// <summary>Wilson's interval, for shares of fewer than ten.</summary>
    private string Bound(string side) =>
        Unit == "percent" && DenominatorSql is not null ? $"if(({DenominatorSql}) < 10, wilson_{side}({NumeratorSql}, {DenominatorSql}), null)::double" : "null::double";

    private static MetricFile Load(string path)
    {
        var text = Embedded.Text(path);
        var header = SqlHeader.Of(text, s_fields);
        string Field(string name) => header.Required(name, path);
        var (sql, numerator, denominator, undeterminable) = (Field("sql"), Field("numerator"), header["denominator"], header["undeterminable"]);
        var size = header["size"] ?? denominator ?? numerator;
        var isCount = Field("unit") == "count";
        var empty = isCount ? null : header["empty"] ?? "no_base";
        return new MetricFile(
            Path.GetFileNameWithoutExtension(path),
            int.Parse(Field("position"), System.Globalization.CultureInfo.InvariantCulture),
            Field("label_zh"),
            Field("label_en"),
            Field("unit"),
            Field("additive"),
            Field("direction"),
            Field("meaning_zh"),
            Field("meaning_en"),
            Field("source"),
            Field("month_column"),
            Field("spread"),
            sql,
            numerator,
            denominator,
            undeterminable,
            size,
            header["base"] ?? (undeterminable is null ? null : $"{size} + {undeterminable}"),
            isCount ? "null::varchar" : $"case when ({sql}) is null then coalesce({header["reason"] ?? "null"}, {(undeterminable is null ? "null" : $"if(({undeterminable}) > 0, 'nothing_judgeable', null)")}, '{empty}') end",
            empty,
            text);
    }
}
