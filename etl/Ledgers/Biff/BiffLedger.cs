namespace SafetyAnalytics.Ledgers.Biff;

/// <summary>An old workbook's worksheets (.xls, .et: BIFF8 and BIFF5) in the order of its tabs; sheets of charts and macros are left out. Macros lie in streams nobody opens.</summary>
internal static class BiffLedger
{
    public static IEnumerable<LedgerSheet> Read(LedgerInput input)
    {
        var records = new BiffRecords(input, OldOfficeFormat.Records(input));
        var budget = new TextBudget(input);
        var workbook = BiffWorkbook.Read(input, records, budget);
        if (workbook.Sheets.Count == 0) throw Faults.NoTable(input);

        var number = 0;
        foreach (var place in workbook.Sheets)
        {
            var merges = new List<CellMerge>();
            yield return new LedgerSheet
            {
                Number = ++number,
                Name = place.Name,
                IsHidden = place.IsHidden,
                Rows = new RowStream(input, place.Name, Rows(input, place, workbook, records, budget, merges)),
                Merges = merges,
            };
        }
    }

    private static IEnumerable<LedgerRow> Rows(LedgerInput input, BiffSheetPlace place, BiffWorkbook workbook, BiffRecords records, TextBudget budget, List<CellMerge> merges)
    {
        foreach (var row in new BiffSheet(input, place.Name, workbook, records, budget, merges).Rows(place.Position)) yield return row;
    }
}
