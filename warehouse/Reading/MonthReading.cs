using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Reads how months stand, what closed ones said, and what changed since. A snapshot from before months were closed has no such tables: nothing is closed there.</summary>
internal sealed class MonthReading(SnapshotCache cache)
{
    private readonly Lazy<bool> _knowsClosings = new(() => cache.Read("select 1 from duckdb_tables() where table_name = 'mart_restatement'", new Question(), _ => true).Count > 0);

    public IReadOnlyList<MonthStanding> Standings(CallerScope scope)
    {
        if (!_knowsClosings.Value) return [];
        var closings = Closings(scope).ToLookup(closing => closing.Month, closing => closing.Closing);
        return cache.Read(
            "select month, month_state from dim_month_version where version = 0 order by month",
            new Question(),
            reader => ReportMonth.Parse(reader.GetString(0)) is var month ? new MonthStanding(month, Enum.Parse<MonthState>(reader.GetString(1), ignoreCase: true), [.. closings[month]]) : null!);
    }

    /// <returns>Null when that month has no such closing.</returns>
    /// <param name="version">Null: the last one.</param>
    public MonthRestatement? Restatement(CallerScope scope, ReportMonth month, int? version)
    {
        if (!_knowsClosings.Value) return null;
        var closings = Closings(scope).Where(closing => closing.Month == month && (version is null || closing.Closing.Version == version)).Select(closing => closing.Closing).ToList();
        return closings.Count == 0 ? null : new MonthRestatement(month, closings[^1], Numbers(scope, closings[^1].Version), Fields(scope, closings[^1].Version));
    }

    /// <summary>Every metric of the whole that a caller may see.</summary>
    public IReadOnlyList<PublishedNumber> Published(CallerScope scope, ReportMonth month, int version)
    {
        if (!_knowsClosings.Value) return [];
        var question = new Question();
        question.That($"published.month = {question.Parameter(month.ToString())}").That($"published.version = {question.Parameter(version)}");
        if (scope.SeesEverything) question.That("dimension = 'all'");
        question = InScope(question, scope);
        return cache.Read(
            $"""
            select published.metric, published.value, known.value
            from mart_month_metric as published
            left join (select month, metric, dimension, member, value from mart_month_metric where version = 0) as known using (month, metric, dimension, member)
            left join metric as meaning on meaning.key = published.metric
            {question.Where}
            order by meaning.position, published.metric
            """,
            question,
            reader => new PublishedNumber(reader.GetString(0), Number(reader, 1), Number(reader, 2)));
    }

    public IReadOnlyList<TargetStanding> Targets(CallerScope scope, ReportMonth month)
    {
        if (!_knowsClosings.Value) return [];
        var question = new Question();
        question.That($"month = {question.Parameter(month.ToString())}");
        question = InScope(question, scope);
        return cache.Read(
            $"select metric, dimension, member, target, actual, gap, is_met, target_origin = 'decision' from mart_target {question.Where} order by metric, dimension, member collate zh",
            question,
            reader => new TargetStanding(month, reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetDouble(3), Number(reader, 4), Number(reader, 5), reader.IsDBNull(6) ? null : reader.GetBoolean(6), reader.GetBoolean(7)));
    }

    private IReadOnlyList<(ReportMonth Month, MonthClosing Closing)> Closings(CallerScope scope)
    {
        var (numbers, hazards) = (InScope(new Question(), scope), HazardsInScope(new Question(), scope));
        var restatedNumbers = cache.Read($"select version, count(*) from mart_restatement {numbers.Where} group by all", numbers, Count).ToDictionary(row => row.Version, row => row.Count);
        var restatedHazards = cache.Read($"select version, count(distinct hazard_key) from mart_restatement_hazard {hazards.Where} group by all", hazards, Count).ToDictionary(row => row.Version, row => row.Count);
        return cache.Read(
            "select month, version, closing_number, closed_at, closed_by, as_of, snapshot_name, is_withdrawn from dim_month_version where closing_number is not null order by month, version",
            new Question(),
            reader => (ReportMonth.Parse(reader.GetString(0)), new MonthClosing(
                reader.GetInt32(1), reader.GetInt32(2), DateTime.SpecifyKind(reader.GetDateTime(3), DateTimeKind.Utc), reader.GetString(4), DateOnly.FromDateTime(reader.GetDateTime(5)),
                reader.IsDBNull(6) ? null : reader.GetString(6), reader.GetBoolean(7), restatedNumbers.GetValueOrDefault(reader.GetInt32(1)), restatedHazards.GetValueOrDefault(reader.GetInt32(1)))));

        static (int Version, long Count) Count(DuckDBDataReader reader) => (reader.GetInt32(0), reader.GetInt64(1));
    }

    private IReadOnlyList<RestatedNumber> Numbers(CallerScope scope, int version)
    {
        var question = new Question();
        question.That($"version = {question.Parameter(version)}");
        question = InScope(question, scope);
        return cache.Read(
            $"""
            select restated.metric, dimension, member, value_before, value_now, difference, hazard_keys, causes, numerator_before, denominator_before, numerator_now, denominator_now
            from mart_restatement as restated left join metric as known on known.key = restated.metric
            {question.Where}
            order by known.position, restated.metric, dimension <> 'all', dimension, member collate zh
            """,
            question,
            reader => new RestatedNumber(reader.GetString(0), reader.GetString(1), reader.GetString(2), Number(reader, 3), Number(reader, 4), Number(reader, 5), Parts(reader, 8), Parts(reader, 10), reader.GetFieldValue<List<string>>(6), reader.GetFieldValue<List<string>>(7)));
    }

    private IReadOnlyList<RestatedField> Fields(CallerScope scope, int version)
    {
        var question = new Question();
        question.That($"version = {question.Parameter(version)}");
        question = HazardsInScope(question, scope);
        return cache.Read(
            $"""
            select hazard_key, unit_name, hazard_text, change, field, value_before, value_now, cause, cause_file_sha256, cause_file, cause_sheet, cause_row, cause_decision_id, cause_decision
            from mart_restatement_hazard {question.Where}
            order by change, unit_name collate zh, hazard_key, field
            """,
            question,
            reader => new RestatedField(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), Text(reader, 5), Text(reader, 6), reader.GetString(7),
                Text(reader, 8), Text(reader, 9), Text(reader, 10), reader.IsDBNull(11) ? null : reader.GetInt32(11), Text(reader, 12), Text(reader, 13)));
    }

    /// <summary>Who may see one community or department sees its own numbers, not the whole's.</summary>
    private static Question InScope(Question question, CallerScope scope)
    {
        if (scope.SeesEverything) return question;
        var own = new[] { ("community", scope.Community), ("department", scope.Department) }.Where(one => one.Item2 is not null).Select(one => $"(dimension = '{one.Item1}' and member = {question.Parameter(one.Item2!)})");
        return question.That($"({string.Join(" or ", own)})");
    }

    private static Question HazardsInScope(Question question, CallerScope scope)
    {
        foreach (var (column, member) in new[] { ("community", scope.Community), ("department", scope.Department) }.Where(one => one.Item2 is not null))
        {
            var parameter = question.Parameter(member!);
            question.That($"({column}_before = {parameter} or {column}_now = {parameter})");
        }

        return question;
    }

    private static double? Number(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);

    private static Share? Parts(DuckDBDataReader reader, int column) => reader.IsDBNull(column) || reader.IsDBNull(column + 1) ? null : new(reader.GetDouble(column), reader.GetDouble(column + 1));

    private static string? Text(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
