using System.Globalization;
using SkiaSharp;

namespace SafetyAnalytics.Charts.Drawing;

/// <summary>Text set on a canvas: measured, wrapped as Chinese and English wrap, shortened where it must fit. Sizes are those of <see cref="Sheet"/>.</summary>
internal static class Lettering
{
    // No line begins with one of these (GB/T 15834), and none ends with an opening one.
    private const string NotFirst = "，。、；：？！）》」』”’%‰·,.;:?!)]}…—";
    private const string NotLast = "（《「『“‘([{";

    public static float Width(string text, float size) => ChartFont.Width(text) * size;

    /// <param name="y">The baseline.</param>
    public static void Write(SKCanvas canvas, string text, float x, float y, float size, SKColor color, SKTextAlign align = SKTextAlign.Left, bool isBold = false)
    {
        using var font = ChartFont.Of(size);
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        font.Embolden = isBold;
        canvas.DrawText(ChartFont.Covered(text), x, y, align, font, paint);
    }

    /// <summary>A baseline that puts letters of this size in the middle of a line at <paramref name="middle"/>.</summary>
    public static float Baseline(float middle, float size) => middle + (size * 0.36f);

    public static IReadOnlyList<string> Wrap(string text, float size, float width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in Pieces(ChartFont.Covered(text)))
        {
            if (line.Length > 0 && Width((line + piece).TrimEnd(), size) > width)
            {
                lines.Add(line.TrimEnd());
                line = "";
            }

            line += line.Length == 0 ? piece.TrimStart() : piece;
            while (Width(line.TrimEnd(), size) > width && line.Length > 1) line = Cut(line, size, width, lines);
        }

        if (line.Trim().Length > 0) lines.Add(line.TrimEnd());
        return lines;
    }

    /// <summary>The text, or its beginning and an ellipsis, so that it is no wider.</summary>
    public static string Fit(string text, float size, float width)
    {
        if (Width(text, size) <= width) return text;
        var elements = StringInfo.ParseCombiningCharacters(text);
        for (var kept = elements.Length - 1; kept > 0; kept--)
        {
            var shorter = text[..elements[kept]].TrimEnd() + "…";
            if (Width(shorter, size) <= width) return shorter;
        }

        return "…";
    }

    /// <summary>A word longer than a line is cut where the line ends.</summary>
    private static string Cut(string line, float size, float width, List<string> lines)
    {
        var fits = Math.Max(1, Enumerable.Range(1, line.Length - 1).TakeWhile(length => Width(line[..length], size) <= width).LastOrDefault());
        if (char.IsHighSurrogate(line[fits - 1]) && fits < line.Length) fits = fits > 1 ? fits - 1 : 2;
        lines.Add(line[..fits]);
        return line[fits..];
    }

    /// <summary>What must not be torn apart: a Latin word or number with its space, a Chinese letter with the marks that belong to it.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var at = 1; at <= text.Length; at++)
        {
            if (at < text.Length && !MayBreak(text, at)) continue;
            yield return text[start..at];
            start = at;
        }
    }

    private static bool MayBreak(string text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        if (NotFirst.Contains(after) || NotLast.Contains(before) || char.IsLowSurrogate(after)) return false;
        return before == ' ' || IsWide(before) || IsWide(after);
    }

    private static bool IsWide(char letter) => letter >= '⺀';
}
