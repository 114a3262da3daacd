using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Report.Figures;

/// <summary>Figures over the report's months.</summary>
internal static class MonthFigures
{
    private static readonly string[] s_colors = [Palette.Blue, Palette.Vermillion, Palette.Green, Palette.Purple];

    /// <summary>Metrics of one unit as lines, the high-risk periods set off behind them.</summary>
    /// <returns>Null when the snapshot defines none of them.</returns>
    public static Figure? Trend(FigureSource source, string key, MetricTable months, params string[] metrics)
    {
        var known = metrics.Where(source.Has).ToList();
        if (known.Count == 0) return null;
        var first = source.Metric(known[0]);
        var definitions = known.Select(source.Metric).ToList();
        return new Figure(key, source.Words.With("Figure_trend", source.Wording.List([.. definitions.Select(source.Wording.Label)])), Claim(source, definitions), source.Wording.Phrases["Month"], MemberFigures.Unit(source, first), FigureOrder.Time,
            [.. definitions.Select((metric, i) => Line(source, months, metric, s_colors[i % s_colors.Length]))],
            source.Look.Notes(string.Join(source.Words["Then"], definitions.Select(source.Wording.Meaning)), source.Value(first.Key)!.Denominator ?? source.Value(first.Key)!.Value, source.Value(first.Key)!.Undeterminable))
        { Kind = FigureKind.TimeTrend, Unit = first.Unit, Bands = Bands(source), Markers = Markers(source), Of = Dimension.Month, Rows = MetricRows.Of(first.Key, source.Look.Filter), Sql = source.Sql(known, Dimension.Month) };
    }

    /// <returns>Null when there are fewer than two members.</returns>
    public static Figure? SmallMultiples(FigureSource source, string key, string metric, Dimension dimension)
    {
        if (!source.Has(metric)) return null;
        var definition = source.Metric(metric);
        var table = source.Series(dimension);
        var index = table.IndexOf(metric);
        var members = table.Rows.GroupBy(row => row.Members[1], StringComparer.Ordinal)
            .OrderBy(group => UnknownMember.Is(group.Key)).ThenByDescending(group => group.Sum(row => row.Values[index].Value ?? 0)).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (members.Count < 2) return null;
        return new Figure(key, source.Words.With("Figure_multiples", source.Words["By_" + dimension], source.Wording.Label(definition)), source.Words.With("Claim_multiples", source.Wording.Month(source.From), source.Wording.Month(source.Month)),
            source.Wording.Phrases["Month"], MemberFigures.Unit(source, definition), FigureOrder.Time,
            [
                .. members.Select(member =>
                {
                    var known = member.ToDictionary(row => row.Members[0], row => row.Values[index], StringComparer.Ordinal);
                    return new Series(member.Key, source.Wording.Member(member.Key), Mark.Solid, Palette.Blue, [.. Months(source).Select(month => At(source, definition, month, known.GetValueOrDefault(month.ToString()) ?? Nothing(definition), source.Narrowed(dimension, member.Key)))]);
                }),
            ],
            source.Look.Notes(source.Wording.Meaning(definition), source.Value(metric)!.Value))
        { Kind = FigureKind.SmallMultiples, Unit = definition.Unit, Bands = Bands(source), Of = Dimension.Month, Across = dimension, Rows = MetricRows.Of(metric, source.Look.Filter), Sql = source.Sql([metric], Dimension.Month, dimension) };
    }

    /// <summary>Days as shares of their month, months counted from the series' first.</summary>
    public static IReadOnlyList<FigureBand> Bands(FigureSource source) =>
    [
        .. source.Periods.Select(period => new FigureBand(
            Math.Max(-0.5, Place(source.From, period.StartsOn)),
            Math.Min(Months(source).Count() - 0.5, Place(source.From, period.EndsOn.AddDays(1))),
            period.Period)).Where(band => band.To > band.From),
    ];

    /// <summary>What stewards wrote at a day, on the same axis.</summary>
    public static IReadOnlyList<FigureMarker> Markers(FigureSource source) => [.. source.Annotations.Select(note => new FigureMarker(Place(source.From, note.On), note.Words))];

    private static IEnumerable<ReportMonth> Months(FigureSource source) => source.From.Through(source.Month);

    private static double Place(ReportMonth first, DateOnly day) =>
        ((day.Year - first.Year) * 12) + day.Month - first.Month + ((day.Day - 1.0) / DateTime.DaysInMonth(day.Year, day.Month)) - 0.5;

    private static Series Line(FigureSource source, MetricTable months, Metric metric, string color)
    {
        var index = months.IndexOf(metric.Key);
        var known = months.Rows.ToDictionary(row => row.Members[0], row => row.Values[index], StringComparer.Ordinal);
        return new(metric.Key, source.Wording.Label(metric), Mark.Line, color, [.. Months(source).Select(month => At(source, metric, month, known.GetValueOrDefault(month.ToString()) ?? Nothing(metric)))]);
    }

    private static Point At(FigureSource source, Metric metric, ReportMonth month, MetricValue value, Filter? filter = null) => new(
        month.ToString(), source.Wording.Month(month), source.Wording.Tick(month), value.Value, source.Text(metric, value), MetricRows.Of(metric.Key, (filter ?? source.Look.Filter) with { Month = month }));

    private static MetricValue Nothing(Metric metric) => new(metric.Unit is MetricUnit.Count ? 0 : null, null, null, null);

    private static string Claim(FigureSource source, IReadOnlyList<Metric> metrics) => source.Words.With(
        "Claim_trend",
        source.Wording.Month(source.Month),
        string.Join(source.Words["Then"], metrics.Select(metric => source.Words.With("Claim_trend_one", source.Wording.Label(metric), source.Text(metric, source.Value(metric.Key)), Change.InWords(source, metric, source.Before)))));
}
