namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>A unit where hazards of one category come back.</summary>
/// <param name="Recurred">Closings followed within 90 days by a new hazard of the same category there.</param>
/// <param name="Followed">Closings of that category there that could be judged: the numerator's base.</param>
public sealed record RecurrentUnit(string UnitKey, string UnitName, string Category, long Recurred, long Followed);

/// <summary>Reads <c>fct_closing</c> with the metric's own counts.</summary>
internal sealed class RecurrentUnitReading(SnapshotCache cache, IReadOnlyList<Metric> catalogue)
{
    /// <summary>By unit and category; none when the snapshot does not define the metric.</summary>
    public IReadOnlyList<RecurrentUnit> Read(CallerScope scope, Filter filter, int most)
    {
        if (catalogue.FirstOrDefault(metric => metric.Key == "recurrence_rate_90") is not { NumeratorSql: { } recurred, DenominatorSql: { } followed, Source: "fct_closing" }) return [];
        var question = new Question().Slice(scope, filter);
        if (filter.From is { } from) question.That($"closed_month >= {question.Parameter(from.ToString())}");
        if (filter.To is { } to) question.That($"closed_month <= {question.Parameter(to.ToString())}");
        return cache.Read(
            $"""
            with
            counted as (
                select
                    unit_key,
                    category,
                    {recurred} as recurred,
                    {followed} as followed,
                from fct_closing
                {question.Where}
                group by all
                having recurred > 0
            ),

            most as (
                from counted
                order by recurred desc, followed, unit_key, category
                limit {question.Parameter(most)}
            )

            select unit_key, unit_name, category, recurred, followed
            from most
            join dim_unit using (unit_key)
            order by recurred desc, followed, unit_name collate zh, category
            """,
            question,
            reader => new RecurrentUnit(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3), reader.GetInt64(4)));
    }
}
