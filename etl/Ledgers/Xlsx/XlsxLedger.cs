using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Xlsx;

/// <summary>A workbook's worksheets in the order of its tabs; sheets of a chart only are left out. Macros are never run: nothing here looks at them.</summary>
internal static class XlsxLedger
{
    public static IEnumerable<LedgerSheet> Read(LedgerInput input)
    {
        using var package = OfficePackage.Open(input);
        var workbook = Workbook.Read(input, package);
        if (workbook.Sheets.Count == 0) throw Faults.NoTable(input);

        var strings = SharedStrings.Read(input, package, workbook.SharedStrings);
        var styles = Styles.Read(input, package, workbook.Styles);
        var number = 0;
        foreach (var sheet in workbook.Sheets)
        {
            var merges = new List<CellMerge>();
            yield return new LedgerSheet
            {
                Number = ++number,
                Name = sheet.Name,
                IsHidden = sheet.IsHidden,
                Rows = new RowStream(input, sheet.Name, Rows(input, package, workbook, sheet, strings, styles, merges)),
                Merges = merges,
            };
        }
    }

    private static IEnumerable<LedgerRow> Rows(LedgerInput input, OfficePackage package, Workbook workbook, WorkbookSheet sheet, SharedStrings strings, Styles styles, List<CellMerge> merges)
    {
        var pictures = PictureRows.Of(package, sheet.Part);
        using var cursor = package.Open(sheet.Part, sheet.Name);
        var stored = new SheetRows(input, sheet.Name, cursor, strings, styles, workbook.Uses1904, merges);
        foreach (var row in RowOrder.Of(input, sheet.Name, stored.Read(), pictures)) yield return row;
    }
}
