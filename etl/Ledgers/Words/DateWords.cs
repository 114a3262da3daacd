using System.Globalization;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>What a cell of a date column says.</summary>
/// <param name="On">The stated day; null when the cell states none, or none that can be believed.</param>
/// <param name="Issue">Why a filled cell gives no day, or what is odd about the day it gives; null when nothing is.</param>
public sealed record DateReading(DateOnly? On, string? Issue)
{
    public static DateReading None { get; } = new(null, null);
}

/// <summary>
/// Turns named dates into days. A missing year comes from the ledger's month: what has happened lies before the month's end, so that
/// December in a January ledger is last year's; a deadline in January of a December ledger is next year's.
/// </summary>
public static class DateWords
{
    /// <summary>No inspection this programme could list is older. Earlier years are slips of the hand.</summary>
    private const int FirstYear = 2000;

    /// <summary>A ledger is closed within a month of its end; later "facts" have not happened yet.</summary>
    private const int DaysAfterMonth = 31;

    /// <summary>A deadline further away than this is a slip of the hand.</summary>
    private const int DeadlineYears = 15;

    /// <summary>A day on which something happened, from a column of dates.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="month">The ledger's month; null when unsettled: then a date without year stays unknown.</param>
    public static DateReading ReadFact(string text, LedgerMonth? month)
    {
        if (CellText.IsPlaceholder(text)) return DateReading.None;
        var prepared = DateScan.Prepare(text);
        if (DateScan.Serial(prepared) is { } serial) return IsBelievable(serial, month) ? new DateReading(serial, null) : new DateReading(null, ReasonCodes.DateUnreadable);
        var mentions = DateScan.Find(prepared, inDateColumn: true);
        if (mentions.Count == 0 && MonthFirst(prepared) is { } western) return IsBelievable(western, month) ? new DateReading(western, null) : new DateReading(null, ReasonCodes.DateUnreadable);
        if (mentions.Count != 1) return new DateReading(null, ReasonCodes.DateUnreadable);
        if (mentions[0].IsPossible && mentions[0].Part != DatePart.Day) return new DateReading(null, ReasonCodes.DateImprecise);
        return Fact(mentions[0], month) is { } day
            ? new DateReading(day, LosesTrailingZero(prepared) ? ReasonCodes.DateTrailingZero : null)
            : new DateReading(null, ReasonCodes.DateUnreadable);
    }

    /// <summary>6.1, 6.2 and 6.3 may be what a spreadsheet made of 6.10, 6.20 and 6.30.</summary>
    internal static bool LosesTrailingZero(string prepared)
    {
        var dot = prepared.IndexOf('.', StringComparison.Ordinal);
        return dot is 1 or 2 && prepared.Length == dot + 2 && char.IsAsciiDigit(prepared[0]) && (prepared[^1] is '1' or '2' or '3');
    }

    /// <summary>The day something happened; null when no day is named, or none that can be.</summary>
    internal static DateOnly? Fact(DateMention mention, LedgerMonth? month)
    {
        if (!mention.IsPossible || mention.Part != DatePart.Day || mention.Day is null) return null;
        if (mention.Anchor != DateAnchor.None) return month is null ? null : Stretch(mention, Anchored(mention, month.Value))?.Last;
        if (mention.Year is { } year) return Day(year, mention.Number!.Value, mention.Day.Value) is { } stated && IsBelievable(stated, month) ? stated : null;
        if (month is not { } ledger) return null;
        foreach (var guess in (ReadOnlySpan<int>)[ledger.Year + 1, ledger.Year, ledger.Year - 1])
        {
            if (Day(guess, mention.Number!.Value, mention.Day.Value) is not { } day || !IsBelievable(day, ledger)) continue;
            // A month six or more months ahead of the ledger's is last year's; a nearer one is a day that has not come yet.
            if (guess < ledger.Year && mention.Number < ledger.Month + 6) return null;
            return day;
        }

        return null;
    }

    internal static bool IsBelievable(DateOnly day, LedgerMonth? month) =>
        day.Year >= FirstYear && (month is null ? day.Year <= 2100 : day <= month.Value.LastDay.AddDays(DaysAfterMonth));

    /// <summary>The days a deadline allows; null when the words name none that can be.</summary>
    /// <param name="reference">The month a missing year is counted from: of the finding where known, else the ledger's.</param>
    internal static DateStretch? Due(DateMention mention, LedgerMonth? reference)
    {
        if (!mention.IsPossible) return null;
        if (mention.Anchor != DateAnchor.None) return reference is null ? null : Stretch(mention, Anchored(mention, reference.Value));
        if (mention.Year is { } year) return IsDueYear(year, reference) ? Stretch(mention, StartOf(mention, year)) : null;
        if (reference is not { } ledger) return null;
        var rolls = FirstMonth(mention) - ledger.Month < -6;
        return Stretch(mention, StartOf(mention, rolls ? ledger.Year + 1 : ledger.Year));
    }

    internal static bool IsDueYear(int year, LedgerMonth? reference) =>
        year >= FirstYear && (reference is null ? year <= 2100 : year <= reference.Value.Year + DeadlineYears && year >= reference.Value.Year - DeadlineYears);

    private static LedgerMonth StartOf(DateMention mention, int year) => new(year, FirstMonth(mention));

    private static int FirstMonth(DateMention mention) => mention.Part switch
    {
        DatePart.Quarter => ((mention.Number!.Value - 1) * 3) + 1,
        DatePart.HalfYear => ((mention.Number!.Value - 1) * 6) + 1,
        DatePart.Year => 1,
        _ => mention.Number!.Value,
    };

    private static LedgerMonth Anchored(DateMention mention, LedgerMonth reference) => mention.Anchor switch
    {
        DateAnchor.NextMonth => reference.Plus(1),
        DateAnchor.LastMonth => reference.Plus(-1),
        DateAnchor.ThisMonth => reference,
        DateAnchor.NextYear => new LedgerMonth(reference.Year + 1, FirstMonthOrJanuary(mention)),
        _ => new LedgerMonth(reference.Year, FirstMonthOrJanuary(mention)),
    };

    private static int FirstMonthOrJanuary(DateMention mention) => mention.Number is null ? 1 : FirstMonth(mention);

    private static DateStretch? Stretch(DateMention mention, LedgerMonth start) => mention.Part switch
    {
        DatePart.Day => Day(start.Year, start.Month, mention.Day!.Value) is { } day ? new DateStretch(day, day, DatePrecision.Day) : null,
        DatePart.Early => new DateStretch(start.FirstDay, start.FirstDay.AddDays(9), DatePrecision.TenDays),
        DatePart.Middle => new DateStretch(start.FirstDay.AddDays(10), start.FirstDay.AddDays(19), DatePrecision.TenDays),
        DatePart.Late => new DateStretch(start.FirstDay.AddDays(20), start.LastDay, DatePrecision.TenDays),
        DatePart.Month => new DateStretch(start.FirstDay, start.LastDay, DatePrecision.Month),
        DatePart.Quarter => new DateStretch(start.FirstDay, start.Plus(2).LastDay, DatePrecision.Month),
        DatePart.HalfYear => new DateStretch(start.FirstDay, start.Plus(5).LastDay, DatePrecision.Month),
        _ => new DateStretch(start.FirstDay, start.Plus(11).LastDay, DatePrecision.Month),
    };

    private static DateOnly? Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && year is >= 1 and <= 9999 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>6/30/2022 or 30/6/2022, where only one order makes a day.</summary>
    private static DateOnly? MonthFirst(string prepared)
    {
        var parts = prepared.Split('/', '-', '.');
        if (parts.Length != 3 || parts[2].Length != 4 || parts.Any(part => part.Length is 0 or > 4 || !part.All(char.IsAsciiDigit))) return null;
        var (a, b, year) = (Number(parts[0]), Number(parts[1]), Number(parts[2]));
        if (a <= 12 && b <= 12 && a != b) return null;
        return Day(year, a, b) ?? Day(year, b, a);
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
