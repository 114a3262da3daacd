using System.Collections.Concurrent;
using System.Text;
using ScottPlot;
using SkiaSharp;

namespace SafetyAnalytics.Charts.Drawing;

/// <summary>The one font of every picture, built into this assembly, so that a picture does not depend on the machine that draws it.</summary>
internal static class ChartFont
{
    public const string Family = "WenQuanYi Micro Hei";

    /// <summary>What a machine without our font may take instead, and in the end whatever it has.</summary>
    public const string FallBack = "'WenQuanYi Micro Hei','Microsoft YaHei','PingFang SC','Noto Sans CJK SC','Source Han Sans SC',sans-serif";

    /// <summary>The printer's mark for a missing sort.</summary>
    private const string Missing = "〓";

    private const float Em = 1000;

    private static readonly ConcurrentDictionary<int, Letter> s_letters = new();

    public static SKTypeface Typeface { get; } = Load();

    /// <summary>The text with every letter the font lacks replaced, and control characters as spaces.</summary>
    public static string Covered(string text) =>
        text.EnumerateRunes().All(IsPlain) ? text : string.Concat(text.EnumerateRunes().Select(rune => IsPlain(rune) ? rune.ToString() : Rune.IsControl(rune) ? " " : Missing));

    /// <summary>Letters the font lacks, each once; control characters are none.</summary>
    public static IReadOnlyList<string> NotCovered(string text) =>
        [.. text.EnumerateRunes().Where(rune => !Rune.IsControl(rune) && !IsPlain(rune)).Select(rune => rune.ToString()).Distinct(StringComparer.Ordinal)];

    /// <summary>What a text is wide at a size of one. Without hinting and kerning, widths are in proportion and add up.</summary>
    public static float Width(string text)
    {
        var width = 0f;
        foreach (var rune in text.EnumerateRunes()) width += Of(IsPlain(rune) ? rune : Rune.IsControl(rune) ? new Rune(' ') : new Rune(Missing[0])).Advance;
        return width;
    }

    public static SKFont Of(float size) => new(Typeface, size) { Subpixel = true, LinearMetrics = true, Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None };

    public static ushort Glyph(Rune rune) => Of(rune).Glyph;

    private static bool IsPlain(Rune rune) => !Rune.IsControl(rune) && Of(rune).Glyph != 0;

    private static Letter Of(Rune rune) => s_letters.GetOrAdd(rune.Value, static value =>
    {
        using var font = Of(Em);
        return new Letter(Typeface.GetGlyph(value), font.MeasureText(new Rune(value).ToString()) / Em);
    });

    private static SKTypeface Load()
    {
        using var stream = typeof(ChartFont).Assembly.GetManifestResourceStream("wqy-microhei.ttc")!;
        using var data = SKData.Create(stream);
        var typeface = SKTypeface.FromData(data, 0) ?? throw new InvalidOperationException("The font built into the charts cannot be read.");

        // ScottPlot asks by name and weight: without an answer for both, bold labels come out as empty boxes.
        Fonts.FontResolvers.Insert(0, new Resolver(typeface));
        Fonts.Default = Family;
        return typeface;
    }

    private readonly record struct Letter(ushort Glyph, float Advance);

    private sealed class Resolver(SKTypeface typeface) : IFontResolver
    {
        public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) => fontName == Family ? typeface : null;

        public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Family ? typeface : null;
    }
}
