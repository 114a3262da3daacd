using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;

namespace SafetyAnalytics.Pipeline.Waiting;

/// <summary>Problems as text: for people grouped by file, for programs one record each with the same columns in csv and json.</summary>
public static class WaitingOutput
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    private static readonly string[] s_columns = ["file_sha256", "file_name", "month", "submitter", "sheet", "row_number", "cell", "column_name", "code", "is_waiting", "cell_text", "label", "message", "cure", "readings"];

    public static void Write(IReadOnlyList<WaitingProblem> problems, QueryFormat format, TextWriter output)
    {
        if (format is QueryFormat.Csv) WriteCsv(problems, output);
        else if (format is QueryFormat.Json) output.WriteLine(JsonSerializer.Serialize(problems.Select(Record), s_json));
        else WriteLines(problems, output);
    }

    /// <summary>Text that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
    public static void WriteCsv(IReadOnlyList<WaitingProblem> problems, TextWriter output)
    {
        using var csv = new CsvWriter(output, CultureInfo.InvariantCulture, leaveOpen: true);
        foreach (var column in s_columns) csv.WriteField(column);
        csv.NextRecord();
        foreach (var record in problems.Select(Record))
        {
            foreach (var column in s_columns) csv.WriteField(record[column] switch
            {
                IReadOnlyList<string> list => QueryOutput.Harmless(string.Join("; ", list)),
                bool flag => flag ? "true" : "false",
                int number => number.ToString(CultureInfo.InvariantCulture),
                var text => QueryOutput.Harmless(text as string ?? ""),
            });
            csv.NextRecord();
        }
    }

    private static void WriteLines(IReadOnlyList<WaitingProblem> problems, TextWriter output)
    {
        foreach (var file in problems.GroupBy(problem => problem.FileSha256, StringComparer.Ordinal))
        {
            var first = file.First();
            output.WriteLine(string.Join("  ", new[] { first.FileName, first.Month, first.Submitter }.OfType<string>()));
            foreach (var problem in file) output.WriteLine("  " + Line(problem).ReplaceLineEndings(" "));
        }
    }

    private static string Line(WaitingProblem problem)
    {
        var place = string.Join(' ', new[] { problem.Sheet == problem.FileName ? null : problem.Sheet, problem.Place }.OfType<string>());
        var column = problem.ColumnName is { } name && !place.Contains(name, StringComparison.Ordinal) ? $" {name}" : "";
        var says = problem.CellText is { Length: > 0 } text ? $" “{text}”" : "";
        var readings = problem.Readings.Count == 0 ? "" : " " + Messages.Of("waiting_readings", string.Join("；", problem.Readings));
        var at = place.Length + column.Length == 0 ? "" : $"{place}{column}：".TrimStart();
        return $"{at}{problem.Message}（{problem.Code}）{says} {problem.Cure}{readings}".Trim();
    }

    private static Dictionary<string, object?> Record(WaitingProblem problem) => new(StringComparer.Ordinal)
    {
        ["file_sha256"] = problem.FileSha256, ["file_name"] = problem.FileName, ["month"] = problem.Month, ["submitter"] = problem.Submitter, ["sheet"] = problem.Sheet,
        ["row_number"] = problem.RowNumber, ["cell"] = problem.Place, ["column_name"] = problem.ColumnName, ["code"] = problem.Code, ["is_waiting"] = problem.IsWaiting,
        ["cell_text"] = problem.CellText, ["label"] = problem.Label, ["message"] = problem.Message, ["cure"] = problem.Cure, ["readings"] = problem.Readings,
    };
}
