using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Report.Tables;

/// <summary>Hazards one by one, with the row of the ledger that first showed each. No person stands in them.</summary>
internal static class HazardTables
{
    // What a meeting reads; the workbook has all.
    private const int MostInDocument = 40;

    public static ReportTable Overdue(ReportSource source) => List(source, "overdue", source.Overdue);

    public static ReportTable Major(ReportSource source) => List(source, "major", source.Major);

    private static ReportTable List(ReportSource source, string key, IReadOnlyList<MonthHazard> hazards)
    {
        var words = source.Words;
        return new(key, words["Table_" + key],
            [
                new(words["Column_unit"], 7), new(words["Column_address"], 9, IsInDocument: false), new(words["Column_hazard"], 10), new(words["Column_measures"], 12, IsInDocument: false),
                new(words["Column_Department"], 4), new(words["Column_Community"], 5, IsInDocument: false), new(words["Column_Sector"], 5, IsInDocument: false), new(words["Column_Category"], 5, IsInDocument: false), new(words["Column_Level"], 4, IsInDocument: false),
                new(words["Column_found"], 5, IsInDocument: false), new(words["Column_due"], 5), new(words["Column_days_overdue"], 3.4), new(words["Column_file"], 12, IsInDocument: false), new(words["Column_sheet"], 5, IsInDocument: false), new(words["Column_row"], 3, IsInDocument: false),
            ],
            [.. hazards.Select(hazard => Row(source, hazard))],
            words["Definition_" + key],
            MostInDocument);
    }

    private static IReadOnlyList<ReportCell> Row(ReportSource source, MonthHazard hazard) =>
    [
        ReportCell.Of(hazard.UnitName), ReportCell.Of(hazard.UnitAddress), ReportCell.Of(hazard.HazardText), ReportCell.Of(hazard.MeasuresText),
        ReportCell.Of(source.Wording.Member(hazard.Department)), ReportCell.Of(source.Wording.Member(hazard.Community)), ReportCell.Of(source.Wording.Member(hazard.Sector)), ReportCell.Of(source.Wording.Member(hazard.Category)), ReportCell.Of(source.Wording.Member(hazard.Level)),
        Day(source, hazard.FoundOn, hazard.FoundMonth is { } month ? source.Wording.Month(month) : null), Day(source, hazard.DueOn, hazard.DueText),
        new(CellKind.Days, (double?)hazard.DaysOverdue, source.Wording.Count(hazard.DaysOverdue)), ReportCell.Of(hazard.FirstFile), ReportCell.Of(hazard.FirstSheet), new(CellKind.Count, (double?)hazard.FirstRow, source.Wording.Count(hazard.FirstRow)),
    ];

    /// <summary>The day, or the words that stand for one.</summary>
    private static ReportCell Day(ReportSource source, DateOnly? day, string? otherwise) => day is { } known ? new(CellKind.Day, known, source.Wording.ShortDay(known)) : ReportCell.Of(otherwise ?? source.Wording.Phrases["Dash"]);
}
