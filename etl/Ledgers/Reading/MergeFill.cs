namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>Carries the text of vertically merged cells down their region while the rows go by, top to bottom.</summary>
internal sealed class MergeFill
{
    private readonly CellMerge[] _coming;
    private readonly Dictionary<int, (int FirstRow, int LastRow, string Text)> _open = [];
    private readonly Dictionary<int, int> _wide = [];
    private int _next;

    public MergeFill(IEnumerable<CellMerge> merges)
    {
        var sorted = merges.OrderBy(merge => merge.FirstRow).ThenBy(merge => merge.FirstColumn).ToArray();
        _coming = [.. sorted.Where(merge => merge.LastRow > merge.FirstRow)];
        foreach (var merge in sorted)
            if (merge.LastColumn > merge.FirstColumn) _wide[merge.FirstRow] = Math.Max(_wide.GetValueOrDefault(merge.FirstRow), merge.LastColumn - merge.FirstColumn + 1);
    }

    /// <summary>Goes on to a row. Merges that begin in it take the text their first cell holds.</summary>
    public void MoveTo(LedgerRow row)
    {
        for (; _next < _coming.Length && _coming[_next].FirstRow <= row.Number; _next++)
        {
            var merge = _coming[_next];
            var text = merge.FirstRow == row.Number && merge.FirstColumn < row.Cells.Length ? row.Cells[merge.FirstColumn] : "";
            _open[merge.FirstColumn] = (merge.FirstRow, merge.LastRow, text);
        }
    }

    /// <summary>The text a blank cell takes from the region it lies in; null outside regions and in their first row.</summary>
    /// <param name="since">Regions that begin above this row (in a title or header) give nothing.</param>
    public string? TextAt(int row, int column, int since) =>
        _open.TryGetValue(column, out var merge) && merge.FirstRow >= since && row > merge.FirstRow && row <= merge.LastRow ? merge.Text : null;

    /// <summary>How many columns the widest region that begins in this row covers; 1 when there is none.</summary>
    public int WidthAt(int row) => _wide.GetValueOrDefault(row, 1);
}
