namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>What one sender did in one month, as its ledger tells.</summary>
/// <param name="Submitter">Null for all senders together: a unit that two of them inspected counts once.</param>
/// <param name="Units">Distinct units inspected (检查单位数).</param>
/// <param name="Visits">Visits to them, by day or, where no day is stated, by month (出动次数).</param>
public sealed record VisitCount(string? Submitter, long Units, long Visits);

/// <summary>Reads <c>fct_visit</c>.</summary>
internal sealed class VisitReading(SnapshotCache cache, SnapshotShape shape)
{
    /// <summary>Senders with a visit in the month, by pinyin, and all together last; none when the snapshot knows no visits.</summary>
    public IReadOnlyList<VisitCount> Read(CallerScope scope, ReportMonth month)
    {
        if (!shape.Has("fct_visit", "submitter", "unit_key", "month")) return [];
        var question = new Question().Is("month", month.ToString()).Is("submitter", scope.Community).Is("submitter", scope.Department);
        return cache.Read(
            $"select submitter, count(distinct unit_key), count(*) from fct_visit {question.Where} group by grouping sets ((submitter), ()) order by submitter collate zh nulls last",
            question,
            reader => new VisitCount(reader.IsDBNull(0) ? null : reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2)));
    }
}
