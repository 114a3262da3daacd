using System.Globalization;
using SafetyAnalytics.Charts.Overview;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Report;

/// <summary>Everything a report says, asked of one snapshot once.</summary>
internal sealed class ReportSource
{
    private const int SeriesMonths = 24;
    private const int WallMonths = 12;

    public ReportSource(Snapshot snapshot, Recipient recipient, ReportMonth month, CultureInfo culture)
    {
        (Snapshot, Recipient, Month) = (snapshot, recipient, month);
        Words = new Phrases(ReportWords.Resources, culture);
        Wording = new Wording(culture);
        Look = new Look(snapshot, Filter.None with { Month = month, Community = recipient.Scope.Community, Department = recipient.Scope.Department }, month, Wording);
        var all = snapshot.Metrics.Select(metric => metric.Key).ToArray();
        Now = snapshot.Measure(Scope, new(all, [], Look.Filter));
        Before = HasMonth(month.Plus(-1)) ? snapshot.Measure(Scope, new(all, [], Look.Filter with { Month = month.Plus(-1) })) : null;
        YearBefore = HasMonth(month.Plus(-12)) ? snapshot.Measure(Scope, new(all, [], Look.Filter with { Month = month.Plus(-12) })) : null;
        var first = snapshot.Info.FirstMonth!.Value;
        From = month.Plus(1 - SeriesMonths) > first ? month.Plus(1 - SeriesMonths) : first < month ? first : month;
        Stock = snapshot.Stock(Scope, Look.Filter with { From = From, To = month });
        Current = Stock[^1];
        Submissions = snapshot.Submissions(Scope, month);
        Wall = snapshot.Wall(Scope, month.Plus(1 - WallMonths) > first ? month.Plus(1 - WallMonths) : first < month ? first : month, month);
        Standing = snapshot.Standing(Scope, month);
        Overdue = snapshot.MonthHazards(Scope, Look.Filter, month, HazardSet.Overdue);
        Major = snapshot.MonthHazards(Scope, Look.Filter with { Level = LevelMember.Major }, month, HazardSet.Open);
        Days = snapshot.RectificationDays(Scope, Look.Filter, month);
        Recurrence = snapshot.Recurrence(Scope, Look.Filter, month);
        Visits = snapshot.Visits(Scope, month);
        Periods = [.. snapshot.HighRiskPeriods(From.FirstDay, month.LastDay).Where(period => period.Days <= LongestBand)];
        NextPeriods = [.. snapshot.HighRiskPeriods(month.LastDay.AddDays(1), month.LastDay.AddDays(DaysAhead))];
    }

    /// <summary>Days after the month's end in which a period must begin or last to be spoken of.</summary>
    public const int DaysAhead = 62;

    // Holidays and meetings; a season behind every third month sets nothing off.
    private const int LongestBand = 10;

    public Snapshot Snapshot { get; }

    public Recipient Recipient { get; }

    public ReportMonth Month { get; }

    public ReportMonth From { get; }

    public Phrases Words { get; }

    public Wording Wording { get; }

    public Look Look { get; }

    public CallerScope Scope => Recipient.Scope;

    public MetricTable Now { get; }

    /// <summary>Null when the month is the first.</summary>
    public MetricTable? Before { get; }

    /// <summary>Null when nothing is known of the same month a year before.</summary>
    public MetricTable? YearBefore { get; }

    public IReadOnlyList<StockMonth> Stock { get; }

    public StockMonth Current { get; }

    public SubmissionMonth Submissions { get; }

    public SubmissionWall Wall { get; }

    public SettledMonth Standing { get; }

    public IReadOnlyList<MonthHazard> Overdue { get; }

    public IReadOnlyList<MonthHazard> Major { get; }

    public RectificationDays Days { get; }

    public RecurrenceCurve? Recurrence { get; }

    public IReadOnlyList<VisitCount> Visits { get; }

    /// <summary>Short enough to be set off behind months.</summary>
    public IReadOnlyList<HighRiskPeriod> Periods { get; }

    public IReadOnlyList<HighRiskPeriod> NextPeriods { get; }

    /// <summary>The month is not over on the day the numbers are true for: it is compared with nothing.</summary>
    public bool IsUnfinished => Month == Snapshot.Info.LastMonth && Snapshot.Info.AsOf < Month.LastDay;

    public MetricTable By(params Dimension[] dimensions) => By(Look.Filter, dimensions);

    public MetricTable By(Filter filter, params Dimension[] dimensions) => Snapshot.Measure(Scope, new([.. Snapshot.Metrics.Select(metric => metric.Key)], dimensions, filter));

    /// <summary>Month by month over the report's series, and by other dimensions.</summary>
    public MetricTable Series(params Dimension[] dimensions) => By(Look.Filter with { Month = null, From = From, To = Month }, [Dimension.Month, .. dimensions]);

    public bool Has(string metric) => Snapshot.Metrics.Any(one => one.Key == metric);

    public Metric Metric(string key) => Snapshot.Metrics.First(metric => metric.Key == key);

    /// <returns>Null when the snapshot does not define it.</returns>
    public MetricValue? Value(string metric) => Value(Now, metric);

    public MetricValue? Value(MetricTable? table, string metric) => table is null || !Has(metric) || table.Rows.Count == 0 ? null : table.Rows[0].Values[table.IndexOf(metric)];

    public double? Target(string metric, string? member = null) => Standing.Targets.FirstOrDefault(target => target.Metric == metric && (member is null
        ? Recipient.Name is null ? target.Dimension == "all" : target.Member == Recipient.Name
        : target.Member == member))?.Target;

    public string Text(Metric metric, MetricValue? value) => value is null ? Wording.Phrases["Dash"] : metric.Unit is MetricUnit.Percent ? Wording.Ratio(value) : Wording.Value(metric.Unit, value.Value);

    private bool HasMonth(ReportMonth month) => month >= Snapshot.Info.FirstMonth && month <= Snapshot.Info.LastMonth;
}
