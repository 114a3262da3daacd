namespace SafetyAnalytics.Learning.Risk.Examples;

/// <summary>
/// How often each category is found: again at a unit that had it, first at a unit that never had it, and at any visit.
/// Counts fade with a half-life of two years, so that a change of practice is followed; each rate is shrunk towards that of all categories.
/// </summary>
internal sealed class CategoryRates(int categories)
{
    private const double HalfLifeDays = 730;
    private const double Strength = 10;

    private readonly double[] _againHits = new double[categories];
    private readonly double[] _againVisits = new double[categories];
    private readonly double[] _hits = new double[categories];
    private double _visits;
    private double _againHitsOfAll;
    private double _againVisitsOfAll;
    private int _day;

    public void Visit(int day)
    {
        FadeTo(day);
        _visits++;
    }

    public void Found(int category) => _hits[category]++;

    public void Again(int category, bool isHit)
    {
        _againVisits[category]++;
        _againVisitsOfAll++;
        if (!isHit) return;
        _againHits[category]++;
        _againHitsOfAll++;
    }

    public double OfAllAgain => (_againHitsOfAll + 1) / (_againVisitsOfAll + 3);

    /// <summary>Share of visits to units that had it which found it again.</summary>
    public double AgainRate(int category) => (_againHits[category] + (Strength * OfAllAgain)) / (_againVisits[category] + Strength);

    /// <summary>Share of visits to units that never had it which found it.</summary>
    public double FirstRate(int category)
    {
        var firsts = Math.Max(0, _hits[category] - _againHits[category]);
        var visits = Math.Max(0, _visits - _againVisits[category]);
        return (firsts + (Strength * 0.02)) / (visits + Strength);
    }

    public double Rate(int category) => (_hits[category] + (Strength * 0.02)) / (_visits + Strength);

    private void FadeTo(int day)
    {
        // Month by month is fine enough, and keeps the arrays out of the inner loop.
        if (day - _day < 30) return;
        if (_day > 0)
        {
            var kept = Math.Exp(-Math.Log(2) * (day - _day) / HalfLifeDays);
            foreach (var counts in new[] { _againHits, _againVisits, _hits })
            {
                for (var i = 0; i < counts.Length; i++) counts[i] *= kept;
            }

            _visits *= kept;
            _againHitsOfAll *= kept;
            _againVisitsOfAll *= kept;
        }

        _day = day;
    }
}
