using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Report.Figures;

/// <summary>Figures over the members of one or two dimensions, of whatever metric.</summary>
internal static class MemberFigures
{
    private const int MostColumns = 14;
    private const int MostRows = 24;

    /// <summary>Bars from the most to the least, with each member's target where there is one.</summary>
    /// <returns>Null when there is nothing to compare.</returns>
    public static Figure? Ranked(FigureSource source, string key, string metric, Dimension dimension, MetricTable table, string color)
    {
        if (!source.Has(metric)) return null;
        var (definition, index) = (source.Metric(metric), table.IndexOf(metric));
        var rows = table.Rows.Where(row => row.Values[index].Value is not null).OrderBy(row => UnknownMember.Is(row.Members[0])).ThenByDescending(row => row.Values[index].Value).ThenBy(row => row.Members[0], StringComparer.Create(source.Words.Culture, ignoreCase: false)).ToList();
        if (rows.Count == 0) return null;
        var targets = rows.Select(row => source.Target(metric, row.Members[0]) ?? source.Target(metric)).ToList();
        var bars = new Series(metric, source.Wording.Label(definition), Mark.Solid, color, [.. rows.Select(row => Member(source, definition, row.Members[0], row.Values[index], source.Narrowed(dimension, row.Members[0])))]);
        var marks = new Series("target", source.Words["Column_target"], Mark.Target, Palette.Vermillion,
            [.. rows.Zip(targets, (row, target) => Point.Of(source.Wording, row.Members[0], target, source.Wording.Value(definition.Unit, target), null))]);
        var whole = source.Value(metric)!;
        return new Figure(key, source.Words.With("Figure_ranked", source.Words["By_" + dimension], source.Wording.Label(definition)), Claim(source, definition, rows, index), source.Words["Column_" + dimension], Unit(source, definition), FigureOrder.Value,
            targets.Any(target => target is not null) ? [bars, marks] : [bars],
            source.Look.Notes(source.Wording.Meaning(definition), definition.Unit is MetricUnit.Count ? whole.Value : whole.Denominator ?? whole.Numerator, whole.Undeterminable))
        { Unit = definition.Unit, Of = dimension, Rows = MetricRows.Of(metric, source.Look.Filter), Sql = source.Sql([metric], dimension) };
    }

    /// <returns>Null when there are fewer than two of either dimension.</returns>
    public static Figure? HeatMap(FigureSource source, string key, string metric, Dimension down, Dimension across)
    {
        if (!source.Has(metric)) return null;
        var definition = source.Metric(metric);
        var table = source.By(down, across);
        var index = table.IndexOf(metric);
        var rows = Leading(table, 0, index, MostRows);
        var columns = Leading(table, 1, index, MostColumns);
        if (rows.Count < 2 || columns.Count < 2) return null;
        var cells = table.Rows.ToDictionary(row => (row.Members[0], row.Members[1]), row => row.Values[index]);
        var whole = source.Value(metric)!;
        var top = table.Rows.MaxBy(row => row.Values[index].Value ?? 0)!;
        return new Figure(key, source.Words.With("Figure_heat", source.Words["Column_" + down], source.Words["Column_" + across], source.Wording.Label(definition)),
            top.Values[index].Value is > 0 ? source.Words.With("Claim_heat", source.Wording.Month(source.Month), source.Wording.Member(top.Members[0]), source.Wording.Member(top.Members[1]), source.Text(definition, top.Values[index])) : source.Words.With("Claim_nothing", source.Wording.Month(source.Month)),
            source.Words["Column_" + down], Unit(source, definition), FigureOrder.Value,
            [.. columns.Select(column => new Series(column, source.Wording.Member(column), Mark.Solid, Palette.Blue, [.. rows.Select(row => Member(source, definition, row, cells.GetValueOrDefault((row, column)) ?? new MetricValue(definition.Unit is MetricUnit.Count ? 0 : null, null, null, null), MetricRows.Narrowed(source.Narrowed(down, row), across, column)))]))],
            source.Look.Notes(source.Wording.Meaning(definition), whole.Value, whole.Undeterminable))
        { Kind = FigureKind.HeatMap, Unit = definition.Unit, Of = down, Across = across, Rows = MetricRows.Of(metric, source.Look.Filter), Sql = source.Sql([metric], down, across) };
    }

    /// <summary>Members by what they add, with the share of all so far.</summary>
    public static Figure? Pareto(FigureSource source, string key, string metric, Dimension dimension, MetricTable table)
    {
        if (!source.Has(metric)) return null;
        var definition = source.Metric(metric);
        var members = CumulatedMember.Of(table, metric);
        if (members.Count == 0) return null;
        var few = Math.Min(members.Count, 3);
        return new Figure(key, source.Words.With("Figure_pareto", source.Words["By_" + dimension], source.Wording.Label(definition)),
            source.Words.With("Claim_pareto", source.Wording.Month(source.Month), source.Wording.List([.. members.Take(few).Select(member => source.Wording.Member(member.Member))]), source.Wording.Value(MetricUnit.Percent, members[few - 1].ShareSoFar)),
            source.Words["Column_" + dimension], Unit(source, definition), FigureOrder.Value,
            [
                new(metric, source.Wording.Label(definition), Mark.Solid, Palette.Blue, [.. members.Select(member => Point.Of(source.Wording, member.Member, member.Value, source.Wording.Value(definition.Unit, member.Value), MetricRows.Of(metric, source.Narrowed(dimension, member.Member))))]),
                new("share", source.Words["Share_so_far"], Mark.Line, Palette.Vermillion, [.. members.Select(member => Point.Of(source.Wording, member.Member, member.ShareSoFar, source.Wording.Value(MetricUnit.Percent, member.ShareSoFar), null))]),
            ],
            source.Look.Notes(source.Wording.Meaning(definition), source.Value(metric)!.Value))
        { Kind = FigureKind.Pareto, Unit = definition.Unit, Of = dimension, Rows = MetricRows.Of(metric, source.Look.Filter), Sql = source.Sql([metric], dimension) };
    }

    public static string Unit(FigureSource source, Metric metric) => metric.Unit switch { MetricUnit.Percent => source.Words["Unit_share"], MetricUnit.Days => source.Words["Unit_days"], _ => source.Wording.Phrases["Hazards"] };

    private static Point Member(FigureSource source, Metric metric, string member, MetricValue value, Filter slice) => Point.Of(source.Wording, member, value.Value, source.Text(metric, value), MetricRows.Of(metric.Key, slice));

    private static string Claim(FigureSource source, Metric metric, IReadOnlyList<MetricRow> rows, int index)
    {
        var known = rows.Where(row => !UnknownMember.Is(row.Members[0])).ToList();
        var month = source.Wording.Month(source.Month);
        if (known.Count == 0 || known.All(row => row.Values[index].Value is 0)) return source.Words.With("Claim_nothing_of", month, source.Wording.Label(metric));
        var (top, bottom) = (known[0], known[^1]);
        return known.Count == 1 || top.Values[index].Value == bottom.Values[index].Value
            ? source.Words.With("Claim_one", month, source.Wording.Label(metric), known.Count == 1 ? top.Members[0] : source.Words["Each"], source.Text(metric, top.Values[index]))
            : source.Words.With("Claim_ranked", month, source.Wording.Label(metric), top.Members[0], source.Text(metric, top.Values[index]), bottom.Members[0], source.Text(metric, bottom.Values[index]));
    }

    /// <summary>Members with the largest sums, unknown ones last. Only its order is made of sums, never a number that is shown.</summary>
    private static IReadOnlyList<string> Leading(MetricTable table, int position, int index, int most) =>
    [
        .. table.Rows.GroupBy(row => row.Members[position], StringComparer.Ordinal).OrderBy(group => UnknownMember.Is(group.Key)).ThenByDescending(group => group.Sum(row => row.Values[index].Value ?? 0)).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key).Take(most),
    ];
}
