using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsCheck;
using SafetyAnalytics.Charts.Drawing;
using SkiaSharp;

namespace SafetyAnalytics.Charts.Tests.Pictures;

public sealed partial class FigurePictureTests
{
    private static readonly Wording s_words = new(CultureInfo.GetCultureInfo("zh-CN"));
    private static readonly IReadOnlyList<Figure> s_figures = new GalleryFigures(CultureInfo.GetCultureInfo("zh-CN")).All;

    public static TheoryData<string> Keys => [.. s_figures.Select(figure => figure.Key)];

    [Theory]
    [InlineData(150, 921)]
    [InlineData(300, 1843)]
    public void A_png_says_how_large_it_is_on_paper(int dpi, int width)
    {
        var png = FigurePicture.Png(s_figures[0], s_words, dpi);
        using var picture = SKBitmap.Decode(png);
        Assert.Equal(width, picture.Width);
        Assert.Equal("pHYs"u8, png.AsSpan(37, 4));
        Assert.Equal(dpi, Math.Round(BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(41)) * 0.0254));
        Assert.Equal(1, png[49]);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void An_svg_says_every_word_in_its_own_letters_and_names_a_font_every_machine_has(string key)
    {
        var figure = s_figures.Single(one => one.Key == key);
        var svg = XDocument.Parse(FigurePicture.Svg(figure, s_words), LoadOptions.PreserveWhitespace);
        var texts = svg.Descendants().Where(element => element.Name.LocalName == "text").ToList();
        var said = string.Concat(texts.Select(text => text.Value));
        Assert.DoesNotMatch(Radical(), said);
        Assert.All(figure.Notes.Lines.Append(figure.Title).Append(figure.Claim), line => Assert.Contains(Plain(line), Plain(said), StringComparison.Ordinal));
        Assert.All(texts, text => Assert.EndsWith("sans-serif", text.Attribute("font-family")!.Value, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.False(text.Attribute("x")!.Value.TrimEnd().EndsWith(',')));
        Assert.Equal("156mm", svg.Root!.Attribute("width")!.Value);
        Assert.Equal(figure.Title, svg.Root.Elements().First(element => element.Name.LocalName == "title").Value);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Nothing_is_drawn_over_the_edge(string key)
    {
        using var picture = SKBitmap.Decode(FigurePicture.PngOf(s_figures.Single(one => one.Key == key), s_words, 600));
        var edge = Enumerable.Range(0, picture.Width).SelectMany(x => new[] { picture.GetPixel(x, 0), picture.GetPixel(x, 3), picture.GetPixel(x, picture.Height - 4) })
            .Concat(Enumerable.Range(0, picture.Height).SelectMany(y => new[] { picture.GetPixel(0, y), picture.GetPixel(3, y), picture.GetPixel(picture.Width - 3, y) }));
        Assert.All(edge, pixel => Assert.Equal(SKColors.White, pixel));
    }

    [Fact]
    public void Every_letter_of_our_own_words_has_a_glyph()
    {
        foreach (var culture in new[] { "zh-CN", "en-US" })
            Assert.Empty(new GalleryFigures(CultureInfo.GetCultureInfo(culture)).All.SelectMany(FigurePicture.NotCovered));
        string[] files = ["Words.resx", "Words.en-US.resx", "Report/Report.resx", "Report/Report.en-US.resx"];
        Assert.Empty(ChartFont.NotCovered(string.Concat(files.Select(file => File.ReadAllText(Path.Combine(House, file))))));
    }

    [Fact]
    public void A_letter_the_font_lacks_is_marked_and_named()
    {
        var figure = s_figures[0] with { Title = "𪚥记小吃店" };
        Assert.Equal(["𪚥"], FigurePicture.NotCovered(figure));
        Assert.Contains("〓记小吃店", FigurePicture.Svg(figure, s_words), StringComparison.Ordinal);
        Assert.Empty(ChartFont.NotCovered("〓"));
    }

    [Fact]
    public void The_same_figure_gives_the_same_bytes() =>
        Assert.All(s_figures, figure => Assert.Equal(FigurePicture.PngOf(figure, s_words, 400), FigurePicture.PngOf(figure, s_words, 400)));

    /// <summary>Whatever the text: nothing is lost, no line is too long, none begins with a mark that may not begin one.</summary>
    [Fact]
    public void Wrapped_text_keeps_every_letter_within_the_width() =>
        Gen.Select(Gen.Char["隐患台账，。（）《》整改率 abc123%-工"].Array[0, 120], Gen.Float[60, 900]).Sample((letters, width) =>
        {
            var text = new string(letters);
            var lines = Lettering.Wrap(text, 28, width);
            Assert.Equal(Plain(text), Plain(string.Concat(lines)));
            Assert.All(lines, line => Assert.True(line.Length == 1 || Lettering.Width(line, 28) <= width + 0.5));
        });

    [Fact]
    public void Shortened_text_fits_and_ends_in_an_ellipsis() =>
        Gen.Select(Gen.Char["隐患台账 abc1"].Array[1, 60], Gen.Float[30, 600]).Sample((letters, width) =>
        {
            var text = new string(letters);
            var fitted = Lettering.Fit(text, 28, width);
            Assert.True(fitted == text || fitted.EndsWith('…'));
            Assert.True(fitted == "…" || Lettering.Width(fitted, 28) <= width);
        });

    private static string House => Path.GetFullPath(Path.Combine(Gallery.Folder, ".."));

    private static string Plain(string text) => Space().Replace(text, "");

    // Kangxi radicals, their supplement, and compatibility ideographs.
    [GeneratedRegex(@"[\u2E80-\u2FDF\uF900-\uFAFF]")]
    private static partial Regex Radical();

    [GeneratedRegex(@"[\s\u00a0]+")]
    private static partial Regex Space();
}
