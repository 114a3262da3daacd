using SkiaSharp;

namespace SafetyAnalytics.Charts.Drawing;

/// <summary>The middle of a picture: what its kind draws, how high that is, and the keys that explain it.</summary>
/// <param name="Draw">Gets the box to draw in, as high as asked for and as wide as the sheet's inside.</param>
/// <param name="More">A sentence about what found no room; null when everything did.</param>
internal sealed record Body(float Height, IReadOnlyList<LegendKey> Legend, Action<SKCanvas, SKRect> Draw, string? More = null);

/// <param name="Draw">Gets a box as high as a letter, twice as wide.</param>
internal sealed record LegendKey(string Label, Action<SKCanvas, SKRect> Draw)
{
    public static LegendKey Filled(string label, SKColor color, Pattern pattern) => new(label, (canvas, box) => Ink.Fill(canvas, box, color, pattern));

    public static LegendKey Stroke(string label, SKColor color, float[]? dashes = null, int? marker = null) => new(label, (canvas, box) =>
    {
        Ink.Line(canvas, box.Left, box.MidY, box.Right, box.MidY, color, 4, dashes);
        if (marker is { } position) Strokes.Marker(canvas, position, box.MidX, box.MidY, color);
    });

    /// <summary>The stroke of a <see cref="Mark.Target"/>.</summary>
    public static LegendKey Across(string label, SKColor color) => new(label, (canvas, box) => Ink.Line(canvas, box.MidX, box.Top, box.MidX, box.Bottom, color, 6));
}
