using System.Runtime.InteropServices;

namespace SafetyAnalytics.Learning.Risk.Examples;

/// <summary>
/// What was found in a group (a street, a kind of place, a sector) against what the categories alone would have led one to expect, fading with time.
/// Comparing with the expected keeps the mix of categories out of it; shrinking by <paramref name="strength"/> expected findings keeps small groups quiet.
/// </summary>
/// <param name="halfLifeDays">Days after which a finding counts half.</param>
internal sealed class Tallies(double halfLifeDays, double strength)
{
    private readonly Dictionary<long, Tally> _groups = [];

    public void Add(long group, int day, double hits, double expected)
    {
        if (group < 0) return;
        ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, group, out _);
        var kept = Fading(day - tally.Day);
        tally = new Tally((tally.Hits * kept) + hits, (tally.Expected * kept) + expected, day);
    }

    /// <summary>Logarithm of found over expected; 0 where nothing is known.</summary>
    public double LogRatio(long group, int day)
    {
        if (group < 0 || !_groups.TryGetValue(group, out var tally)) return 0;
        var kept = Fading(day - tally.Day);
        return Math.Log(((tally.Hits * kept) + strength) / ((tally.Expected * kept) + strength));
    }

    private double Fading(int days) => days <= 0 ? 1 : Math.Exp(-Math.Log(2) * days / halfLifeDays);

    private readonly record struct Tally(double Hits, double Expected, int Day);
}
