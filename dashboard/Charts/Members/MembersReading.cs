using SafetyAnalytics.Charts.Report;
using SafetyAnalytics.Charts.Report.Figures;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Members;

/// <summary>Asks one snapshot for what is known of the members of one dimension.</summary>
public static class MembersReading
{
    /// <summary>What members are ranked by, in the table's order.</summary>
    public static IReadOnlyList<string> Metrics { get; } =
        ["hazards_found", "open_stock", "overdue_rate", "on_time_rate", "cumulative_rectification_rate", "days_to_rectify", "days_to_rectify_p90", "hazards_per_visit"];

    /// <returns>Null when the snapshot has no month with data.</returns>
    public static MembersAnswer? Read(Snapshot snapshot, CallerScope scope, MembersQuery query)
    {
        if ((query.Filter.Month ?? snapshot.Info.LastMonth) is not { } month || snapshot.Info.FirstMonth is null) return null;
        var source = new FigureSource(snapshot, scope, query.Filter, month, query.Culture, Metrics);
        var by = source.Metrics.Contains(query.By, StringComparer.Ordinal) ? query.By : source.Metrics[0];
        var around = source.Around(query.Of);
        var ranking = RankingFactory.Make(around, query.Of, by);
        var members = snapshot.Members(scope, query.Of);
        var pair = query is { First: { } first, Second: { } second } && first != second && members.Contains(first, StringComparer.Ordinal) && members.Contains(second, StringComparer.Ordinal)
            ? RankingFactory.Pair(around, query.Of, first, second, by)
            : null;
        var table = around.By(query.Of);
        var color = source.Metric(by).Direction is MetricDirection.Down && by.StartsWith("overdue", StringComparison.Ordinal) ? Palette.Vermillion : Palette.Blue;
        Figure?[] figures =
        [
            pair is null ? MonthFigures.Trend(source, "member-trend", source.Series(), by) : PairFigure.Trend(around, query.Of, pair, by),
            MemberFigures.Ranked(around, "member-ranking", by, query.Of, table, color),
            MonthFigures.SmallMultiples(around, "member-months", by, query.Of),
            MemberFigures.HeatMap(source.Around(query.Of, Dimension.Category), "member-categories", "hazards_found", query.Of, Dimension.Category),
            DayFigures.ByMember(around, query.Of, table),
            DayFigures.Rectification(source),
            EffortFigure.Make(around, query.Of, table),
        ];
        Figure[] known = [.. figures.OfType<Figure>()];
        return new(snapshot.Info, month, known.FirstOrDefault(figure => figure.Key == "member-ranking")?.Claim ?? ranking.Title, ranking, pair, known, members);
    }
}
