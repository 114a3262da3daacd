using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Problems;

/// <summary>Why a whole ledger waits, and what is odd about its header.</summary>
internal sealed class PartProblems(FileReading reading, ProblemFinding finding)
{
    private static readonly string[] AboutMonth = [ReasonCodes.NoMonth, ReasonCodes.MonthConflict];
    private static readonly string[] AboutSender = [ReasonCodes.NoSender, ReasonCodes.SenderConflict, ReasonCodes.UnknownSender];

    public void Find()
    {
        foreach (var part in reading.Parts)
        {
            foreach (var reason in part.Reasons) Waiting(part, reason);
            if (part.Header is { } header) Header(part, header);
        }
    }

    private void Waiting(PartReading part, string reason)
    {
        var cells = finding.Sheet(part.SheetNumber);
        var isAboutWords = AboutMonth.Contains(reason) || AboutSender.Contains(reason);
        var (row, column) = isAboutWords ? Title(part, cells, AboutSender.Contains(reason)) : HeaderCell(part, cells);
        finding.Add(reason, part.SheetNumber, row, column, waits: true, part, Detail(part, reason), readings: isAboutWords ? part.Readings : []);
    }

    private string Detail(PartReading part, string reason) => reason switch
    {
        ReasonCodes.MissingColumn => finding.Cures.Missing(new[] { LedgerColumn.UnitName, LedgerColumn.Hazard }.Where(column => !part.Header!.Columns.ContainsKey(column))),
        ReasonCodes.MonthConflict => finding.Cures.Readings([.. part.Readings.Where(line => !line.StartsWith("单位", StringComparison.Ordinal))]),
        ReasonCodes.SenderConflict or ReasonCodes.UnknownSender => finding.Cures.Readings([.. part.Readings.Where(line => line.StartsWith("单位", StringComparison.Ordinal))]),
        _ => "",
    };

    /// <summary>The cell of the title that speaks of it, else the title, else the header.</summary>
    private (int? Row, int? Column) Title(PartReading part, SheetCells cells, bool isSender)
    {
        var end = part.Header?.FirstRow ?? int.MaxValue;
        var begin = reading.Parts.Where(other => other.SheetNumber == part.SheetNumber && other.Number < part.Number && other.Header is not null).Select(other => other.Header!.LastRow).DefaultIfEmpty(0).Max();
        var titles = reading.Rows.Where(row => row.SheetNumber == part.SheetNumber && row.RowNumber > begin && row.RowNumber < end && row.Reason is ReasonCodes.Title or ReasonCodes.ZeroReport)
            .SelectMany(row => Filled(cells, row.RowNumber)).ToList();
        if (titles.Find(cell => Speaks(cells.Text(cell.Row, cell.Column), isSender)) is { Row: > 0 } speaking) return (speaking.Row, speaking.Column);
        return titles.Count > 0 ? (titles[0].Row, titles[0].Column) : HeaderCell(part, cells);
    }

    private static bool Speaks(string text, bool isSender)
    {
        var line = TitleLines.Of(text);
        return isSender ? line.Contains("单位", StringComparison.Ordinal) || TitleLines.Sender(line) is not null : MonthWords.Read(line).Count > 0;
    }

    private static IEnumerable<(int Row, int Column)> Filled(SheetCells cells, int row) =>
        (cells.Row(row)?.Cells ?? []).Select((text, column) => (text, column)).Where(cell => CellText.Squeeze(cell.text).Length > 0).Select(cell => (row, cell.column));

    private static (int? Row, int? Column) HeaderCell(PartReading part, SheetCells cells)
    {
        var row = part.Header?.LastRow ?? cells.Sheet.Rows.FirstOrDefault(any => cells.FirstFilled(any.Number) is not null)?.Number;
        return (row, row is { } number ? cells.FirstFilled(number) : null);
    }

    private void Header(PartReading part, HeaderReading header)
    {
        foreach (var column in header.Unknown) finding.Add(ReasonCodes.UnknownColumn, part.SheetNumber, header.LastRow, column, waits: false, part);
        foreach (var column in header.Repeated) finding.Add(ReasonCodes.DuplicateColumn, part.SheetNumber, header.LastRow, column, waits: false, part);
        var missing = ColumnNames.Plan.Where(column => column is not (LedgerColumn.Sequence or LedgerColumn.Remark) && !header.Columns.ContainsKey(column)).ToList();
        if (missing.Count == 0 || part.Reasons.Contains(ReasonCodes.MissingColumn)) return;
        var (row, cell) = HeaderCell(part, finding.Sheet(part.SheetNumber));
        finding.Add(ReasonCodes.MissingColumn, part.SheetNumber, row, cell, waits: false, part, finding.Cures.Missing(missing));
    }
}
