using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>Which rows are the same row sent again: cumulative and corrected ledgers repeat rows verbatim, but for their 序号.</summary>
public static class RowTwin
{
    private const int FewestCells = 3;

    /// <summary>Equal for twins; null for a row with fewer than three filled cells beside its 序号, which is too short to know again.</summary>
    public static string? KeyOf(LedgerRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var isNumbered = row.Cells.Length > 0 && LineWords.IsNumber(CellText.Squeeze(row.Cells[0]));
        var filled = 0;
        for (var i = isNumbered ? 1 : 0; i < row.Cells.Length; i++)
            if (!string.IsNullOrWhiteSpace(row.Cells[i])) filled++;
        return filled < FewestCells ? null : string.Join('\u001F', row.Cells.Skip(1).Prepend(isNumbered ? "" : row.Cells[0]));
    }
}
