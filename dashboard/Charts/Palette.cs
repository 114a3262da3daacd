namespace SafetyAnalytics.Charts;

/// <summary>
/// Colours that stay apart for colour-blind eyes: Okabe and Ito, "Color Universal Design" (2008), https://jfly.uni-koeln.de/color/.
/// Only those with a contrast of at least 3:1 on white (WCAG 2.1, 1.4.11) are used. No picture tells things apart by colour alone: patterns, dashes, markers and letters do it too.
/// </summary>
public static class Palette
{
    public const string Blue = "#0072B2";

    public const string Green = "#009E73";

    public const string Vermillion = "#D55E00";

    public const string Purple = "#CC79A7";

    public const string Black = "#000000";

    /// <summary>What stands around the chosen one; its number stands beside it.</summary>
    public const string Faded = "#A9B8C4";
}
