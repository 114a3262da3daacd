using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Report.Tables;

/// <summary>Tables of metrics. Every metric the snapshot defines is in the workbook; the document shows those a page has room for.</summary>
internal static class MetricTables
{
    private const double NumberWidth = 4.2;
    private const int MostInDocument = 6;

    private static readonly string[] s_shown = ["hazards_found", "rectified_in_month", "open_stock", "overdue_rate", "cumulative_rectification_rate", "on_time_rate"];

    /// <summary>One row a metric: now, before, a year before, target, what could not be judged.</summary>
    public static ReportTable Headline(ReportSource source)
    {
        var words = source.Words;
        return new("headline", words["Table_headline"],
            [
                new(words["Column_metric"], 7.5), new(words["Column_now"], 10), new(words["Column_numerator"], 5, IsInDocument: false), new(words["Column_denominator"], 5, IsInDocument: false),
                new(words["Column_before"], 5.2, IsInDocument: false), new(words["Column_change"], 7.5), new(words["Column_year_before"], 5.2, IsInDocument: false), new(words["Column_year_change"], 7.5),
                new(words["Column_target"], 3.4), new(words["Column_left"], 4.2),
            ],
            [.. source.Snapshot.Metrics.Select(metric => Row(source, metric))],
            words["Definition_headline"]);
    }

    /// <summary>One row a member, unknown members last.</summary>
    public static ReportTable Members(ReportSource source, string key, Dimension dimension, MetricTable table)
    {
        var words = source.Words;
        var metrics = source.Snapshot.Metrics.OrderBy(metric => Array.IndexOf(s_shown, metric.Key) is var at && at < 0 ? s_shown.Length : at).ToList();
        var shown = metrics.Take(MostInDocument).Select(metric => metric.Key).ToHashSet(StringComparer.Ordinal);
        return new(key, words["Table_" + key],
            [
                new(words["Column_" + dimension], 7.5),
                .. metrics.Select(metric => new ReportColumn(source.Wording.Label(metric), NumberWidth, shown.Contains(metric.Key))),
            ],
            [.. Ranked(table, source).Select(row => (IReadOnlyList<ReportCell>)[ReportCell.Of(source.Wording.Member(row.Members[0])), .. metrics.Select(metric => Cell(source, metric, row.Values[table.IndexOf(metric.Key)]))])],
            words["Definition_members"]);
    }

    public static ReportCell Cell(ReportSource source, Metric metric, MetricValue? value) => new(Kind(metric), value?.Value, source.Text(metric, value));

    public static IEnumerable<MetricRow> Ranked(MetricTable table, ReportSource source)
    {
        var index = source.Has("hazards_found") ? table.IndexOf("hazards_found") : 0;
        return table.Rows.OrderBy(row => UnknownMember.Is(row.Members[0])).ThenByDescending(row => row.Values[index].Value ?? 0).ThenBy(row => row.Members[0], StringComparer.Create(source.Words.Culture, ignoreCase: false));
    }

    private static IReadOnlyList<ReportCell> Row(ReportSource source, Metric metric)
    {
        var now = source.Value(metric.Key)!;
        var isRatio = metric.Unit is MetricUnit.Percent && now.Denominator is > 0;
        var text = source.Text(metric, now);
        return
        [
            ReportCell.Of(source.Wording.Label(metric)),
            new(Kind(metric), now.Value, isRatio && text != source.Wording.OutOf(now) ? source.Words.With("WithBase", text, source.Wording.OutOf(now)) : text),
            Count(source, now.Numerator),
            Count(source, now.Denominator),
            Cell(source, metric, source.Value(source.Before, metric.Key)),
            Change.Cell(source, metric, source.Before),
            Cell(source, metric, source.Value(source.YearBefore, metric.Key)),
            Change.Cell(source, metric, source.YearBefore),
            new(Kind(metric), source.Target(metric.Key), source.Target(metric.Key) is { } target ? source.Wording.Value(metric.Unit, target) : source.Wording.Phrases["Dash"]),
            Count(source, now.Undeterminable),
        ];
    }

    private static ReportCell Count(ReportSource source, double? count) => new(CellKind.Count, count, source.Wording.Count(count));

    private static CellKind Kind(Metric metric) => metric.Unit switch { MetricUnit.Percent => CellKind.Share, MetricUnit.Days => CellKind.Days, _ => CellKind.Count };
}
