namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>
/// How long after its rectification a unit stays without a new hazard of the same kind: Kaplan and Meier's estimate over the hazards rectified by a month's end,
/// those not yet followed for long enough censored there. A day nobody stated counts as the last of its month.
/// </summary>
/// <param name="Followed">Hazards rectified by the month's end.</param>
/// <param name="Recurred">Of these, how many came back by then.</param>
/// <param name="Steps">By days, from 0 on; none when nothing was followed.</param>
public sealed record RecurrenceCurve(long Followed, long Recurred, IReadOnlyList<RecurrenceStep> Steps);

/// <param name="Survival">The share still without recurrence after that many days, 0 to 1.</param>
/// <param name="Low">Lower end of its 95 % band (Kalbfleisch and Prentice's log-log form), null where it cannot be computed; so is <paramref name="High"/>.</param>
public sealed record RecurrenceStep(int Days, long AtRisk, long Recurred, double Survival, double? Low, double? High);

/// <summary>Reads <c>mart_hazard.recurrence_of</c>.</summary>
internal sealed class RecurrenceReading(SnapshotCache cache, SnapshotShape shape)
{
    private const int MostDays = 365;

    private static string Curve(string where, string month, string until) =>
        $"""
        with
        closed as (
            select
                hazard_key,
                coalesce(rectified_on, last_day(cast(rectified_month || '-01' as date))) as closed_on,
            from mart_hazard
            {where}
        ),

        came_back as (
            select
                recurrence_of as hazard_key,
                min(coalesce(found_on, last_day(cast(found_month || '-01' as date)))) as came_on,
            from mart_hazard
            where recurrence_of is not null
              and found_month <= {month}
              and status <> 'cancelled'
            group by all
        ),

        followed as (
            select
                greatest(least(coalesce(came_on, {until}), {until}) - closed_on, 0) as days,
                came_on is not null as has_come,
            from closed
            left join came_back using (hazard_key)
            where closed_on <= {until}
        ),

        daily as (
            select
                days,
                count(*) as hazards,
                count(*) filter (has_come) as recurred,
            from followed
            group by all
        ),

        at_risk as (
            select
                days,
                recurred,
                sum(hazards) over (order by days desc) as at_risk,
            from daily
        ),

        estimated as (
            select
                days,
                recurred,
                at_risk,
                exp(sum(if(recurred < at_risk, ln(1 - recurred / at_risk), -1000)) over (order by days)) as survival,
                sqrt(sum(if(recurred < at_risk, recurred / (at_risk * (at_risk - recurred)), null)) over (order by days)) as error,
            from at_risk
        )

        select
            days::integer,
            at_risk::bigint,
            recurred::bigint,
            survival,
            case when survival between 1e-9 and 1 - 1e-9 then pow(survival, exp(-1.959964 * error / ln(survival))) end as low,
            case when survival between 1e-9 and 1 - 1e-9 then pow(survival, exp(1.959964 * error / ln(survival))) end as high,
        from estimated
        order by days
        """;

    /// <summary>The estimate as a person would ask for it.</summary>
    public static string Sql(CallerScope scope, Filter filter, ReportMonth month, DateOnly until)
    {
        var (sql, question) = Ask(scope, filter, month, until);
        return question.Shown(sql);
    }

    private static (string Sql, Question Question) Ask(CallerScope scope, Filter filter, ReportMonth month, DateOnly until)
    {
        var question = new Question().Slice(scope, filter).That("rectified_month is not null").That("status <> 'cancelled'");
        var at = question.Parameter(month.ToString());
        question.That($"rectified_month <= {at}");
        return (Curve(question.Where, at, question.Parameter(until)), question);
    }

    /// <returns>Null when the snapshot does not know recurrences.</returns>
    public RecurrenceCurve? Read(CallerScope scope, Filter filter, ReportMonth month, DateOnly until)
    {
        if (!shape.Has("mart_hazard", "recurrence_of", "rectified_month", "rectified_on")) return null;
        var (sql, question) = Ask(scope, filter, month, until);
        var steps = cache.Read(sql, question, reader => new RecurrenceStep(
            reader.GetInt32(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetDouble(3), reader.IsDBNull(4) ? null : reader.GetDouble(4), reader.IsDBNull(5) ? null : reader.GetDouble(5)));
        if (steps.Count == 0) return new(0, 0, []);
        var whole = steps[0].AtRisk;
        var shown = steps.Where(step => step.Days <= MostDays && (step.Recurred > 0 || step == steps.Last(one => one.Days <= MostDays))).ToList();
        return new(whole, steps.Sum(step => step.Recurred), shown.Count > 0 && shown[0].Days == 0 ? shown : [new(0, whole, 0, 1, 1, 1), .. shown]);
    }
}
