using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>A calendar month as the published tables write it: <c>2022-06</c>. (Etl has its own month type; the warehouse knows no etl.)</summary>
public readonly record struct ReportMonth : IComparable<ReportMonth>
{
    private readonly int _number;

    private ReportMonth(int number) => _number = number;

    public int Year => _number / 12;

    public int Month => _number % 12 + 1;

    public DateOnly FirstDay => new(Year, Month, 1);

    public DateOnly LastDay => FirstDay.AddMonths(1).AddDays(-1);

    /// <returns>False for anything but four digits, a hyphen and a month from 01 to 12, in the years 1900 to 2199.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ReportMonth month)
    {
        var understood = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2199;
        month = understood ? new(day.Year * 12 + day.Month - 1) : default;
        return understood;
    }

    /// <exception cref="FormatException">The text is not a month.</exception>
    public static ReportMonth Parse(string text) =>
        TryParse(text, out var month) ? month : throw new FormatException($"'{text}' is not a month. Write it as 2022-06.");

    public ReportMonth Plus(int months) => new(_number + months);

    /// <summary>Both ends included; empty when <paramref name="last"/> is before this month.</summary>
    public IEnumerable<ReportMonth> Through(ReportMonth last)
    {
        for (var month = this; month <= last; month = month.Plus(1)) yield return month;
    }

    public int CompareTo(ReportMonth other) => _number.CompareTo(other._number);

    public static bool operator <(ReportMonth left, ReportMonth right) => left._number < right._number;

    public static bool operator >(ReportMonth left, ReportMonth right) => left._number > right._number;

    public static bool operator <=(ReportMonth left, ReportMonth right) => left._number <= right._number;

    public static bool operator >=(ReportMonth left, ReportMonth right) => left._number >= right._number;

    public override string ToString() => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
