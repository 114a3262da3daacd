namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>One requirement of the plan, for one responsible department, as it stood at a month's end.</summary>
/// <param name="DueOn">When the occurrence that month stands in falls due; null where the plan states no day.</param>
/// <param name="IsDue">Its day had come by then.</param>
/// <param name="State"><c>not_told, not_started, in_progress, done, not_applicable</c>.</param>
/// <param name="OccurrencesDue">Of a periodic duty, all so far; <paramref name="OccurrencesDone"/> likewise.</param>
public sealed record RequirementStanding(
    int Number,
    int TaskNumber,
    string Task,
    int MeasureNumber,
    string Measure,
    string Requirement,
    string Department,
    DateOnly? DueOn,
    string? DueText,
    bool IsDue,
    string State,
    string? Evidence,
    int OccurrencesDue,
    int OccurrencesDone)
{
    /// <summary>Its day has come and nobody has said that it is done, or need not be.</summary>
    public bool IsLate => IsDue && State is not ("done" or "not_applicable");
}

/// <summary>Reads <c>mart_requirement</c>; a snapshot of before the plan's requirements has none.</summary>
internal sealed class RequirementReading(SnapshotCache cache, SnapshotShape shape)
{
    /// <summary>In the plan's order, departments by pinyin. Requirements belong to departments: a community sees none.</summary>
    public IReadOnlyList<RequirementStanding> Read(CallerScope scope, ReportMonth month)
    {
        if (scope.Community is not null || !shape.Has("mart_requirement", "month", "department", "requirement_no", "state")) return [];
        var question = new Question().Is("month", month.ToString()).Is("department", scope.Department);
        return cache.Read(
            $"""
            select
                requirement_no::integer, task_no::integer, task, measure_no::integer, measure, requirement, department,
                due_on, due_text, is_due, state, evidence, occurrences_due::integer, occurrences_done::integer
            from mart_requirement
            {question.Where}
            order by requirement_no, department collate zh
            """,
            question,
            reader => new RequirementStanding(
                reader.GetInt32(0), reader.GetInt32(1), reader.GetString(2), reader.GetInt32(3), reader.GetString(4), reader.GetString(5), reader.GetString(6),
                reader.IsDBNull(7) ? null : reader.GetFieldValue<DateOnly>(7), reader.IsDBNull(8) ? null : reader.GetString(8), reader.GetBoolean(9), reader.GetString(10),
                reader.IsDBNull(11) ? null : reader.GetString(11), reader.GetInt32(12), reader.GetInt32(13)));
    }
}
