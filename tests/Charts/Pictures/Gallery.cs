using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using SafetyAnalytics.Charts.Drawing;
using SkiaSharp;

namespace SafetyAnalytics.Charts.Tests.Pictures;

/// <summary>
/// The gallery in <c>dashboard/Charts/gallery</c> is what the tests draw. After a change that is meant:
/// <c>GALLERY=1 SafetyAnalytics.Charts.Tests -explicit only</c> draws it anew; look at every picture before committing.
/// </summary>
public sealed class Gallery
{
    // Half of an official document's text at a screen's resolution: what a picture looks like pasted small.
    private const int Pixels = 600;

    // A block is some four letters wide: letters may differ in their edges from machine to machine, a missing one shows.
    private const int Block = 8;
    private const double MostBlockDifference = 40;
    private const double MostMeanDifference = 1.5;

    internal static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "dashboard", "Charts", "gallery"));

    public static TheoryData<string, string> Pictures
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var culture in new[] { "zh-CN", "en-US" })
            {
                foreach (var figure in new GalleryFigures(CultureInfo.GetCultureInfo(culture)).All) all.Add(culture, figure.Key);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_picture_looks_as_it_looked(string culture, string key)
    {
        var path = Path.Combine(Folder, FileName(culture, key));
        Assert.True(File.Exists(path), $"{path} is not in the gallery.");
        using var golden = SKBitmap.Decode(path);
        using var drawn = SKBitmap.Decode(Draw(culture, key));
        Assert.Equal((golden.Width, golden.Height), (drawn.Width, drawn.Height));
        var blocks = Differences(golden, drawn).ToList();
        Assert.True(blocks.Max() <= MostBlockDifference && blocks.Average() <= MostMeanDifference, $"{key} ({culture}): worst block {blocks.Max():F1}, mean {blocks.Average():F2} of 255.");
    }

    [Fact]
    public void The_comparison_sees_a_letter_that_is_missing()
    {
        var figures = new GalleryFigures(CultureInfo.GetCultureInfo("zh-CN")).All;
        var figure = figures.Single(one => one.Key == "overdue-by-age");
        using var right = SKBitmap.Decode(FigurePicture.PngOf(figure, Words("zh-CN"), Pixels));
        using var wrong = SKBitmap.Decode(FigurePicture.PngOf(figure with { Title = figure.Title.Replace('久', '　') }, Words("zh-CN"), Pixels));
        Assert.True(Differences(right, wrong).Max() > MostBlockDifference);
    }

    [Fact]
    public void The_gallery_page_shows_every_kind_in_both_languages()
    {
        Assert.Equal(Page(), File.ReadAllText(Path.Combine(Folder, "README.md")));
        var kinds = new GalleryFigures(CultureInfo.GetCultureInfo("zh-CN")).All.Select(figure => figure.Kind).Distinct();
        Assert.Equal(Enum.GetValues<FigureKind>().Order(), kinds.Order());
    }

    [Fact(Explicit = true)]
    public void Draw_the_gallery()
    {
        if (Environment.GetEnvironmentVariable("GALLERY") is null) return;
        Directory.CreateDirectory(Folder);
        foreach (var row in Pictures) File.WriteAllBytes(Path.Combine(Folder, FileName(row.Data.Item1, row.Data.Item2)), Draw(row.Data.Item1, row.Data.Item2));
        File.WriteAllText(Path.Combine(Folder, "README.md"), Page());
        Assert.NotEmpty(Directory.GetFiles(Folder, "*.png"));
    }

    private static string FileName(string culture, string key) => $"{key}.{culture}.png";

    private static byte[] Draw(string culture, string key) =>
        FigurePicture.PngOf(new GalleryFigures(CultureInfo.GetCultureInfo(culture)).All.Single(figure => figure.Key == key), Words(culture), Pixels);

    private static Wording Words(string culture) => new(CultureInfo.GetCultureInfo(culture));

    private static string Page()
    {
        var page = new StringBuilder();
        page.Append("# Gallery: every kind of picture\n\nDrawn by the tests from invented numbers, half as wide as in a report. The tests hold each picture against these files.\n");
        var chinese = new GalleryFigures(CultureInfo.GetCultureInfo("zh-CN")).All;
        foreach (var figure in chinese)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {figure.Key} ({figure.Kind})\n\n");
            page.Append(CultureInfo.InvariantCulture, $"| 中文 | English |\n|---|---|\n| ![{figure.Title}]({FileName("zh-CN", figure.Key)}) | ![{figure.Key}]({FileName("en-US", figure.Key)}) |\n");
        }

        return page.ToString();
    }

    /// <summary>Of each block of pixels, how far its mean colour is off.</summary>
    private static IEnumerable<double> Differences(SKBitmap golden, SKBitmap drawn)
    {
        for (var top = 0; top + Block <= golden.Height; top += Block)
        {
            for (var left = 0; left + Block <= golden.Width; left += Block) yield return Difference(golden, drawn, left, top);
        }
    }

    private static double Difference(SKBitmap golden, SKBitmap drawn, int left, int top)
    {
        double red = 0, green = 0, blue = 0;
        for (var y = top; y < top + Block; y++)
        {
            for (var x = left; x < left + Block; x++)
            {
                var (a, b) = (golden.GetPixel(x, y), drawn.GetPixel(x, y));
                red += a.Red - b.Red;
                green += a.Green - b.Green;
                blue += a.Blue - b.Blue;
            }
        }

        return Math.Max(Math.Abs(red), Math.Max(Math.Abs(green), Math.Abs(blue))) / (Block * Block);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
