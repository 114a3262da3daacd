using ScottPlot;
using SkiaSharp;

namespace SafetyAnalytics.Charts.Drawing.Kinds;

/// <summary>The share that has not come back yet, step by step, with the span of what chance alone would allow.</summary>
internal static class SurvivalDrawing
{
    private const float Height = 450;

    public static Body Make(Figure figure, Wording wording)
    {
        var lines = figure.Drawn.ToList();
        var hasSpans = lines.Any(series => series.Points.Any(point => point.Low is not null));
        return new(Height,
            [
                .. lines.Select((series, i) => LegendKey.Stroke(series.Label, Ink.Of(series.Color), Strokes.Dashes(i))),
                .. hasSpans ? new[] { new LegendKey(wording.Phrases["PictureSpan"], (canvas, box) => Span(canvas, box, Ink.Of(lines[0].Color))) } : [],
            ],
            (canvas, box) =>
            {
                var last = lines.SelectMany(series => series.Points).Max(point => point.At ?? 0);
                var scale = ValueScale.For(last, Warehouse.Reading.MetricUnit.Count);
                var panel = new Panel(new AxisLimits(0, Math.Max(last, 1), 0, 1.04), TimeAxis.LeftRoom(ValueScale.Whole, figure, wording), 24, NumericAxis.BelowAxis, 20);
                panel.ValuesUp(ValueScale.Whole, value => wording.Share(value));
                panel.LabelsBelow([.. scale.Ticks.Where(tick => tick <= last).Select(tick => (tick, wording.Count(tick)))], panel.InsideWidth(box.Width));
                for (var i = 0; i < lines.Count; i++) Strokes.Draw(panel, lines[i], NumericAxis.Places(lines[i]), i, isStepped: true, hasMarkers: false);
                panel.Markers(figure.Markers, Sheet.Letter);
                NumericAxis.Title(panel, canvas, box, figure);
            });
    }

    private static void Span(SKCanvas canvas, SKRect box, SKColor color)
    {
        using var paint = new SKPaint { Color = color.WithAlpha(48) };
        canvas.DrawRect(box, paint);
    }
}
