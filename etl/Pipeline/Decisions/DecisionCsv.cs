using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>
/// Many decisions from a csv file with the columns of <c>s_columns</c>, in any order; those not needed may be left out.
/// An undoing names the id in <c>value</c>. A hazard is named in <c>hazard</c> by its key, or by file, sheet, row and item; a unit by its key, or by name and address.
/// </summary>
/// <param name="shaOf">The content a file's name means.</param>
/// <param name="who">Where the row says nobody.</param>
internal sealed class DecisionCsv(Func<string, string> shaOf, PublishedKeys keys, string who)
{
    private static readonly string[] s_columns =
    [
        "kind", "file", "sheet", "row", "column", "value", "seed", "key", "who", "why",
        "hazard", "item", "other_hazard", "other_file", "other_sheet", "other_row", "other_item",
        "unit", "address", "other_unit", "other_address", "on", "subject", "month", "department", "community", "evidence",
    ];

    /// <returns>Each with its line, the header being 1.</returns>
    /// <exception cref="PipelineException">The file cannot be read, or lines of it make no sense; all of them are named.</exception>
    public IReadOnlyList<(int Line, NewDecision Decision)> Read(string path)
    {
        var (decisions, faults) = (new List<(int, NewDecision)>(), new List<string>());
        foreach (var (line, cells) in Lines(path))
        {
            try
            {
                decisions.Add((line, Decision(cells)));
            }
            catch (PipelineException e)
            {
                faults.Add(Messages.Of("decision_line", path, line, e.Message));
            }
        }

        if (faults.Count > 0) throw new PipelineException(ExitCode.Usage, string.Join('\n', faults));
        return decisions;
    }

    private NewDecision Decision(Dictionary<string, string> cells)
    {
        var kind = SnakeCase.Parse<DecisionKind>(Said(cells, "kind") ?? "")
            ?? throw new PipelineException(ExitCode.Usage, Messages.Of("decision_not_one_of", Said(cells, "kind"), string.Join(", ", Enum.GetValues<DecisionKind>().Select(SnakeCase.Of))));
        var isUndo = kind is DecisionKind.Undo;
        var item = Item(cells, "");
        return new NewDecision(kind, Said(cells, "who") ?? who)
        {
            Why = Said(cells, "why"),
            FileSha256 = item?.FileSha256 ?? (Said(cells, "file") is { } file ? shaOf(file) : null),
            Sheet = item?.Sheet ?? Said(cells, "sheet"),
            RowNumber = item?.RowNumber ?? Number(Said(cells, "row")),
            ColumnName = Said(cells, "column"), Value = isUndo ? null : cells.GetValueOrDefault("value"), Seed = Said(cells, "seed"), SeedKey = Said(cells, "key"), Undoes = isUndo ? Said(cells, "value") : null,
            Detail = new DecisionDetail
            {
                ItemNo = item?.ItemNo ?? Number(Said(cells, "item")),
                Other = Item(cells, "other_"),
                Unit = Unit(cells, "unit", "address"), OtherUnit = Unit(cells, "other_unit", "other_address"),
                From = Said(cells, "on"), Subject = Said(cells, "subject"), Month = Said(cells, "month"),
                Department = Said(cells, "department"), Community = Said(cells, "community"), Evidence = Said(cells, "evidence"),
            },
        };
    }

    private static string? Said(Dictionary<string, string> cells, string column) => cells.GetValueOrDefault(column)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Of the columns without a prefix only the key makes an item: file and row belong to other kinds too.</summary>
    private ItemPlace? Item(Dictionary<string, string> cells, string prefix)
    {
        if (Said(cells, prefix + "hazard") is { } key) return keys.Hazard(key) ?? throw new PipelineException(ExitCode.Usage, Messages.Of("hazard_unknown", key));
        if (prefix.Length == 0 || Said(cells, prefix + "file") is not { } file) return null;
        return new ItemPlace(shaOf(file), Said(cells, prefix + "sheet"), Number(Said(cells, prefix + "row")) ?? 0, Number(Said(cells, prefix + "item")) ?? 0);
    }

    private UnitSpelling? Unit(Dictionary<string, string> cells, string name, string address)
    {
        if (Said(cells, name) is not { } word) return null;
        return (Said(cells, address) is null ? keys.Unit(word) : null) ?? new UnitSpelling(word, Said(cells, address));
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
