using System.Globalization;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Web.Hazards;

/// <summary>A span of days in an address: <c>10-19</c>, or <c>90-</c> for so many and more.</summary>
internal static class DayWords
{
    public static string Of(DaySpan days) => string.Create(CultureInfo.InvariantCulture, $"{days.From}-{days.To}");

    /// <returns>Null for what is no such span.</returns>
    public static DaySpan? Parse(string text)
    {
        var parts = text.Split('-');
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from)) return null;
        if (parts[1].Length == 0) return new(from, null);
        return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var to) && to >= from ? new(from, to) : null;
    }
}
