using System.Globalization;
using SafetyAnalytics.Bench.Measuring;
using SafetyAnalytics.Charts.Overview;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Bench.Works;

/// <summary>
/// The overview's questions on the snapshot that the river left. Its laps: the first view (opening included), a view never asked before on an open
/// snapshot (the slowest of the last twelve months and of each sector), the same view again, and a page of hazards.
/// </summary>
internal static class OverviewQuestions
{
    public const string First = "first view";
    public const string Fresh = "slowest new view";
    public const string Again = "same view again";
    public const string Rows = "page of hazards";

    public static void Ask(BenchFolder folder, string set, LapClock clock)
    {
        using var published = new PublishedDirectory(folder.Data(set).Published);
        clock.Start();
        clock.Report(First);
        using var lease = published.Borrow();
        View(lease.Snapshot, Filter.None);
        clock.Report("");
        var slowest = NewViews(lease.Snapshot).MaxBy(filter => Seconds(() => View(lease.Snapshot, filter)))!;

        // Asked anew of a snapshot that remembers nothing but its first view.
        using var again = new PublishedDirectory(folder.Data(set).Published);
        using var other = again.Borrow();
        View(other.Snapshot, Filter.None);
        clock.Report(Fresh);
        View(other.Snapshot, slowest);
        clock.Report(Again);
        View(other.Snapshot, slowest);
        clock.Report(Rows);
        other.Snapshot.Hazards(CallerScope.Everything, new HazardQuery(new HazardSelection(Filter.None, HazardSet.Open), HazardSort.DaysOpen, Descending: true, Page: 1, PageSize: 50));
        clock.Report("");
    }

    private static void View(Snapshot snapshot, Filter filter)
    {
        var answer = OverviewReading.Read(snapshot, CallerScope.Everything, new OverviewQuery(filter, Measure.Found, CultureInfo.GetCultureInfo("zh-CN")));
        if (answer is null) throw new InvalidOperationException("The snapshot has no month.");
    }

    private static IEnumerable<Filter> NewViews(Snapshot snapshot) =>
    [
        .. Enumerable.Range(1, 12).Select(months => Filter.None with { Month = snapshot.Info.LastMonth!.Value.Plus(-months) }),
        .. snapshot.Members(CallerScope.Everything, Dimension.Sector).Select(sector => Filter.None with { Sector = sector }),
    ];

    private static double Seconds(Action action)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalSeconds;
    }
}
