using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Pipeline.Sample.World;

namespace SafetyAnalytics.Pipeline.Sample.Telling;

/// <summary>How a deadline is spelled in a given month's ledger: a year is left out only where that month leaves no doubt.</summary>
internal static class DuePhrases
{
    public static string Write(Due due, LedgerMonth ledger, Phrases phrases, Dice dice) => due.Form switch
    {
        DueForm.Day => phrases.Day(due.On!.Value, dice) + (dice.Chance(0.4) ? "前" : ""),
        DueForm.MonthEnd => Month(due.On!.Value, ledger, dice) + dice.Pick(["底前", "底"]),
        DueForm.TenDays => Month(due.On!.Value, ledger, dice) + Third(due.On!.Value.Day),
        DueForm.Span => Phrases.Text($"{due.From!.Value.Year}.{due.From.Value.Month}.{due.From.Value.Day}-{due.On!.Value.Year}.{due.On.Value.Month}.{due.On.Value.Day}"),
        DueForm.YearEndAndOn => Phrases.Text($"{due.On!.Value.Year}年底前，并长期坚持"),
        DueForm.Event => (ledger <= LedgerMonth.Of(due.On!.Value) || due.Word == "二十大" ? "" : Phrases.Text($"{due.On.Value.AddDays(1).Year}年")) + due.Word + dice.Pick(["前", "前完成"]),
        _ => due.Word,
    };

    private static string Month(DateOnly day, LedgerMonth ledger, Dice dice) =>
        day.Year != ledger.Year || Math.Abs(day.Month - ledger.Month) > 4 || dice.Chance(0.5)
            ? Phrases.Text($"{day.Year}年{day.Month}月")
            : Phrases.Text($"{day.Month}月");

    private static string Third(int lastDay) => lastDay switch
    {
        10 => "上旬",
        20 => "中旬",
        _ => "下旬",
    };
}
