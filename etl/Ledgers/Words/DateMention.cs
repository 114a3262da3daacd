namespace SafetyAnalytics.Ledgers.Words;

/// <summary>Which part of its month or year a date names.</summary>
internal enum DatePart
{
    Day,
    Early,
    Middle,
    Late,
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// <summary>What the words count months or years from.</summary>
internal enum DateAnchor
{
    None,
    ThisMonth,
    NextMonth,
    LastMonth,
    ThisYear,
    NextYear,
}

/// <summary>A date as a text names it; not yet a day: the year may be missing, and the day impossible.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index after its last character.</param>
/// <param name="Number">Month 1–12; the quarter or half for those parts; null where the anchor says it.</param>
internal sealed record DateMention(int Start, int End, int? Year, int? Number, int? Day, DatePart Part, DateAnchor Anchor = DateAnchor.None)
{
    /// <summary>False for 2022.6.31, 2022.13.1 and the like: there is no such day.</summary>
    public bool IsPossible =>
        Year is null or (>= 1990 and <= 2100)
        && (Number is null || Number is >= 1 && Number <= Largest)
        && (Day is null || Day is >= 1 && Day <= LastDay);

    private int Largest => Part switch { DatePart.Quarter => 4, DatePart.HalfYear => 2, _ => 12 };

    private int LastDay => Number is >= 1 and <= 12 ? DateTime.DaysInMonth(Year is >= 1 and <= 9999 ? Year.Value : 2024, Number.Value) : 31;
}

/// <summary>A known stretch of days: the first and the last day the words allow.</summary>
internal readonly record struct DateStretch(DateOnly First, DateOnly Last, DatePrecision Precision);
