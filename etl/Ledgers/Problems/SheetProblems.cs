using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Problems;

/// <summary>What is odd about whole sheets, and the rows that people mean something by hiding or striking through.</summary>
internal sealed class SheetProblems(FileReading reading, ProblemFinding finding)
{
    public void Find()
    {
        foreach (var sheet in finding.Sheets.Where(cells => OwnSheets.ReasonOf(cells.Sheet) is null))
        {
            if (sheet.Sheet.IsHidden) Hidden(sheet);
            else Rows(sheet);
        }

        foreach (var unread in reading.Rows.Where(row => row is { Kind: RowKind.Skipped, Reason: ReasonCodes.NoHeader }).DistinctBy(row => row.SheetNumber))
            finding.Add(ReasonCodes.UnreadSheet, unread.SheetNumber, unread.RowNumber, finding.Sheet(unread.SheetNumber).FirstFilled(unread.RowNumber), waits: false, part: null);
    }

    private void Hidden(SheetCells sheet)
    {
        if (sheet.Sheet.Rows.Count > 0) finding.Add(ReasonCodes.HiddenSheet, sheet.Sheet.Number, null, null, waits: false, part: null);
    }

    private void Rows(SheetCells sheet)
    {
        var hidden = sheet.Sheet.Rows.Where(row => row.Marks.HasFlag(RowMarks.Hidden)).Select(row => row.Number).ToList();
        if (hidden.Count > 0) finding.Add(ReasonCodes.HiddenRows, sheet.Sheet.Number, hidden[0], null, waits: false, part: null, finding.Cures.Rows(hidden));
        foreach (var row in sheet.Sheet.Rows.Where(row => row.Marks.HasFlag(RowMarks.Struck)))
            finding.Add(ReasonCodes.StruckRows, sheet.Sheet.Number, row.Number, sheet.FirstFilled(row.Number), waits: false, part: null);
    }
}
