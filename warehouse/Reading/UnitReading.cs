using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Reads one unit. Somebody who may not see all rows sees the unit as far as his hazards and visits go.</summary>
internal sealed class UnitReading(SnapshotCache cache)
{
    private readonly Lazy<bool> _knowsDecisions = new(() => HazardLifeReading.KnowsDecisions(cache));

    /// <returns>Null: no such unit, or nothing of it for this caller.</returns>
    public UnitPage? Read(CallerScope scope, string unitKey)
    {
        if (!_knowsDecisions.Value) return null;
        var unit = new Question().Is("unit_key", unitKey);
        if (cache.Read($"select unit_name, unit_address from dim_unit {unit.Where}", unit, reader => (Name: reader.GetString(0), Address: HazardReading.Text(reader, 1))) is not [var named]) return null;
        var (open, closed, inspectors) = (Hazards(scope, unitKey, isOpen: true), Hazards(scope, unitKey, isOpen: false), Inspectors(scope, unitKey));
        if (!scope.SeesEverything && open.Count + closed.Count + inspectors.Count == 0) return null;
        return new(unitKey, named.Name, named.Address, Spellings(scope, unitKey), open, closed, Categories(scope, unitKey), inspectors, Decisions(unitKey));
    }

    private IReadOnlyList<HazardRow> Hazards(CallerScope scope, string unitKey, bool isOpen)
    {
        var question = Own(scope, unitKey).That(isOpen ? "is_open" : "not is_open");
        return cache.Read($"select {HazardReading.Columns} from mart_hazard {question.Where} order by found_month {(isOpen ? "asc" : "desc")}, hazard_key", question, HazardReading.Row);
    }

    private IReadOnlyList<UnitCategoryRow> Categories(CallerScope scope, string unitKey)
    {
        var question = Own(scope, unitKey).That("status <> 'cancelled'");
        return cache.Read(
            $"""
            select category, count(*), count(*) filter (is_open), count(*) filter (is_recurrence), sum(rebound_count)::bigint
            from mart_hazard {question.Where}
            group by all
            order by 2 desc, category collate zh
            """,
            question,
            reader => new UnitCategoryRow(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4)));
    }

    private IReadOnlyList<UnitSpellingRow> Spellings(CallerScope scope, string unitKey)
    {
        var question = Own(scope, unitKey);
        return cache.Read(
            $"""
            select unit_name, unit_address, min(month), max(month), count(distinct (file_sha256, sheet, row_number))
            from fct_hazard_event
            where unit_name is not null
              and hazard_key in (select hazard_key from mart_hazard {question.Where})
            group by all
            order by 3, 1, 2
            """,
            question,
            reader => new UnitSpellingRow(reader.GetString(0), HazardReading.Text(reader, 1), ReportMonth.Parse(reader.GetString(2)), ReportMonth.Parse(reader.GetString(3)), reader.GetInt64(4)));
    }

    /// <summary>Who may see only a community or a department sees its own visits.</summary>
    private IReadOnlyList<UnitInspectorRow> Inspectors(CallerScope scope, string unitKey)
    {
        var question = new Question().Is("unit_key", unitKey).Is("submitter", scope.Community).Is("submitter", scope.Department);
        return cache.Read(
            $"""
            select submitter, count(*), max(month), max(visited_on)
            from fct_visit {question.Where}
            group by all
            order by 3 desc, 4 desc nulls last, submitter collate zh
            """,
            question,
            Inspector);
    }

    private static UnitInspectorRow Inspector(DuckDBDataReader reader)
    {
        var (month, day) = (ReportMonth.Parse(reader.GetString(2)), HazardReading.Day(reader, 3));
        return new(reader.GetString(0), reader.GetInt64(1), month, day is { } on && on.Year == month.Year && on.Month == month.Month ? day : null);
    }

    private IReadOnlyList<DecisionRow> Decisions(string unitKey)
    {
        var question = new Question();
        var key = question.Parameter(unitKey);
        return cache.Read($"select {HazardLifeReading.DecisionColumns} from mart_decision where unit_key = {key} or other_unit_key = {key} order by decided_on, decision_id", question, HazardLifeReading.Decision);
    }

    private static Question Own(CallerScope scope, string unitKey) => new Question().Slice(scope, Filter.None).Is("unit_key", unitKey);
}
