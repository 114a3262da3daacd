using ScottPlot;

namespace SafetyAnalytics.Charts.Drawing.Kinds;

/// <summary>Lines over months, with high-risk periods set off behind them.</summary>
internal static class TimeTrendDrawing
{
    private const float Height = 430;

    public static Body Make(Figure figure, Wording wording)
    {
        var lines = figure.Drawn.ToList();
        return new(Height,
            [.. lines.Select((series, i) => LegendKey.Stroke(series.Label, Ink.Of(series.Color), Strokes.Dashes(i), i)), .. TimeAxis.BandKey(figure, wording)],
            (canvas, box) =>
            {
                var scale = ValueScale.For(figure);
                var count = figure.Series[0].Points.Count;
                var panel = new Panel(new AxisLimits(-0.5, count - 0.5, 0, scale.Max), TimeAxis.LeftRoom(scale, figure, wording), 8, 46, 20);
                panel.Bands(figure.Bands, Sheet.Letter);
                panel.ValuesUp(scale, value => wording.OnAxis(figure.Unit, value));
                panel.LabelsBelow(TimeAxis.Labels(figure), panel.InsideWidth(box.Width), TimeAxis.IsYear);
                for (var i = 0; i < lines.Count; i++) Strokes.Draw(panel, lines[i], [.. Enumerable.Range(0, count).Select(at => (double)at)], i);
                panel.Markers(figure.Markers, Sheet.Letter);
                panel.Render(canvas, box);
            });
    }
}
