using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Reads <c>mart_submission</c> as a wall: the state is decided once, here, so that cells and counts cannot part.</summary>
internal sealed class SubmissionWallReading(SnapshotCache cache)
{
    private const string State =
        """
        case
            when state = 'missing' then 'Missing'
            when state = 'waiting' then 'Waiting'
            when state = 'zero_report' then 'ZeroReport'
            when version > 1 then 'Corrected'
            when not is_on_time then 'Late'
            else 'OnTime'
        end
        """;

    public SubmissionWall Read(CallerScope scope, ReportMonth from, ReportMonth to)
    {
        var question = Between(scope, from, to);
        var cells = cache.Read(
            $"select submitter, month, {State}, version::integer, is_on_time, rows_loaded::bigint, rows_waiting::bigint from mart_submission {question.Where} order by submitter collate zh, month",
            question,
            reader => (Submitter: reader.GetString(0), Cell: Cell(reader)));
        var counts = cache.Read(
            $"select month, {State} as word, count(*) from mart_submission {question.Where} group by all order by month, word",
            question,
            reader => new SubmissionCount(ReportMonth.Parse(reader.GetString(0)), Enum.Parse<SubmissionState>(reader.GetString(1)), reader.GetInt64(2)));
        var lines = cells.GroupBy(cell => cell.Submitter, StringComparer.Ordinal).Select(line => new SubmissionLine(line.Key, [.. line.Select(cell => cell.Cell)]));
        return new([.. from.Through(to)], [.. lines], counts);
    }

    private static Question Between(CallerScope scope, ReportMonth from, ReportMonth to)
    {
        var question = new Question().Is("submitter", scope.Community).Is("submitter", scope.Department);
        return question.That($"month >= {question.Parameter(from.ToString())}").That($"month <= {question.Parameter(to.ToString())}");
    }

    private static SubmissionCell Cell(DuckDBDataReader reader) => new(
        ReportMonth.Parse(reader.GetString(1)),
        Enum.Parse<SubmissionState>(reader.GetString(2)),
        reader.IsDBNull(3) ? null : reader.GetInt32(3),
        reader.IsDBNull(4) ? null : reader.GetBoolean(4),
        reader.GetInt64(5),
        reader.GetInt64(6));
}
