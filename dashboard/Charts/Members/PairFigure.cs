using SafetyAnalytics.Charts.Report;
using SafetyAnalytics.Charts.Report.Figures;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Members;

/// <summary>Two members' months on one scale.</summary>
internal static class PairFigure
{
    /// <returns>Null when neither has a month with data.</returns>
    public static Figure? Trend(FigureSource source, Dimension of, Pair pair, string metric)
    {
        if (MonthFigures.SmallMultiples(source, "member-trend", metric, of) is not { } months) return null;
        Series[] two = [.. new[] { (pair.First, Palette.Blue), (pair.Second, Palette.Vermillion) }
            .SelectMany(one => months.Series.Where(series => series.Key == one.Item1).Select(series => series with { Mark = Mark.Line, Color = one.Item2 }))];
        if (two.Length == 0) return null;
        var words = source.Wording.Phrases;
        var row = pair.Rows.First(each => each.Metric.Metric == metric);
        return months with
        {
            Title = words.With("PairTitle", pair.First, pair.Second, row.Metric.Label),
            Claim = words.With("PairClaim", source.Wording.Month(source.Month), row.Metric.Label, pair.First, row.First.Text, pair.Second, row.Second.Text),
            Series = two,
            Kind = FigureKind.TimeTrend,
        };
    }
}
