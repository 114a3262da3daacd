namespace SafetyAnalytics.Charts.Report.Office;

/// <summary>The sheet 口径与筛选: what holds for all sheets, then each sheet's own definition, then each metric's.</summary>
internal static class DefinitionSheet
{
    public static ReportTable Of(MonthlyReport report, Phrases words, IReadOnlyList<(ReportTable Table, string Name)> sheets)
    {
        var own = new Phrases(ReportWords.Resources, report.Culture);
        var wording = new Wording(report.Culture);
        List<IReadOnlyList<ReportCell>> rows =
        [
            Row(own["SheetTitle"], report.Title + report.Subtitle),
            Row(own["SheetMonth"], wording.Month(report.Month)),
            Row(own["SheetRecipient"], report.Recipient ?? own["SheetWhole"]),
            Row(own["SheetFilters"], report.Notes.Filters),
            Row(own["SheetAsOf"], report.Notes.AsOf),
            Row(own["SheetCount"], report.Notes.Count),
            Row(own["SheetSnapshot"], report.Notes.Snapshot),
        ];
        rows.AddRange(sheets.Select(sheet => Row(own.With("SheetOf", sheet.Name), sheet.Table.Definition, sheet.Table.Rows.Count, report.Figures.FirstOrDefault(figure => figure.Key == sheet.Table.Key)?.Notes)));
        rows.AddRange(report.Definitions.Select(definition => Row(own.With("MetricOf", definition.Label), definition.Meaning)));
        return new("definitions", words["SheetDefinitions"], [new(own["SheetSource"], 14), new(own["SheetDefinition"], 40), new(own["SheetRows"], 5), new(own["SheetCount"], 6), new(own["SheetUndeterminable"], 10)], rows, "");
    }

    private static IReadOnlyList<ReportCell> Row(string what, string meaning, int? rows = null, FigureNotes? notes = null) =>
        [ReportCell.Of(what), ReportCell.Of(meaning), new(CellKind.Count, (double?)rows, ""), ReportCell.Of(notes?.Count), ReportCell.Of(notes?.Undeterminable)];
}
