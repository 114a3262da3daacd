using SkiaSharp;

namespace SafetyAnalytics.Charts.Drawing.Kinds;

/// <summary>What pictures over months have in common.</summary>
internal static class TimeAxis
{
    private static readonly SKColor s_band = new(0xB8, 0xA0, 0x5A, 90);

    /// <summary>Room for the widest label left of the value axis.</summary>
    public static float LeftRoom(ValueScale scale, Figure figure, Wording wording) =>
        scale.Ticks.Max(tick => Lettering.Width(wording.OnAxis(figure.Unit, tick), Sheet.Letter)) + 16;

    public static IReadOnlyList<(double At, string Text)> Labels(Figure figure) => [.. figure.Series[0].Points.Select((point, i) => ((double)i, point.Tick))];

    /// <summary>A tick of four digits names a year.</summary>
    public static bool IsYear(string tick) => tick.Count(char.IsAsciiDigit) >= 4;

    public static IEnumerable<LegendKey> BandKey(Figure figure, Wording wording) => figure.Bands.Count == 0 ? [] :
    [
        new(wording.Phrases["HighRiskPeriod"], (canvas, box) =>
        {
            using var paint = new SKPaint { Color = s_band };
            canvas.DrawRect(box, paint);
        }),
    ];
}
