using ScottPlot;
using SkiaSharp;

namespace SafetyAnalytics.Charts.Drawing.Kinds;

/// <summary>A few columns in their own order, the textures growing denser: later is worse, in grey too.</summary>
internal static class AgesDrawing
{
    private const float Height = 390;
    private static readonly Pattern[] s_patterns = [Pattern.Outlined, Pattern.Dotted, Pattern.Hatched, Pattern.Crossed, Pattern.Solid];

    public static Body Make(Figure figure, Wording wording)
    {
        var series = figure.Drawn.First();
        return new(Height, [], (canvas, box) =>
        {
            var scale = ValueScale.For(figure);
            var count = series.Points.Count;
            var panel = new Panel(new AxisLimits(-0.5, count - 0.5, 0, scale.Max * 1.06), TimeAxis.LeftRoom(scale, figure, wording), 8, 46, 20);
            panel.ValuesUp(scale, value => wording.OnAxis(figure.Unit, value));
            panel.LabelsBelow(TimeAxis.Labels(figure), panel.InsideWidth(box.Width));
            panel.Draw((drawn, axes) =>
            {
                for (var i = 0; i < count; i++)
                {
                    var bar = new SKRect(axes.GetPixelX(i - 0.3), axes.GetPixelY(series.Points[i].Value ?? 0), axes.GetPixelX(i + 0.3), axes.GetPixelY(0));
                    Ink.Fill(drawn, bar, Ink.Of(series.Color), s_patterns[(s_patterns.Length - Math.Min(count, s_patterns.Length) + i) % s_patterns.Length]);
                    Lettering.Write(drawn, series.Points[i].Text, bar.MidX, bar.Top - 8, Sheet.Letter, Ink.Text, SKTextAlign.Center);
                }
            });
            panel.Render(canvas, box);
        });
    }
}
