using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>The day of the inspection where a remark holds it as a segment of its own: Restaurant; Risk 1; 2011-09-02.</summary>
internal static class RemarkDate
{
    /// <summary>Null unless exactly one segment is a full date, with its year, not after the ledger's month, and no segment speaks of completion.</summary>
    public static DateOnly? Find(string remark, LedgerMonth? month)
    {
        if (month is not { } ledger || remark.AsSpan().IndexOfAnyInRange('0', '9') < 0) return null;
        DateOnly? found = null;
        foreach (var segment in remark.Split(';', '；', ',', '，', '\n'))
        {
            var prepared = DateScan.Prepare(segment);
            if (Completing(prepared)) return null;
            var mentions = DateScan.Find(prepared, inDateColumn: true);
            if (mentions.Count != 1 || mentions[0] is not { Start: 0, Year: not null, Part: DatePart.Day } mention || mention.End != prepared.Length) continue;
            if (found is not null || DateWords.Fact(mention, month) is not { } day || day > ledger.LastDay) return null;
            found = day;
        }

        return found;
    }

    private static bool Completing(string segment) =>
        segment.AsSpan().IndexOfAny("改查验销期前毕") >= 0 || segment.Contains("完成", StringComparison.Ordinal);
}
