namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>A window in which attention rises (重点时段).</summary>
/// <param name="Kind">The seed's own word: a holiday, a season, a campaign.</param>
/// <param name="EndsOn">Included.</param>
public sealed record HighRiskPeriod(string Period, string Kind, DateOnly StartsOn, DateOnly EndsOn)
{
    public int Days => EndsOn.DayNumber - StartsOn.DayNumber + 1;
}

/// <summary>Reads <c>dim_period</c>.</summary>
internal sealed class HighRiskPeriodReading(SnapshotCache cache, SnapshotShape shape)
{
    /// <summary>Those that touch the days, by their first.</summary>
    public IReadOnlyList<HighRiskPeriod> Read(DateOnly from, DateOnly to)
    {
        if (!shape.Has("dim_period", "period", "kind", "starts_on", "ends_on")) return [];
        var question = new Question();
        question.That($"ends_on >= {question.Parameter(from)}").That($"starts_on <= {question.Parameter(to)}");
        return cache.Read($"select period, kind, starts_on, ends_on from dim_period {question.Where} order by starts_on, ends_on, period", question, reader =>
            new HighRiskPeriod(reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2), reader.GetFieldValue<DateOnly>(3)));
    }
}
