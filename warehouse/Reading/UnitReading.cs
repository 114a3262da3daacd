using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Reads one unit. Somebody who may not see all rows sees the unit as far as his hazards and visits go.</summary>
internal sealed class UnitReading(SnapshotCache cache, SnapshotShape shape)
{
    private readonly Lazy<bool> _knowsDecisions = new(() => HazardLifeReading.KnowsDecisions(cache));

    private bool KnowsNames => shape.Has("mart_unit_name", "unit_key", "unit_address", "first_ledger_month", "last_ledger_month", "ledger_row_count");

    /// <returns>Null: no such unit, or nothing of it for this caller.</returns>
    public UnitPage? Read(CallerScope scope, string unitKey)
    {
        if (!_knowsDecisions.Value) return null;
        var unit = new Question().Is("unit_key", unitKey);
        if (cache.Read($"select unit_name, unit_address from dim_unit {unit.Where}", unit, reader => (Name: reader.GetString(0), Address: HazardReading.Text(reader, 1))) is not [var named]) return null;
        var (open, closed, inspectors) = (Hazards(scope, unitKey, isOpen: true), Hazards(scope, unitKey, isOpen: false), Inspectors(scope, unitKey));
        if (!scope.SeesEverything && open.Count + closed.Count + inspectors.Count == 0) return null;
        return new(unitKey, named.Name, named.Address, Spellings(scope, unitKey), open, closed, Categories(scope, unitKey), inspectors, Decisions(unitKey), Periods(unitKey));
    }

    /// <summary>Units in whose name or address a text stands, those with most hazards first.</summary>
    public IReadOnlyList<UnitChoice> Called(CallerScope scope, string text, int most)
    {
        var hazards = new Question().Slice(scope, Filter.None);
        var asked = hazards.Parameter(text);
        return cache.Read(
            $"""
            with hazards as (select unit_key, count(*) as hazards from mart_hazard {hazards.Where} group by all)
            select unit_key, unit_name, unit_address, coalesce(hazards, 0)
            from dim_unit
            {(scope.SeesEverything ? "left " : "")}join hazards using (unit_key)
            where contains(lower(concat_ws(' ', unit_name, unit_address)), lower({asked}))
            order by 4 desc, unit_name collate zh, unit_key
            limit {hazards.Parameter(most)}
            """,
            hazards,
            reader => new UnitChoice(reader.GetString(0), reader.GetString(1), HazardReading.Text(reader, 2), reader.GetInt64(3)));
    }

    /// <summary>What the decisions about units do today, by their ids; decisions are the same for every caller.</summary>
    public IReadOnlyDictionary<string, string> Outcomes() => _knowsDecisions.Value
        ? cache.Read("select decision_id, outcome from mart_decision where starts_with(kind, 'unit_')", new(), reader => (Id: reader.GetString(0), Outcome: reader.GetString(1)))
            .ToDictionary(decision => decision.Id, decision => decision.Outcome, StringComparer.Ordinal)
        : new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The unit that a spelling means today; null when none does.</summary>
    public string? KeyOf(CallerScope scope, string name, string? address)
    {
        if (!_knowsDecisions.Value) return null;
        var question = new Question().Is("unit_name", name);
        question = address is null ? question.That("unit_address is null") : question.Is("unit_address", address);
        if (scope.SeesEverything && KnowsNames) return cache.Read($"select unit_key from mart_unit_name {question.Where}", question, reader => reader.GetString(0)) is [var named, ..] ? named : null;
        var own = new Question(question).Slice(scope, Filter.None);
        return cache.Read(
            $"""
            select unit_key
            from (select hazard_key, unit_key from mart_hazard {own.Where}) as hazard
            join fct_hazard_event as event using (hazard_key)
            {question.Where}
            order by 1
            limit 1
            """,
            question,
            reader => reader.GetString(0)) is [var key] ? key : null;
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
        if (scope.SeesEverything && KnowsNames) return Names(unitKey);
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
            Spelling);
    }

    private IReadOnlyList<UnitSpellingRow> Names(string unitKey)
    {
        var question = new Question().Is("unit_key", unitKey);
        return cache.Read($"select unit_name, unit_address, first_ledger_month, last_ledger_month, ledger_row_count::bigint from mart_unit_name {question.Where} order by 3, 1, 2", question, Spelling);
    }

    private IReadOnlyList<UnitPeriodRow> Periods(string unitKey)
    {
        if (!shape.Has("dim_unit_history", "period_number", "valid_from", "valid_to", "changes")) return [];
        var question = new Question().Is("unit_key", unitKey);
        return cache.Read(
            $"select unit_name, unit_address, valid_from, valid_to, changes from dim_unit_history {question.Where} order by period_number",
            question,
            reader => new UnitPeriodRow(
                reader.GetString(0), HazardReading.Text(reader, 1), HazardLifeReading.Month(reader, 2), HazardLifeReading.Month(reader, 3), reader.IsDBNull(4) ? [] : (List<string>)reader.GetValue(4)));
    }

    private static UnitSpellingRow Spelling(DuckDBDataReader reader) =>
        new(reader.GetString(0), HazardReading.Text(reader, 1), ReportMonth.Parse(reader.GetString(2)), ReportMonth.Parse(reader.GetString(3)), reader.GetInt64(4));

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
