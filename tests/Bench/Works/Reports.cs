using System.Globalization;
using SafetyAnalytics.Bench.Measuring;
using SafetyAnalytics.Charts;
using SafetyAnalytics.Charts.Drawing;
using SafetyAnalytics.Charts.Report;
using SafetyAnalytics.Charts.Report.Phrasing;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Bench.Works;

/// <summary>
/// Pictures and the report of the last month of the snapshot that the river left. Its laps: the first report of a process (document, workbook, every figure at two
/// resolutions and as SVG), then twenty pictures 1200 pixels wide as PNG, then as SVG, by one thread.
/// </summary>
internal static class Reports
{
    public const int Pictures = 20;
    public const string Whole = "whole report, first of a process";
    public const string Png = "20 charts as PNG, 1200 pixels wide";
    public const string Svg = "20 charts as SVG";

    public static void Make(BenchFolder folder, string set, LapClock clock)
    {
        var culture = CultureInfo.GetCultureInfo("zh-CN");
        using var published = new PublishedDirectory(folder.Data(set).Published);
        using var lease = published.Borrow();
        clock.Start();
        clock.Report(Whole);
        var report = ReportReading.Read(lease.Snapshot, Recipient.Whole, lease.Snapshot.Info.LastMonth!.Value, culture, WordingFile.Load(null, culture));
        ReportFiles.Make(report, ReportFormats.All, template: null);
        var wording = new Wording(culture);
        clock.Report(Png);
        for (var i = 0; i < Pictures; i++) FigurePicture.PngOf(report.Figures[i % report.Figures.Count], wording, 1200);
        clock.Report(Svg);
        for (var i = 0; i < Pictures; i++) FigurePicture.Svg(report.Figures[i % report.Figures.Count], wording);
        clock.Report("");
    }
}
