namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>What a steward wrote at a day, for the time axes of figures.</summary>
public sealed record Annotation(DateOnly On, string Words);

/// <summary>Reads <c>mart_decision</c>.</summary>
internal sealed class AnnotationReading(SnapshotCache cache, SnapshotShape shape)
{
    /// <summary>Those of the days, by day; none when the snapshot knows no decisions.</summary>
    public IReadOnlyList<Annotation> Read(DateOnly from, DateOnly to)
    {
        if (!shape.Has("mart_decision", "kind", "value", "effective_on")) return [];
        var question = new Question().Is("kind", "annotation").That("value is not null");
        question.That($"effective_on >= {question.Parameter(from)}").That($"effective_on <= {question.Parameter(to)}");
        return cache.Read($"select effective_on, value from mart_decision {question.Where} order by effective_on, value", question, reader => new Annotation(reader.GetFieldValue<DateOnly>(0), reader.GetString(1)));
    }
}
