using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>
/// Many decisions from a csv file with the columns <c>kind, file, sheet, row, column, value, seed, key, who, why</c>, in any order; those not needed may be left out.
/// An undoing names the id in <c>value</c>.
/// </summary>
internal static class DecisionCsv
{
    private static readonly string[] s_columns = ["kind", "file", "sheet", "row", "column", "value", "seed", "key", "who", "why"];

    /// <param name="shaOf">The content a file's name means.</param>
    /// <param name="who">Where the row says nobody.</param>
    /// <returns>Each with its line, the header being 1.</returns>
    /// <exception cref="PipelineException">The file cannot be read, or lines of it make no sense; all of them are named.</exception>
    public static IReadOnlyList<(int Line, NewDecision Decision)> Read(string path, Func<string, string> shaOf, string who)
    {
        var (decisions, faults) = (new List<(int, NewDecision)>(), new List<string>());
        foreach (var (line, cells) in Lines(path))
        {
            try
            {
                decisions.Add((line, Decision(cells, shaOf, who)));
            }
            catch (PipelineException e)
            {
                faults.Add(Messages.Of("decision_line", path, line, e.Message));
            }
        }

        if (faults.Count > 0) throw new PipelineException(ExitCode.Usage, string.Join('\n', faults));
        return decisions;
    }

    private static NewDecision Decision(Dictionary<string, string> cells, Func<string, string> shaOf, string who)
    {
        var kind = SnakeCase.Parse<DecisionKind>(Said("kind") ?? "")
            ?? throw new PipelineException(ExitCode.Usage, Messages.Of("decision_not_one_of", Said("kind"), string.Join(", ", Enum.GetValues<DecisionKind>().Select(SnakeCase.Of))));
        var isUndo = kind is DecisionKind.Undo;
        return new NewDecision(kind, Said("who") ?? who)
        {
            Why = Said("why"), FileSha256 = Said("file") is { } file ? shaOf(file) : null, Sheet = Said("sheet"), RowNumber = Number(Said("row")), ColumnName = Said("column"),
            Value = isUndo ? null : cells.GetValueOrDefault("value"), Seed = Said("seed"), SeedKey = Said("key"), Undoes = isUndo ? Said("value") : null,
        };

        string? Said(string column) => cells.GetValueOrDefault(column)?.Trim() is { Length: > 0 } text ? text : null;
    }

    private static int? Number(string? text)
    {
        if (text is null) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new PipelineException(ExitCode.Usage, Messages.Of("decision_bad_row", text));
    }

    private static IEnumerable<(int Line, Dictionary<string, string> Cells)> Lines(string path)
    {
        using var csv = new CsvParser(new StringReader(Text(path)), new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null });
        if (!csv.Read()) throw new PipelineException(ExitCode.Usage, Messages.Of("decision_csv_columns", path, string.Join(", ", s_columns)));
        string[] columns = [.. csv.Record!.Select(column => column.Trim())];
        if (!columns.Contains("kind", StringComparer.Ordinal) || columns.Except(s_columns, StringComparer.Ordinal).Any())
            throw new PipelineException(ExitCode.Usage, Messages.Of("decision_csv_columns", path, string.Join(", ", s_columns)));
        while (csv.Read()) yield return (csv.RawRow, columns.Zip(csv.Record!).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal));
    }

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)).TrimStart('\uFEFF');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new PipelineException(ExitCode.Cannot, Messages.Of("file_cannot_open", path, e.Message), e);
        }
    }
}
