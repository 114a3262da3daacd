using DuckDB.NET.Data;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Steps;

/// <summary>
/// Raw rows into typed ones: what each row is, and what its words mean, by the lexicon of today. Every file is read anew at every build,
/// so that a word a steward adds to a seed reaches the rows that waited for it.
/// </summary>
public sealed class ReadLedgers(Lexicon lexicon) : IBuildStep
{
    /// <summary>Rows held in memory at once, at the least one file's.</summary>
    private const int RowsAtOnce = 50_000;

    public IReadOnlyList<string> Reads { get; } = [];

    public IReadOnlyDictionary<string, string> Makes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["read_ledger_file"] = "file_id integer, warnings varchar[]",
        ["read_ledger_name"] = "file_sha256 varchar, file_name varchar, shown_name varchar",
        ["read_ledger_sheet"] = "file_id integer, sheet_number integer, shown_name varchar",
        ["read_ledger_part"] = """
            file_id integer, part_number integer, sheet_number integer, header_row integer, month varchar, submitter varchar, submitter_is_known boolean,
            reason varchar, readings varchar[], is_zero_report boolean, filled_on date, revision integer
            """,
        ["read_ledger_row"] = """
            file_id integer, sheet_number integer, row_number integer, part_number integer, kind varchar, reason varchar, fingerprint varchar,
            unit_name varchar, unit_address varchar, visited_on date, issues varchar[]
            """,
        ["read_ledger_item"] = """
            file_id integer, sheet_number integer, row_number integer, item_number integer, hazard_text varchar, measures_text varchar, status varchar,
            due_kind varchar, due_on date, due_from date, due_precision varchar, due_text varchar, found_on date, rectified_on date, verified_on date,
            has_phone boolean, departments varchar[], responsible_text varchar, community varchar, sector varchar, sector_context varchar,
            level varchar, escalated_to varchar, issues varchar[]
            """,
    };

    public void Run(DuckDBConnection connection, CancellationToken cancellationToken)
    {
        AppendNames(connection);
        AppendSheets(connection);
        var names = NamesByFile(connection);
        var settings = SettingsByFile(connection);
        using var readings = new ThreadLocal<LedgerReading>(() => new LedgerReading(lexicon));
        using var tables = new ReadTables(connection);
        foreach (var (first, last) in Portions(connection))
        {
            var files = SheetsByFile(connection, first, last)
                .Select(file => (Id: file.FileId, Landed: new LandedFile(names[file.FileId], file.Sheets, settings.GetValueOrDefault(file.FileId, new LandSettings()))));
            foreach (var (fileId, file) in ReadAll(files, readings, cancellationToken)) tables.Append(fileId, file);
        }
    }

    /// <summary>People put phone numbers even into file names; what is shown is masked.</summary>
    private static void AppendNames(DuckDBConnection connection)
    {
        var names = connection.Rows("select file_sha256, file_name from raw_ledger_name order by all", row => (Sha: row.GetString(0), Name: row.GetString(1)));
        using var appender = connection.CreateAppender(WarehouseBuild.Work, "main", "read_ledger_name");
        foreach (var (sha, name) in names) appender.CreateRow().AppendValue(sha).AppendValue(name).AppendValue(PersonalData.Mask(name, [])).EndRow();
    }

    /// <summary>Sheet names likewise; two that look alike once masked get their numbers, since a sheet's name tells its rows apart.</summary>
    private static void AppendSheets(DuckDBConnection connection)
    {
        var sheets = connection.Rows(
            "select file_id, sheet_number, sheet_name from raw_ledger_sheet order by file_id, sheet_number",
            row => (File: row.GetInt32(0), Number: row.GetInt32(1), Shown: PersonalData.Mask(row.GetString(2), [])));
        using var appender = connection.CreateAppender(WarehouseBuild.Work, "main", "read_ledger_sheet");
        foreach (var alike in sheets.GroupBy(sheet => (sheet.File, sheet.Shown)))
        {
            foreach (var (file, number, shown) in alike)
                appender.CreateRow().AppendValue(file).AppendValue(number).AppendValue(number == alike.First().Number ? shown : $"{shown} ({number})").EndRow();
        }
    }

    /// <summary>Reads on all cores, each with a memory of its own; the answers come in the order of the files.</summary>
    private static IEnumerable<(int Id, FileReading File)> ReadAll(IEnumerable<(int Id, LandedFile Landed)> files, ThreadLocal<LedgerReading> readings, CancellationToken cancellationToken) => files
        .AsParallel().AsOrdered().WithCancellation(cancellationToken).WithMergeOptions(ParallelMergeOptions.NotBuffered)
        .Select(file => (file.Id, readings.Value!.Read(file.Landed)));

    private static IReadOnlyList<(int First, int Last)> Portions(DuckDBConnection connection)
    {
        var portions = new List<(int, int)>();
        var (first, last, rows) = (0, 0, 0L);
        foreach (var (id, count) in connection.Rows("select file_id, row_count from raw_ledger_file where refusal_code is null order by file_id", row => (row.GetInt32(0), row.GetInt32(1))))
        {
            if (first == 0) first = id;
            (last, rows) = (id, rows + count);
            if (rows < RowsAtOnce) continue;
            portions.Add((first, last));
            (first, rows) = (0, 0);
        }

        if (first != 0) portions.Add((first, last));
        return portions;
    }

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

    private static IEnumerable<(int FileId, IReadOnlyList<LandedSheet> Sheets)> SheetsByFile(DuckDBConnection connection, int first, int last)
    {
        var rows = connection
            .Rows(
                """
                select file_id, sheet_number, row_number, array_to_string(cells, chr(31)), is_hidden, is_struck, has_picture, has_formula_error
                from raw_ledger_row
                where file_id between $first and $last
                order by file_id, sheet_number, row_number
                """,
                row => (File: row.GetInt32(0), Sheet: row.GetInt32(1), Row: new LedgerRow(row.GetInt32(2), row.GetString(3).Split('\u001F'), MarksOf(row))),
                ("first", first), ("last", last))
            .ToLookup(row => (row.File, row.Sheet), row => row.Row);
        return connection
            .Rows(
                """
                select file_id, sheet_number, sheet_name, is_hidden, array_to_string(heading, chr(31)), array_to_string(merges, ' ')
                from raw_ledger_file
                left join raw_ledger_sheet using (file_id)
                where file_id between $first and $last
                  and refusal_code is null
                order by file_id, sheet_number
                """,
                row => (File: row.GetInt32(0), Sheet: row.IsDBNull(1) ? null : SheetOf(row, rows)),
                ("first", first), ("last", last))
            .GroupBy(sheet => sheet.File, sheet => sheet.Sheet)
            .Select(group => (group.Key, (IReadOnlyList<LandedSheet>)[.. group.OfType<LandedSheet>()]));
    }

    private static LandedSheet SheetOf(System.Data.IDataRecord row, ILookup<(int File, int Sheet), LedgerRow> rows) => new(
        row.GetInt32(1),
        row.GetString(2),
        row.GetBoolean(3),
        row.GetString(4).Split('\u001F', StringSplitOptions.RemoveEmptyEntries),
        [.. row.GetString(5).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(RawMerge.Parse)],
        [.. rows[(row.GetInt32(0), row.GetInt32(1))]]);

    private static RowMarks MarksOf(System.Data.IDataRecord row) =>
        Mark(row, 4, RowMarks.Hidden) | Mark(row, 5, RowMarks.Struck) | Mark(row, 6, RowMarks.Picture) | Mark(row, 7, RowMarks.FormulaError);

    private static RowMarks Mark(System.Data.IDataRecord row, int column, RowMarks mark) => row.GetBoolean(column) ? mark : RowMarks.None;

    /// <summary>The four tables, open for appending.</summary>
    private sealed class ReadTables(DuckDBConnection connection) : IDisposable
    {
        private readonly DuckDBAppender _files = connection.CreateAppender(WarehouseBuild.Work, "main", "read_ledger_file");
        private readonly DuckDBAppender _parts = connection.CreateAppender(WarehouseBuild.Work, "main", "read_ledger_part");
        private readonly DuckDBAppender _rows = connection.CreateAppender(WarehouseBuild.Work, "main", "read_ledger_row");
        private readonly DuckDBAppender _items = connection.CreateAppender(WarehouseBuild.Work, "main", "read_ledger_item");

        public void Append(int fileId, FileReading file)
        {
            _files.CreateRow().AppendValue(fileId).AppendValue(file.Warnings).EndRow();
            foreach (var part in file.Parts)
            {
                _parts.CreateRow()
                    .AppendValue(fileId).AppendValue(part.Number).AppendValue(part.SheetNumber).AppendValue(part.HeaderRow)
                    .AppendValue(part.Month?.ToString()).AppendValue(part.Submitter).AppendValue(part.SubmitterIsKnown).AppendValue(part.Reason)
                    .AppendValue(part.Readings).AppendValue(part.IsZeroReport).AppendValue(part.FilledOn).AppendValue(part.Revision).EndRow();
            }

            foreach (var row in file.Rows)
            {
                _rows.CreateRow()
                    .AppendValue(fileId).AppendValue(row.SheetNumber).AppendValue(row.RowNumber).AppendValue(row.PartNumber)
                    .AppendValue(SnakeCase.Of(row.Kind)).AppendValue(row.Reason).AppendValue(row.Fingerprint).AppendValue(row.UnitName)
                    .AppendValue(row.UnitAddress).AppendValue(row.VisitedOn).AppendValue(row.Issues).EndRow();
            }

            foreach (var item in file.Items)
            {
                _items.CreateRow()
                    .AppendValue(fileId).AppendValue(item.SheetNumber).AppendValue(item.RowNumber).AppendValue(item.ItemNumber)
                    .AppendValue(item.HazardText).AppendValue(item.MeasuresText).AppendValue(SnakeCase.Of(item.Status))
                    .AppendValue(SnakeCase.Of(item.Due.Kind)).AppendValue(item.Due.On).AppendValue(item.Due.From).AppendValue(SnakeCase.Of(item.Due.Precision)).AppendValue(item.DueText)
                    .AppendValue(item.FoundOn).AppendValue(item.RectifiedOn).AppendValue(item.VerifiedOn).AppendValue(item.HasPhone)
                    .AppendValue(item.Departments).AppendValue(item.ResponsibleText).AppendValue(item.Community).AppendValue(item.Sector)
                    .AppendValue(item.SectorContext).AppendValue(item.Level).AppendValue(item.EscalatedTo).AppendValue(item.Issues).EndRow();
            }
        }

        public void Dispose()
        {
            _files.Dispose();
            _parts.Dispose();
            _rows.Dispose();
            _items.Dispose();
        }
    }
}
