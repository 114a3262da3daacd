using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Pipeline;

/// <summary>One sender's months, as the wall shows them.</summary>
/// <param name="Marks">One per month asked for, in order: a state of <c>mart_submission</c>, with <c>late</c>, <c>corrected</c>, <c>late_corrected</c> and <c>zero_report_late</c> told apart; null when nothing was expected.</param>
public sealed record SubmissionLine(string Submitter, IReadOnlyList<string?> Marks);

/// <param name="Months">The months of the wall, oldest first; at most twelve.</param>
/// <param name="InboxCount">Files in the inbox that are not landed yet.</param>
public sealed record StatusResult(SnapshotInfo Snapshot, IReadOnlyList<string> Months, IReadOnlyList<SubmissionLine> Lines, IReadOnlyList<WaitingThing> Waiting, int InboxCount);

/// <summary><c>status</c>: who has reported for which month, what waits, what is published, how fresh. Reads the snapshot, needs no lock.</summary>
public sealed class Status(DataDirectory data)
{
    private const int MonthsShown = 12;

    /// <exception cref="NoSnapshotException">Nothing is published.</exception>
    public StatusResult Run()
    {
        using var published = new PublishedDirectory(data.Published);
        using var lease = published.Borrow();
        var submissions = Ask(lease.Snapshot, "select submitter, month, state, is_on_time, is_corrected from mart_submission order by submitter collate zh, month");
        string[] months = [.. submissions.Select(row => (string)row[1]!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).TakeLast(MonthsShown)];
        var lines = submissions
            .GroupBy(row => (string)row[0]!, StringComparer.Ordinal)
            .Select(group =>
            {
                var marks = group.ToDictionary(row => (string)row[1]!, Mark, StringComparer.Ordinal);
                return new SubmissionLine(group.Key, [.. months.Select(month => marks.GetValueOrDefault(month))]);
            });
        var waiting = Ask(lease.Snapshot, """
            select file_name, reason, count(*), false from mart_ledger_row where outcome = 'waiting' group by all
            union all
            select file_name, reason, null, outcome = 'refused' from mart_ledger_file where (outcome = 'refused' and reason <> 'decided_skip') or (outcome = 'waiting' and rows_waiting = 0)
            order by 1, 2
            """).Select(row => new WaitingThing((string)row[0]!, (long?)row[2], (string)row[1]!, [], (bool)row[3]!));
        var inbox = Directory.Exists(data.Inbox) ? Directory.EnumerateFiles(data.Inbox).Count(path => !LedgerFiles.IsTemporary(Path.GetFileName(path))) : 0;
        return new StatusResult(lease.Snapshot.Info, months, [.. lines], [.. waiting], inbox);
    }

    private static string? Mark(object?[] row) => (string)row[2]! switch
    {
        "received" when row[3] is false => row[4] is true ? "late_corrected" : "late",
        "received" when row[4] is true => "corrected",
        "zero_report" when row[3] is false => "zero_report_late",
        var state => state,
    };

    private static List<object?[]> Ask(Snapshot snapshot, string sql)
    {
        using var result = snapshot.Query(CallerScope.Everything, sql);
        return [.. result.Rows()];
    }
}
