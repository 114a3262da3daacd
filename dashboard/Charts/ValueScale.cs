namespace SafetyAnalytics.Charts;

/// <summary>A value axis from nought that ends on a tick, with room for a label behind the longest bar, and whole ticks for counts.</summary>
public sealed record ValueScale(double Max, double Step)
{
    private const int MostSteps = 6;
    private const double Headroom = 1.1;
    private static readonly int[] s_roundFactors = [1, 2, 5, 10];

    public static ValueScale For(Figure figure)
    {
        var highest = figure.Drawn.SelectMany(series => series.Points).Max(point => point.Value) ?? 0;
        var step = RoundStep(Math.Max(highest * Headroom, 1) / MostSteps);
        return new(Math.Max(Math.Ceiling(highest * Headroom / step), 1) * step, step);
    }

    /// <summary>The smallest of 1, 2, 5, 10, 20, 50, … that is not below the raw step.</summary>
    private static double RoundStep(double raw)
    {
        var power = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(raw))));
        return power * s_roundFactors.First(factor => factor * power >= raw);
    }
}
