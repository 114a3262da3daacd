using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Report;

/// <summary>A change in words: shares in percentage points, counts with their per cent where the base allows one.</summary>
internal static class Change
{
    /// <summary>For a sentence: 增加 3 条…; for what cannot be compared: 无可比数据.</summary>
    public static string InWords(FigureSource source, Metric metric, MetricTable? before)
    {
        var change = Between(source, metric, before);
        if (change.Difference is not { } difference) return source.Words["Change_none"];
        if (Math.Round(difference, 6) == 0) return source.Words["Change_same"];
        var size = metric.Unit switch
        {
            MetricUnit.Percent => source.Words.With("Change_points", Points(source, Math.Abs(difference))),
            MetricUnit.Days => source.Words.With("Change_days", source.Wording.Value(MetricUnit.Days, Math.Abs(difference))),
            _ => source.Wording.Count(Math.Abs(difference)),
        };
        var relative = change.Relative is { } share ? source.Words.With("Change_relative", source.Wording.Value(MetricUnit.Percent, Math.Abs(share))) : "";
        return source.Words.With((difference > 0, metric.Unit) switch
        {
            (true, MetricUnit.Percent) => "Change_rises",
            (false, MetricUnit.Percent) => "Change_falls",
            (true, _) => "Change_more",
            _ => "Change_less",
        }, size, relative);
    }

    /// <summary>For a table: the difference, signed.</summary>
    public static ReportCell Cell(FigureSource source, Metric metric, MetricTable? before)
    {
        var change = Between(source, metric, before);
        if (change.Difference is not { } difference) return new(Kind(metric), null, source.Wording.Phrases["Dash"]);
        var sign = Math.Round(difference, 6) switch { > 0 => "+", < 0 => "−", _ => "" };
        var text = metric.Unit is MetricUnit.Percent ? source.Words.With("Change_points", sign + Points(source, Math.Abs(difference))) : sign + source.Wording.Value(metric.Unit, Math.Abs(difference));
        return new(Kind(metric), difference, change.Relative is { } share ? text + source.Words.With("Change_relative", sign + source.Wording.Value(MetricUnit.Percent, Math.Abs(share))) : text);
    }

    private static CellKind Kind(Metric metric) => metric.Unit switch { MetricUnit.Percent => CellKind.Points, MetricUnit.Days => CellKind.Days, _ => CellKind.Count };

    private static MetricDifference Between(FigureSource source, Metric metric, MetricTable? before) =>
        source.IsUnfinished ? new(null, null, null) : MetricDifference.Between(metric, source.Value(before, metric.Key), source.Value(metric.Key));

    private static string Points(FigureSource source, double fraction) => (fraction * 100).ToString("0.0", source.Wording.Phrases.Culture);
}
