using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>A hazard as it stood at a month's end. Words are the data's own; there is no person in it.</summary>
/// <param name="DaysOverdue">At that month's end; null when it was not overdue.</param>
/// <param name="DueText">The deadline as written; null when nothing was.</param>
public sealed record MonthHazard(
    string HazardKey,
    string UnitName,
    string? UnitAddress,
    string HazardText,
    string? MeasuresText,
    string Department,
    string Community,
    string Sector,
    string Category,
    string Level,
    ReportMonth? FoundMonth,
    DateOnly? FoundOn,
    DateOnly? DueOn,
    string? DueText,
    int? DaysOverdue,
    string? FirstFile,
    string? FirstSheet,
    long? FirstRow);

/// <summary>Reads the hazards of one month at once, where a page would read them in pages.</summary>
internal sealed class MonthHazardReading(SnapshotCache cache)
{
    private const string Columns =
        """
        hazard_key::varchar, unit_name, unit_address, hazard_text, measures_text, department, community, sector, category, level,
        found_month, found_on, due_on, due_text, stood.days_overdue::integer, first_file, first_sheet, first_row::bigint
        """;

    /// <summary>The longest overdue first, then by unit.</summary>
    /// <param name="set">Open or overdue.</param>
    public IReadOnlyList<MonthHazard> Read(CallerScope scope, Filter filter, ReportMonth month, HazardSet set)
    {
        var flag = set switch { HazardSet.Open => "closing", HazardSet.Overdue => "overdue", _ => throw new ArgumentOutOfRangeException(nameof(set), set, "Only what stands at a month's end.") };
        var question = new Question().Slice(scope, filter);
        var sql =
            $"""
            select {Columns}
            from mart_hazard
            join (
                select hazard_key, max(days_overdue) as days_overdue
                from fct_hazard_month
                where month = {question.Parameter(month.ToString())} and {flag} > 0
                group by all
            ) as stood using (hazard_key)
            {question.Where}
            order by stood.days_overdue desc nulls last, unit_name collate zh, hazard_key
            """;
        return cache.Read(sql, question, Row);
    }

    private static MonthHazard Row(DuckDBDataReader reader)
    {
        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
        DateOnly? Day(int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);
        return new(Text(0)!, Text(1) ?? "", Text(2), Text(3) ?? "", Text(4), Text(5) ?? "", Text(6) ?? "", Text(7) ?? "", Text(8) ?? "", Text(9) ?? "",
            ReportMonth.TryParse(Text(10), out var month) ? month : null, Day(11), Day(12), Text(13), reader.IsDBNull(14) ? null : reader.GetInt32(14), Text(15), Text(16), reader.IsDBNull(17) ? null : reader.GetInt64(17));
    }
}
