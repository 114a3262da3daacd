using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Reads the stock-and-flow columns of <c>mart_month</c>, summed over slices, never over months.</summary>
internal sealed class StockReading(SnapshotInfo info, SnapshotCache cache)
{
    private static readonly string[] s_flow = ["opening", "found", "reopened", "closed", "cancelled", "transferred", "closing"];
    private static readonly string[] s_ages = ["overdue_1_7", "overdue_8_30", "overdue_31_90", "overdue_over_90"];

    // A gap of sums, not of months: stocks are never added over months.
    private const string ToDate = "sum(rectified_to_date)::bigint, sum(verified_to_date)::bigint, (sum(rectified_to_date) - sum(verified_to_date))::bigint";

    private static readonly int s_claimedColumn = s_flow.Length + s_ages.Length;

    public IReadOnlyList<StockMonth> Read(CallerScope scope, Filter filter)
    {
        var from = filter.From ?? info.FirstMonth;
        var to = filter.To ?? info.LastMonth;
        if (from is null || to is null) return [];

        var question = new Question().Slice(scope, filter);
        question.That($"month >= {question.Parameter(from.Value.ToString())}").That($"month <= {question.Parameter(to.Value.ToString())}");
        var sums = string.Join(", ", s_flow.Concat(s_ages).Select(column => $"sum({column})::bigint"));
        var known = cache.Read($"select month, {sums}, {ToDate} from mart_month {question.Where} group by all", question, Row).ToDictionary(row => row.Month);
        return [.. from.Value.Through(to.Value).Select(month => known.TryGetValue(month, out var row) ? row : Empty(month))];
    }

    /// <summary>The same sums under their names, as a person would ask for them.</summary>
    public string Sql(CallerScope scope, Filter filter)
    {
        var question = new Question().Slice(scope, filter);
        if ((filter.From ?? info.FirstMonth) is { } from) question.That($"month >= {question.Parameter(from.ToString())}");
        if ((filter.To ?? info.LastMonth) is { } to) question.That($"month <= {question.Parameter(to.ToString())}");
        var sums = string.Join(",\n    ", s_flow.Concat(s_ages).Select(column => $"sum({column}) as {column}"));
        return question.Shown($"select\n    month,\n    {sums}\nfrom mart_month\n{question.Where.Replace(" and ", "\n  and ", StringComparison.Ordinal)}\ngroup by all\norder by all");
    }

    private static StockMonth Row(DuckDBDataReader reader)
    {
        long Sum(int column) => reader.GetInt64(column + 1);
        return new(ReportMonth.Parse(reader.GetString(0)), Sum(0), Sum(1), Sum(2), Sum(3), Sum(4), Sum(5), Sum(6),
            [.. Enum.GetValues<OverdueAge>().Select(age => new OverdueStock(age, Sum(s_flow.Length + (int)age)))],
            new(Sum(s_claimedColumn), Sum(s_claimedColumn + 1), Sum(s_claimedColumn + 2)));
    }

    // A slice has no rows before its first hazard: its stock and flows are nought, not unknown.
    private static StockMonth Empty(ReportMonth month) =>
        new(month, 0, 0, 0, 0, 0, 0, 0, [.. Enum.GetValues<OverdueAge>().Select(age => new OverdueStock(age, 0))], new(0, 0, 0));
}
