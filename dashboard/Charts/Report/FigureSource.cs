using System.Globalization;
using SafetyAnalytics.Charts.Overview;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Report;

/// <summary>What the figures of one slice and month are made from, each asked of the snapshot when it is first needed.</summary>
internal class FigureSource
{
    private const int SeriesMonths = 24;

    // Holidays and meetings; a season behind every third month sets nothing off.
    private const int LongestBand = 10;

    private readonly Lazy<MetricTable> _now;
    private readonly Lazy<MetricTable?> _before;
    private readonly Lazy<MetricTable?> _yearBefore;
    private readonly Lazy<IReadOnlyList<StockMonth>> _stock;
    private readonly Lazy<SettledMonth> _standing;
    private readonly Lazy<RectificationDays> _days;
    private readonly Lazy<RecurrenceCurve?> _recurrence;
    private readonly Lazy<IReadOnlyList<HighRiskPeriod>> _periods;
    private readonly Lazy<IReadOnlyList<Annotation>> _annotations;

    /// <param name="filter">The slice; its from bounds the series, the month is the one below.</param>
    /// <param name="metrics">What is measured; null for everything the snapshot defines.</param>
    public FigureSource(Snapshot snapshot, CallerScope scope, Filter filter, ReportMonth month, CultureInfo culture, IReadOnlyList<string>? metrics = null)
    {
        (Snapshot, Scope, Month) = (snapshot, scope, month);
        Metrics = [.. (metrics ?? [.. snapshot.Metrics.Select(metric => metric.Key)]).Where(Has)];
        Words = new Phrases(ReportWords.Resources, culture);
        Wording = new Wording(culture);
        Look = new Look(snapshot, filter with { Month = month, From = null, To = null, Status = null }, month, Wording);
        var first = snapshot.Info.FirstMonth!.Value;
        From = filter.From is { } from && from >= first && from <= month ? from : month.Plus(1 - SeriesMonths) > first ? month.Plus(1 - SeriesMonths) : first < month ? first : month;
        _now = new(() => Measure(month));
        _before = new(() => HasMonth(month.Plus(-1)) ? Measure(month.Plus(-1)) : null);
        _yearBefore = new(() => HasMonth(month.Plus(-12)) ? Measure(month.Plus(-12)) : null);
        _stock = new(() => snapshot.Stock(scope, Look.Filter with { From = From, To = month }));
        _standing = new(() => snapshot.Standing(scope, month));
        _days = new(() => snapshot.RectificationDays(scope, Look.Filter, month));
        _recurrence = new(() => snapshot.Recurrence(scope, Look.Filter, month));
        _annotations = new(() => snapshot.Annotations(scope, From.FirstDay, month.LastDay));
        _periods = new(() => [.. snapshot.HighRiskPeriods(From.FirstDay, month.LastDay).Where(period => period.Days <= LongestBand)]);
    }

    public Snapshot Snapshot { get; }

    public CallerScope Scope { get; }

    public ReportMonth Month { get; }

    /// <summary>The first month of the series that end with <see cref="Month"/>.</summary>
    public ReportMonth From { get; }

    public IReadOnlyList<string> Metrics { get; }

    public Phrases Words { get; }

    public Wording Wording { get; }

    public Look Look { get; }

    public MetricTable Now => _now.Value;

    /// <summary>Null when the month is the first.</summary>
    public MetricTable? Before => _before.Value;

    /// <summary>Null when nothing is known of the same month a year before.</summary>
    public MetricTable? YearBefore => _yearBefore.Value;

    public IReadOnlyList<StockMonth> Stock => _stock.Value;

    public StockMonth Current => Stock[^1];

    public SettledMonth Standing => _standing.Value;

    public RectificationDays Days => _days.Value;

    public RecurrenceCurve? Recurrence => _recurrence.Value;

    /// <summary>Short enough to be set off behind months.</summary>
    public IReadOnlyList<HighRiskPeriod> Periods => _periods.Value;

    public IReadOnlyList<Annotation> Annotations => _annotations.Value;

    /// <summary>The month is not over on the day the numbers are true for: it is compared with nothing.</summary>
    public bool IsUnfinished => Month == Snapshot.Info.LastMonth && Snapshot.Info.AsOf < Month.LastDay;

    public MetricTable By(params Dimension[] dimensions) => By(Look.Filter, dimensions);

    public MetricTable By(Filter filter, params Dimension[] dimensions) => Snapshot.Measure(Scope, new(Metrics, dimensions, filter));

    /// <summary>Month by month over the series, and by other dimensions.</summary>
    public MetricTable Series(params Dimension[] dimensions) => By(Look.Filter with { Month = null, From = From, To = Month }, [Dimension.Month, .. dimensions]);

    public bool Has(string metric) => Snapshot.Metrics.Any(one => one.Key == metric);

    public Metric Metric(string key) => Snapshot.Metrics.First(metric => metric.Key == key);

    /// <returns>Null when the snapshot does not define it.</returns>
    public MetricValue? Value(string metric) => Value(Now, metric);

    public MetricValue? Value(MetricTable? table, string metric) => table is null || !Has(metric) || table.Rows.Count == 0 ? null : table.Rows[0].Values[table.IndexOf(metric)];

    /// <summary>What is aimed at: by a member, by the slice's one community or department, or by the whole. Null where nothing is.</summary>
    public double? Target(string metric, string? member = null) => Standing.Targets.FirstOrDefault(target => target.Metric == metric && (member ?? Name) switch
    {
        null => target.Dimension == "all",
        var name => target.Member == name,
    })?.Target;

    public string Text(Metric metric, MetricValue? value) => value is null ? Wording.Phrases["Dash"] : metric.Unit is MetricUnit.Percent ? Wording.Ratio(value) : Wording.Value(metric.Unit, value.Value);

    /// <summary>How one metric was asked by these dimensions: in the month, or month by month over the series.</summary>
    public string Sql(IReadOnlyList<string> metrics, params Dimension[] dimensions) => Snapshot.MeasureSql(Scope, new(metrics, dimensions,
        dimensions.Contains(Dimension.Month) ? Look.Filter with { Month = null, From = From, To = Month } : Look.Filter));

    /// <summary>The same without what narrows these dimensions: a figure of members shows them all, whichever is chosen.</summary>
    public FigureSource Around(params Dimension[] dimensions)
    {
        var around = dimensions.Aggregate(Look.Filter, (filter, dimension) => MetricRows.Without(filter, dimension));
        return around == Look.Filter ? this : new(Snapshot, Scope, around with { From = From }, Month, Words.Culture, Metrics);
    }

    public Filter Narrowed(Dimension dimension, string member) => MetricRows.Narrowed(Look.Filter, dimension, member);

    private string? Name => (Look.Filter, Scope) switch
    {
        ({ Community: { } community, Sector: null, Department: null, Category: null, Level: null }, _) => community,
        ({ Department: { } department, Sector: null, Community: null, Category: null, Level: null }, _) => department,
        _ => null,
    };

    private MetricTable Measure(ReportMonth month) => Snapshot.Measure(Scope, new(Metrics, [], Look.Filter with { Month = month }));

    private bool HasMonth(ReportMonth month) => month >= Snapshot.Info.FirstMonth && month <= Snapshot.Info.LastMonth;
}
