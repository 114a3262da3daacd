using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>Sheets we write into people's files ourselves; they are no ledger, whatever they say.</summary>
internal static class OwnSheets
{
    /// <summary>The first sheet of a file handed back, and the heading of a Word file's first page.</summary>
    public const string NoteName = "退回说明";

    /// <summary>Begins the first cell, or the page's first line: a name alone could be anybody's.</summary>
    public const string NoteMark = "退回说明（系统生成，报送时不必删除，不会当作台账）";

    /// <summary>The line under which a Word file's own words begin again.</summary>
    public const string NoteEnd = "退回说明到此结束，以下为原台账";

    /// <summary>The hidden sheet of a template's drop-down lists.</summary>
    public const string ListName = "下拉选项";

    public const string ListMark = "下拉选项（模板用，请勿改动）";

    /// <summary>The reason to skip every row of the sheet; null for a sheet of the sender's.</summary>
    public static string? ReasonOf(LandedSheet sheet)
    {
        if (IsOurs(sheet, NoteName, NoteMark)) return ReasonCodes.HandBackNote;
        return IsOurs(sheet, ListName, ListMark) ? ReasonCodes.TemplateLists : null;
    }

    private static bool IsOurs(LandedSheet sheet, string name, string mark) =>
        sheet.Name.StartsWith(name, StringComparison.Ordinal) && sheet.Rows is [{ Cells: [var first, ..] }, ..] && CellText.Squeeze(first).StartsWith(CellText.Squeeze(mark), StringComparison.Ordinal);
}
