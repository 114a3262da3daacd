using System.Globalization;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>One row of a seed, read with errors that name seed, row, value and cure.</summary>
/// <param name="Number">Line of the csv, the header being 1.</param>
internal sealed record SeedRow(string Seed, int Number, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The value of a column, cleaned; empty when the column is absent or blank.</summary>
    public string this[string column] => Values.TryGetValue(column, out var value) ? CellText.Clean(value ?? "") : "";

    public string Required(string column) =>
        this[column] is { Length: > 0 } value ? value : throw Fault(column, "the value is missing", "Fill it in.");

    /// <summary>Parts between <c>|</c>; one between slashes is a regular expression and may hold <c>|</c>.</summary>
    public IReadOnlyList<string> List(string column) => SeedList.Split(this[column]);

    public DateOnly Date(string column) =>
        DateOnly.TryParseExact(Required(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Fault(column, $"'{this[column]}' is not a date", "Write it as 2022-06-30.");

    public int Integer(string column) =>
        int.TryParse(Required(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Fault(column, $"'{this[column]}' is not a whole number", "Write digits only.");

    public LedgerFormatException Fault(string column, string problem, string cure, Exception? inner = null) =>
        new(ReasonCodes.BadSeed, Seed + ".csv", $"column {column}: {problem}.", cure, row: Number, innerException: inner);
}
