using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Web.Submissions;

/// <summary>The months a wall shows, both ends included.</summary>
public sealed record WallRange(ReportMonth From, ReportMonth To)
{
    /// <summary>A year of months is what a person can take in at once.</summary>
    private const int MonthsShown = 12;

    /// <summary>A wall of more months is nobody's wish and somebody's typing error.</summary>
    private const int MostMonths = 60;

    /// <summary>What the address asks for; open ends are the last twelve months of what there is.</summary>
    public static WallRange Of(Filter filter, ReportMonth first, ReportMonth last)
    {
        var to = filter.To ?? filter.From?.Plus(MonthsShown - 1) ?? last;
        var from = filter.From ?? Later(to.Plus(1 - MonthsShown), first);
        if (from > to) (from, to) = (to, from);
        return new(Later(from, to.Plus(1 - MostMonths)), to);
    }

    public WallRange Before => new(From.Plus(-MonthsShown), From.Plus(-1));

    public WallRange After => new(To.Plus(1), To.Plus(MonthsShown));

    private static ReportMonth Later(ReportMonth one, ReportMonth other) => one > other ? one : other;
}
