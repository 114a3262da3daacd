using System.Globalization;

namespace SafetyAnalytics.Ledgers;

/// <summary>A calendar month. Text form <c>2022-06</c>, everywhere.</summary>
public readonly record struct LedgerMonth : IComparable<LedgerMonth>
{
    public LedgerMonth(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1900);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2199);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        Year = year;
        Month = month;
    }

    public int Year { get; }

    public int Month { get; }

    public DateOnly FirstDay => new(Year, Month, 1);

    public DateOnly LastDay => new(Year, Month, DateTime.DaysInMonth(Year, Month));

    public static LedgerMonth Of(DateOnly day) => new(day.Year, day.Month);

    public LedgerMonth Plus(int months) => Of(FirstDay.AddMonths(months));

    public bool Contains(DateOnly day) => day.Year == Year && day.Month == Month;

    public static bool TryParse(string? text, out LedgerMonth month)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2199)
        {
            month = Of(day);
            return true;
        }

        month = default;
        return false;
    }

    public static LedgerMonth Parse(string text) =>
        TryParse(text, out var month) ? month : throw new FormatException($"'{text}' is not a month. Write it as 2022-06.");

    public int CompareTo(LedgerMonth other) => (Year, Month).CompareTo((other.Year, other.Month));

    public static bool operator <(LedgerMonth left, LedgerMonth right) => left.CompareTo(right) < 0;

    public static bool operator >(LedgerMonth left, LedgerMonth right) => left.CompareTo(right) > 0;

    public static bool operator <=(LedgerMonth left, LedgerMonth right) => left.CompareTo(right) <= 0;

    public static bool operator >=(LedgerMonth left, LedgerMonth right) => left.CompareTo(right) >= 0;

    public override string ToString() => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
