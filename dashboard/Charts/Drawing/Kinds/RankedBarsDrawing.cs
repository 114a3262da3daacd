using ScottPlot;
using SkiaSharp;

namespace SafetyAnalytics.Charts.Drawing.Kinds;

/// <summary>One bar a category, its value behind it, what should be reached as a stroke across it.</summary>
internal static class RankedBarsDrawing
{
    /// <summary>What fits a page of an official document; the table has them all.</summary>
    public const int MostBars = 24;

    private const float BarHeight = 44;
    private const float AxisHeight = 46;
    private const double BarShare = 0.66;
    private const float MostNameWidth = 360;

    public static Body Make(Figure figure, Wording wording)
    {
        var bars = figure.Drawn.First(series => series.Mark is not Mark.Target);
        var targets = figure.Drawn.FirstOrDefault(series => series.Mark is Mark.Target);
        var shown = Shown(bars, targets);
        var hidden = bars.Points.Count(point => point.Value > 0) - shown.Count(i => bars.Points[i].Value > 0);
        return new(
            (shown.Count * BarHeight) + AxisHeight,
            targets is null ? [] : [LegendKey.Filled(bars.Label, Ink.Of(bars.Color), Pattern.Solid), LegendKey.Across(targets.Label, Ink.Of(targets.Color))],
            (canvas, box) => Draw(canvas, box, figure, wording, bars, targets, shown),
            hidden > 0 ? wording.Phrases.With("PictureMore", wording.Count(hidden)) : null);
    }

    /// <summary>Room for the names left of the bars.</summary>
    public static float NameRoom(IEnumerable<Point> points) => Math.Min(MostNameWidth, points.Max(point => Lettering.Width(point.Label, Sheet.Letter))) + 18;

    public static void Names(Panel panel, IReadOnlyList<Point> points) =>
        panel.Plot.Axes.Left.SetTicks([.. points.Select((_, i) => -(double)i)], [.. points.Select(point => ChartFont.Covered(Lettering.Fit(point.Label, Sheet.Letter, MostNameWidth)))]);

    /// <summary>The bar's place: categories run downward from 0.</summary>
    public static SKRect Bar(IAxes axes, int position, double value) =>
        new(axes.GetPixelX(0), axes.GetPixelY(-position + (BarShare / 2)), axes.GetPixelX(value), axes.GetPixelY(-position - (BarShare / 2)));

    private static IReadOnlyList<int> Shown(Series bars, Series? targets)
    {
        var withValue = Enumerable.Range(0, bars.Points.Count).Where(i => bars.Points[i].Value > 0 || targets?.Points[i].Value > 0).Take(MostBars).ToList();
        return withValue.Count > 0 ? withValue : [0];
    }

    private static void Draw(SKCanvas canvas, SKRect box, Figure figure, Wording wording, Series bars, Series? targets, IReadOnlyList<int> shown)
    {
        var points = shown.Select(i => bars.Points[i]).ToList();
        var marks = targets is null ? [] : shown.Select(i => targets.Points[i]).ToList();
        var highest = points.Concat(marks).Max(point => point.Value) ?? 0;
        var scale = ValueScale.For(highest, figure.Unit);
        var left = NameRoom(points);
        var behind = points.Max(point => Lettering.Width(point.Text, Sheet.Letter)) + 24;
        var panel = new Panel(new AxisLimits(0, scale.Max, -points.Count + 0.5, 0.5), left, scale.Max > highest * 1.05 ? 40 : behind, AxisHeight, 0);
        var inside = panel.InsideWidth(box.Width);

        // Room for the number behind the longest bar.
        var limit = Math.Max(scale.Max, highest * inside / Math.Max(inside - behind, 1));
        panel.Plot.Axes.SetLimitsX(0, limit);
        panel.ValuesAcross(scale, value => wording.OnAxis(figure.Unit, value));
        Names(panel, points);
        panel.Draw((drawn, axes) =>
        {
            for (var i = 0; i < points.Count; i++)
            {
                var bar = Bar(axes, i, points[i].Value ?? 0);
                Ink.Fill(drawn, bar, Ink.Of(bars.Color), bars.Mark is Mark.Outlined ? Pattern.Hatched : Pattern.Solid);
                var after = bar.Right;
                if (i < marks.Count && marks[i].Value is { } target)
                {
                    var x = axes.GetPixelX(target);
                    Ink.Line(drawn, x, bar.Top - 5, x, bar.Bottom + 5, Ink.Of(targets!.Color), 6);
                    if (x > after - 6 && x < after + behind) after = x + 4;
                }

                Lettering.Write(drawn, points[i].Text, after + 10, Lettering.Baseline(bar.MidY, Sheet.Letter), Sheet.Letter, Ink.Text);
            }
        });
        panel.Render(canvas, box);
    }
}
