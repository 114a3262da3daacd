namespace SafetyAnalytics.Ledgers.Xlsx;

/// <summary>References such as <c>B7</c> and <c>A3:B6</c>.</summary>
internal static class CellReference
{
    /// <summary>The format's own ends: XFD1048576.</summary>
    public const int MostRows = 1_048_576;

    public const int MostColumns = 16_384;

    /// <summary>Row from 1 and column from 0; false when it is none. <c>$</c> is allowed.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int row, out int column)
    {
        row = 0;
        column = 0;
        var i = 0;
        if (i < text.Length && text[i] == '$') i++;
        for (; i < text.Length && char.IsAsciiLetter(text[i]) && column <= MostColumns; i++) column = (column * 26) + (text[i] | 0x20) - 'a' + 1;
        if (i < text.Length && text[i] == '$') i++;
        for (; i < text.Length && char.IsAsciiDigit(text[i]) && row <= MostRows; i++) row = (row * 10) + text[i] - '0';
        column--;
        return i == text.Length && row is > 0 and <= MostRows && column is >= 0 and < MostColumns;
    }

    /// <summary>Null when it is no region of the sheet.</summary>
    public static CellMerge? Region(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !TryParse(text.AsSpan(0, colon), out var row1, out var column1) || !TryParse(text.AsSpan(colon + 1), out var row2, out var column2)) return null;
        return new CellMerge(Math.Min(row1, row2), Math.Max(row1, row2), Math.Min(column1, column2), Math.Max(column1, column2));
    }
}
