using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Counts the senders of <c>mart_submission</c> by state, and what waits in <c>mart_ledger_file</c>.</summary>
internal sealed class SubmissionReading(SnapshotCache cache)
{
    private const string States =
        """
        count(*), count(*) filter (state in ('received', 'zero_report')), count(*) filter (state = 'received'), count(*) filter (state = 'zero_report'),
        count(*) filter (state in ('received', 'zero_report') and not is_on_time), count(*) filter (state = 'waiting')
        """;

    private const string Waits = "count(*) filter (outcome = 'waiting'), coalesce(sum(rows_waiting), 0)::bigint";

    public SubmissionMonth Read(CallerScope scope, ReportMonth month)
    {
        var senders = Senders(scope).Is("month", month.ToString());
        var states = cache.Read($"select {States} from mart_submission {senders.Where}", senders, Counts)[0];
        var missing = Senders(scope).Is("month", month.ToString()).That("state = 'missing'");
        var names = cache.Read($"select submitter from mart_submission {missing.Where} order by submitter collate zh", missing, reader => reader.GetString(0));
        var files = Senders(scope);
        var waits = cache.Read($"select {Waits} from mart_ledger_file {files.Where}", files, Counts)[0];
        return new(month, states[0], states[1], states[2], states[3], states[4], states[5], names, waits[0], waits[1]);
    }

    // A ledger belongs to its sender, and a sender is a community or a department: who may see one, may see what it sent.
    private static Question Senders(CallerScope scope) => new Question().Is("submitter", scope.Community).Is("submitter", scope.Department);

    private static long[] Counts(DuckDBDataReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetInt64)];
}
