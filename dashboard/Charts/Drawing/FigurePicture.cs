using SkiaSharp;

namespace SafetyAnalytics.Charts.Drawing;

/// <summary>
/// A figure as a picture that stands on its own: title, claim, drawing, keys, and below it the filters, the definition, the as-of day, n and the snapshot.
/// The same figure gives the same bytes.
/// </summary>
public static class FigurePicture
{
    private const double MillimetresPerInch = 25.4;

    /// <summary>As wide as the text of an official document (156 mm) at that resolution, as high as its kind needs.</summary>
    /// <param name="dpi">From 24 to 1200.</param>
    public static byte[] Png(Figure figure, Wording wording, int dpi)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dpi, 24);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dpi, 1200);
        var frame = new PictureFrame(figure, wording);
        var scale = (float)(Sheet.Millimetres / MillimetresPerInch * dpi / Sheet.Width);
        return Png(frame, scale, dpi);
    }

    /// <summary>As many pixels across, whatever that is on paper.</summary>
    public static byte[] PngOf(Figure figure, Wording wording, int pixels) =>
        Png(new PictureFrame(figure, wording), pixels / Sheet.Width, (int)Math.Round(pixels / (Sheet.Millimetres / MillimetresPerInch)));

    public static string Svg(Figure figure, Wording wording)
    {
        var frame = new PictureFrame(figure, wording);
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(Sheet.Width, frame.Height), stream)) frame.Draw(canvas);
        return SvgText.Finish(stream.ToArray(), figure, frame);
    }

    /// <summary>How high it is, as a share of its width.</summary>
    public static double Aspect(Figure figure, Wording wording) => new PictureFrame(figure, wording).Height / Sheet.Width;

    /// <summary>Letters of the figure that our font cannot draw; they are shown as 〓.</summary>
    public static IReadOnlyList<string> NotCovered(Figure figure) => ChartFont.NotCovered(string.Concat(PictureFrame.Texts(figure)));

    private static byte[] Png(PictureFrame frame, float scale, int dpi)
    {
        using var surface = SKSurface.Create(new SKImageInfo((int)Math.Round(Sheet.Width * scale), (int)Math.Ceiling(frame.Height * scale), SKColorType.Rgb888x, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(scale);
        frame.Draw(surface.Canvas);
        using var pixels = surface.PeekPixels();
        return PngFile.Encode(pixels, dpi);
    }
}
