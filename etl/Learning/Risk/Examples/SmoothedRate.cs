namespace SafetyAnalytics.Learning.Risk.Examples;

/// <summary>
/// The empirical-Bayes rate: a unit's own record, shrunk towards what one expects of it. What one expects starts from the category's rate and leans to the unit's
/// other hazards and to its kind of place. How far it leans, and how strongly it shrinks, is what would have foretold best so far.
/// </summary>
internal sealed class SmoothedRate
{
    private static readonly double[] Strengths = [0.5, 1, 2, 4, 8, 16, 32, 64];

    private static readonly double[] Leanings = [0, 0.35, 0.7, 1];

    private readonly double[] _losses = new double[Strengths.Length * Leanings.Length * Leanings.Length];
    private readonly double[] _priors = new double[Leanings.Length * Leanings.Length];

    private (double Strength, double ByUnit, double ByKind) _best = (4, 0, 0);

    private bool _isStale = true;

    /// <param name="rate">Of the category, or of any visit.</param>
    /// <param name="unit">Logarithm of the unit's hazards over the usual.</param>
    /// <param name="kind">Logarithm of the kind's over the usual.</param>
    public double Prior(double rate, double unit, double kind)
    {
        var best = Best();
        return Leaned(PairRow.Logit(rate), (best.ByUnit * unit) + (best.ByKind * kind));
    }

    public double Of(double hits, double chances, double prior)
    {
        var strength = Best().Strength;
        return (hits + (strength * prior)) / (chances + strength);
    }

    public void Learn(double hits, double chances, double rate, double unit, double kind, bool isHit)
    {
        _isStale = true;
        var logit = PairRow.Logit(rate);
        for (var u = 0; u < Leanings.Length; u++)
        {
            for (var k = 0; k < Leanings.Length; k++) _priors[(u * Leanings.Length) + k] = Leaned(logit, (Leanings[u] * unit) + (Leanings[k] * kind));
        }

        for (var s = 0; s < Strengths.Length; s++)
        {
            for (var i = 0; i < _priors.Length; i++)
            {
                var said = (hits + (Strengths[s] * _priors[i])) / (chances + Strengths[s]);
                _losses[(s * _priors.Length) + i] -= Math.Log(Math.Max(1e-6, isHit ? said : 1 - said));
            }
        }
    }

    private (double Strength, double ByUnit, double ByKind) Best()
    {
        if (!_isStale) return _best;
        _isStale = false;
        var at = 0;
        for (var i = 1; i < _losses.Length; i++)
        {
            if (_losses[i] < _losses[at] - 1e-9) at = i;
        }

        // Before anything is learned: moderate shrinking, no leaning.
        if (_losses[at] == 0) return _best = (4, 0, 0);
        var prior = at % _priors.Length;
        return _best = (Strengths[at / _priors.Length], Leanings[prior / Leanings.Length], Leanings[prior % Leanings.Length]);
    }

    private static double Leaned(double logit, double by) => 1 / (1 + Math.Exp(-(logit + by)));
}
