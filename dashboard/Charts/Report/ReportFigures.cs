using SafetyAnalytics.Charts.Overview;
using SafetyAnalytics.Charts.Report.Figures;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Report;

/// <summary>Every figure a report may show, by key. One that has nothing to compare is left out by its own rule, never drawn empty beside others.</summary>
internal static class ReportFigures
{
    /// <summary>Keys the wording may name, in the order of the folder of pictures.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "stock-and-flow", "found-trend", "by-sector", "sector-by-community", "categories", "by-community", "by-community-months", "community-rectification", "by-department", "department-rectification",
        "rectification-trend", "on-time-trend", "overdue-by-age", "overdue-by-department", "days-to-rectify", "recurrence-survival", "reporting-wall",
    ];

    public static IReadOnlyList<Figure> Make(ReportSource source, MetricTable sectors, MetricTable communities, MetricTable departments, MetricTable categories)
    {
        var months = source.Series();
        Figure?[] all =
        [
            StockFigures.StockAndFlow(source.Look, source.Stock, source.Current) with { Bands = MonthFigures.Bands(source), Markers = MonthFigures.Markers(source) },
            MonthFigures.Trend(source, "found-trend", months, "hazards_found", "rectified_in_month"),
            MemberFigures.Ranked(source, "by-sector", "hazards_found", Dimension.Sector, sectors, Palette.Blue),
            MemberFigures.HeatMap(source, "sector-by-community", "hazards_found", Dimension.Sector, Dimension.Community),
            MemberFigures.Pareto(source, "categories", "hazards_found", Dimension.Category, categories),
            MemberFigures.Ranked(source, "by-community", "hazards_found", Dimension.Community, communities, Palette.Blue),
            MonthFigures.SmallMultiples(source, "by-community-months", "hazards_found", Dimension.Community),
            MemberFigures.Ranked(source, "community-rectification", "cumulative_rectification_rate", Dimension.Community, communities, Palette.Green),
            MemberFigures.Ranked(source, "by-department", "open_stock", Dimension.Department, departments, Palette.Blue),
            MemberFigures.Ranked(source, "department-rectification", "cumulative_rectification_rate", Dimension.Department, departments, Palette.Green),
            MonthFigures.Trend(source, "rectification-trend", months, "cumulative_rectification_rate", "verified_rate"),
            MonthFigures.Trend(source, "on-time-trend", months, "on_time_rate", "workload_rate"),
            source.Has("overdue_rate") ? StockFigures.OverdueByAge(source.Look, source.Current, source.Now) : null,
            MemberFigures.Ranked(source, "overdue-by-department", "overdue_rate", Dimension.Department, departments, Palette.Vermillion),
            DayFigures.Rectification(source),
            DayFigures.Recurrence(source),
            WallFigure.Make(source),
        ];
        return [.. all.OfType<Figure>()];
    }
}
