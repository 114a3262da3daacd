using System.Globalization;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline;

/// <summary>The settings numbers depend on: the seed <c>thresholds.csv</c>, understood and within its limits.</summary>
/// <param name="CutOffDay">Day of the next month after which a ledger is late; 1 to 28.</param>
/// <param name="TimeZone">Where that day ends.</param>
/// <param name="ReboundMonths">1 to 12.</param>
/// <param name="ReboundDays">1 to 365.</param>
/// <param name="RecurrenceDays">1 to 730.</param>
public sealed record Thresholds(int CutOffDay, TimeZoneInfo TimeZone, int ReboundMonths, int ReboundDays, int RecurrenceDays)
{
    /// <exception cref="SeedException">One or more settings are missing or out of range; the message names them all.</exception>
    public static Thresholds Of(Seeds seeds)
    {
        var values = seeds["thresholds"].Records.ToDictionary(row => row["threshold"], row => row["value"].Trim(), StringComparer.Ordinal);
        var faults = new List<string>();
        var read = new Thresholds(
            Number("cut_off_day", 1, 28),
            Zone("time_zone"),
            Number("rebound_months", 1, 12),
            Number("rebound_days", 1, 365),
            Number("recurrence_days", 1, 730));
        return faults.Count == 0 ? read : throw new SeedException($"Seed 'thresholds': {string.Join("; ", faults)}.");

        int Number(string name, int least, int most)
        {
            var text = values.GetValueOrDefault(name, "");
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
            faults.Add($"{name} is '{text}', but must be a whole number from {least} to {most}");
            return least;
        }

        TimeZoneInfo Zone(string name)
        {
            var text = values.GetValueOrDefault(name, "");
            if (TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone)) return zone;
            faults.Add($"{name} is '{text}', but must be an IANA zone such as Asia/Shanghai");
            return TimeZoneInfo.Utc;
        }
    }
}
