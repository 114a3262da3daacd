using System.Data;
using DuckDB.NET.Data;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline;

/// <summary>One content of raw that could be read, as it was landed.</summary>
public sealed record RawLedger(int FileId, string Sha256, LandedFile File);

/// <summary>Landed files out of the raw tables, with their names and settings; decisions come on top (see <see cref="Decisions.DecidedFiles"/>).</summary>
public sealed class RawLedgers
{
    private readonly DuckDBConnection _connection;
    private readonly Dictionary<int, IReadOnlyList<string>> _names;
    private readonly Dictionary<int, LandSettings> _settings;

    /// <param name="connection">Raw is in its search path.</param>
    public RawLedgers(DuckDBConnection connection)
    {
        _connection = connection;
        _names = NamesByFile(connection);
        _settings = SettingsByFile(connection);
        Readable = connection.Rows(
            "select file_id, file_sha256, row_count from raw_ledger_file where refusal_code is null order by file_id",
            row => (row.GetInt32(0), row.GetString(1), row.GetInt32(2)));
    }

    /// <summary>Every content that is no refusal, in the order of landing.</summary>
    public IReadOnlyList<(int FileId, string Sha256, int RowCount)> Readable { get; }

    /// <summary>What a sheet is called: a csv's only one by the file's first name, so that the order of landing does not show.</summary>
    public static string SheetName(string format, string name, IReadOnlyList<string> fileNames) =>
        format == "csv" && fileNames is [var first, ..] ? first[(first.LastIndexOf('/') + 1)..] : name;

    /// <param name="fileIds">Of <see cref="Readable"/>.</param>
    /// <returns>In the order of landing.</returns>
    public IReadOnlyList<RawLedger> Read(IReadOnlyCollection<int> fileIds)
    {
        var ids = fileIds.ToList();
        var rows = RowsBySheet(ids);
        return
        [
            .. _connection
                .Rows(
                    """
                    select file_id, sheet_number, sheet_name, is_hidden, array_to_string(heading, chr(31)), array_to_string(merges, ' '), file_sha256, coalesce(format, '')
                    from raw_ledger_file
                    left join raw_ledger_sheet using (file_id)
                    where file_id in (select unnest($ids::integer[]))
                      and refusal_code is null
                    order by file_id, sheet_number
                    """,
                    row => (File: row.GetInt32(0), Sha: row.GetString(6), Sheet: row.IsDBNull(1) ? null : SheetOf(row, rows)),
                    ("ids", ids))
                .GroupBy(sheet => (sheet.File, sheet.Sha), sheet => sheet.Sheet)
                .Select(group => new RawLedger(group.Key.File, group.Key.Sha, new LandedFile(_names[group.Key.File], [.. group.OfType<LandedSheet>()], _settings.GetValueOrDefault(group.Key.File, new LandSettings())))),
        ];
    }

    private ILookup<(int File, int Sheet), LedgerRow> RowsBySheet(List<int> ids) => _connection
        .Rows(
            """
            select file_id, sheet_number, row_number, array_to_string(cells, chr(31)), is_hidden, is_struck, has_picture, has_formula_error
            from raw_ledger_row
            where file_id in (select unnest($ids::integer[]))
            order by file_id, sheet_number, row_number
            """,
            row => (File: row.GetInt32(0), Sheet: row.GetInt32(1), Row: new LedgerRow(row.GetInt32(2), row.GetString(3).Split('\u001F'), MarksOf(row))),
            ("ids", ids))
        .ToLookup(row => (row.File, row.Sheet), row => row.Row);

    private LandedSheet SheetOf(IDataRecord row, ILookup<(int File, int Sheet), LedgerRow> rows) => new(
        row.GetInt32(1),
        SheetName(row.GetString(7), row.GetString(2), _names[row.GetInt32(0)]),
        row.GetBoolean(3),
        row.GetString(4).Split('\u001F', StringSplitOptions.RemoveEmptyEntries),
        [.. row.GetString(5).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(RawMerge.Parse)],
        [.. rows[(row.GetInt32(0), row.GetInt32(1))]]);

    private static RowMarks MarksOf(IDataRecord row) =>
        Mark(row, 4, RowMarks.Hidden) | Mark(row, 5, RowMarks.Struck) | Mark(row, 6, RowMarks.Picture) | Mark(row, 7, RowMarks.FormulaError);

    private static RowMarks Mark(IDataRecord row, int column, RowMarks mark) => row.GetBoolean(column) ? mark : RowMarks.None;

    private static Dictionary<int, IReadOnlyList<string>> NamesByFile(DuckDBConnection connection) => connection
        .Rows(
            "select file_id, file_name from raw_ledger_file join raw_ledger_name using (file_sha256) order by file_id, file_name",
            row => (Id: row.GetInt32(0), Name: row.GetString(1)))
        .GroupBy(row => row.Id, row => row.Name)
        .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group]);

    private static Dictionary<int, LandSettings> SettingsByFile(DuckDBConnection connection) => connection
        .Rows(
            """
            select
                file_id,
                arg_max(month, setting_id) filter (month is not null),
                arg_max(submitter, setting_id) filter (submitter is not null),
                arg_max(blank_hazard, setting_id) filter (blank_hazard is not null),
            from raw_ledger_setting
            join raw_ledger_file using (file_sha256)
            group by file_id
            """,
            row => (Id: row.GetInt32(0), Month: row.TextOrNull(1), From: row.TextOrNull(2), Blank: row.TextOrNull(3)))
        .ToDictionary(
            row => row.Id,
            row => new LandSettings(row.Month is null ? null : LedgerMonth.Parse(row.Month), row.From, row.Blank is null ? null : row.Blank == "visit"));
}
