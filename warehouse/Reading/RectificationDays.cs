using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>How long the hazards rectified in one month took, as far as both days are stated. Nulls where there is none.</summary>
/// <param name="Judged">Hazards whose days are known.</param>
/// <param name="Undeterminable">Rectified in the month without both days; on-the-spot rectification is apart.</param>
/// <param name="BinDays">Days a bin spans.</param>
/// <param name="Bins">From nought days on, none left out; the last also holds everything longer.</param>
public sealed record RectificationDays(long Judged, long Undeterminable, double? Median, double? P90, int BinDays, IReadOnlyList<RectificationBin> Bins);

/// <param name="FromDays">First day of the bin.</param>
/// <param name="ToDays">Last day of the bin; null for the last, which is open.</param>
public sealed record RectificationBin(int FromDays, int? ToDays, long Hazards);

/// <summary>Reads <c>fct_closing</c>, as the metric <c>days_to_rectify</c> does; a snapshot published before closings were facts has the days at the hazard.</summary>
internal sealed class RectificationDaysReading(SnapshotCache cache, SnapshotShape shape)
{
    private const int BinsUpToP90 = 12;
    private const int MostBins = 18;
    private static readonly int[] s_binDays = [1, 2, 5, 7, 10, 14, 30, 60, 90];

    /// <summary>The days one by one, as a person would ask for them.</summary>
    public string Sql(CallerScope scope, Filter filter, ReportMonth month)
    {
        var question = Slice(scope, filter, month).That("days_to_rectify is not null");
        return question.Shown($"select\n    days_to_rectify,\n    count(*) as hazards\nfrom {Table}\n{question.Where}\ngroup by all\norder by all");
    }

    public RectificationDays Read(CallerScope scope, Filter filter, ReportMonth month)
    {
        var whole = Slice(scope, filter, month);
        var sums = cache.Read(
            $"select count(days_to_rectify), count(*) - count(days_to_rectify), median(days_to_rectify)::double, quantile_cont(days_to_rectify, 0.9)::double, max(days_to_rectify)::integer from {Table} {whole.Where}",
            whole,
            reader => (Judged: reader.GetInt64(0), Left: reader.GetInt64(1), Median: Number(reader, 2), P90: Number(reader, 3), Longest: reader.IsDBNull(4) ? 0 : reader.GetInt32(4)))[0];
        if (sums.Judged == 0) return new(0, sums.Left, null, null, 1, []);

        var binDays = s_binDays.FirstOrDefault(days => days * BinsUpToP90 > sums.P90, s_binDays[^1]);
        var last = Math.Min(sums.Longest / binDays, MostBins - 1);
        var binned = Slice(scope, filter, month).That("days_to_rectify is not null");
        var counts = cache.Read(
            $"select least(days_to_rectify // {binned.Parameter(binDays)}, {binned.Parameter(last)})::integer as bin, count(*) from {Table} {binned.Where} group by all",
            binned,
            reader => (Bin: reader.GetInt32(0), Count: reader.GetInt64(1))).ToDictionary(row => row.Bin, row => row.Count);
        var isOpen = sums.Longest / binDays > last;
        return new(sums.Judged, sums.Left, sums.Median, sums.P90, binDays,
            [.. Enumerable.Range(0, last + 1).Select(bin => new RectificationBin(bin * binDays, bin == last && isOpen ? null : ((bin + 1) * binDays) - 1, counts.GetValueOrDefault(bin)))]);
    }

    private bool HasClosings => shape.Has("fct_closing", "closed_month", "days_to_rectify", "is_on_the_spot");

    private string Table => HasClosings ? "fct_closing" : "mart_hazard";

    private Question Slice(CallerScope scope, Filter filter, ReportMonth month) => HasClosings
        ? new Question().Slice(scope, filter).Is("closed_month", month.ToString()).That("not is_on_the_spot")
        : new Question().Slice(scope, filter).Is("rectified_month", month.ToString());

    private static double? Number(DuckDBDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);
}
