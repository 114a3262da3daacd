namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>How far the check list before a high-risk period is.</summary>
/// <param name="Units">Listed.</param>
/// <param name="Visited">Of these, visited since.</param>
/// <param name="Hazards">Found there since.</param>
public sealed record CheckListState(long Units, long Visited, long Hazards);

/// <summary>Reads <c>mart_risk_plan</c>.</summary>
internal sealed class CheckListReading(SnapshotCache cache, SnapshotShape shape)
{
    /// <summary>The last list made for the period.</summary>
    /// <returns>Null when there is none.</returns>
    public CheckListState? Read(CallerScope scope, HighRiskPeriod period)
    {
        if (!shape.Has("mart_risk_plan", "plan_key", "order_name", "period", "starts_on", "as_of", "first_visited_on", "hazard_count", "community", "department")) return null;
        var question = new Question().Is("order_name", "plan").Is("period", period.Period).Is("community", scope.Community).Is("department", scope.Department);
        question.That($"starts_on = {question.Parameter(period.StartsOn)}");
        return cache.Read(
            $"select count(*), count(first_visited_on), sum(hazard_count)::bigint from mart_risk_plan {question.Where} group by plan_key, as_of order by as_of desc, plan_key limit 1",
            question,
            reader => new CheckListState(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2))).SingleOrDefault();
    }
}
