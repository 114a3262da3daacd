namespace SafetyAnalytics.Linking.Units;

/// <summary>
/// How many rows a unit has, and what that says of joining two groups: where registers list each unit three times, three and three rows are hardly one unit, but two and one are.
/// Groups whose sizes follow no rule (a geometric distribution) say nothing.
/// </summary>
internal sealed class UnitSizes
{
    private const int Longest = 12;

    /// <summary>So many imagined groups follow no rule.</summary>
    private const double Imagined = 100;

    /// <summary>With fewer groups a rule may be chance.</summary>
    private const int FewestGroups = 500;

    /// <summary>Bits a group by which the sizes are told better by their own shares than by no rule (Kullback and Leibler). Chicago's three registers: 0.8.</summary>
    private const double LeastRegular = 0.3;

    public const double MostFor = 5;
    private const double MostAgainst = -8;

    private readonly double[] _share = new double[Longest + 1];
    private readonly double _level;

    /// <param name="sizes">Rows of each group.</param>
    public UnitSizes(IReadOnlyCollection<int> sizes)
    {
        var counted = new double[Longest + 1];
        double sum = 0;
        foreach (var size in sizes)
        {
            counted[Math.Min(size, Longest)]++;
            sum += size;
        }

        double divergence = 0;
        var mean = Math.Max(1.3, sum / Math.Max(1, sizes.Count));
        var q = 1 / mean;
        for (var size = 1; size <= Longest; size++)
        {
            var byNoRule = size == Longest ? Math.Pow(1 - q, size - 1) : q * Math.Pow(1 - q, size - 1);
            var share = counted[size] / Math.Max(1, sizes.Count);
            if (share > 0) divergence += share * Math.Log2(share / byNoRule);
            _share[size] = (counted[size] + (Imagined * byNoRule)) / (sizes.Count + Imagined);
        }

        _level = Math.Log2((1 - q) / q);
        AreRegular = sizes.Count >= FewestGroups && divergence >= LeastRegular;
    }

    /// <summary>The sizes follow a rule of their own, so that they are evidence.</summary>
    public bool AreRegular { get; }

    /// <returns>log2 of how much likelier the sizes are for one unit than for two.</returns>
    public double Evidence(int one, int other)
    {
        if (one >= Longest || other >= Longest || one + other >= Longest) return 0;
        return Math.Clamp(Math.Log2(_share[one + other] / (_share[one] * _share[other])) - _level, MostAgainst, MostFor);
    }
}
