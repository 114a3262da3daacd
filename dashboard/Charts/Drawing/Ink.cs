using SkiaSharp;

namespace SafetyAnalytics.Charts.Drawing;

/// <summary>How a shape is filled. The pattern tells shapes apart on a photocopy, the colour on a screen.</summary>
internal enum Pattern
{
    Solid,
    Hatched,
    Dotted,
    Crossed,
    Outlined,
}

/// <summary>Fills and strokes, drawn as lines and dots rather than as a tiled picture, so that an SVG stays a drawing.</summary>
internal static class Ink
{
    public static readonly SKColor Text = SKColor.Parse("#1f2933");

    public static readonly SKColor Faint = SKColor.Parse("#52606d");

    public static readonly SKColor Grid = SKColor.Parse("#e4e7eb");

    public static readonly SKColor Axis = SKColor.Parse("#9aa5b1");

    private const float Spacing = 9;
    private const float Stroke = 2.2f;

    public static SKColor Of(string color) => SKColor.Parse(color);

    /// <summary>From white to Okabe and Ito's blue darkened, so that lightness alone says how much: it survives a photocopy and every colour blindness.</summary>
    /// <param name="share">0 to 1.</param>
    public static SKColor Shade(double share)
    {
        var (light, dark) = (SKColor.Parse("#f3f8fc"), SKColor.Parse("#00436b"));
        byte Mix(byte from, byte to) => (byte)Math.Round(from + ((to - from) * Math.Clamp(share, 0, 1)));
        return new SKColor(Mix(light.Red, dark.Red), Mix(light.Green, dark.Green), Mix(light.Blue, dark.Blue));
    }

    /// <summary>Black or white, whichever is read more easily on it (relative luminance, WCAG 2.1).</summary>
    public static SKColor On(SKColor ground) => Luminance(ground) > 0.36 ? Text : SKColors.White;

    public static void Fill(SKCanvas canvas, SKRect box, SKColor color, Pattern pattern)
    {
        if (box.Width <= 0 || box.Height <= 0) return;
        using var inside = new SKPaint { Color = pattern is Pattern.Solid ? color : SKColors.White, IsAntialias = true };
        canvas.DrawRect(box, inside);
        if (pattern is Pattern.Solid) return;

        using var edge = new SKPaint { Color = color, IsStroke = true, StrokeWidth = Stroke, IsAntialias = true };
        canvas.Save();
        canvas.ClipRect(box);
        if (pattern is Pattern.Hatched or Pattern.Crossed) Lines(canvas, box, edge, isRising: true);
        if (pattern is Pattern.Crossed) Lines(canvas, box, edge, isRising: false);
        if (pattern is Pattern.Dotted) Dots(canvas, box, color);
        canvas.Restore();
        canvas.DrawRect(SKRect.Inflate(box, -Stroke / 2, -Stroke / 2), edge);
    }

    public static void Line(SKCanvas canvas, float x1, float y1, float x2, float y2, SKColor color, float width, float[]? dashes = null)
    {
        using var effect = dashes is null ? null : SKPathEffect.CreateDash(dashes, 0);
        using var paint = new SKPaint { Color = color, IsStroke = true, StrokeWidth = width, IsAntialias = true, PathEffect = effect };
        canvas.DrawLine(x1, y1, x2, y2, paint);
    }

    private static void Lines(SKCanvas canvas, SKRect box, SKPaint paint, bool isRising)
    {
        // Anchored to the sheet, not to the box, so that neighbouring bars carry one texture.
        using var path = new SKPath();
        var first = MathF.Floor((box.Left - box.Height) / Spacing) * Spacing;
        for (var x = first; x < box.Right + box.Height; x += Spacing)
        {
            path.MoveTo(x, isRising ? box.Bottom : box.Top);
            path.LineTo(x + box.Height, isRising ? box.Top : box.Bottom);
        }

        canvas.DrawPath(path, paint);
    }

    private static void Dots(SKCanvas canvas, SKRect box, SKColor color)
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        for (var y = box.Top + (Spacing / 2); y < box.Bottom; y += Spacing)
        {
            for (var x = box.Left + (Spacing / 2); x < box.Right; x += Spacing) canvas.DrawCircle(x, y, Stroke, paint);
        }
    }

    private static double Luminance(SKColor color)
    {
        double Part(byte value)
        {
            var share = value / 255.0;
            return share <= 0.03928 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(color.Red)) + (0.7152 * Part(color.Green)) + (0.0722 * Part(color.Blue));
    }
}
