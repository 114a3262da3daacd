namespace SafetyAnalytics.Ledgers.Docx;

/// <summary>The merged regions of a table, which Word tells only cell by cell: a region goes on while the row below has a continuing cell in the same grid column.</summary>
internal sealed class MergedRegions(List<CellMerge> merges)
{
    /// <summary>By first column: regions that the next row may continue.</summary>
    private readonly Dictionary<int, CellMerge> open = [];

    /// <summary>Takes the cell; true when it lies under a region begun in an earlier row, and so has no text of its own.</summary>
    public bool Covers(int row, TableCell cell)
    {
        if (cell.Vertical == Merging.Continues && open.TryGetValue(cell.Column, out var region) && region.LastRow == row - 1)
        {
            open[cell.Column] = region with { LastRow = row };
            return true;
        }

        Close(cell.Column);
        var own = new CellMerge(row, row, cell.Column, cell.Column + cell.Span - 1);
        if (cell.Vertical != Merging.None) open[cell.Column] = own;
        else Keep(own);
        return false;
    }

    /// <summary>Regions the row did not continue end above it.</summary>
    public void EndRow(int row)
    {
        foreach (var (column, region) in open.ToList())
        {
            if (region.LastRow < row) Close(column);
        }
    }

    /// <summary>The table ends.</summary>
    public void Close()
    {
        foreach (var column in open.Keys.Order().ToList()) Close(column);
    }

    private void Close(int column)
    {
        if (open.Remove(column, out var region)) Keep(region);
    }

    private void Keep(CellMerge region)
    {
        if (region.FirstRow != region.LastRow || region.FirstColumn != region.LastColumn) merges.Add(region);
    }
}
