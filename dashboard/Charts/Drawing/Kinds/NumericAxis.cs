using ScottPlot;
using SkiaSharp;

namespace SafetyAnalytics.Charts.Drawing.Kinds;

/// <summary>A panel over days or shares, whose axis has a title below it.</summary>
internal static class NumericAxis
{
    public const float BelowAxis = 84;

    public static void Title(Panel panel, SKCanvas canvas, SKRect box, Figure figure)
    {
        panel.Render(canvas, box);
        Lettering.Write(canvas, figure.CategoryTitle, box.Right - 8, box.Bottom - 10, Sheet.Letter, Ink.Faint, SKTextAlign.Right);
    }

    public static IReadOnlyList<double> Places(Series series) => [.. series.Points.Select((point, i) => point.At ?? i)];

    /// <summary>From the first column's left edge to the last one's right edge.</summary>
    public static AxisLimits Across(IReadOnlyList<double> places, double highest)
    {
        var half = Spacing(places) / 2;
        return new(places[0] - half, places[^1] + half, 0, highest);
    }

    public static double Spacing(IReadOnlyList<double> places) => places.Count > 1 ? places.Zip(places.Skip(1), (a, b) => b - a).Min() : 1;
}
