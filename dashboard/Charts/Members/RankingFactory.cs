using SafetyAnalytics.Charts.Report;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Members;

/// <summary>Words the comparison of each member's numbers with its earlier ones.</summary>
internal static class RankingFactory
{
    public static Ranking Make(FigureSource source, Dimension of, string by)
    {
        var words = source.Wording.Phrases;
        var changes = Changes(source, of);
        var index = IndexOf(changes, by);
        var rows = changes.Rows
            .OrderBy(row => UnknownMember.Is(row.Members[0]))
            .ThenBy(row => row.Changes[index].Now.Value is null)
            .ThenByDescending(row => row.Changes[index].Now.Value)
            .ThenBy(row => row.Members[0], StringComparer.Create(words.Culture, ignoreCase: false));
        return new(
            words.With("RankingTitle", words["By_" + of], source.Wording.Month(source.Month)),
            words[of.ToString()],
            [.. changes.Metrics.Select(metric => Column(source, metric, metric.Key == by))],
            [.. rows.Select(row => new RankingRow(row.Members[0], UnknownMember.Is(row.Members[0]), Cells(source, of, changes, row)))],
            words.With("RankingNote", words[of.ToString()]));
    }

    /// <returns>A member without a row in the month has a dash in every cell.</returns>
    public static Pair Pair(FigureSource source, Dimension of, string first, string second, string by)
    {
        var changes = Changes(source, of);
        var (one, other) = (Row(changes, first), Row(changes, second));
        var (ones, others) = (Known(source, of, changes, one), Known(source, of, changes, other));
        return new(first, second, [.. changes.Metrics.Select((metric, i) => new PairRow(Column(source, metric, metric.Key == by), ones[i], others[i], IsBetter(metric, one?.Changes[i].Now.Value, other?.Changes[i].Now.Value)))]);
    }

    /// <summary>A snapshot published before numbers could be compared has the numbers alone.</summary>
    private static MetricChangeTable Changes(FigureSource source, Dimension of)
    {
        if (source.Metrics.All(metric => source.Metric(metric).PeriodFrom is not null)) return source.Snapshot.Compare(source.Scope, new(source.Metrics, [of], source.Look.Filter));
        var table = source.By(of);
        var nothing = new EarlierNumber(source.Month, null, null, null, null, "no_earlier_value", null);
        return new(table.Metrics, table.By, [.. table.Rows.Select(row => new MetricChangeRow(row.Members, [.. row.Values.Select(value => new MetricChange(value, nothing, nothing, IsSoFar: false))]))]);
    }

    private static RankingColumn Column(FigureSource source, Metric metric, bool isSorted) => new(metric.Key, source.Wording.Label(metric), source.Wording.Meaning(metric), isSorted);

    private static IReadOnlyList<RankingCell> Known(FigureSource source, Dimension of, MetricChangeTable changes, MetricChangeRow? row) =>
        row is null ? [.. changes.Metrics.Select(_ => new RankingCell(source.Wording.Phrases["Dash"], null, null, null, null))] : Cells(source, of, changes, row);

    private static IReadOnlyList<RankingCell> Cells(FigureSource source, Dimension of, MetricChangeTable changes, MetricChangeRow row) =>
        [.. changes.Metrics.Select((metric, i) => Cell(source, metric, row.Changes[i], source.Narrowed(of, row.Members[0])))];

    private static RankingCell Cell(FigureSource source, Metric metric, MetricChange change, Filter slice) => new(
        source.Text(metric, change.Now),
        metric.Unit is MetricUnit.Percent or MetricUnit.Ratio && change.Now is { Value: not null, Denominator: >= SmallestBase } ? source.Wording.OutOf(change.Now) : null,
        change.Now.Value is > 0 ? MetricRows.Of(metric.Key, slice) : null,
        ChangeText.Of(source.Wording, metric, change.Earlier, "ChangeEarlier", change.IsSoFar),
        ChangeText.Of(source.Wording, metric, change.LastYear, "ChangeLastYear", change.IsSoFar));

    // Under it the rate itself is shown as numerator and denominator.
    private const int SmallestBase = 5;

    private static MetricChangeRow? Row(MetricChangeTable changes, string member) => changes.Rows.FirstOrDefault(row => row.Members[0] == member);

    private static bool? IsBetter(Metric metric, double? one, double? other) => (metric.Direction, one?.CompareTo(other)) switch
    {
        (MetricDirection.Neutral, _) or (_, null or 0) => null,
        _ when other is null => null,
        (MetricDirection.Up, > 0) or (MetricDirection.Down, < 0) => true,
        _ => false,
    };

    private static int IndexOf(MetricChangeTable changes, string metric) => changes.Metrics.Select((one, i) => (one.Key, i)).First(one => one.Key == metric).i;
}
