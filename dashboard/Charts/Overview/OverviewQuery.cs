using System.Globalization;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Overview;

/// <param name="Filter">Its month is the report month (null: the last); from and to bound the series (null: the 24 months up to it).</param>
public sealed record OverviewQuery(Filter Filter, Measure Measure, CultureInfo Culture);

/// <summary>Everything the overview shows, from one snapshot.</summary>
/// <param name="Lead">One sentence that answers the meeting's first question.</param>
public sealed record OverviewAnswer(
    SnapshotInfo Snapshot,
    ReportMonth Month,
    string Lead,
    IReadOnlyList<Headline> Headlines,
    Figure StockAndFlow,
    Figure BySector,
    Figure ByCommunity,
    Figure OverdueByAge,
    Reporting Reporting)
{
    /// <summary>A second sentence, made of the same numbers; null when there is nothing more to say.</summary>
    public string? More { get; init; }

    /// <summary>Null when there are fewer than two of either.</summary>
    public Figure? SectorByCommunity { get; init; }

    /// <summary>What comes next, what comes back.</summary>
    public IReadOnlyList<Saying> Sayings { get; init; } = [];

    /// <summary>Every figure of the page.</summary>
    public IEnumerable<Figure> Figures => new[] { StockAndFlow, OverdueByAge, SectorByCommunity, BySector, ByCommunity }.OfType<Figure>();
}
