using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts;

/// <summary>A value axis from nought that ends on a tick, with room for a label behind the longest bar, and whole ticks for counts.</summary>
public sealed record ValueScale(double Max, double Step)
{
    private const int MostSteps = 6;
    private const double Headroom = 1.1;
    private static readonly int[] s_roundFactors = [1, 2, 5, 10];

    /// <summary>Nought to one, in fifths: for shares whose whole matters.</summary>
    public static ValueScale Whole { get; } = new(1, 0.2);

    public IEnumerable<double> Ticks => Enumerable.Range(0, (int)Math.Round(Max / Step) + 1).Select(tick => tick * Step);

    public static ValueScale For(Figure figure) =>
        For(figure.Drawn.SelectMany(series => series.Points).SelectMany(point => new[] { point.Value, point.High }).Max() ?? 0, figure.Unit);

    /// <summary>Counts have whole ticks, ratios any; a share's axis never goes past the whole.</summary>
    public static ValueScale For(double highest, MetricUnit unit)
    {
        if (unit is MetricUnit.Percent) return Share(highest);
        if (unit is MetricUnit.Ratio) return Fraction(highest);
        var step = RoundStep(Math.Max(highest * Headroom, 1) / MostSteps, leastPower: 0);
        return new(Math.Max(Math.Ceiling(highest * Headroom / step), 1) * step, step);
    }

    private static ValueScale Share(double highest)
    {
        return highest > 0.5 ? Whole : Fraction(highest);
    }

    private static ValueScale Fraction(double highest)
    {
        var step = RoundStep(Math.Max(highest * Headroom, 0.05) / MostSteps, leastPower: -3);
        return new(Math.Max(Math.Ceiling(highest * Headroom / step), 1) * step, step);
    }

    /// <summary>The smallest of 1, 2, 5, 10, 20, 50, … that is not below the raw step.</summary>
    private static double RoundStep(double raw, int leastPower)
    {
        var power = Math.Pow(10, Math.Max(leastPower, Math.Floor(Math.Log10(raw))));
        return power * s_roundFactors.First(factor => factor * power >= raw);
    }
}
