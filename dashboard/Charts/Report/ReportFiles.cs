using System.IO.Compression;
using SafetyAnalytics.Charts.Drawing;
using SafetyAnalytics.Charts.Report.Office;

namespace SafetyAnalytics.Charts.Report;

/// <summary>What of a report is written.</summary>
[Flags]
public enum ReportFormats
{
    None = 0,
    Docx = 1,
    Xlsx = 2,
    Png = 4,
    Svg = 8,
    All = Docx | Xlsx | Png | Svg,
}

/// <param name="Path">Relative to the report's folder, with forward slashes.</param>
public sealed record ReportFile(string Path, byte[] Content);

/// <summary>A report as files: the document, the workbook and a folder of every figure as PNG (150 and 300 dpi) and SVG.</summary>
public static class ReportFiles
{
    private const int ScreenDpi = 150;
    private const int PaperDpi = 300;

    /// <param name="template">See <see cref="DocxReport.Write"/>.</param>
    /// <exception cref="FormatException">The template is no Word document.</exception>
    public static IReadOnlyList<ReportFile> Make(MonthlyReport report, ReportFormats formats, byte[]? template, CancellationToken cancellationToken = default)
    {
        var words = new Phrases(ReportWords.Resources, report.Culture);
        var drawn = Draw(report, formats, cancellationToken);
        var name = Name(report, words);
        var files = new List<ReportFile>();
        if (formats.HasFlag(ReportFormats.Docx))
        {
            var pictures = drawn.ToDictionary(one => one.Figure.Key, one => new ReportPicture(one.Paper!, one.Aspect), StringComparer.Ordinal);
            files.Add(new($"{name}.docx", DocxReport.Write(report, pictures, template)));
        }

        if (formats.HasFlag(ReportFormats.Xlsx)) files.Add(new($"{name}.xlsx", XlsxReport.Write(report)));
        foreach (var (one, position) in drawn.Select((one, i) => (one, i + 1)))
        {
            var path = $"{words["FolderCharts"]}/{position.ToString("00", System.Globalization.CultureInfo.InvariantCulture)}-{one.Figure.Key}";
            if (formats.HasFlag(ReportFormats.Png))
            {
                files.Add(new($"{path}.150dpi.png", one.Screen!));
                files.Add(new($"{path}.300dpi.png", one.Paper!));
            }

            if (formats.HasFlag(ReportFormats.Svg)) files.Add(new($"{path}.svg", System.Text.Encoding.UTF8.GetBytes(one.Svg!)));
        }

        return files;
    }

    /// <summary>The files of one report in one zip, the same bytes whenever it is made.</summary>
    public static byte[] Zip(IReadOnlyList<ReportFile> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files) LastingZip.Add(zip, file.Path, file.Content);
        }

        return bytes.ToArray();
    }

    /// <summary>What a report's files and its zip are called, without an ending: its words, the month, the recipient.</summary>
    public static string Name(MonthlyReport report) => Name(report, new Phrases(ReportWords.Resources, report.Culture));

    private static string Name(MonthlyReport report, Phrases words)
    {
        var name = string.Join('-', new[] { words["FileReport"], report.Month.ToString(), report.Recipient }.OfType<string>());
        return string.Concat(name.Select(letter => "\\/:*?\"<>|".Contains(letter, StringComparison.Ordinal) || char.IsControl(letter) ? '_' : letter)).Trim('.', ' ');
    }

    private static Picture[] Draw(MonthlyReport report, ReportFormats formats, CancellationToken cancellationToken)
    {
        var needsPaper = (formats & (ReportFormats.Docx | ReportFormats.Png)) is not ReportFormats.None;
        var pictures = new Picture[report.Figures.Count];
        if (!needsPaper && !formats.HasFlag(ReportFormats.Svg)) return [];
        Parallel.For(0, pictures.Length, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            var (figure, wording) = (report.Figures[i], new Wording(report.Culture));
            pictures[i] = new(
                figure,
                FigurePicture.Aspect(figure, wording),
                formats.HasFlag(ReportFormats.Png) ? FigurePicture.Png(figure, wording, ScreenDpi) : null,
                needsPaper ? FigurePicture.Png(figure, wording, PaperDpi) : null,
                formats.HasFlag(ReportFormats.Svg) ? FigurePicture.Svg(figure, wording) : null);
        });
        return pictures;
    }

    private sealed record Picture(Figure Figure, double Aspect, byte[]? Screen, byte[]? Paper, string? Svg);
}
