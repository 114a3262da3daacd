using System.Globalization;

namespace SafetyAnalytics.Web.Figures;

/// <summary>Lengths of drawings as CSS has them.</summary>
internal static class Percent
{
    /// <summary>Never more than the whole.</summary>
    public static string Of(double part, double whole) => string.Create(CultureInfo.InvariantCulture, $"{(whole > 0 ? Math.Clamp(part / whole, 0, 1) * 100 : 0):0.##}%");
}
