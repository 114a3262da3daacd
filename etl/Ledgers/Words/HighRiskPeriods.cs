namespace SafetyAnalytics.Ledgers.Words;

/// <summary>A period a deadline may name: 党的二十大, 2022-10-16 to 2022-10-22.</summary>
/// <param name="Names">Its names in the seed; several for a joint holiday (中秋节、国庆节).</param>
/// <param name="IsPublicHoliday">What 节前 may mean.</param>
public sealed record HighRiskPeriod(IReadOnlyList<string> Names, bool IsPublicHoliday, DateOnly StartsOn, DateOnly EndsOn);

/// <summary>Finds the period a deadline means among those of all years.</summary>
public sealed class HighRiskPeriods(IEnumerable<HighRiskPeriod> periods)
{
    /// <summary>The seed's name for "any public holiday" in <c>deadline_words.csv</c>.</summary>
    public const string AnyHoliday = "法定节假日";

    /// <summary>How long before the ledger's month a period may have begun and still be the one meant by a row carried over from then.</summary>
    private const int CarriedOverDays = 62;

    private readonly HighRiskPeriod[] _periods = [.. periods.OrderBy(p => p.StartsOn).ThenBy(p => p.EndsOn)];

    /// <summary>The period of that name which the words mean, or null when none can be told.</summary>
    /// <param name="year">The year the words state, if any.</param>
    /// <param name="foundOn">The day the hazard was found: then the first period after it is meant.</param>
    /// <param name="month">The ledger's month, used when <paramref name="foundOn"/> is unknown.</param>
    public HighRiskPeriod? Find(string name, int? year, DateOnly? foundOn, LedgerMonth? month)
    {
        var named = _periods.Where(p => name == AnyHoliday ? p.IsPublicHoliday : p.Names.Contains(name, StringComparer.Ordinal));
        if (year is { } stated) return Single(named.Where(p => p.StartsOn.Year == stated));
        if (foundOn is { } found) return named.FirstOrDefault(p => p.StartsOn > found);
        if (month is not { } ledger) return null;
        if (name == AnyHoliday)
        {
            // With a holiday inside the month, 节前 may mean this one or the next: not ours to choose.
            var coming = named.FirstOrDefault(p => p.StartsOn >= ledger.FirstDay);
            return coming is null || ledger.Contains(coming.StartsOn) ? null : coming;
        }

        return named.LastOrDefault(p => p.StartsOn < ledger.FirstDay && p.StartsOn >= ledger.FirstDay.AddDays(-CarriedOverDays))
            ?? named.FirstOrDefault(p => p.StartsOn >= ledger.FirstDay)
            ?? Single(named.Where(p => p.StartsOn < ledger.FirstDay));
    }

    private static HighRiskPeriod? Single(IEnumerable<HighRiskPeriod> named)
    {
        var two = named.Take(2).ToArray();
        return two.Length == 1 ? two[0] : null;
    }
}
