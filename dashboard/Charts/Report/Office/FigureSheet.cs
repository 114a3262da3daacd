using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Report.Office;

/// <summary>The numbers behind a picture as a table.</summary>
internal static class FigureSheet
{
    public static ReportTable Of(Figure figure, Phrases words) => new(
        figure.Key,
        words.With("FigureSheet", figure.Title),
        [new(figure.CategoryTitle, 8), .. figure.Series.Select(series => new ReportColumn(series.Label, 6)), .. Spans(figure).SelectMany(series => new[] { new ReportColumn(words.With("Low", series.Label), 6), new ReportColumn(words.With("High", series.Label), 6) })],
        [
            .. figure.Series[0].Points.Select((point, i) => (IReadOnlyList<ReportCell>)
            [
                point.At is { } && double.TryParse(point.Category, System.Globalization.CultureInfo.InvariantCulture, out var place) && point.Label == point.Tick && figure.Kind is FigureKind.SurvivalCurve ? new ReportCell(CellKind.Days, place, point.Label) : ReportCell.Of(point.Label),
                .. figure.Series.Select(series => Cell(figure, series, series.Points[i])),
                .. Spans(figure).SelectMany(series => new[] { new ReportCell(Kind(figure, series), series.Points[i].Low, ""), new ReportCell(Kind(figure, series), series.Points[i].High, "") }),
            ]),
        ],
        figure.Notes.Definition);

    private static IEnumerable<Series> Spans(Figure figure) => figure.Series.Where(series => series.Points.Any(point => point.Low is not null));

    private static ReportCell Cell(Figure figure, Series series, Point point) => figure.Kind is FigureKind.Wall ? ReportCell.Of(point.Text) : new ReportCell(Kind(figure, series), point.Value, point.Text);

    /// <summary>A Pareto's second series is a share whatever its first is.</summary>
    private static CellKind Kind(Figure figure, Series series) => figure.Kind is FigureKind.Pareto && series != figure.Series[0] ? CellKind.Share : figure.Unit switch
    {
        MetricUnit.Percent => CellKind.Share,
        MetricUnit.Days => CellKind.Days,
        _ => CellKind.Count,
    };
}
