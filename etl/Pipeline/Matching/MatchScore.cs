using SafetyAnalytics.Linking;

namespace SafetyAnalytics.Pipeline.Matching;

/// <summary>Pairs of rows: how many are one unit by the truth, by the answer, by both. Rows without truth are left out.</summary>
internal sealed record MatchScore(long TruePairs, long SaidPairs, long RightPairs)
{
    /// <summary>Null when nothing was said to be the same: 0/0 is no precision.</summary>
    public double? Precision => SaidPairs == 0 ? null : (double)RightPairs / SaidPairs;

    /// <summary>Null when nothing is the same.</summary>
    public double? Recall => TruePairs == 0 ? null : (double)RightPairs / TruePairs;

    public static MatchScore Of(MatchRows rows, UnitLinkage linkage)
    {
        var known = Enumerable.Range(0, rows.Count).Where(row => rows.Truth![row] >= 0).Select(row => (Truth: rows.Truth![row], Key: linkage.Links[rows.OfRow[row]].UnitKey)).ToList();
        return new MatchScore(Pairs(known.Select(row => row.Truth)), Pairs(known.Select(row => row.Key)), Pairs(known));
    }

    private static long Pairs<T>(IEnumerable<T> values)
        where T : notnull => values.GroupBy(value => value).Sum(group => (long)group.Count() * (group.Count() - 1) / 2);
}
