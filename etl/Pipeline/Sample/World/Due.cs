using System.Globalization;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Pipeline.Sample.World;

/// <summary>How exactly a deadline was meant when it was set.</summary>
internal enum DueForm
{
    None,
    Day,
    MonthEnd,
    TenDays,
    Span,
    YearEndAndOn,
    Immediate,
    Relative,
    Event,
    LongTerm,
    Unreadable,
}

/// <summary>A deadline as it was set.</summary>
/// <param name="On">The last day allowed; for relative and immediate ones counted from the day found; null when there is none.</param>
/// <param name="Word">The words of forms that have no day in them, or the name of the event.</param>
internal sealed record Due(DueForm Form, DateOnly? On, DateOnly? From, string Word)
{
    public DueKind Kind => Form switch
    {
        DueForm.None => DueKind.None,
        DueForm.Immediate => DueKind.Immediate,
        DueForm.Relative => DueKind.Relative,
        DueForm.Event => DueKind.Event,
        DueForm.LongTerm => DueKind.LongTerm,
        DueForm.Unreadable => DueKind.Unreadable,
        _ => DueKind.Date,
    };

    public static Due Draw(Dice dice, DateOnly found, IReadOnlyList<HighRiskPeriod> periods)
    {
        var form = dice.Weighted(Forms, choice => choice.Weight).Form;
        return form switch
        {
            DueForm.MonthEnd => Dated(form, LedgerMonth.Of(found).Plus(dice.Between(0, 2)).LastDay),
            DueForm.TenDays => Dated(form, TenDays(LedgerMonth.Of(found).Plus(1), dice.Between(1, 3))),
            DueForm.Span => new Due(form, found.AddDays(dice.Between(15, 40)), found.AddDays(1), ""),
            DueForm.YearEndAndOn => Dated(form, new DateOnly(found.Year, 12, 31)),
            DueForm.Immediate => new Due(form, found, null, dice.Pick(["立行立改", "立即整改", "当场整改"])),
            DueForm.Relative => Counted(dice, found),
            DueForm.Event => Event(dice, found, periods),
            DueForm.LongTerm => new Due(form, null, null, dice.Pick(["长期坚持", "长期", "持续整改"])),
            DueForm.Unreadable => new Due(form, null, null, string.Create(CultureInfo.InvariantCulture, $"{found.Year}年6月31日")),
            DueForm.None => new Due(form, null, null, dice.Pick(["", "", "/", "—"])),
            _ => Dated(DueForm.Day, found.AddDays(dice.Between(3, 30))),
        };
    }

    private static readonly (DueForm Form, double Weight)[] Forms =
    [
        (DueForm.Day, 52), (DueForm.MonthEnd, 11), (DueForm.TenDays, 4), (DueForm.Span, 3), (DueForm.YearEndAndOn, 1.5), (DueForm.Immediate, 12),
        (DueForm.Relative, 7), (DueForm.Event, 4), (DueForm.LongTerm, 3), (DueForm.Unreadable, 0.4), (DueForm.None, 2.5),
    ];

    private static readonly (string Words, int Days)[] Counts = [("限期3日内", 3), ("5日内", 5), ("一周内", 7), ("限期7日内整改", 7), ("10日内", 10), ("15天内", 15)];

    private static Due Dated(DueForm form, DateOnly on) => new(form, on, null, "");

    private static Due Counted(Dice dice, DateOnly found)
    {
        var (words, days) = dice.Pick(Counts);
        return new Due(DueForm.Relative, found.AddDays(days), null, words);
    }

    /// <summary>Due by the eve of the next congress, National Day or Spring Festival within four months; a plain day when there is none.</summary>
    private static Due Event(Dice dice, DateOnly found, IReadOnlyList<HighRiskPeriod> periods)
    {
        var next = periods
            .Where(period => period.StartsOn > found.AddDays(5) && period.StartsOn < found.AddMonths(4))
            .Select(period => (period.StartsOn, Word: EventWord(period.Name)))
            .Where(period => period.Word.Length > 0)
            .OrderBy(period => period.StartsOn)
            .FirstOrDefault();
        return next.Word is null ? Dated(DueForm.Day, found.AddDays(dice.Between(3, 30))) : new Due(DueForm.Event, next.StartsOn.AddDays(-1), null, next.Word);
    }

    private static string EventWord(string period)
    {
        if (period.Contains("二十大")) return "二十大";
        if (period.Contains("国庆")) return "国庆节";
        return period.Contains("春节") ? "春节" : "";
    }

    private static DateOnly TenDays(LedgerMonth month, int third) => third == 3 ? month.LastDay : month.FirstDay.AddDays(10 * third - 1);
}
