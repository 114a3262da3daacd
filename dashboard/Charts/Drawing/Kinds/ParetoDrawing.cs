using ScottPlot;
using SkiaSharp;

namespace SafetyAnalytics.Charts.Drawing.Kinds;

/// <summary>Bars from the most to the least and, on an axis of its own above them, the share of all so far.</summary>
internal static class ParetoDrawing
{
    private const int MostBars = 16;
    private const float BarHeight = 44;
    private const float AxisHeight = 44;

    public static Body Make(Figure figure, Wording wording)
    {
        var bars = figure.Drawn.First();
        var shares = figure.Drawn.Skip(1).First();
        var shown = bars.Points.Count(point => point.Value > 0);
        return new(
            (Math.Min(shown, MostBars) * BarHeight) + (2 * AxisHeight),
            [LegendKey.Filled(bars.Label, Ink.Of(bars.Color), Pattern.Solid), LegendKey.Stroke(shares.Label, Ink.Of(shares.Color), marker: 0)],
            (canvas, box) => Draw(canvas, box, figure, wording, bars, shares, Math.Min(shown, MostBars)),
            shown > MostBars ? wording.Phrases.With("PictureMore", wording.Count(shown - MostBars)) : null);
    }

    private static void Draw(SKCanvas canvas, SKRect box, Figure figure, Wording wording, Series bars, Series shares, int count)
    {
        var points = bars.Points.Take(count).ToList();
        var scale = ValueScale.For(points.Max(point => point.Value) ?? 0, figure.Unit);
        var panel = new Panel(new AxisLimits(0, scale.Max, -count + 0.5, 0.5), RankedBarsDrawing.NameRoom(points), 44, AxisHeight, AxisHeight);
        panel.ValuesAcross(scale, value => wording.OnAxis(figure.Unit, value));
        RankedBarsDrawing.Names(panel, points);
        panel.Plot.Axes.Top.SetTicks([.. ValueScale.Whole.Ticks.Select(tick => tick * scale.Max)], [.. ValueScale.Whole.Ticks.Select(tick => wording.Share(tick))]);
        panel.Plot.Axes.Top.Range.Set(0, scale.Max);
        panel.Draw((drawn, axes) =>
        {
            for (var i = 0; i < count; i++)
            {
                var bar = RankedBarsDrawing.Bar(axes, i, points[i].Value ?? 0);
                Ink.Fill(drawn, bar, Ink.Of(bars.Color), Pattern.Solid);
                var isInside = bar.Width > Lettering.Width(points[i].Text, Sheet.Letter) + 16;
                Lettering.Write(drawn, points[i].Text, isInside ? bar.Left + 8 : bar.Right + 8, Lettering.Baseline(bar.MidY, Sheet.Letter), Sheet.Letter, isInside ? SKColors.White : Ink.Text);
            }

            using var path = new SKPath();
            for (var i = 0; i < count; i++)
            {
                var (x, y) = (axes.GetPixelX((shares.Points[i].Value ?? 0) * scale.Max), axes.GetPixelY(-i));
                if (i == 0) path.MoveTo(x, y);
                else path.LineTo(x, y);
            }

            using var paint = new SKPaint { Color = Ink.Of(shares.Color), IsStroke = true, StrokeWidth = 4, IsAntialias = true };
            drawn.DrawPath(path, paint);
            for (var i = 0; i < count; i++) Strokes.Marker(drawn, 0, axes.GetPixelX((shares.Points[i].Value ?? 0) * scale.Max), axes.GetPixelY(-i), Ink.Of(shares.Color));
        });
        panel.Render(canvas, box);
    }
}
