using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Reads check plans and what became of them. Who may see one community or department sees its own lines.</summary>
internal sealed class PlanReading(SnapshotCache cache, SnapshotShape shape)
{
    private bool Knows => shape.Has("mart_risk_plan", "plan_key", "probability_any", "reasons_en") && shape.Has("mart_risk_plan_look", "observed") && shape.Has("mart_risk_plan_duty", "subject") && shape.Has("mart_risk_plan_outcome", "hazards_per_visited");

    /// <summary>The latest window first.</summary>
    public IReadOnlyList<PlanHead> Heads(CallerScope scope, string? planKey = null)
    {
        if (!Knows) return [];
        var question = Own(scope).That("order_name = 'plan'").Is("plan_key", planKey);
        return cache.Read(
            $"""
            select plan_key, any_value(period), any_value(starts_on), any_value(ends_on), any_value(certainty), any_value(as_of), any_value(horizon_days),
                count(*)::integer, count(first_visited_on)::integer, (count(*) filter (hazard_count > 0))::integer, sum(hazard_count)::bigint
            from mart_risk_plan {question.Where}
            group by plan_key
            order by 3 desc, 6 desc, plan_key
            """,
            question,
            reader => new PlanHead(
                reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2), reader.GetFieldValue<DateOnly>(3), reader.GetString(4), reader.GetFieldValue<DateOnly>(5), reader.GetInt32(6),
                reader.GetInt32(7), reader.GetInt32(8), reader.GetInt32(9), reader.GetInt64(10)));
    }

    /// <returns>Null: no such plan, or nothing of it for this caller.</returns>
    public PlanStanding? Read(CallerScope scope, string planKey) => Heads(scope, planKey) is [var head] ? new(head, Rows(scope, planKey), Outcomes(scope, planKey), Unmet(scope, planKey), Shares(scope, planKey)) : null;

    private IReadOnlyList<PlanRow> Rows(CallerScope scope, string planKey)
    {
        var looks = new Question().Is("plan_key", planKey);
        var lookFor = cache.Read(
                $"select unit_key, category, probability, observed, example_count::bigint from mart_risk_plan_look {looks.Where} order by unit_key, place",
                looks,
                reader => (Unit: reader.GetString(0), Look: new PlanLook(reader.GetString(1), RiskReading.Number(reader, 2), RiskReading.Number(reader, 3), reader.IsDBNull(4) ? null : reader.GetInt64(4))))
            .ToLookup(one => one.Unit, one => one.Look, StringComparer.Ordinal);
        var question = Own(scope).That("order_name = 'plan'").Is("plan_key", planKey);
        return cache.Read(
            $"""
            select place, unit_key, unit_name, unit_address, department, community, plan_reasons, is_random, expected_count, probability_any, inspected_count, last_visited_on, reasons, reasons_en,
                first_visited_on, hazard_count::bigint
            from mart_risk_plan {question.Where}
            order by place
            """,
            question,
            reader => new PlanRow(
                reader.GetInt32(0), reader.GetString(1), reader.GetString(2), HazardReading.Text(reader, 3), HazardReading.Text(reader, 4), HazardReading.Text(reader, 5), Texts(reader, 6), reader.GetBoolean(7),
                RiskReading.Number(reader, 8), RiskReading.Number(reader, 9), reader.IsDBNull(10) ? null : reader.GetInt32(10), HazardReading.Day(reader, 11), Texts(reader, 12), Texts(reader, 13),
                HazardReading.Day(reader, 14), reader.GetInt64(15), [.. lookFor[reader.GetString(1)]]));
    }

    /// <summary>Orders are compared on the whole plan: for who may not see it there is nothing to compare.</summary>
    private IReadOnlyList<PlanOutcome> Outcomes(CallerScope scope, string planKey)
    {
        if (!scope.SeesEverything) return [];
        var question = new Question().Is("plan_key", planKey);
        return cache.Read(
            $"select order_name, part, unit_count::bigint, visited_count::bigint, found_count::bigint, hazard_count::bigint, major_count::bigint, hazards_per_visited from mart_risk_plan_outcome {question.Where} order by order_name desc, part",
            question,
            reader => new PlanOutcome(reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5), reader.GetInt64(6), RiskReading.Number(reader, 7)));
    }

    private IReadOnlyList<PlanDuty> Unmet(CallerScope scope, string planKey)
    {
        if (!scope.SeesEverything) return [];
        var question = new Question().Is("plan_key", planKey);
        return cache.Read($"select kind, subject from mart_risk_plan_duty {question.Where} order by kind desc, subject collate zh", question, reader => new PlanDuty(reader.GetString(0), reader.GetString(1)));
    }

    private IReadOnlyList<PlanShare> Shares(CallerScope scope, string planKey)
    {
        var question = new Question().Is("plan_key", planKey).Is("department", scope.Department);
        return scope.Community is not null ? [] : cache.Read(
            $"select department, visits, planned_count from mart_risk_plan_budget {question.Where} order by department collate zh",
            question,
            reader => new PlanShare(reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2)));
    }

    private static Question Own(CallerScope scope) => new Question().Is("community", scope.Community).Is("department", scope.Department);

    private static IReadOnlyList<string> Texts(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? [] : (List<string>)reader.GetValue(column);
}
