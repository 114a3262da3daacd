namespace SafetyAnalytics.Learning.Risk.Examples;

/// <summary>
/// How many major hazards one expects of a unit's next visit, category by category: what its record and its kind of place say of the category, times the share of
/// the category's hazards that were major.
/// </summary>
internal sealed class ExpectedMajors(HistoryWalk walk, int categories)
{
    /// <summary>Hazards of any category that a category's share is shrunk by.</summary>
    private const double Strength = 1;

    /// <summary>How far the kind of place and the unit's other hazards may move a category it never had: a few visits must not say "seven times as often".</summary>
    private const double MostLean = 2;

    private readonly double[] _hazards = new double[categories];
    private readonly double[] _majors = new double[categories];

    public void Found(Finding finding)
    {
        if (finding.Category < 0) return;
        _hazards[finding.Category]++;
        if (finding.IsMajor) _majors[finding.Category]++;
    }

    public double Of(int unit, UnitPast? past, int day)
    {
        var (sum, lean) = (0.0, walk.HazardLean(past));
        for (var category = 0; category < categories; category++)
        {
            if (_majors[category] == 0) continue;
            var (pair, kind) = (past?.Pair(category), walk.KindOf(unit, category, day));
            var rate = pair is null
                ? walk.Rates.FirstRate(category) * Math.Exp(Math.Clamp(kind + lean, -MostLean, MostLean))
                : walk.ShareRate.Of(pair.Count, past!.Visits.Count, walk.ShareRate.Prior(walk.Rates.Rate(category), lean, kind));
            sum += rate * _majors[category] / (_hazards[category] + Strength);
        }

        return sum;
    }
}
