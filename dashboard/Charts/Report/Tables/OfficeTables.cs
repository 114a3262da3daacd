using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Report.Tables;

/// <summary>What the office asks beside the hazards: who reported, what each did, which periods come, what changed.</summary>
internal static class OfficeTables
{
    public static ReportTable Reporting(ReportSource source)
    {
        var words = source.Words;
        var rows = source.Wall.Lines.Select(line => (line.Submitter, Cell: line.Cells.FirstOrDefault(cell => cell.Month == source.Month))).Where(row => row.Cell is not null)
            .OrderBy(row => row.Cell!.State).Select(row => (IReadOnlyList<ReportCell>)
            [
                ReportCell.Of(row.Submitter), ReportCell.Of(source.Wording.Phrases["Wall_" + row.Cell!.State]), Count(source, row.Cell.Version), Count(source, row.Cell.RowsLoaded), Count(source, row.Cell.RowsWaiting),
            ]);
        return new("reporting", words["Table_reporting"], [new(words["Column_sender"], 8), new(words["Column_state"], 5), new(words["Column_version"], 4), new(words["Column_rows_loaded"], 5), new(words["Column_rows_waiting"], 5)], [.. rows], words["Definition_reporting"]);
    }

    /// <summary>The classic regional table: a sender's visits beside the hazards of the community or department it is.</summary>
    public static ReportTable Regional(ReportSource source, MetricTable communities, MetricTable departments)
    {
        var words = source.Words;
        var major = source.Look.Filter with { Level = LevelMember.Major };
        var majors = new[] { source.By(major, Dimension.Community), source.By(major, Dimension.Department) };
        var names = communities.Rows.Concat(departments.Rows).Select(row => row.Members[0]).Where(name => !UnknownMember.Is(name))
            .Concat(source.Visits.Select(visit => visit.Submitter).OfType<string>()).Distinct(StringComparer.Ordinal)
            .Where(name => source.Recipient.Name is null || name == source.Recipient.Name);
        var rows = names.Select(name => Row(name, source.Visits.FirstOrDefault(visit => visit.Submitter == name), Find(name, communities, departments), Find(name, majors))).ToList();
        rows.Add(Row(words["Total"], source.Visits.FirstOrDefault(visit => visit.Submitter is null), source.Now.Rows[0], source.By(major).Rows[0]));
        return new("regional", words["Table_regional"],
            [
                new(words["Column_sender"], 7.5), new(words["Column_units"], 4), new(words["Column_visits"], 4), new(words["Column_found_count"], 4), new(words["Column_rectified_count"], 4),
                new(source.Has(Rate) ? source.Wording.Label(source.Metric(Rate)) : Rate, 5), new(words["Column_major_count"], 4),
            ],
            rows, words["Definition_regional"]);

        IReadOnlyList<ReportCell> Row(string name, VisitCount? visits, MetricRow? metrics, MetricRow? majorMetrics) =>
        [
            ReportCell.Of(name), Count(source, visits?.Units), Count(source, visits?.Visits), Metric(metrics, "hazards_found"), Metric(metrics, "rectified_in_month"), Metric(metrics, Rate), Metric(majorMetrics, "hazards_found"),
        ];

        ReportCell Metric(MetricRow? row, string metric) => !source.Has(metric) ? ReportCell.Of(source.Wording.Phrases["Dash"]) : MetricTables.Cell(source, source.Metric(metric), row is null ? Nothing(metric) : row.Values[source.Now.IndexOf(metric)]);

        MetricValue Nothing(string metric) => new(source.Metric(metric).Unit is MetricUnit.Count ? 0 : null, null, null, null);
    }

    public static ReportTable Periods(ReportSource source)
    {
        var words = source.Words;
        return new("periods", words["Table_periods"], [new(words["Column_period"], 9), new(words["Column_kind"], 6), new(words["Column_starts"], 6), new(words["Column_ends"], 6), new(words["Column_days_left"], 5)],
            [
                .. source.NextPeriods.Select(period => (IReadOnlyList<ReportCell>)
                [
                    ReportCell.Of(period.Period), ReportCell.Of(period.Kind), Day(source, period.StartsOn), Day(source, period.EndsOn),
                    new(CellKind.Days, (double)Math.Max(0, period.StartsOn.DayNumber - source.Month.LastDay.DayNumber), source.Wording.Count(Math.Max(0, period.StartsOn.DayNumber - source.Month.LastDay.DayNumber))),
                ]),
            ],
            words["Definition_periods"]);
    }

    public static ReportTable Requirements(ReportSource source)
    {
        var words = source.Words;
        var states = source.Standing.Requirements.SelectMany(row => row.States).Select(state => state.State).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return new("requirements", words["Table_requirements"],
            [new(words["Column_Department"], 8), new(words["Column_requirements"], 4), .. states.Select(state => new ReportColumn(words.Find("State_" + state) ?? state, 4.5))],
            [.. source.Standing.Requirements.Select(row => (IReadOnlyList<ReportCell>)[ReportCell.Of(row.Department), Count(source, row.Requirements), .. states.Select(state => Count(source, row.States.FirstOrDefault(one => one.State == state).Count))])],
            words["Definition_requirements"]);
    }

    public static ReportTable Restatements(ReportSource source)
    {
        var words = source.Words;
        return new("restatements", words["Table_restatements"],
            [new(words["Column_metric"], 7), new(words["Column_member"], 6), new(words["Column_was"], 5), new(words["Column_is"], 5), new(words["Column_cause"], 10)],
            [.. source.Standing.Restatements.Select(row => (IReadOnlyList<ReportCell>)[Name(row.Metric), ReportCell.Of(row.Dimension == "all" ? words["Total"] : row.Member), Number(row.Metric, row.Before), Number(row.Metric, row.Now), ReportCell.Of(string.Join(source.Wording.Phrases["ListComma"], row.Causes))])],
            words["Definition_restatements"], MostRows: 60);

        ReportCell Name(string metric) => ReportCell.Of(source.Has(metric) ? source.Wording.Label(source.Metric(metric)) : metric);

        ReportCell Number(string metric, double? value)
        {
            var unit = source.Has(metric) ? source.Metric(metric).Unit : MetricUnit.Count;
            return new(unit switch { MetricUnit.Percent => CellKind.Share, MetricUnit.Days => CellKind.Days, _ => CellKind.Count }, value, source.Wording.Value(unit, value));
        }
    }

    private const string Rate = "cohort_rectification_rate";

    private static MetricRow? Find(string name, params MetricTable[] tables) => tables.SelectMany(table => table.Rows).FirstOrDefault(row => row.Members[0] == name);

    private static ReportCell Count(ReportSource source, double? count) => new(CellKind.Count, count, source.Wording.Count(count));

    private static ReportCell Day(ReportSource source, DateOnly day) => new(CellKind.Day, day, source.Wording.ShortDay(day));
}
