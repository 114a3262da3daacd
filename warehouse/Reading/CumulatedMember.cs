namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>Members of one dimension from the most to the least, with their share of the whole so far.</summary>
public sealed record CumulatedMember(string Member, double Value, double ShareSoFar)
{
    /// <exception cref="ArgumentException">The metric may not be added over slices, or the table is not by one dimension.</exception>
    public static IReadOnlyList<CumulatedMember> Of(MetricTable table, string metric)
    {
        var index = table.IndexOf(metric);
        if (table.Metrics[index].Additivity is MetricAdditivity.None || table.By.Count != 1) throw new ArgumentException($"'{metric}' may not be added over this table's members.", nameof(metric));
        var ranked = table.Rows.Select(row => (Member: row.Members[0], Value: row.Values[index].Value ?? 0)).Where(row => row.Value > 0).OrderByDescending(row => row.Value).ThenBy(row => row.Member, StringComparer.Ordinal).ToList();
        var whole = ranked.Sum(row => row.Value);
        var soFar = 0.0;
        return [.. ranked.Select(row => new CumulatedMember(row.Member, row.Value, (soFar += row.Value) / whole))];
    }
}
