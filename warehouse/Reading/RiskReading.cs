using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Reads scores and how far they can be trusted. A snapshot of before there were scores has none.</summary>
internal sealed class RiskReading(SnapshotCache cache, SnapshotShape shape)
{
    private const int MostUnits = 30;
    private const int MostThatComeBack = 15;

    public bool IsScored => shape.Has("mart_risk_card", "as_of", "horizon_days", "trained_for") && shape.Has("mart_risk_change", "rise_per_unit") && shape.Has("mart_risk_calibration", "observed_low");

    /// <summary>Days that were scored, the latest first.</summary>
    public IReadOnlyList<DateOnly> Days() => IsScored ? cache.Read("select distinct as_of from mart_risk_card order by as_of desc", new(), reader => reader.GetFieldValue<DateOnly>(0)) : [];

    /// <param name="asOf">Null: the latest.</param>
    /// <returns>Null: nothing was scored on that day.</returns>
    public RiskStanding? Read(CallerScope scope, DateOnly? asOf)
    {
        if (!IsScored || Scoring(asOf) is not { } scoring) return null;
        return new(
            scoring,
            Units(scope, scoring),
            Of(scoring, "mart_risk_calibration", "question, step, predicted, observed, observed_low, observed_high, example_count::bigint", scoring.TrainedFor, reader =>
                new RiskStep(reader.GetString(0), reader.GetInt32(1), reader.GetDouble(2), reader.GetDouble(3), Number(reader, 4), Number(reader, 5), reader.GetInt64(6))),
            Of(scoring, "mart_risk_backtest", "question, order_name, cut_off, measure, value, low, high, example_count::bigint", scoring.TrainedFor, reader =>
                new RiskMeasure(reader.GetString(0), reader.GetString(1), HazardReading.Day(reader, 2), reader.GetString(3), Number(reader, 4), Number(reader, 5), Number(reader, 6), reader.GetInt64(7))),
            !scope.SeesEverything ? [] : Of(scoring, "mart_risk_effort", "dimension, member, example_count::bigint, visits_per_unit, predicted, observed, selection_rate, effort_note", scoring.TrainedFor, reader =>
                new RiskEffort(reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetDouble(3), reader.GetDouble(4), reader.GetDouble(5), reader.GetDouble(6), reader.GetString(7))),
            !scope.SeesEverything ? [] : Changes(scoring),
            ComeBack(scope, byUnit: true),
            ComeBack(scope, byUnit: false));
    }

    private RiskScoring? Scoring(DateOnly? asOf)
    {
        var question = new Question();
        if (asOf is { } day) question.That($"as_of = {question.Parameter(day)}");
        return cache.Read(
            $"""
            select as_of, horizon_days, trained_for, age_days, pair_model, count_model, is_thin, example_count::bigint, visit_count::bigint, unit_count::bigint, first_visit_on,
                auc, average_precision, log_loss, calibration_error, smoothed_rate_log_loss
            from mart_risk_card {question.Where}
            order by as_of desc, abs(horizon_days - 180)
            limit 1
            """,
            question,
            reader => new RiskScoring(
                reader.GetFieldValue<DateOnly>(0), reader.GetInt32(1), reader.GetFieldValue<DateOnly>(2), reader.GetInt32(3), reader.GetString(4), reader.GetString(5), reader.GetBoolean(6),
                reader.GetInt64(7), reader.GetInt64(8), reader.GetInt64(9), HazardReading.Day(reader, 10), Number(reader, 11), Number(reader, 12), Number(reader, 13), Number(reader, 14), Number(reader, 15)))
            is [var scoring, ..] ? scoring : null;
    }

    private IReadOnlyList<RiskUnitRow> Units(CallerScope scope, RiskScoring scoring)
    {
        var question = Scored(scoring, scoring.AsOf);
        if (!scope.SeesEverything) question.That($"unit_key in (select unit_key from mart_hazard {new Question(question).Slice(scope, Filter.None).Where})");
        return cache.Read(
            $"""
            select unit_key, unit_name, unit_address, rank, probability_any, probability_major, expected_count, inspected_count, last_visited_on, reasons, reasons_en
            from mart_risk_unit {question.Where}
            order by rank
            limit {question.Parameter(MostUnits)}
            """,
            question,
            reader => new RiskUnitRow(
                reader.GetString(0), reader.GetString(1), HazardReading.Text(reader, 2), reader.GetInt32(3), reader.GetDouble(4), reader.GetDouble(5), reader.GetDouble(6), reader.GetInt32(7),
                HazardReading.Day(reader, 8), (List<string>)reader.GetValue(9), (List<string>)reader.GetValue(10)));
    }

    private IReadOnlyList<RiskChange> Changes(RiskScoring scoring) => Of(scoring, "mart_risk_change", "dimension, member, unit_count::bigint, expected_count, before_on, expected_before, rise_per_unit", scoring.AsOf, reader =>
        new RiskChange(reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetDouble(3), HazardReading.Day(reader, 4), Number(reader, 5), Number(reader, 6)));

    /// <summary>From the hazards themselves, not from scores: what came back is a fact.</summary>
    private IReadOnlyList<ComesBack> ComeBack(CallerScope scope, bool byUnit)
    {
        var question = new Question().Slice(scope, Filter.None).That("status <> 'cancelled'");
        var member = byUnit ? "unit_key, category" : "category";
        return cache.Read(
            $"""
            with
            came_back as (
                select
                    {member},
                    (count(*) filter (is_recurrence) + sum(rebound_count))::bigint as return_count,
                from mart_hazard
                {question.Where} and (is_recurrence or rebound_count > 0)
                group by all
                having return_count > {(byUnit ? "1" : "0")}
            )

            select
                {(byUnit ? "unit_key, any_value(unit_name)" : "null, null")},
                category,
                count(*),
                any_value(return_count),
                count(*) filter (is_open),
            from mart_hazard
            join came_back using ({member})
            {question.Where}
            group by {member}
            order by 5 desc, 4 desc, category collate zh, 1
            limit {question.Parameter(MostThatComeBack)}
            """,
            question,
            reader => new ComesBack(HazardReading.Text(reader, 0), HazardReading.Text(reader, 1), reader.GetString(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5)));
    }

    private IReadOnlyList<T> Of<T>(RiskScoring scoring, string table, string columns, DateOnly day, Func<DuckDBDataReader, T> row)
    {
        var question = Scored(scoring, day);
        return cache.Read($"select {columns} from {table} {question.Where} order by all", question, row);
    }

    private static Question Scored(RiskScoring scoring, DateOnly day)
    {
        var question = new Question();
        return question.That($"as_of = {question.Parameter(day)}").That($"horizon_days = {question.Parameter(scoring.HorizonDays)}");
    }

    internal static double? Number(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);
}
