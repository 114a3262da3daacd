using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>
/// Reads hazards of a selection, a page at a time. The same conditions make the count and the rows,
/// and they are the flags of <c>fct_hazard_month</c> that <c>mart_month</c> is summed from: a number and its rows cannot part.
/// </summary>
internal sealed class HazardReading(SnapshotInfo info, SnapshotCache cache, SnapshotShape shape)
{
    /// <summary>How many columns a <see cref="HazardRow"/> takes: what is selected beside them follows from there.</summary>
    internal const int ColumnCount = 21;

    internal const string Columns =
        """
        hazard_key::varchar, unit_name, unit_address, hazard_text, measures_text, department, community, sector, category, level,
        status, found_month, found_on, due_on, due_text, coalesce(is_overdue, false), days_open::integer, first_file, first_sheet, first_row::bigint,
        unit_key::varchar
        """;

    private const int MostWords = 8;

    // Chinese needs no stemming and has no spaces: a word stands where its letters stand.
    private static readonly string[] s_searched = ["hazard_text", "unit_name", "unit_address", "measures_text"];

    /// <summary>The first rows of a selection, all at once and not remembered: a list to take away is asked for once.</summary>
    public HazardList List(CallerScope scope, HazardQuery query, int most)
    {
        var question = Conditions(scope, query.Selection);
        var total = cache.Read($"select count(*) from mart_hazard {question.Where}", question, reader => reader.GetInt64(0))[0];
        return new(cache.ReadOnce(Rows(question.Where, Order(query), question.Parameter(most)), question, Row), total);
    }

    // A hazard belongs where it belonged in the month asked for; snapshots published before hazards moved know one place only.
    private bool MonthsKnowPlaces => shape.Has("fct_hazard_month", "is_leaving");

    private string Order(HazardQuery query) => $"{Column(query.Sort)} {(query.Descending ? "desc" : "asc")} nulls last, hazard_key";

    public HazardPage Read(CallerScope scope, HazardQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Page, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfLessThan(query.PageSize, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.PageSize, 500, nameof(query));

        var question = Conditions(scope, query.Selection);
        var total = cache.Read($"select count(*) from mart_hazard {question.Where}", question, reader => reader.GetInt64(0))[0];
        var skip = (query.Page - 1L) * query.PageSize;
        var sql = Rows(question.Where, Order(query), $"{question.Parameter(query.PageSize)} offset {question.Parameter(skip)}");
        return new(cache.Read(sql, question, Row), total);
    }

    // Found first, then read whole: of ten million hazards only those shown give all their columns.
    private static string Rows(string where, string order, string limit) =>
        $"select {Columns} from mart_hazard where rowid in (select rowid from mart_hazard {where} order by {order} limit {limit}) order by {order}";

    // Chinese has no case, and to ask for it costs five times the search.
    private static string Contains(string column, string word, string said) =>
        word.Any(letter => char.ToUpperInvariant(letter) != char.ToLowerInvariant(letter)) ? $"contains(lower({column}), lower({said}))" : $"contains({column}, {said})";

    private Question Conditions(CallerScope scope, HazardSelection selection)
    {
        var question = new Question().Is("status", selection.Filter.Status);
        foreach (var word in (selection.Text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            var said = question.Parameter(word);
            question.That($"({string.Join(" or ", s_searched.Select(column => Contains(column, word, said)))})");
        }

        if (selection.Set is HazardSet.Recurred || selection.Took is not null) return Closings(question, scope, selection);
        var months = new Question(question);
        Span(months, selection);
        if (months.Where.Length == 0 || !MonthsKnowPlaces) question.Slice(scope, selection.Filter);
        else months.Slice(scope, selection.Filter);
        if (months.Where.Length == 0) return question;
        months.That($"{Flag(selection.Set)} > 0");
        if (selection.Age is { } age) months.That($"days_overdue {Days(age)}");
        return question.That($"hazard_key in (select hazard_key from fct_hazard_month {months.Where})");
    }

    /// <summary>What the metrics of closings count: the same rows, place and months.</summary>
    private Question Closings(Question question, CallerScope scope, HazardSelection selection)
    {
        var closings = new Question(question).Slice(scope, selection.Filter);
        Span(closings, selection, "closed_month");
        if (selection.Set is HazardSet.Recurred) closings.That("recurrence_90 = 'recurrent'");
        closings.Is("corrective_action", selection.After);
        if (selection.Took is { } took)
        {
            closings.That($"days_to_rectify >= {closings.Parameter(took.From)}");
            if (took.To is { } to) closings.That($"days_to_rectify <= {closings.Parameter(to)}");
        }

        return question.That($"hazard_key in (select hazard_key from fct_closing {closings.Where})");
    }

    private void Span(Question months, HazardSelection selection, string column = "month")
    {
        var filter = selection.Filter;
        if (filter.Month is not null || !selection.Spans)
        {
            months.Is(column, (filter.Month ?? info.LastMonth)?.ToString());
            return;
        }

        if (filter.From is { } from) months.That($"{column} >= {months.Parameter(from.ToString())}");
        if (filter.To is { } to) months.That($"{column} <= {months.Parameter(to.ToString())}");
    }

    private static string Flag(HazardSet set) => set switch
    {
        HazardSet.Found => "found",
        HazardSet.Reopened => "reopened",
        HazardSet.Closed => "closed",
        HazardSet.Open => "closing",
        HazardSet.Overdue => "overdue",
        _ => throw new ArgumentOutOfRangeException(nameof(set), set, "Not a set of hazards."),
    };

    private static string Days(OverdueAge age) => age switch
    {
        OverdueAge.Days1To7 => "between 1 and 7",
        OverdueAge.Days8To30 => "between 8 and 30",
        OverdueAge.Days31To90 => "between 31 and 90",
        OverdueAge.DaysOver90 => "> 90",
        _ => throw new ArgumentOutOfRangeException(nameof(age), age, "Not an age."),
    };

    // Chinese members sort by pinyin; levels and statuses in the order of their words is good enough to group them.
    private string Column(HazardSort sort) => sort switch
    {
        HazardSort.Found => "found_month",
        HazardSort.Due => "due_on",
        HazardSort.Unit => shape.Has("mart_hazard", "unit_order") ? "unit_order" : "unit_name collate zh",
        HazardSort.Department => "department collate zh",
        HazardSort.Community => "community collate zh",
        HazardSort.Sector => "sector collate zh",
        HazardSort.Category => "category collate zh",
        HazardSort.Level => "level collate zh",
        HazardSort.Status => "status",
        HazardSort.DaysOpen => "days_open",
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "Not a column to sort by."),
    };

    internal static HazardRow Row(DuckDBDataReader reader) => new(
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
        reader.IsDBNull(19) ? null : reader.GetInt64(19),
        reader.GetString(20));

    internal static string? Text(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    internal static DateOnly? Day(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);
}
