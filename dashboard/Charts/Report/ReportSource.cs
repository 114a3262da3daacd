using System.Globalization;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Report;

/// <summary>Everything a report says, asked of one snapshot once.</summary>
internal sealed class ReportSource : FigureSource
{
    private const int WallMonths = 12;

    public ReportSource(Snapshot snapshot, Recipient recipient, ReportMonth month, CultureInfo culture)
        : base(snapshot, recipient.Scope, Filter.None with { Community = recipient.Scope.Community, Department = recipient.Scope.Department }, month, culture)
    {
        Recipient = recipient;
        var first = snapshot.Info.FirstMonth!.Value;
        Submissions = snapshot.Submissions(Scope, month);
        Wall = snapshot.Wall(Scope, month.Plus(1 - WallMonths) > first ? month.Plus(1 - WallMonths) : first < month ? first : month, month);
        Overdue = snapshot.MonthHazards(Scope, Look.Filter, month, HazardSet.Overdue);
        Major = snapshot.MonthHazards(Scope, Look.Filter with { Level = LevelMember.Major }, month, HazardSet.Open);
        Visits = snapshot.Visits(Scope, month);
        NextPeriods = [.. snapshot.HighRiskPeriods(month.LastDay.AddDays(1), month.LastDay.AddDays(DaysAhead))];
    }

    /// <summary>Days after the month's end in which a period must begin or last to be spoken of.</summary>
    public const int DaysAhead = 62;

    public Recipient Recipient { get; }

    public SubmissionMonth Submissions { get; }

    public SubmissionWall Wall { get; }

    public IReadOnlyList<MonthHazard> Overdue { get; }

    public IReadOnlyList<MonthHazard> Major { get; }

    public IReadOnlyList<VisitCount> Visits { get; }

    public IReadOnlyList<HighRiskPeriod> NextPeriods { get; }
}
