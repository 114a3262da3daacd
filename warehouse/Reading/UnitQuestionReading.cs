using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Reads what the linking of units asks. A snapshot of before it asked has no questions.</summary>
internal sealed class UnitQuestionReading(SnapshotCache cache, SnapshotShape shape)
{
    private const string Columns =
        """
        unit_key, unit_name, unit_address, unit_hazard_count::integer, unit_open_count::integer, months,
        other_key, other_name, other_address, other_hazard_count::integer, other_open_count::integer, other_months,
        probability::double, evidence, evidence_en, shared_month_count::integer
        """;

    private const int SideColumns = 6;

    public bool IsAsking => shape.Has("mart_unit_question", "unit_key", "other_key", "probability", "evidence", "evidence_en");

    /// <summary>The likeliest first. Joining two units concerns everybody's rows: who may not see them all is not asked.</summary>
    /// <param name="page">From 1.</param>
    public UnitQuestionPage Read(CallerScope scope, UnitQuestionFilter filter, int page, int pageSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        if (!IsAsking || !scope.SeesEverything) return new([], 0);
        var question = new Question();
        if (filter.UnitKey is { } unit) question.That($"{question.Parameter(unit)} in (unit_key, other_key)");
        if (filter.Text is { } text) question.That($"contains(lower(concat_ws(' ', unit_name, unit_address, other_name, other_address)), lower({question.Parameter(text)}))");
        var total = cache.Read($"select count(*) from mart_unit_question {question.Where}", question, reader => reader.GetInt64(0))[0];
        var skip = (page - 1L) * pageSize;
        var sql = $"select {Columns} from mart_unit_question {question.Where} order by probability desc, unit_key, other_key limit {question.Parameter(pageSize)} offset {question.Parameter(skip)}";
        return new(cache.Read(sql, question, Row), total);
    }

    private static UnitQuestion Row(DuckDBDataReader reader)
    {
        const int At = 2 * SideColumns;
        return new(Side(reader, 0), Side(reader, SideColumns), reader.GetDouble(At), HazardReading.Text(reader, At + 1) ?? "", HazardReading.Text(reader, At + 2) ?? "", reader.GetInt32(At + 3));
    }

    private static UnitSide Side(DuckDBDataReader reader, int at) => new(
        reader.GetString(at), reader.GetString(at + 1), HazardReading.Text(reader, at + 2), reader.GetInt32(at + 3), reader.GetInt32(at + 4),
        [.. ((List<string>)reader.GetValue(at + 5)).Select(ReportMonth.Parse)]);
}
