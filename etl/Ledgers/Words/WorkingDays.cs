namespace SafetyAnalytics.Ledgers.Words;

/// <summary>Which days are worked: Monday to Friday without public holidays, with make-up days. Knows only the years its seed lists.</summary>
public sealed class WorkingDays(IReadOnlySet<DateOnly> daysOff, IReadOnlySet<DateOnly> makeUpDays)
{
    private readonly HashSet<int> _years = [.. daysOff.Select(day => day.Year)];

    /// <summary>The day that is <paramref name="count"/> working days after <paramref name="day"/>, which itself does not count; null when the way leaves the known years.</summary>
    public DateOnly? After(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            if (!_years.Contains(day.Year)) return null;
            if (IsWorked(day)) count--;
        }

        return day;
    }

    private bool IsWorked(DateOnly day) =>
        makeUpDays.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !daysOff.Contains(day));
}
