using DuckDB.NET.Data;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Steps;

/// <summary>
/// Raw rows into typed ones: what each row is, and what its words mean, by the lexicon of today. Every file is read anew at every build,
/// so that a word a steward adds to a seed reaches the rows that waited for it.
/// </summary>
public sealed class ReadLedgers(DecidedReading decided, ContactDigests digests) : IBuildStep
{
    /// <summary>Rows held in memory at once, at the least one file's.</summary>
    private const int RowsAtOnce = 50_000;

    public IReadOnlyList<string> Reads { get; } = [];

    public IReadOnlyDictionary<string, string> Makes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["read_ledger_file"] = "file_id integer, warnings varchar[], is_ignored boolean",
        ["read_ledger_name"] = "file_sha256 varchar, file_name varchar, shown_name varchar",
        ["read_ledger_sheet"] = "file_id integer, sheet_number integer, shown_name varchar",
        ["read_ledger_part"] = """
            file_id integer, part_number integer, sheet_number integer, header_row integer, month varchar, submitter varchar, submitter_is_known boolean,
            reason varchar, readings varchar[], is_zero_report boolean, filled_on date, revision integer
            """,
        ["read_ledger_row"] = """
            file_id integer, sheet_number integer, row_number integer, part_number integer, kind varchar, reason varchar, fingerprint varchar,
            unit_name varchar, unit_address varchar, visited_on date, issues varchar[], remark_pieces varchar[]
            """,
        ["read_ledger_item"] = """
            file_id integer, sheet_number integer, row_number integer, item_number integer, hazard_text varchar, measures_text varchar, status varchar,
            due_kind varchar, due_on date, due_from date, due_precision varchar, due_text varchar, found_on date, rectified_on date, verified_on date,
            has_phone boolean, departments varchar[], responsible_text varchar, community varchar, sector varchar, sector_context varchar,
            sector_context_origin varchar, community_context varchar, community_context_origin varchar, level varchar, escalated_to varchar, issues varchar[]
            """,
        ["read_unit_contact"] = "file_id integer, sheet_number integer, row_number integer, kind varchar, digest varchar",
        ["read_ledger_problem"] = """
            file_id integer, problem_number integer, sheet_number integer, row_number integer, column_number integer, cell varchar, column_name varchar,
            code varchar, waits boolean, is_about_ledger boolean, cell_text varchar, readings varchar[], cure_zh varchar, cure_en varchar
            """,
    };

    public void Run(DuckDBConnection connection, CancellationToken cancellationToken)
    {
        AppendNames(connection);
        AppendSheets(connection);
        var raw = new RawLedgers(connection);
        using var readings = new ThreadLocal<LedgerReading>(() => new LedgerReading(decided.Lexicon));
        using var tables = new ReadTables(connection, digests);
        AppendIgnoredRefusals(connection, tables);
        foreach (var portion in Portions(raw))
        {
            foreach (var file in ReadAll(raw.Read(portion), readings, cancellationToken)) tables.Append(file);
        }
    }

    /// <summary>A file nobody can read may be no ledger either.</summary>
    private void AppendIgnoredRefusals(DuckDBConnection connection, ReadTables tables)
    {
        var refused = connection.Rows("select file_id, file_sha256 from raw_ledger_file where refusal_code is not null", row => (Id: row.GetInt32(0), Sha: row.GetString(1)));
        foreach (var (id, _) in refused.Where(file => decided.Files.Ignores(file.Sha))) tables.AppendFile(id, [ReasonCodes.Decided], isIgnored: true);
    }

    /// <summary>People put phone numbers even into file names; what is shown is masked.</summary>
    private static void AppendNames(DuckDBConnection connection)
    {
        var names = connection.Rows("select file_sha256, file_name from raw_ledger_name order by all", row => (Sha: row.GetString(0), Name: row.GetString(1)));
        using var appender = connection.CreateAppender(WarehouseBuild.Work, "main", "read_ledger_name");
        foreach (var (sha, name) in names) appender.CreateRow().AppendValue(sha).AppendValue(name).AppendValue(PersonalData.Mask(name, [])).EndRow();
    }

    private static void AppendSheets(DuckDBConnection connection)
    {
        var sheets = connection.Rows(
            """
            select file_id, sheet_number, sheet_name, coalesce(format, ''), (select min(file_name) from raw_ledger_name where raw_ledger_name.file_sha256 = raw_ledger_file.file_sha256)
            from raw_ledger_sheet
            join raw_ledger_file using (file_id)
            order by file_id, sheet_number
            """,
            row => (File: row.GetInt32(0), Number: row.GetInt32(1), Name: RawLedgers.SheetName(row.GetString(3), row.GetString(2), [row.GetString(4)])));
        using var appender = connection.CreateAppender(WarehouseBuild.Work, "main", "read_ledger_sheet");
        foreach (var file in sheets.GroupBy(sheet => sheet.File))
        {
            foreach (var (number, shown) in ShownNames.Of(file.Select(sheet => (sheet.Number, sheet.Name))).OrderBy(sheet => sheet.Key))
                appender.CreateRow().AppendValue(file.Key).AppendValue(number).AppendValue(shown).EndRow();
        }
    }

    /// <summary>Reads on all cores, each with a memory of its own; the answers come in the order of the files.</summary>
    private IEnumerable<ReadFile> ReadAll(IReadOnlyList<RawLedger> files, ThreadLocal<LedgerReading> readings, CancellationToken cancellationToken) => files
        .AsParallel().AsOrdered().WithCancellation(cancellationToken).WithMergeOptions(ParallelMergeOptions.NotBuffered)
        .Select(file => (file.FileId, Landed: decided.Files.Of(file.Sha256, file.File)))
        .Select(file => (file.FileId, file.Landed, Reading: readings.Value!.Read(file.Landed)))
        .Select(file => new ReadFile(file.FileId, file.Landed, file.Reading, decided.Problems.Of(file.Landed, file.Reading)));

    private static IEnumerable<IReadOnlyCollection<int>> Portions(RawLedgers raw)
    {
        var (portion, rows) = (new List<int>(), 0L);
        foreach (var (id, _, count) in raw.Readable)
        {
            portion.Add(id);
            rows += count;
            if (rows < RowsAtOnce) continue;
            yield return portion;
            (portion, rows) = ([], 0);
        }

        if (portion.Count > 0) yield return portion;
    }

    private sealed record ReadFile(int FileId, LandedFile Landed, FileReading Reading, IReadOnlyList<FileProblem> Problems);

    /// <summary>The tables, open for appending.</summary>
    private sealed class ReadTables(DuckDBConnection connection, ContactDigests digests) : IDisposable
    {
        private readonly DuckDBAppender _files = connection.CreateAppender(WarehouseBuild.Work, "main", "read_ledger_file");
        private readonly DuckDBAppender _parts = connection.CreateAppender(WarehouseBuild.Work, "main", "read_ledger_part");
        private readonly DuckDBAppender _rows = connection.CreateAppender(WarehouseBuild.Work, "main", "read_ledger_row");
        private readonly DuckDBAppender _problems = connection.CreateAppender(WarehouseBuild.Work, "main", "read_ledger_problem");
        private readonly DuckDBAppender _items = connection.CreateAppender(WarehouseBuild.Work, "main", "read_ledger_item");

        private readonly DuckDBAppender _contacts = connection.CreateAppender(WarehouseBuild.Work, "main", "read_unit_contact");

        public void AppendFile(int fileId, IReadOnlyList<string> warnings, bool isIgnored) => _files.CreateRow().AppendValue(fileId).AppendValue(warnings).AppendValue(isIgnored).EndRow();

        public void Append(ReadFile read)
        {
            var (fileId, file) = (read.FileId, read.Reading);
            AppendFile(fileId, file.Warnings, read.Landed.IsIgnored);
            foreach (var (problem, number) in read.Problems.Select((problem, i) => (problem, i + 1)))
            {
                _problems.CreateRow()
                    .AppendValue(fileId).AppendValue(number).AppendValue(problem.Place.SheetNumber).AppendValue(problem.Place.RowNumber).AppendValue(problem.Place.Column + 1)
                    .AppendValue(problem.Place.Cell).AppendValue(problem.Place.ColumnName).AppendValue(problem.Place.Code).AppendValue(problem.Place.Waits)
                    .AppendValue(problem.IsAboutLedger).AppendValue(problem.Place.CellText).AppendValue(problem.Place.Readings)
                    .AppendValue(problem.CureZh).AppendValue(problem.CureEn).EndRow();
            }

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
                    .AppendValue(row.UnitAddress).AppendValue(row.VisitedOn).AppendValue(row.Issues).AppendValue(row.RemarkPieces).EndRow();
                AppendContacts(fileId, row, "phone", row.Contacts.Phones);
                AppendContacts(fileId, row, "person", row.Contacts.Persons);
            }

            foreach (var item in file.Items)
            {
                _items.CreateRow()
                    .AppendValue(fileId).AppendValue(item.SheetNumber).AppendValue(item.RowNumber).AppendValue(item.ItemNumber)
                    .AppendValue(item.HazardText).AppendValue(item.MeasuresText).AppendValue(SnakeCase.Of(item.Status))
                    .AppendValue(SnakeCase.Of(item.Due.Kind)).AppendValue(item.Due.On).AppendValue(item.Due.From).AppendValue(SnakeCase.Of(item.Due.Precision)).AppendValue(item.DueText)
                    .AppendValue(item.FoundOn).AppendValue(item.RectifiedOn).AppendValue(item.VerifiedOn).AppendValue(item.HasPhone)
                    .AppendValue(item.Departments).AppendValue(item.ResponsibleText).AppendValue(item.Community).AppendValue(item.Sector)
                    .AppendValue(item.SectorContext).AppendValue(item.SectorContextOrigin).AppendValue(item.CommunityContext).AppendValue(item.CommunityContextOrigin).AppendValue(item.Level).AppendValue(item.EscalatedTo).AppendValue(item.Issues).EndRow();
            }
        }

        private void AppendContacts(int fileId, RowReading row, string kind, IReadOnlyList<string> values)
        {
            foreach (var value in values)
                _contacts.CreateRow().AppendValue(fileId).AppendValue(row.SheetNumber).AppendValue(row.RowNumber).AppendValue(kind).AppendValue(digests.Of(kind, value)).EndRow();
        }

        public void Dispose()
        {
            _contacts.Dispose();
            _files.Dispose();
            _parts.Dispose();
            _rows.Dispose();
            _items.Dispose();
            _problems.Dispose();
        }
    }
}
