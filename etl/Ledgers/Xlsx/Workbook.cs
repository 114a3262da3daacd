using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Xlsx;

/// <summary>A worksheet as the workbook lists it.</summary>
internal sealed record WorkbookSheet(string Name, bool IsHidden, string Part);

/// <summary>The workbook part: its worksheets in the order of the tabs, and where the rest lies.</summary>
/// <param name="SharedStrings">Null when the file has none.</param>
/// <param name="Styles">Null when the file has none.</param>
/// <param name="Uses1904">Days are counted from 1904-01-01 (old Mac files) instead of 1899-12-31.</param>
internal sealed record Workbook(IReadOnlyList<WorkbookSheet> Sheets, string? SharedStrings, string? Styles, bool Uses1904)
{
    private static readonly string[] KindsWithoutCells = ["chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"];

    public static Workbook Read(LedgerInput input, OfficePackage package)
    {
        var part = OfficeFormat.MainPart(package)!;
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var relationships = package.RelationshipsOf(part);
        var sheets = new List<WorkbookSheet>();
        var uses1904 = false;
        var listed = 0;
        using var cursor = package.Open(part);
        while (cursor.Read())
        {
            if (!cursor.IsElement) continue;
            if (cursor.Name == "workbookPr") uses1904 = cursor.Attribute("date1904") is "1" or "true";
            if (cursor.Name != "sheet" || cursor.Depth != 2) continue;
            listed++;
            if (listed > input.Limits.Sheets) throw Faults.TooLarge(input, "工作表数", "sheets", input.Limits.Sheets);
            var target = relationships.FirstOrDefault(relationship => relationship.Id == cursor.Attribute("id"));
            if (target is not null && KindsWithoutCells.Contains(target.Kind)) continue;
            sheets.Add(new WorkbookSheet(
                cursor.Attribute("name") ?? $"Sheet{listed}",
                cursor.Attribute("state") is "hidden" or "veryHidden",
                target?.Part ?? $"{folder}worksheets/sheet{listed}.xml"));
        }

        return new Workbook(sheets, Find("sharedStrings"), Find("styles"), uses1904);

        string? Find(string kind)
        {
            var stated = relationships.FirstOrDefault(relationship => relationship.Kind == kind)?.Part ?? $"{folder}{kind}.xml";
            return package.Has(stated) ? stated : null;
        }
    }
}
