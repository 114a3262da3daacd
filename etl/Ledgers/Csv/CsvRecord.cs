using CsvHelper;

namespace SafetyAnalytics.Ledgers.Csv;

/// <summary>The fields of the parser's current record as cells.</summary>
internal sealed class CsvRecord(LedgerInput input)
{
    private string? doubtful;

    /// <summary>The parser found a quote where the grammar has none; the field as written.</summary>
    public void Doubt(string field) => doubtful = field;

    /// <exception cref="LedgerFormatException">A quoted field does not end where its quote does, or a limit is passed.</exception>
    public string[] Cells(CsvParser parser)
    {
        var cells = new string[parser.Count];
        var used = 0;
        for (var column = 0; column < cells.Length; column++)
        {
            var cell = Cell(parser, column);
            cells[column] = cell;
            if (cell.Length == 0) continue;
            used = column + 1;
            if (used > input.Limits.Columns) throw Faults.TooLarge(input, "列数", "columns", input.Limits.Columns, input.FileName, parser.Row, used);
        }

        return used == cells.Length ? cells : cells[..used];
    }

    private string Cell(CsvParser parser, int column)
    {
        doubtful = null;
        var text = parser[column];
        if (doubtful is not null && !EndsAtItsQuote(doubtful))
        {
            throw Faults.Malformed(input, "引号没有成对，无法确定单元格到哪里为止", "a quote is not closed, so the end of the cell is unknown", input.FileName, parser.Row, column + 1);
        }

        if (text.Length > input.Limits.CellCharacters)
        {
            throw Faults.TooLarge(input, "单元格字符数", "characters of a cell", input.Limits.CellCharacters, input.FileName, parser.Row, column + 1);
        }

        if (text.Contains('\r')) text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return IsProtectedText(text) ? text[2..^1] : text;
    }

    /// <summary>A quote inside an unquoted field is a character (5" pipe); after a quoted field only blanks may follow.</summary>
    private static bool EndsAtItsQuote(string field)
    {
        if (!field.StartsWith('"')) return true;
        var i = 1;
        while (i < field.Length && (field[i] != '"' || (i + 1 < field.Length && field[i + 1] == '"'))) i += field[i] == '"' ? 2 : 1;
        return i < field.Length && field.AsSpan(i + 1).Trim(' ').IsEmpty;
    }

    private static bool IsProtectedText(string text) =>
        text.Length >= 3 && text.StartsWith("=\"", StringComparison.Ordinal) && text.EndsWith('"') && text.IndexOf('"', 2) == text.Length - 1;
}
