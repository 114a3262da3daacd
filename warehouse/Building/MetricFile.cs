namespace SafetyAnalytics.Warehouse.Building;

/// <summary>One metric: a macro and what a person must know to read it. One file a metric, named by its key.</summary>
/// <param name="Sql">The aggregate expression that calls the macro on <paramref name="Source"/>'s columns.</param>
/// <param name="UndeterminableSql">How many rows of the base could not be judged; null when every row can.</param>
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
    string Sql,
    string NumeratorSql,
    string? DenominatorSql,
    string? UndeterminableSql,
    string MacroSql)
{
    private static readonly string[] s_fields =
    [
        "position", "label_zh", "label_en", "unit", "additive", "direction", "meaning_zh", "meaning_en", "source", "month_column",
        "sql", "numerator", "denominator", "undeterminable",
    ];

    public static IReadOnlyList<MetricFile> All { get; } = [.. Embedded.Paths("metrics").Select(Load).OrderBy(metric => metric.Position)];

    private static MetricFile Load(string path)
    {
        var text = Embedded.Text(path);
        var header = SqlHeader.Of(text, s_fields);
        string Field(string name) => header.Required(name, path);
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
            Field("sql"),
            Field("numerator"),
            header["denominator"],
            header["undeterminable"],
            text);
    }
}
