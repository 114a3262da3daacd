using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>
/// Reads hazards of a selection, a page at a time. The same conditions make the count and the rows,
/// and they are the row-by-row meaning of the columns of <c>mart_month</c>: a number and its rows cannot part.
/// </summary>
internal sealed class HazardReading(SnapshotInfo info, SnapshotCache cache, bool hasHistory)
{
    private const string Columns =
        """
        hazard_key::varchar, unit_name, unit_address, hazard_text, measures_text, department, community, sector, category, level,
        status, found_month, found_on, due_on, due_text, coalesce(is_overdue, false), days_open::integer, first_file, first_sheet, first_row::bigint
        """;

    public HazardPage Read(CallerScope scope, HazardQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Page, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfLessThan(query.PageSize, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.PageSize, 500, nameof(query));

        var question = Conditions(scope, query.Selection);
        var total = cache.Read($"select count(*) from mart_hazard {question.Where}", question, reader => reader.GetInt64(0))[0];
        var direction = query.Descending ? "desc" : "asc";
        var skip = (query.Page - 1L) * query.PageSize;
        var sql = $"select {Columns} from mart_hazard {question.Where} order by {Column(query.Sort)} {direction} nulls last, hazard_key limit {question.Parameter(query.PageSize)} offset {question.Parameter(skip)}";
        return new(cache.Read(sql, question, Row), total);
    }

    /// <summary>Whether the rows behind a month's number can be told exactly: always for what was found, for the rest in the last month or with the monthly history.</summary>
    public bool CanTell(HazardSet set, ReportMonth? month) =>
        set is HazardSet.Found || hasHistory || (set is not HazardSet.Closed && (month is null || month == info.LastMonth));

    private Question Conditions(CallerScope scope, HazardSelection selection)
    {
        var filter = selection.Filter;
        var question = new Question().Slice(scope, filter).Is("status", filter.Status);
        if (selection.Set is HazardSet.Found) return Found(question, filter);

        var month = filter.Month ?? info.LastMonth;
        if (!CanTell(selection.Set, month)) throw new ArgumentException($"The snapshot {info.Name} has no fct_hazard_month: only its last month can be listed.", nameof(selection));
        return selection.Set switch
        {
            HazardSet.Rectified => question.Is("rectified_month", month?.ToString()),
            HazardSet.Closed => InHistory(question, "closed", month),
            _ => Stock(question, selection, month),
        };
    }

    private static Question Found(Question question, Filter filter)
    {
        question.Is("found_month", filter.Month?.ToString());
        if (filter.Month is not null) return question;
        if (filter.From is { } from) question.That($"found_month >= {question.Parameter(from.ToString())}");
        if (filter.To is { } to) question.That($"found_month <= {question.Parameter(to.ToString())}");
        return question;
    }

    private Question Stock(Question question, HazardSelection selection, ReportMonth? month)
    {
        var isLast = month is null || month == info.LastMonth;
        if (isLast) question.That("is_open");
        else InHistory(question, "closing", month);
        if (selection.Set is not HazardSet.Overdue) return question;

        var end = isLast ? info.AsOf ?? DateOnly.MaxValue : month!.Value.LastDay;
        question.That(isLast ? "is_overdue" : $"due_on < {question.Parameter(end)}");
        return selection.Age is { } age ? question.That($"date_diff('day', due_on, {question.Parameter(end)}) {Days(age)}") : question;
    }

    private static Question InHistory(Question question, string flag, ReportMonth? month) =>
        month is null ? question : question.That($"hazard_key in (select hazard_key from fct_hazard_month where month = {question.Parameter(month.Value.ToString())} and {flag}::integer > 0)");

    private static string Days(OverdueAge age) => age switch
    {
        OverdueAge.Days1To7 => "between 1 and 7",
        OverdueAge.Days8To30 => "between 8 and 30",
        OverdueAge.Days31To90 => "between 31 and 90",
        OverdueAge.DaysOver90 => "> 90",
        _ => throw new ArgumentOutOfRangeException(nameof(age), age, "Not an age."),
    };

    // Chinese members sort by pinyin; levels and statuses in the order of their words is good enough to group them.
    private static string Column(HazardSort sort) => sort switch
    {
        HazardSort.Found => "found_month",
        HazardSort.Due => "due_on",
        HazardSort.Unit => "unit_name collate zh",
        HazardSort.Department => "department collate zh",
        HazardSort.Community => "community collate zh",
        HazardSort.Sector => "sector collate zh",
        HazardSort.Category => "category collate zh",
        HazardSort.Level => "level collate zh",
        HazardSort.Status => "status",
        HazardSort.DaysOpen => "days_open",
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "Not a column to sort by."),
    };

    private static HazardRow Row(DuckDBDataReader reader) => new(
        reader.GetString(0),
        Text(reader, 1) ?? "",
        Text(reader, 2),
        Text(reader, 3) ?? "",
        Text(reader, 4),
        Text(reader, 5) ?? "",
        Text(reader, 6) ?? "",
        Text(reader, 7) ?? "",
        Text(reader, 8) ?? "",
        Text(reader, 9) ?? "",
        Text(reader, 10) ?? "unknown",
        ReportMonth.TryParse(Text(reader, 11), out var month) ? month : null,
        Day(reader, 12),
        Day(reader, 13),
        Text(reader, 14),
        reader.GetBoolean(15),
        reader.IsDBNull(16) ? null : reader.GetInt32(16),
        Text(reader, 17),
        Text(reader, 18),
        reader.IsDBNull(19) ? null : reader.GetInt64(19));

    private static string? Text(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static DateOnly? Day(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);
}
