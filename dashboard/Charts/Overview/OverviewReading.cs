using SafetyAnalytics.Charts.Report;
using SafetyAnalytics.Charts.Report.Figures;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Overview;

/// <summary>Asks one snapshot for the overview's numbers and makes them into headlines and figures.</summary>
public static class OverviewReading
{
    private const int SeriesMonths = 24;

    private static readonly string[] s_headlineMetrics =
        ["hazards_found", "open_stock", "overdue_rate", "on_time_rate", "rectified_in_month", "cumulative_rectification_rate", "verified_rate"];

    /// <returns>Null when the snapshot has no month with data.</returns>
    public static OverviewAnswer? Read(Snapshot snapshot, CallerScope scope, OverviewQuery query)
    {
        if ((query.Filter.Month ?? snapshot.Info.LastMonth) is not { } month || snapshot.Info.FirstMonth is not { } first) return null;

        var filter = query.Filter with { Month = month, From = null, To = null, Status = null };
        var look = new Look(snapshot, filter, month, new Wording(query.Culture));
        var now = snapshot.Measure(scope, new(s_headlineMetrics, [], filter));
        var before = snapshot.Measure(scope, new(s_headlineMetrics, [], filter with { Month = month.Plus(-1) }));
        var (from, to) = Span(query.Filter, first, month);
        var stock = snapshot.Stock(scope, filter with { From = from, To = to });
        var current = snapshot.Stock(scope, filter with { From = month, To = month })[0];

        var source = new FigureSource(snapshot, scope, filter with { From = from }, month, query.Culture, ["hazards_found", "open_stock", "overdue_stock"]);
        var headlines = HeadlineChange.With(source, HeadlineFactory.Make(look, now, month > first ? before : null, current.RectifiedToDate));
        var (sectors, communities) = (Members(Dimension.Sector), Members(Dimension.Community));
        var shown = query.Measure switch { Measure.Found => "hazards_found", Measure.Open => "open_stock", _ => "overdue_stock" };

        return new(
            snapshot.Info,
            month,
            Lead(look, now),
            headlines,
            StockFigures.StockAndFlow(look, stock, current) with
            {
                Bands = to == month ? MonthFigures.Bands(source) : [], Markers = to == month ? MonthFigures.Markers(source) : [],
                Sql = snapshot.StockSql(scope, filter with { From = from, To = to, Month = null }),
            },
            sectors,
            communities,
            StockFigures.OverdueByAge(look, current, now) with { Sql = snapshot.StockSql(scope, filter with { From = month, To = month, Month = null }) },
            ReportingFactory.Make(look.Wording, snapshot.Submissions(scope, month)))
        {
            More = Sayings.Lead(source, headlines, sectors, communities),
            SectorByCommunity = source.Has(shown) ? MemberFigures.HeatMap(source.Around(Dimension.Sector, Dimension.Community), "sector-by-community", shown, Dimension.Sector, Dimension.Community) : null,
            Sayings = [Sayings.NextPeriod(source), .. new[] { Sayings.Recurrence(source) }.OfType<Saying>()],
        };

        // A figure of members shows them all, whichever the page is narrowed to.
        Figure Members(Dimension dimension)
        {
            string[] metrics = ["hazards_found", "open_stock", "overdue_rate", "cumulative_rectification_rate"];
            var around = MetricRows.Without(filter, dimension);
            var whole = around == filter ? now : snapshot.Measure(scope, new(s_headlineMetrics, [], around));
            return MemberFigure.Make(look with { Filter = around }, dimension, query.Measure, snapshot.Measure(scope, new(metrics, [dimension], around)), whole) with
            {
                Sql = snapshot.MeasureSql(scope, new(metrics, [dimension], around)),
            };
        }
    }

    /// <summary>The series' months: as asked for, else the 24 up to the report month; the other way round when asked for backwards.</summary>
    private static (ReportMonth From, ReportMonth To) Span(Filter asked, ReportMonth first, ReportMonth month)
    {
        var to = asked.To ?? month;
        var from = asked.From ?? (to.Plus(1 - SeriesMonths) > first ? to.Plus(1 - SeriesMonths) : first);
        return from <= to ? (from, to) : (to, from);
    }

    private static string Lead(Look look, MetricTable now) => look.Wording.Phrases.With(
        "Lead",
        look.Wording.Month(look.Month),
        Text(look, now, "hazards_found"),
        Text(look, now, "rectified_in_month"),
        Text(look, now, "open_stock"),
        look.Wording.Count(now.Rows[0].Values[now.IndexOf("overdue_rate")].Numerator ?? 0));

    private static string Text(Look look, MetricTable now, string metric) => look.Wording.Count(now.Rows[0].Values[now.IndexOf(metric)].Value);
}
