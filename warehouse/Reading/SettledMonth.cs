namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>What is fixed about a month: its targets, whether it is closed, and what changed since. Empty where a snapshot does not know.</summary>
/// <param name="State"><c>open, closed, reopened</c>; null when the snapshot knows no closings.</param>
/// <param name="ClosedSnapshot">The snapshot of its last closing; null when it never was closed.</param>
public sealed record SettledMonth(string? State, string? ClosedSnapshot, IReadOnlyList<SettledTarget> Targets, IReadOnlyList<SettledRestatement> Restatements, IReadOnlyList<RequirementProgress> Requirements);

/// <param name="Dimension"><c>all, community, department</c>.</param>
/// <param name="Target">In the metric's unit; shares as fractions.</param>
public sealed record SettledTarget(string Metric, string Dimension, string Member, double Target, double? Gap, bool? IsMet);

/// <summary>A number of a closed month that is different today.</summary>
/// <param name="Causes">Files and decisions.</param>
public sealed record SettledRestatement(long Version, string Metric, string Dimension, string Member, double? Before, double? Now, IReadOnlyList<string> Causes);

/// <summary>How far one department is with its requirements.</summary>
/// <param name="States">State to number of requirements, in the data's own words.</param>
public sealed record RequirementProgress(string Department, long Requirements, IReadOnlyList<(string State, long Count)> States);

/// <summary>Reads <c>mart_target</c>, <c>dim_month_version</c>, <c>mart_restatement</c> and <c>mart_requirement</c>, each as far as it is there.</summary>
internal sealed class SettledMonthReading(SnapshotCache cache, SnapshotShape shape)
{
    public SettledMonth Read(CallerScope scope, ReportMonth month)
    {
        var (state, snapshot) = Closing(month);
        return new(state, snapshot, Targets(scope, month), Restatements(scope, month), Requirements(scope, month));
    }

    private (string? State, string? Snapshot) Closing(ReportMonth month)
    {
        if (!shape.Has("dim_month_version", "month", "version", "month_state", "snapshot_name", "version_month", "is_withdrawn")) return (null, null);
        var question = new Question().Is("month", month.ToString());
        var rows = cache.Read(
            $"select month_state, if(version_month = month and not is_withdrawn, snapshot_name, null), version::bigint from dim_month_version {question.Where} order by version",
            question,
            reader => (State: reader.GetString(0), Snapshot: reader.IsDBNull(1) ? null : reader.GetString(1)));
        return rows.Count == 0 ? (null, null) : (rows[0].State, rows.LastOrDefault(row => row.Snapshot is not null).Snapshot);
    }

    private IReadOnlyList<SettledTarget> Targets(CallerScope scope, ReportMonth month)
    {
        if (!shape.Has("mart_target", "month", "metric", "dimension", "member", "target", "gap", "is_met")) return [];
        var question = Members(new Question().Is("month", month.ToString()), scope);
        return cache.Read($"select metric, dimension, coalesce(member, ''), target::double, gap::double, is_met from mart_target {question.Where} order by metric, dimension, member collate zh", question, reader => new SettledTarget(
            reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetDouble(3), reader.IsDBNull(4) ? null : reader.GetDouble(4), reader.IsDBNull(5) ? null : reader.GetBoolean(5)));
    }

    private IReadOnlyList<SettledRestatement> Restatements(CallerScope scope, ReportMonth month)
    {
        if (!shape.Has("mart_restatement", "month", "version", "metric", "dimension", "member", "value_before", "value_now", "causes")) return [];
        var question = Members(new Question().Is("month", month.ToString()), scope);
        return cache.Read(
            $"select version::bigint, metric, dimension, coalesce(member, ''), value_before::double, value_now::double, causes from mart_restatement {question.Where} order by version, metric, dimension, member collate zh",
            question,
            reader => new SettledRestatement(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetDouble(4), reader.IsDBNull(5) ? null : reader.GetDouble(5),
                reader.IsDBNull(6) ? [] : reader.GetFieldValue<List<string>>(6)));
    }

    private IReadOnlyList<RequirementProgress> Requirements(CallerScope scope, ReportMonth month)
    {
        if (!shape.Has("mart_requirement", "month", "department", "requirement_no", "state")) return [];
        var question = new Question().Is("month", month.ToString()).Is("department", scope.Department);
        if (scope.Community is not null) question.That("false");
        var rows = cache.Read(
            $"select department, state, count(distinct requirement_no) from mart_requirement {question.Where} group by all order by department collate zh, state",
            question,
            reader => (Department: reader.GetString(0), State: reader.GetString(1), Count: reader.GetInt64(2)));
        return [.. rows.GroupBy(row => row.Department, StringComparer.Ordinal).Select(group => new RequirementProgress(group.Key, group.Sum(row => row.Count), [.. group.Select(row => (row.State, row.Count))]))];
    }

    /// <summary>The whole's numbers are for whoever sees the whole; a member's for whoever sees that member.</summary>
    private static Question Members(Question question, CallerScope scope)
    {
        if (scope.SeesEverything) return question;
        return question.Is("dimension", scope.Community is null ? "department" : "community").Is("member", scope.Community ?? scope.Department);
    }
}
