using ScottPlot;

namespace SafetyAnalytics.Charts.Drawing.Kinds;

/// <summary>What was foretold against what came: on the diagonal, a foretold third came a third of the time.</summary>
internal static class CalibrationDrawing
{
    private const float Height = 560;

    public static Body Make(Figure figure, Wording wording)
    {
        var lines = figure.Drawn.ToList();
        return new(Height,
            [
                .. lines.Select((series, i) => LegendKey.Stroke(series.Label, Ink.Of(series.Color), Strokes.Dashes(i), i)),
                LegendKey.Stroke(wording.Phrases["PictureDiagonal"], Ink.Axis, [10, 8]),
            ],
            (canvas, box) =>
            {
                var panel = new Panel(new AxisLimits(0, 1, 0, 1), TimeAxis.LeftRoom(ValueScale.Whole, figure, wording), 24, NumericAxis.BelowAxis, 14);
                panel.ValuesUp(ValueScale.Whole, value => wording.Share(value));
                panel.LabelsBelow([.. ValueScale.Whole.Ticks.Select(tick => (tick, wording.Share(tick)))], panel.InsideWidth(box.Width));
                panel.Draw((drawn, axes) => Ink.Line(drawn, axes.GetPixelX(0), axes.GetPixelY(0), axes.GetPixelX(1), axes.GetPixelY(1), Ink.Axis, 3, [10, 8]));
                foreach (var series in lines) Spans(panel, series);
                for (var i = 0; i < lines.Count; i++) Strokes.Draw(panel, WithoutSpans(lines[i]), NumericAxis.Places(lines[i]), i);
                NumericAxis.Title(panel, canvas, box, figure);
            });
    }

    /// <summary>Here a span is a stroke through its point: the points are few and apart.</summary>
    private static void Spans(Panel panel, Series series) => panel.Draw((canvas, axes) =>
    {
        foreach (var point in series.Points)
        {
            if (point is not { At: { } at, Low: { } low, High: { } high }) continue;
            Ink.Line(canvas, axes.GetPixelX(at), axes.GetPixelY(low), axes.GetPixelX(at), axes.GetPixelY(high), Ink.Of(series.Color), 3);
        }
    });

    private static Series WithoutSpans(Series series) => series with { Points = [.. series.Points.Select(point => point with { Low = null, High = null })] };
}
