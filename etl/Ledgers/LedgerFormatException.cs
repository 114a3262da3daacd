namespace SafetyAnalytics.Ledgers;

/// <summary>
/// A file that cannot be read as a ledger. The message names the file, the table, row and column where known, and the cure.
/// Nothing of such a file is loaded; the file itself is kept.
/// </summary>
public sealed class LedgerFormatException : Exception
{
    /// <param name="code">Stable word for the reason: a code of the seed <c>reasons.csv</c> (<c>empty_file, not_a_ledger_format, truncated, encrypted, bad_encoding, too_large, …</c>).</param>
    /// <param name="file">The file's name, without its folder.</param>
    /// <param name="problem">What is wrong, with the value and the limit.</param>
    /// <param name="cure">What the sender can do about it.</param>
    public LedgerFormatException(string code, string file, string problem, string cure, string? table = null, int? row = null, int? column = null, Exception? innerException = null)
        : base(Describe(file, table, row, column, problem, cure), innerException)
    {
        Code = code;
        File = file;
        Table = table;
        Row = row;
        Column = column;
        Problem = problem;
        Cure = cure;
    }

    public string Code { get; }

    public string File { get; }

    /// <summary>Sheet name or <c>表N</c>; null when the file as a whole is meant.</summary>
    public string? Table { get; }

    /// <summary>From 1; null when no row is meant.</summary>
    public int? Row { get; }

    /// <summary>From 1; null when no column is meant.</summary>
    public int? Column { get; }

    public string Problem { get; }

    public string Cure { get; }

    private static string Describe(string file, string? table, int? row, int? column, string problem, string cure)
    {
        var place = file;
        if (table is not null) place += $" › {table}";
        if (row is not null) place += $" › row {row}";
        if (column is not null) place += $" › column {column}";
        return $"{place}: {problem} {cure}";
    }
}
