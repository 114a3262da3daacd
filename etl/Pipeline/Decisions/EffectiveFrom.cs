using System.Globalization;
using SafetyAnalytics.Ledgers;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>From when a decision holds: a day, or a month.</summary>
/// <param name="Day">Null: only the month is said.</param>
internal readonly record struct EffectiveFrom(LedgerMonth Month, DateOnly? Day)
{
    /// <param name="text"><c>2022-07-05</c> or <c>2022-07</c>.</param>
    public static EffectiveFrom? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? LedgerMonth.TryParse(text[..7], out var its) ? new(its, day) : null
            : LedgerMonth.TryParse(text, out var month) ? new(month, null) : null;

    /// <summary>As it is remembered; null where nothing is said.</summary>
    /// <exception cref="RefusedDecision">It is neither a day nor a month, or it is still to come.</exception>
    public static string? Checked(string? text, DateOnly today)
    {
        if (text is null) return null;
        var from = Parse(text) ?? throw new RefusedDecision(Messages.Of("decision_bad_from", text));
        if (from.Day > today || from.Month.FirstDay > today) throw new RefusedDecision(Messages.Of("decision_to_come", from, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        return from.ToString();
    }

    public override string ToString() => Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Month.ToString();
}
