using System.Numerics;

namespace SafetyAnalytics.Pipeline.Sample;

/// <summary>
/// Chance that can be repeated: SplitMix64, seeded by a seed and a name. One dice a purpose, so that a draw more in one place
/// leaves every other place as it was; and not System.Random, whose numbers may change with the runtime.
/// </summary>
internal sealed class Dice
{
    private ulong _state;

    public Dice(int seed, string purpose)
    {
        // FNV-1a, because string hash codes differ from process to process.
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var letter in purpose)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        _state = hash;
        Draw();
    }

    /// <summary>From 0 to <paramref name="limit"/> - 1.</summary>
    public int Below(int limit) => (int)(Draw() % (ulong)limit);

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public T Weighted<T>(IReadOnlyList<T> choices, Func<T, double> weight)
    {
        var rest = Unit() * choices.Sum(weight);
        foreach (var choice in choices)
        {
            rest -= weight(choice);
            if (rest < 0) return choice;
        }

        return choices[^1];
    }

    /// <summary>Without repetition, in random order; all of them when there are fewer.</summary>
    public List<T> Some<T>(IEnumerable<T> choices, int count)
    {
        var left = choices.ToList();
        var taken = new List<T>();
        while (taken.Count < count && left.Count > 0)
        {
            var at = Below(left.Count);
            taken.Add(left[at]);
            left.RemoveAt(at);
        }

        return taken;
    }

    public double Exponential(double mean) => -mean * Math.Log(1 - Unit());

    /// <summary>Knuth's product method; fine for the small means here.</summary>
    public int Poisson(double mean)
    {
        var threshold = Math.Exp(-mean);
        var count = 0;
        for (var product = Unit(); product > threshold; product *= Unit()) count++;
        return count;
    }

    /// <summary>Gamma with a shape of a whole number of halves and the given mean, as a sum of squared normals.</summary>
    public double Gamma(int halves, double mean)
    {
        var sum = 0.0;
        for (var i = 0; i < halves; i++)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());
            sum += normal * normal;
        }

        return mean * sum / halves;
    }

    private double Unit() => (Draw() >> 11) / (double)(1UL << 53);

    private ulong Draw()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return BitOperations.RotateLeft(mixed ^ (mixed >> 31), 17);
    }
}
