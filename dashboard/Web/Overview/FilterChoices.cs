using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Web.Overview;

/// <summary>What can be chosen: the snapshot's months, newest first, and the members that ever had a hazard.</summary>
public sealed record FilterChoices(IReadOnlyList<ReportMonth> Months, IReadOnlyList<string> Communities, IReadOnlyList<string> Sectors, IReadOnlyList<string> Departments)
{
    public static FilterChoices Of(Snapshot snapshot, CallerScope scope) => new(
        snapshot.Info is { FirstMonth: { } first, LastMonth: { } last } ? [.. first.Through(last).Reverse()] : [],
        snapshot.Members(scope, Dimension.Community),
        snapshot.Members(scope, Dimension.Sector),
        snapshot.Members(scope, Dimension.Department));
}
