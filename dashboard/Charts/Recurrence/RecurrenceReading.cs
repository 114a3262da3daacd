using SafetyAnalytics.Charts.Overview;
using SafetyAnalytics.Charts.Report;
using SafetyAnalytics.Charts.Report.Figures;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Recurrence;

/// <summary>Asks one snapshot what came back.</summary>
public static class RecurrenceReading
{
    private const int BaseMonths = 12;
    private const int MostPlaces = 25;

    private static readonly string[] s_metrics = ["recurrence_rate_90", "recurrence_rate_180", "rebound_rate"];

    private static readonly Dimension[] s_splits = [Dimension.Category, Dimension.Community, Dimension.Sector, Dimension.CorrectiveAction];

    /// <returns>Null when the snapshot has no month with data, or does not define recurrence.</returns>
    public static RecurrenceAnswer? Read(Snapshot snapshot, CallerScope scope, RecurrenceQuery query)
    {
        if ((query.Filter.Month ?? snapshot.Info.LastMonth) is not { } month || snapshot.Info.FirstMonth is not { } first) return null;
        var source = new FigureSource(snapshot, scope, query.Filter, month, query.Culture, s_metrics);
        if (source.Metrics.Count < s_metrics.Length) return null;
        var to = query.Filter.To is { } asked && asked <= month ? asked : month;
        var from = query.Filter.From ?? Later(to.Plus(1 - BaseMonths), first);
        if (from > to) (from, to) = (to, from);
        var slice = source.Look.Filter with { Month = null, From = from, To = to };
        var whole = snapshot.Measure(scope, new(s_metrics, [], slice) { IsPooled = true });
        Figure?[] figures =
        [
            DayFigures.Recurrence(source),
            MonthFigures.Trend(source, "recurrence-trend", source.Series(), "recurrence_rate_90", "rebound_rate"),
            .. s_splits.Where(split => split is not Dimension.CorrectiveAction || snapshot.KnowsActions).Select(split => By(split)),
        ];
        return new(snapshot.Info, month, from, to, Lead(source, from, to, whole), [.. s_metrics.Select(metric => Headline(source, slice, whole, metric))], [.. figures.OfType<Figure>()], [.. snapshot.RecurrentUnits(scope, slice, MostPlaces).Select(unit => Place(source, unit))]);

        Figure? By(Dimension split)
        {
            var around = MetricRows.Without(slice, split);
            return RecurrenceFigure.Make(source.Around(split), split, around, Pooled(around, split), around == slice ? whole : Pooled(around));
        }

        MetricTable Pooled(Filter of, params Dimension[] splits) => snapshot.Measure(scope, new(s_metrics, splits, of) { IsPooled = true });

    }

    private static ReportMonth Later(ReportMonth one, ReportMonth other) => one > other ? one : other;

    private static string Lead(FigureSource source, ReportMonth from, ReportMonth to, MetricTable whole)
    {
        var words = source.Wording.Phrases;
        var (rate, rebound) = (whole.Rows[0].Values[0], whole.Rows[0].Values[2]);
        var (start, end) = (source.Wording.Month(from), source.Wording.Month(to));
        return rate.Denominator is > 0
            ? words.With("RecurrenceLead", start, end, source.Wording.Count(rate.Denominator), source.Wording.Count(rate.Numerator), source.Wording.Ratio(rate), source.Wording.Ratio(rebound))
            : words.With("RecurrenceLeadNone", start, end);
    }

    private static Headline Headline(FigureSource source, Filter slice, MetricTable whole, string key)
    {
        var (metric, value) = (source.Metric(key), whole.Rows[0].Values[whole.IndexOf(key)]);
        var words = source.Wording.Phrases;
        string[] details = [value.Denominator is > 0 ? source.Wording.OutOf(value) : words["NoBase"], .. value.Undeterminable is > 0 ? [words.With("Undeterminable", source.Wording.Count(value.Undeterminable))] : Array.Empty<string>()];
        return new(key, source.Wording.Label(metric), source.Wording.Ratio(value), details, source.Wording.Meaning(metric), IsWarning: false, value.Numerator is > 0 ? MetricRows.Of(key, slice) : null);
    }

    private static RecurrentPlace Place(FigureSource source, RecurrentUnit unit) => new(
        unit.UnitKey, unit.UnitName, unit.Category, source.Wording.Count(unit.Recurred), source.Wording.Phrases.With("OutOf", source.Wording.Count(unit.Recurred), source.Wording.Count(unit.Followed)));
}
