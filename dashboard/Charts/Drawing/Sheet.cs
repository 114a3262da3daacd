namespace SafetyAnalytics.Charts.Drawing;

/// <summary>
/// The measures of every picture, in units of which 1200 are the width of an official document's text (156 mm, GB/T 9704-2012).
/// Pasted 8 cm wide a unit is 0.19 point: the smallest letters, 27 units, are then five points high, the smallest size Chinese print uses (八号).
/// </summary>
internal static class Sheet
{
    public const float Width = 1200;
    public const double Millimetres = 156;
    public const float Margin = 26;
    public const float Title = 38;
    public const float Claim = 30;
    public const float Letter = 28;
    public const float Foot = 27;

    /// <summary>Line height in letter heights.</summary>
    public const float Leading = 1.32f;

    public const float Inside = Width - (2 * Margin);
}
