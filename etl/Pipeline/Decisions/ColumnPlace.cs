using System.Globalization;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>Which column of a sheet a person means: by the header over it, by its letter, or by its number.</summary>
internal static class ColumnPlace
{
    private const int Columns = 16_384;

    /// <summary>A header row names at least so many columns.</summary>
    private const int FewestHeaders = 2;

    /// <returns>From 0; null when the sheet has no such column above that row.</returns>
    public static int? Of(string column, LandedSheet sheet, int rowNumber, HeaderNames headers) =>
        ByHeader(column, sheet, rowNumber, headers) ?? ByLetter(column) ?? ByNumber(column);

    public static string Letter(int index)
    {
        var letter = "";
        for (var rest = index + 1; rest > 0; rest = (rest - 1) / 26) letter = (char)('A' + ((rest - 1) % 26)) + letter;
        return letter;
    }

    /// <summary>The nearest row above that has the very words; else the nearest header that has another name of the same column.</summary>
    private static int? ByHeader(string column, LandedSheet sheet, int rowNumber, HeaderNames headers)
    {
        var words = CellText.Squeeze(column);
        var above = sheet.Rows.Where(row => row.Number < rowNumber).Reverse().ToList();
        foreach (var row in above)
            if (Place(row, cell => CellText.Squeeze(cell) == words) is { } said) return said;
        if ((headers.Find(column) ?? SnakeCase.Parse<LedgerColumn>(column)) is not { } meant) return null;
        foreach (var row in above.Where(row => row.Cells.Count(cell => headers.Find(cell) is not null) >= FewestHeaders))
            if (Place(row, cell => headers.Find(cell) == meant) is { } named) return named;
        return null;
    }

    private static int? Place(LedgerRow row, Predicate<string> isIt) => Array.FindIndex(row.Cells, isIt) is >= 0 and var at ? at : null;

    private static int? ByLetter(string column)
    {
        if (column.Length is 0 or > 3 || !column.All(char.IsAsciiLetter)) return null;
        var index = column.ToUpperInvariant().Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) - 1;
        return index < Columns ? index : null;
    }

    private static int? ByNumber(string column) =>
        int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Columns ? number - 1 : null;
}
