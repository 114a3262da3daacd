using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>Recognises a header by its names: one row, or up to three with merged parents (整改责任 over 责任单位 and 责任人).</summary>
internal sealed class HeaderFinder(HeaderNames names, IReadOnlyList<LedgerRow> rows, IReadOnlyList<CellMerge> merges)
{
    private const int MostRows = 3;

    /// <summary>Of the eleven columns, so many make a header whatever else the row holds.</summary>
    private const int EnoughColumns = 6;

    /// <summary>With fewer, this share of the filled cells must be column names.</summary>
    private const double EnoughShare = 0.6;

    private readonly Dictionary<string, LedgerColumn?> _known = new(StringComparer.Ordinal);
    private readonly ILookup<int, CellMerge> _merges = merges.ToLookup(merge => merge.FirstRow);

    /// <summary>The header that begins with the row at <paramref name="index"/>; null when none does.</summary>
    public LedgerHeader? At(int index)
    {
        if (!rows[index].Cells.Any(cell => cell.Length is > 0 and <= 40)) return null;
        LedgerHeader? best = null;
        for (var height = 1; height <= MostRows && index + height <= rows.Count; height++)
        {
            if (height > 1 && !Extends(index, height)) break;
            if (Read(index, height) is { } header && (best is null || header.Positions.Count >= best.Positions.Count)) best = header;
        }

        return best is null || (best.Height > 1 && !FirstRowCounts(index, best.Height)) ? null : best;
    }

    /// <summary>Cheap first look: does one of the row's first filled cells name a column?</summary>
    public bool MayBegin(LedgerRow row)
    {
        var looked = 0;
        foreach (var cell in row.Cells)
        {
            if (cell.Length == 0) continue;
            if (Find(cell) is not null) return true;
            if (++looked == 4) return false;
        }

        return false;
    }

    private LedgerHeader? Read(int index, int height)
    {
        var width = Enumerable.Range(index, height).Max(i => rows[i].Cells.Length);
        var positions = new Dictionary<LedgerColumn, int>();
        var (filled, unknown, repeated) = (0, new List<int>(), new List<int>());
        int? second = null;
        for (var column = 0; column < width; column++)
        {
            var path = Path(index, height, column);
            if (path.Count == 0) continue;
            filled++;
            if (FindPath(path) is not { } name) unknown.Add(column);
            else if (positions.TryAdd(name, column)) continue;
            else if (name == LedgerColumn.Measures && second is null) second = column;
            else repeated.Add(column);
        }

        return IsHeader(positions, filled, filled - unknown.Count) ? new LedgerHeader(positions, height, width, unknown, repeated, second) : null;
    }

    private static bool IsHeader(Dictionary<LedgerColumn, int> positions, int filled, int named)
    {
        if (positions.Count == 0) return false;
        var isDense = named >= EnoughShare * filled;
        var (unit, hazard) = (positions.ContainsKey(LedgerColumn.UnitName), positions.ContainsKey(LedgerColumn.Hazard));
        if (unit && hazard) return positions.Count >= EnoughColumns || isDense;
        var speaksOfHazards = hazard || positions.ContainsKey(LedgerColumn.Measures) || positions.ContainsKey(LedgerColumn.Deadline);
        return positions.Count >= EnoughColumns || (isDense && positions.Count >= 4 && speaksOfHazards);
    }

    /// <summary>The last row of the block names columns below the rows above it; a row of data does not.</summary>
    private bool Extends(int index, int height)
    {
        var row = rows[index + height - 1];
        if (row.Number != rows[index].Number + height - 1) return false;
        var (filled, named) = (0, 0);
        for (var column = 0; column < row.Cells.Length; column++)
        {
            if (CellText.Squeeze(row.Cells[column]).Length == 0) continue;
            filled++;
            var path = Path(index, height, column);
            if (Find(path[^1]) is not null || (path.Count > 1 && Find(path[^2] + path[^1]) is not null)) named++;
        }

        return filled > 0 && named >= EnoughShare * filled;
    }

    /// <summary>A title above the names is no part of the header.</summary>
    private bool FirstRowCounts(int index, int height)
    {
        for (var column = 0; column < rows[index].Cells.Length; column++)
        {
            if (CellText.Squeeze(rows[index].Cells[column]).Length == 0) continue;
            var path = Path(index, height, column);
            if (Find(path[0]) is not null || (path.Count > 1 && Adds(path))) return true;
            if (IsParent(rows[index], column)) return true;
        }

        return false;
    }

    /// <summary>责任 over 单位 makes another name of it; a title's （2022年6月） over 序号 does not.</summary>
    private bool Adds(List<string> path) => Find(string.Concat(path)) is { } whole && whole != Find(string.Concat(path.Skip(1)));

    /// <summary>Merged over some of the columns: a parent of theirs, whatever its name. A title is merged over all of them, or is the line 填报单位：… 填报时间：… in two regions.</summary>
    private bool IsParent(LedgerRow row, int column) =>
        row.Cells.Count(cell => cell.Length > 0) > 1 && !IsLabelled(row.Cells[column]) && _merges[row.Number].Any(m => m.LastRow == m.FirstRow && m.FirstColumn == column && m.LastColumn > column);

    private static bool IsLabelled(string cell) => CellText.Squeeze(cell) is var text && text.Contains(':', StringComparison.Ordinal) && LineWords.IsTitle(text);

    /// <summary>The names over one column, top to bottom, each once.</summary>
    private List<string> Path(int index, int height, int column)
    {
        var path = new List<string>();
        for (var i = index; i < index + height; i++)
        {
            var text = CellText.Squeeze(Text(index, i, column));
            if (text.Length > 0 && (path.Count == 0 || path[^1] != text)) path.Add(text);
        }

        return path;
    }

    private string Text(int top, int index, int column)
    {
        var row = rows[index];
        if (column < row.Cells.Length && row.Cells[column].Length > 0) return row.Cells[column];
        for (var i = top; i <= index; i++)
        {
            foreach (var merge in _merges[rows[i].Number])
                if (column >= merge.FirstColumn && column <= merge.LastColumn && row.Number <= merge.LastRow)
                    return merge.FirstColumn < rows[i].Cells.Length ? rows[i].Cells[merge.FirstColumn] : "";
        }

        return "";
    }

    private LedgerColumn? FindPath(List<string> path)
    {
        if (path.Count == 1) return Find(path[0]);
        return Find(string.Concat(path)) ?? Find(path[^2] + path[^1]) ?? Find(path[^1]) ?? Find(path[0] + path[^1]) ?? Find(path[0]);
    }

    private LedgerColumn? Find(string text)
    {
        if (text.Length > 40) return null;
        if (!_known.TryGetValue(text, out var column)) _known[text] = column = names.Find(text);
        return column;
    }
}
