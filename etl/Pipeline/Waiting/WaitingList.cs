using System.Data;
using SafetyAnalytics.Warehouse.Building;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Pipeline.Waiting;

/// <summary>A row of <c>mart_ledger_problem</c>, in the language of the thread.</summary>
/// <param name="Place">The cell in the words of its program; null when the file or a sheet as a whole is meant.</param>
/// <param name="IsWaiting">Because of it the row, the ledger or the file does not count; otherwise it counts and should be looked at.</param>
public sealed record WaitingProblem(
    string FileSha256,
    string FileName,
    string? Month,
    string? Submitter,
    string? Sheet,
    int? RowNumber,
    string? Place,
    string? ColumnName,
    string Code,
    bool IsWaiting,
    string? CellText,
    string Label,
    string Message,
    string Cure,
    IReadOnlyList<string> Readings);

/// <summary><c>waiting</c>: what the last build says of every problem of the files that stand; where nothing is built, what is published says.</summary>
public sealed class WaitingList(DataDirectory data)
{
    /// <summary>By sender, file and place in the file; of each file what waits and what should be looked at alike.</summary>
    /// <exception cref="PipelineException">Nothing has been built, or only by an earlier version.</exception>
    public IReadOnlyList<WaitingProblem> All()
    {
        using var connection = DuckDbFile.OpenForReading(Warehouse());
        if (connection.Scalar("select 1 from duckdb_tables() where table_name = 'mart_ledger_problem'") is null) throw new PipelineException(ExitCode.Cannot, Messages.Of("nothing_built", data.Root));
        var language = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" ? "en" : "zh";
        return connection.Rows(
            """
            select
                file_sha256, file_name, month, submitter, sheet, row_number, cell, column_name, code, is_waiting, cell_text, readings,
                if($language = 'en', label_en, label_zh), if($language = 'en', message_en, message_zh), if($language = 'en', cure_en, cure_zh),
            from mart_ledger_problem
            order by submitter nulls first, month nulls first, file_name, file_sha256, problem_number
            """,
            Problem,
            ("language", language));
    }

    private static WaitingProblem Problem(IDataRecord row) => new(
        row.GetString(0), row.GetString(1), row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(4), row.IsDBNull(5) ? null : row.GetInt32(5), row.TextOrNull(6), row.TextOrNull(7),
        row.GetString(8), row.GetBoolean(9), row.TextOrNull(10), row.GetString(12), row.GetString(13), row.GetString(14), (List<string>)row.GetValue(11));

    private string Warehouse()
    {
        if (File.Exists(data.WarehouseFile)) return data.WarehouseFile;
        using var published = new PublishedDirectory(data.Published);
        return published.CurrentName() is { } name ? Path.Combine(data.Published, name.Text, "warehouse.duckdb") : throw new PipelineException(ExitCode.Cannot, Messages.Of("nothing_built", data.Root));
    }
}
