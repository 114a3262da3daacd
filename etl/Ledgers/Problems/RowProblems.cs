using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Problems;

/// <summary>What is wrong in rows, at the cell where it was seen.</summary>
internal sealed class RowProblems(FileReading reading, ProblemFinding finding)
{
    private readonly ILookup<(int Sheet, int Row), ItemReading> _items = reading.Items.ToLookup(item => (item.SheetNumber, item.RowNumber));

    public void Find()
    {
        foreach (var row in reading.Rows)
        {
            if (row.Issues.Count > 0 || row.Places.Count > 0 || row.Kind == RowKind.Waiting) Find(row);
        }
    }

    private void Find(RowReading row)
    {
        var part = finding.Part(row.PartNumber);
        var reason = row.Kind == RowKind.Waiting && part?.Reasons.Contains(row.Reason!) is not true ? row.Reason : null;
        var codes = row.Issues.Concat(row.Places.Select(place => place.Code)).Where(code => code != ReasonCodes.Decided).Distinct(StringComparer.Ordinal).ToList();
        if (reason is not null && !codes.Contains(reason)) codes.Add(reason);
        foreach (var code in codes)
        {
            foreach (var (column, meaning) in Cells(row, code)) finding.Add(code, row.SheetNumber, row.RowNumber, column, code == reason, part, Detail(row, code, column), meaning);
        }
    }

    private IEnumerable<(int? Column, LedgerColumn? Meaning)> Cells(RowReading row, string code)
    {
        var cells = finding.Sheet(row.SheetNumber);
        if (code == ReasonCodes.FormulaError && Errors(cells, row.RowNumber) is { Count: > 0 } errors) return errors.Select(at => ((int?)at, MeaningOf(row, at)));
        var places = row.Places.Where(place => place.Code == code && place.Column is not null).Select(place => (place.Column, place.Meaning)).ToList();
        if (places.Count > 0) return places;
        return [(code == ReasonCodes.FormulaError ? null : cells.FirstFilled(row.RowNumber), null)];
    }

    private LedgerColumn? MeaningOf(RowReading row, int column)
    {
        foreach (var (meaning, at) in finding.Part(row.PartNumber)?.Header?.Columns ?? new Dictionary<LedgerColumn, int>())
            if (at == column) return meaning;
        return null;
    }

    private static List<int> Errors(SheetCells cells, int row) =>
        [.. (cells.Row(row)?.Cells ?? []).Select((text, column) => (text, column)).Where(cell => CellText.IsFormulaError(cell.text)).Select(cell => cell.column)];

    private string Detail(RowReading row, string code, int? column) => code switch
    {
        ReasonCodes.DateUnreadable or ReasonCodes.DueUnreadable when column is { } at => finding.Cures.Impossible(ShownText(row, at)),
        ReasonCodes.DatesReversed => Days(row),
        _ => "",
    };

    private string ShownText(RowReading row, int column)
    {
        var cells = finding.Sheet(row.SheetNumber);
        var (shownRow, shownColumn) = cells.Shown(row.RowNumber, column);
        return cells.Text(shownRow, shownColumn);
    }

    private string Days(RowReading row)
    {
        var item = _items[(row.SheetNumber, row.RowNumber)].FirstOrDefault(one => one.Issues.Contains(ReasonCodes.DatesReversed));
        return item is null ? "" : finding.Cures.Days(item.FoundOn, item.Due.On, item.RectifiedOn, item.VerifiedOn);
    }
}
