using System.Runtime.InteropServices;

namespace SafetyAnalytics.Learning.Risk.Examples;

/// <summary>How much more often than anywhere a category is found in a group: on all the group's visits, fading and shrunk like <see cref="Tallies"/>.</summary>
internal sealed class CategoryTallies(double halfLifeDays, double strength)
{
    private readonly Dictionary<long, Faded> _hits = [];
    private readonly Dictionary<int, Faded> _visits = [];

    public void Visit(int group, int day, IReadOnlyList<int> categories)
    {
        if (group < 0) return;
        Add(ref CollectionsMarshal.GetValueRefOrAddDefault(_visits, group, out _), day);
        foreach (var category in categories) Add(ref CollectionsMarshal.GetValueRefOrAddDefault(_hits, Key(group, category), out _), day);
    }

    public double LogRatio(int group, int category, int day, double rate)
    {
        if (group < 0 || !_visits.TryGetValue(group, out var visits)) return 0;
        _hits.TryGetValue(Key(group, category), out var hits);
        return Math.Log((At(hits, day) + strength) / ((At(visits, day) * rate) + strength));
    }

    private void Add(ref Faded count, int day) => count = new Faded(At(count, day) + 1, day);

    private double At(Faded count, int day) => day <= count.Day ? count.Value : count.Value * Math.Exp(-Math.Log(2) * (day - count.Day) / halfLifeDays);

    private static long Key(int group, int category) => ((long)group << 16) | (uint)category;

    private readonly record struct Faded(double Value, int Day);
}

/// <summary>What visits find as a whole, fading with a half-life of two years: the measure of units and groups.</summary>
internal sealed class VisitRates
{
    private const double HalfLifeDays = 730;

    private double _visits = 2;
    private double _any = 1;
    private double _major = 0.1;
    private double _hazards = 2;
    private int _day;

    public double Any => _any / _visits;

    public double Major => _major / _visits;

    public double Hazards => _hazards / _visits;

    public void Add(int day, int hazards, int majors)
    {
        if (day - _day >= 30)
        {
            var kept = _day == 0 ? 1 : Math.Exp(-Math.Log(2) * (day - _day) / HalfLifeDays);
            (_visits, _any, _major, _hazards, _day) = (_visits * kept, _any * kept, _major * kept, _hazards * kept, day);
        }

        _visits++;
        _hazards += hazards;
        if (hazards > 0) _any++;
        if (majors > 0) _major++;
    }
}

/// <summary>Which categories follow which: found at one visit, and at the unit's next.</summary>
internal sealed class CategoryCompany(int categories)
{
    private const double Strength = 15;

    private readonly double[] _hits = new double[categories * categories];
    private readonly double[] _expected = new double[categories * categories];

    public void Add(IReadOnlyList<int> before, int category, double hit, double expected)
    {
        foreach (var other in before)
        {
            if (other == category) continue;
            _hits[(other * categories) + category] += hit;
            _expected[(other * categories) + category] += expected;
        }
    }

    /// <summary>Sum over the categories found before of the logarithm of found over expected.</summary>
    public double LogRatio(IReadOnlyList<int> before, int category)
    {
        var sum = 0.0;
        foreach (var other in before)
        {
            if (other == category) continue;
            var at = (other * categories) + category;
            sum += Math.Log((_hits[at] + Strength) / (_expected[at] + Strength));
        }

        return sum;
    }
}
