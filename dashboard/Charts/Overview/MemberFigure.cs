using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Overview;

/// <summary>A ranking of sectors or communities by one measure, with the other measures in its table.</summary>
internal static class MemberFigure
{
    // A sentence that lists more says less; the bars have them all.
    private const int MostNamed = 3;

    /// <param name="now">The whole slice's numbers, for what is stated beside the picture.</param>
    public static Figure Make(Look look, Dimension dimension, Measure measure, MetricTable table, MetricTable now)
    {
        var words = look.Wording.Phrases;
        var ranked = table.Rows
            .OrderBy(row => UnknownMember.Is(row.Members[0]))
            .ThenByDescending(row => Count(measure, row, table))
            .ThenBy(row => row.Members[0], StringComparer.Create(look.Wording.Phrases.Culture, ignoreCase: false))
            .ToArray();
        var metric = table.Metrics[table.IndexOf(measure.Metric())];
        var whole = now.Rows[0].Values[now.IndexOf(metric.Key)];
        return new(
            dimension is Dimension.Sector ? "by-sector" : "by-community",
            words.With("RankTitle", words[$"By_{dimension}"], words[$"Measure_{measure}"]),
            Claim(look, measure, ranked, table),
            words[dimension.ToString()],
            words["Hazards"],
            FigureOrder.Value,
            [.. Ordered(measure).Select(each => Counted(look, dimension, each, each == measure, ranked, table)), Rate(look, ranked, table)],
            look.Notes(look.Wording.Meaning(metric), measure.Count(whole), whole.Undeterminable))
        { Of = dimension, Rows = look.Rows(measure.Rows()) };
    }

    private static IEnumerable<Measure> Ordered(Measure first) => Enum.GetValues<Measure>().OrderBy(measure => measure != first);

    private static Series Counted(Look look, Dimension dimension, Measure measure, bool isDrawn, IReadOnlyList<MetricRow> ranked, MetricTable table) => new(
        measure.Word(),
        look.Wording.Phrases[$"Measure_{measure}"],
        isDrawn ? Mark.Solid : Mark.TableOnly,
        measure is Measure.Overdue ? Palette.Vermillion : Palette.Blue,
        [.. ranked.Select(row => Point.Of(look.Wording, row.Members[0], Count(measure, row, table), look.Wording.Count(Count(measure, row, table)), look.Rows(measure.Rows(), Narrowed(look, dimension, row.Members[0]))))]);

    private static Series Rate(Look look, IReadOnlyList<MetricRow> ranked, MetricTable table)
    {
        var index = table.IndexOf("cumulative_rectification_rate");
        return new(
            "cumulative_rectification_rate",
            look.Wording.Label(table.Metrics[index]),
            Mark.TableOnly,
            Palette.Black,
            [.. ranked.Select(row => Point.Of(look.Wording, row.Members[0], row.Values[index].Value, look.Wording.Ratio(row.Values[index]), null))]);
    }

    private static Filter Narrowed(Look look, Dimension dimension, string member) =>
        dimension is Dimension.Sector ? look.Filter with { Sector = member } : look.Filter with { Community = member };

    private static double Count(Measure measure, MetricRow row, MetricTable table) => measure.Count(row.Values[table.IndexOf(measure.Metric())]) ?? 0;

    private static string Claim(Look look, Measure measure, IReadOnlyList<MetricRow> ranked, MetricTable table)
    {
        var words = look.Wording.Phrases;
        var leaders = ranked.Select(row => (Name: look.Wording.Member(row.Members[0]), Count: Count(measure, row, table))).Where(row => row.Count > 0).ToArray();
        var tied = leaders.TakeWhile(row => row.Count == leaders[0].Count).Select(row => row.Name).ToArray();
        var what = words.With($"Ranked_{measure}", look.Wording.Month(look.Month));
        return leaders switch
        {
            [] => words.With("RankNone", what),
            [var only] => words.With("RankOne", what, only.Name, look.Wording.Count(only.Count)),
            [var first, ..] when tied.Length > MostNamed => words.With("RankCrowd", what, look.Wording.Count(tied.Length), look.Wording.Count(first.Count)),
            [var first, ..] when tied.Length > 1 => words.With("RankTie", what, look.Wording.List(tied), look.Wording.Count(first.Count)),
            [var first, var second, ..] => words.With("RankTwo", what, first.Name, look.Wording.Count(first.Count), second.Name, look.Wording.Count(second.Count)),
        };
    }
}
