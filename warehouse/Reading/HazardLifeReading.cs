using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Reads one hazard's whole life. A snapshot of an earlier layout has none to tell.</summary>
internal sealed class HazardLifeReading(SnapshotCache cache, SnapshotShape shape)
{
    private const int MostLookAlikes = 20;

    private static readonly string[] s_origins = ["community", "sector", "department", "category", "level", "found_on", "due", "status"];

    private static readonly string[] s_weighed = ["community", "sector", "department", "category", "level"];

    private static readonly string s_facts =
        $"""
        {HazardReading.Columns}, departments, submitters, found_after, found_before, due_original_on, rectified_on, rectified_month, verified_on, verified_month,
        cancelled_month, escalated_to, is_open, is_recurrence, recurrence_of, rebound_count, last_ledger_month, months_silent, silent_ledger_count,
        {string.Join(", ", s_origins.Select(origin => origin + "_origin"))}
        """;

    /// <summary>With what later layouts know beside.</summary>
    private string FactColumns => string.Join(", ", s_weighed.Select(value => Known(value + "_confidence", "double")).Prepend(s_facts).Append(Known("level_criterion", "varchar")));

    private string Known(string column, string type) => shape.Has("mart_hazard", column) ? $"{column}::{type}" : $"null::{type}";

    private const string EventColumns =
        """
        event_number, event, said_by, month, happened_on, submitter, status, value_before, value_after, unit_name, unit_address, hazard_text, measures_text, due_text,
        similarity, rule, file_sha256, file_name, sheet, row_number, item_no, decision_id, decision_kind, other_hazard_key
        """;

    private readonly Lazy<bool> _knowsLives = new(() => KnowsDecisions(cache));

    /// <returns>Null: no such hazard, or not for this caller.</returns>
    public HazardLife? Read(CallerScope scope, string hazardKey)
    {
        if (!_knowsLives.Value) return null;
        var question = new Question().Slice(scope, Filter.None).Is("hazard_key", hazardKey);
        if (cache.Read($"select {FactColumns} from mart_hazard {question.Where}", question, Facts) is not [var facts]) return null;
        var events = new Question().Is("hazard_key", hazardKey);
        var decisions = new Question();
        var key = decisions.Parameter(hazardKey);
        return new(
            facts,
            cache.Read($"select {EventColumns} from fct_hazard_event {events.Where} order by event_number", events, Event),
            LookAlikes(scope, facts),
            cache.Read($"select {DecisionColumns} from mart_decision where hazard_key = {key} or other_hazard_key = {key} order by decided_on, decision_id", decisions, Decision));
    }

    /// <summary>The hazard that a ledger item shows today; null: none, or not for this caller.</summary>
    public string? KeyAt(CallerScope scope, LedgerItem item)
    {
        if (!_knowsLives.Value) return null;
        var own = new Question().Slice(scope, Filter.None);
        var place = new Question(own).Is("file_sha256", item.FileSha256).Is("sheet", item.Sheet);
        place.That($"row_number = {place.Parameter(item.RowNumber)}").That($"item_no = {place.Parameter(item.ItemNo)}");
        return cache.Read(
            $"select hazard_key from (select hazard_key from fct_hazard_event {place.Where}) join (select hazard_key from mart_hazard {own.Where}) using (hazard_key) limit 1",
            own,
            reader => reader.GetString(0)) is [var key] ? key : null;
    }

    internal const string DecisionColumns = "decision_id, kind, decided_on, outcome, effective_month, effective_on, value, other_hazard_key, unit_name, other_name";

    internal static bool KnowsDecisions(SnapshotCache cache) =>
        cache.Read("select table_name from duckdb_tables()", new(), reader => reader.GetString(0)).Contains("mart_decision", StringComparer.Ordinal);

    internal static DecisionRow Decision(DuckDBDataReader reader) => new(
        reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2), reader.GetString(3), Month(reader, 4), HazardReading.Day(reader, 5),
        HazardReading.Text(reader, 6), HazardReading.Text(reader, 7), HazardReading.Text(reader, 8), HazardReading.Text(reader, 9));

    internal static ReportMonth? Month(DuckDBDataReader reader, int column) => ReportMonth.TryParse(HazardReading.Text(reader, column), out var month) ? month : null;

    private IReadOnlyList<HazardLookAlike> LookAlikes(CallerScope scope, HazardFacts facts)
    {
        var question = new Question().Slice(scope, Filter.None).Is("unit_key", facts.UnitKey);
        var (own, follows) = (question.Parameter(facts.Row.HazardKey), question.Parameter(facts.RecurrenceOf ?? ""));
        var (words, category) = (question.Parameter(facts.Row.HazardText), question.Parameter(facts.Row.Category));
        question.That($"hazard_key <> {own}").That($"(hazard_key = {follows} or recurrence_of = {own} or hazard_text = {words} or category = {category})");
        return cache.Read(
            $"""
            select {HazardReading.Columns}, case when hazard_key = {follows} or recurrence_of = {own} then 0 when hazard_text = {words} then 1 else 2 end as reason
            from mart_hazard {question.Where}
            order by reason, found_month desc, hazard_key
            limit {question.Parameter(MostLookAlikes)}
            """,
            question,
            reader => new HazardLookAlike(HazardReading.Row(reader), (LookAlikeReason)reader.GetInt32(HazardReading.ColumnCount)));
    }

    private static HazardFacts Facts(DuckDBDataReader reader)
    {
        // What follows the row is counted from its last column.
        const int At = HazardReading.ColumnCount - 1;
        return new(
            HazardReading.Row(reader),
            (List<string>)reader.GetValue(At + 1),
            (List<string>)reader.GetValue(At + 2),
            s_origins.Select((origin, i) => (origin, Word: HazardReading.Text(reader, At + 19 + i) ?? "unknown")).ToDictionary(pair => pair.origin, pair => pair.Word, StringComparer.Ordinal),
            HazardReading.Day(reader, At + 3),
            HazardReading.Day(reader, At + 4),
            HazardReading.Day(reader, At + 5),
            HazardReading.Day(reader, At + 6),
            Month(reader, At + 7),
            HazardReading.Day(reader, At + 8),
            Month(reader, At + 9),
            Month(reader, At + 10),
            HazardReading.Text(reader, At + 11),
            reader.GetBoolean(At + 12),
            reader.GetBoolean(At + 13),
            HazardReading.Text(reader, At + 14),
            reader.GetInt32(At + 15),
            Month(reader, At + 16),
            reader.IsDBNull(At + 17) ? null : reader.GetInt32(At + 17),
            reader.GetInt32(At + 18))
        {
            Confidences = s_weighed.Select((value, i) => (value, Column: At + 19 + s_origins.Length + i)).Where(pair => !reader.IsDBNull(pair.Column))
                .ToDictionary(pair => pair.value, pair => reader.GetDouble(pair.Column), StringComparer.Ordinal),
            LevelCriterion = HazardReading.Text(reader, At + 19 + s_origins.Length + s_weighed.Length),
        };
    }

    private static HazardEventRow Event(DuckDBDataReader reader) => new(
        reader.GetInt32(0), reader.GetString(1), reader.GetString(2) == "decision", ReportMonth.Parse(reader.GetString(3)), HazardReading.Day(reader, 4),
        HazardReading.Text(reader, 5), HazardReading.Text(reader, 6), HazardReading.Text(reader, 7), HazardReading.Text(reader, 8), HazardReading.Text(reader, 9), HazardReading.Text(reader, 10),
        HazardReading.Text(reader, 11), HazardReading.Text(reader, 12), HazardReading.Text(reader, 13), reader.IsDBNull(14) ? null : reader.GetDouble(14), HazardReading.Text(reader, 15),
        HazardReading.Text(reader, 16), HazardReading.Text(reader, 17), HazardReading.Text(reader, 18), Number(reader, 19), Number(reader, 20),
        HazardReading.Text(reader, 21), HazardReading.Text(reader, 22), HazardReading.Text(reader, 23));

    private static int? Number(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);
}
