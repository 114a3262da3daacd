using ScottPlot;
using SkiaSharp;

namespace SafetyAnalytics.Charts.Drawing;

/// <summary>Lines told apart by dashes and markers, then by colour.</summary>
internal static class Strokes
{
    private static readonly float[]?[] s_dashes = [null, [14, 8], [3, 7], [20, 7, 4, 7], [8, 4]];
    private const int Shapes = 5;
    private const float Radius = 7;

    public static float[]? Dashes(int position) => s_dashes[position % s_dashes.Length];

    /// <summary>Circle, square, diamond, triangle, ring, edged in white so that it stands on a bar too.</summary>
    public static void Marker(SKCanvas canvas, int position, float x, float y, SKColor color)
    {
        using var fill = new SKPaint { Color = position % Shapes == 4 ? SKColors.White : color, IsAntialias = true };
        using var edge = new SKPaint { Color = position % Shapes == 4 ? color : SKColors.White, IsStroke = true, StrokeWidth = position % Shapes == 4 ? 4 : 2, IsAntialias = true };
        if (position % Shapes is 0 or 4)
        {
            canvas.DrawCircle(x, y, Radius, fill);
            canvas.DrawCircle(x, y, Radius, edge);
            return;
        }

        using var path = new SKPath();
        switch (position % Shapes)
        {
            case 1: path.AddRect(SKRect.Create(x - Radius, y - Radius, 2 * Radius, 2 * Radius)); break;
            case 2: path.AddPoly([new(x, y - Radius - 2), new(x + Radius + 2, y), new(x, y + Radius + 2), new(x - Radius - 2, y)]); break;
            default: path.AddPoly([new(x, y - Radius - 1), new(x + Radius + 1, y + Radius), new(x - Radius - 1, y + Radius)]); break;
        }

        canvas.DrawPath(path, fill);
        canvas.DrawPath(path, edge);
    }

    /// <summary>A line through the points that have a value, broken where one has none; the span behind it when it has one.</summary>
    /// <param name="at">Places on the category axis, one per point.</param>
    public static void Draw(Panel panel, Series series, IReadOnlyList<double> at, int position, bool isStepped = false, bool hasMarkers = true)
    {
        var color = Ink.Of(series.Color);
        panel.Draw((canvas, axes) =>
        {
            foreach (var run in Runs(series.Points))
            {
                Span(canvas, axes, series, at, run, color, isStepped);
                using var path = Path(axes, [.. run.Select(i => (at[i], series.Points[i].Value!.Value))], isStepped);
                using var effect = Dashes(position) is { } dashes ? SKPathEffect.CreateDash(dashes, 0) : null;
                using var paint = new SKPaint { Color = color, IsStroke = true, StrokeWidth = 4, IsAntialias = true, StrokeJoin = SKStrokeJoin.Round, PathEffect = effect };
                canvas.DrawPath(path, paint);
            }

            if (!hasMarkers) return;
            foreach (var i in Enumerable.Range(0, at.Count).Where(i => series.Points[i].Value is not null))
                Marker(canvas, position, axes.GetPixelX(at[i]), axes.GetPixelY(series.Points[i].Value!.Value), color);
        });
    }

    private static void Span(SKCanvas canvas, IAxes axes, Series series, IReadOnlyList<double> at, IReadOnlyList<int> run, SKColor color, bool isStepped)
    {
        var points = run.Where(i => series.Points[i] is { Low: not null, High: not null }).ToList();
        if (points.Count < 2) return;
        using var outline = Path(axes, [.. points.Select(i => (at[i], series.Points[i].High!.Value))], isStepped);
        using var low = Path(axes, [.. points.Select(i => (at[i], series.Points[i].Low!.Value))], isStepped);
        for (var i = low.PointCount - 1; i >= 0; i--) outline.LineTo(low[i]);
        outline.Close();
        using var paint = new SKPaint { Color = color.WithAlpha(48), IsAntialias = true };
        canvas.DrawPath(outline, paint);
    }

    private static SKPath Path(IAxes axes, IReadOnlyList<(double X, double Y)> points, bool isStepped)
    {
        var path = new SKPath();
        for (var i = 0; i < points.Count; i++)
        {
            var (x, y) = (axes.GetPixelX(points[i].X), axes.GetPixelY(points[i].Y));
            if (i == 0)
            {
                path.MoveTo(x, y);
                continue;
            }

            if (isStepped) path.LineTo(x, path.LastPoint.Y);
            path.LineTo(x, y);
        }

        return path;
    }

    private static IEnumerable<IReadOnlyList<int>> Runs(IReadOnlyList<Point> points)
    {
        var run = new List<int>();
        for (var i = 0; i <= points.Count; i++)
        {
            if (i < points.Count && points[i].Value is not null)
            {
                run.Add(i);
                continue;
            }

            if (run.Count > 0) yield return run;
            run = [];
        }
    }
}
