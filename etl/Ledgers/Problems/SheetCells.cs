using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Problems;

/// <summary>A table's cells by place.</summary>
internal sealed class SheetCells
{
    private readonly Dictionary<int, LedgerRow> _rows;
    private readonly ILookup<int, CellMerge> _merges;

    public SheetCells(LandedSheet sheet)
    {
        Sheet = sheet;
        _rows = sheet.Rows.ToDictionary(row => row.Number);
        _merges = sheet.Merges.SelectMany(merge => Enumerable.Range(merge.FirstColumn, Math.Min(merge.LastColumn - merge.FirstColumn + 1, 256)).Select(column => (column, merge))).ToLookup(pair => pair.column, pair => pair.merge);
    }

    public LandedSheet Sheet { get; }

    /// <summary>Null when the table has no such row.</summary>
    public LedgerRow? Row(int number) => _rows.GetValueOrDefault(number);

    /// <summary>Empty when the cell is.</summary>
    public string Text(int row, int column) => Row(row) is { } found && column < found.Cells.Length ? found.Cells[column] : "";

    /// <summary>The first filled cell of the row; null when it has none.</summary>
    public int? FirstFilled(int row)
    {
        var at = Array.FindIndex(Row(row)?.Cells ?? [], cell => CellText.Squeeze(cell).Length > 0);
        return at < 0 ? null : at;
    }

    /// <summary>A blank cell of a merged region is shown, and marked, in the region's first cell.</summary>
    public (int Row, int Column) Shown(int row, int column)
    {
        if (Text(row, column).Length > 0) return (row, column);
        var region = _merges[column].FirstOrDefault(merge => row >= merge.FirstRow && row <= merge.LastRow);
        return region is null ? (row, column) : (region.FirstRow, region.FirstColumn);
    }

    /// <summary>The column's name as the ledger writes it; null where the header has no words over it.</summary>
    public string? Header(HeaderReading header, int column)
    {
        for (var row = header.LastRow; row >= header.FirstRow; row--)
        {
            var (shownRow, shownColumn) = Shown(row, column);
            if (shownRow >= header.FirstRow && CellText.Squeeze(Text(shownRow, shownColumn)) is { Length: > 0 } name) return name;
        }

        return null;
    }
}
