using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Reads landed files and what is wrong in them. A snapshot of an earlier layout has no problems to tell.</summary>
internal sealed class LedgerReading(SnapshotCache cache)
{
    private const string FileColumns =
        """
        file_sha256, file_name, month, submitter, received_at, version::integer, outcome, reason, warnings, readings,
        rows_read::bigint, rows_loaded::bigint, rows_repeated::bigint, rows_carried_over::bigint, rows_skipped::bigint, rows_waiting::bigint, rows_superseded::bigint
        """;

    private const string ProblemColumns =
        "file_sha256, file_name, month, submitter, sheet, row_number::bigint, cell, column_name, code, is_waiting, cell_text, readings, message_zh, message_en, cure_zh, cure_en";

    private const string ProblemTextCounts = "count(*), count(*) filter (is_waiting), count(distinct file_sha256)";

    private readonly Lazy<bool> _knowsProblems = new(() => cache.Read("select table_name from duckdb_tables()", new(), reader => reader.GetString(0)).Contains("mart_ledger_problem", StringComparer.Ordinal));

    /// <summary>Every file that says something about that sender's month, the version that counts first.</summary>
    public IReadOnlyList<LedgerFileRow> Of(CallerScope scope, string submitter, ReportMonth month)
    {
        var question = Senders(new(), scope);
        var (sender, at) = (question.Parameter(submitter), question.Parameter(month.ToString()));
        question.That($"((submitter = {sender} and month = {at}) or file_sha256 in (select file_sha256 from mart_ledger_row where submitter = {sender} and month = {at}))");
        return cache.Read($"select {FileColumns} from mart_ledger_file {question.Where} order by outcome = 'superseded', outcome = 'repeated', version desc nulls last, received_at desc, file_name", question, File);
    }

    /// <summary>Whichever way they came.</summary>
    public IReadOnlyList<LedgerFileRow> Latest(CallerScope scope, int most)
    {
        var question = Senders(new(), scope);
        return cache.Read($"select {FileColumns} from mart_ledger_file {question.Where} order by received_at desc, file_name limit {question.Parameter(most)}", question, File);
    }

    /// <returns>One per name the content came under; none when it never landed.</returns>
    public IReadOnlyList<LedgerFileRow> WithContent(CallerScope scope, string sha256)
    {
        var question = Senders(new(), scope).Is("file_sha256", sha256);
        return cache.Read($"select {FileColumns} from mart_ledger_file {question.Where} order by outcome = 'repeated', file_name", question, File);
    }

    /// <summary>In the file's own order; what waits stands where it stands.</summary>
    public IReadOnlyList<LedgerProblemRow> Problems(CallerScope scope, string sha256, int most)
    {
        if (!_knowsProblems.Value) return [];
        var question = Senders(new(), scope).Is("file_sha256", sha256);
        return cache.Read($"select {ProblemColumns} from mart_ledger_problem {question.Where} order by is_waiting desc, problem_number limit {question.Parameter(most)}", question, Problem);
    }

    public long ProblemCount(CallerScope scope, string sha256)
    {
        if (!_knowsProblems.Value) return 0;
        var question = Senders(new(), scope).Is("file_sha256", sha256);
        return cache.Read($"select count(*) from mart_ledger_problem {question.Where}", question, reader => reader.GetInt64(0))[0];
    }

    /// <summary>Every problem of the filter, by file: for a list to take away.</summary>
    public IReadOnlyList<LedgerProblemRow> Problems(CallerScope scope, ProblemFilter filter)
    {
        if (!_knowsProblems.Value) return [];
        var question = Filtered(new(), scope, filter);
        return cache.Read($"select {ProblemColumns} from mart_ledger_problem {question.Where} order by submitter collate zh nulls last, month, file_name, file_sha256, problem_number", question, Problem);
    }

    public ProblemPage Files(CallerScope scope, ProblemFilter filter, int page, int pageSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        if (!_knowsProblems.Value) return new([], 0, 0);
        var counting = Filtered(new(), scope, filter);
        var totals = cache.Read($"select count(distinct file_sha256), count(*) filter (is_waiting) from mart_ledger_problem {counting.Where}", counting, reader => (Files: reader.GetInt64(0), Waiting: reader.GetInt64(1)))[0];
        var question = Filtered(new(), scope, filter);
        var files = cache.Read(
            $"""
            select file_sha256, count(*) filter (is_waiting) as waiting, count(*) as problems
            from mart_ledger_problem {question.Where}
            group by all
            order by waiting desc, problems desc, file_sha256
            limit {question.Parameter(pageSize)} offset {question.Parameter((page - 1L) * pageSize)}
            """,
            question,
            reader => (Sha256: reader.GetString(0), Waiting: reader.GetInt64(1), Problems: reader.GetInt64(2)));
        return new([.. files.SelectMany(file => WithContent(scope, file.Sha256).Take(1).Select(row => new ProblemFile(row, file.Waiting, file.Problems)))], totals.Files, totals.Waiting);
    }

    public ProblemChoices Choices(CallerScope scope)
    {
        if (!_knowsProblems.Value) return new([], [], []);
        return new(Distinct("code", "code"), Distinct("submitter", "submitter collate zh"), [.. Distinct("month", "month desc").Select(ReportMonth.Parse)]);

        IReadOnlyList<string> Distinct(string column, string order)
        {
            var question = Senders(new(), scope).That($"{column} is not null");
            return cache.Read($"select {column} from mart_ledger_problem {question.Where} group by all order by {order}", question, reader => reader.GetString(0));
        }
    }

    /// <summary>What stands in the cells of those problems, the most frequent first.</summary>
    public IReadOnlyList<ProblemText> Texts(CallerScope scope, IReadOnlyList<string> codes, int most)
    {
        if (!_knowsProblems.Value) return [];
        var question = Senders(new(), scope);
        question.That("cell_text is not null").That($"code in ({string.Join(", ", codes.Select(code => question.Parameter(code)))})");
        return cache.Read($"select trim(cell_text) as text, {ProblemTextCounts} from mart_ledger_problem {question.Where} group by all order by 3 desc, 2 desc, 1 limit {question.Parameter(most)}", question, ProblemTextRow);
    }

    /// <summary>Problems in whose cell or readings the word stands.</summary>
    public ProblemText With(CallerScope scope, string word)
    {
        if (!_knowsProblems.Value) return new(word, 0, 0, 0);
        var question = Senders(new(), scope);
        var meant = question.Parameter(word);
        question.That($"(contains(coalesce(cell_text, ''), {meant}) or contains(array_to_string(readings, ' '), {meant}))");
        return cache.Read($"select {meant}::varchar, {ProblemTextCounts} from mart_ledger_problem {question.Where}", question, ProblemTextRow)[0];
    }

    private static ProblemText ProblemTextRow(DuckDBDataReader reader) => new(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));

    private static Question Filtered(Question question, CallerScope scope, ProblemFilter filter)
    {
        Senders(question, scope).Is("code", filter.Code).Is("submitter", filter.Submitter).Is("month", filter.Month?.ToString());
        return filter.IsWaiting ? question.That("is_waiting") : question;
    }

    // A ledger belongs to its sender, and a sender is a community or a department: who may see one, may see what it sent.
    private static Question Senders(Question question, CallerScope scope) => question.Is("submitter", scope.Community).Is("submitter", scope.Department);

    private static LedgerFileRow File(DuckDBDataReader reader) => new(
        reader.GetString(0),
        reader.GetString(1),
        Month(reader, 2),
        Text(reader, 3),
        new(DateTime.SpecifyKind(reader.GetDateTime(4), DateTimeKind.Utc)),
        reader.IsDBNull(5) ? null : reader.GetInt32(5),
        reader.GetString(6),
        Text(reader, 7),
        List(reader, 8),
        List(reader, 9),
        new(reader.GetInt64(10), reader.GetInt64(11), reader.GetInt64(12), reader.GetInt64(13), reader.GetInt64(14), reader.GetInt64(15), reader.GetInt64(16)));

    private static LedgerProblemRow Problem(DuckDBDataReader reader) => new(
        reader.GetString(0),
        reader.GetString(1),
        Month(reader, 2),
        Text(reader, 3),
        Text(reader, 4),
        reader.IsDBNull(5) ? null : reader.GetInt64(5),
        Text(reader, 6),
        Text(reader, 7),
        reader.GetString(8),
        reader.GetBoolean(9),
        Text(reader, 10),
        List(reader, 11),
        Text(reader, 12) ?? "",
        Text(reader, 13) ?? "",
        Text(reader, 14) ?? "",
        Text(reader, 15) ?? "");

    private static ReportMonth? Month(DuckDBDataReader reader, int column) => ReportMonth.TryParse(Text(reader, column), out var month) ? month : null;

    private static string? Text(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static IReadOnlyList<string> List(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? [] : reader.GetFieldValue<List<string>>(column);
}
