using ScottPlot;
using SkiaSharp;

namespace SafetyAnalytics.Charts.Drawing.Kinds;

/// <summary>Columns side by side for what moved in a month, a line for what stood at its end.</summary>
internal static class StockAndFlowDrawing
{
    private const float Height = 430;
    private const float BelowAxis = 46;
    private const double GroupWidth = 0.82;

    public static Body Make(Figure figure, Wording wording)
    {
        var columns = figure.Drawn.Where(series => series.Mark is Mark.Solid or Mark.Outlined).ToList();
        var lines = figure.Drawn.Where(series => series.Mark is Mark.Line or Mark.Target).ToList();
        return new(Height,
            [
                .. columns.Select((series, i) => LegendKey.Filled(series.Label, Ink.Of(series.Color), PatternOf(series, i))),
                .. lines.Select((series, i) => LegendKey.Stroke(series.Label, Ink.Of(series.Color), Strokes.Dashes(i), i)),
                .. TimeAxis.BandKey(figure, wording),
            ],
            (canvas, box) => Draw(canvas, box, figure, wording, columns, lines));
    }

    /// <summary>Solid and outlined are the figure's own; a second solid one is told apart by its texture.</summary>
    public static Pattern PatternOf(Series series, int position) => series.Mark is Mark.Outlined ? Pattern.Hatched : position == 0 ? Pattern.Solid : Pattern.Dotted;

    private static void Draw(SKCanvas canvas, SKRect box, Figure figure, Wording wording, IReadOnlyList<Series> columns, IReadOnlyList<Series> lines)
    {
        var scale = ValueScale.For(figure);
        var count = figure.Series[0].Points.Count;
        var left = TimeAxis.LeftRoom(scale, figure, wording);
        var panel = new Panel(new AxisLimits(-0.5, count - 0.5, 0, scale.Max), left, 8, BelowAxis, 20);
        panel.Bands(figure.Bands, Sheet.Letter);
        panel.ValuesUp(scale, value => wording.OnAxis(figure.Unit, value));
        panel.LabelsBelow(TimeAxis.Labels(figure), panel.InsideWidth(box.Width), TimeAxis.IsYear);
        for (var i = 0; i < columns.Count; i++) Columns(panel, columns[i], i, columns.Count);
        for (var i = 0; i < lines.Count; i++) Strokes.Draw(panel, lines[i], [.. Enumerable.Range(0, count).Select(at => (double)at)], i);
        panel.Markers(figure.Markers, Sheet.Letter);
        panel.Render(canvas, box);
    }

    private static void Columns(Panel panel, Series series, int position, int of)
    {
        var width = GroupWidth / of;
        var color = Ink.Of(series.Color);
        panel.Draw((canvas, axes) =>
        {
            for (var i = 0; i < series.Points.Count; i++)
            {
                if (series.Points[i].Value is not { } value) continue;
                var start = i - (GroupWidth / 2) + (position * width);
                Ink.Fill(canvas, new SKRect(axes.GetPixelX(start), axes.GetPixelY(value), axes.GetPixelX(start + width) - 1, axes.GetPixelY(0)), color, PatternOf(series, position));
            }
        });
    }
}
