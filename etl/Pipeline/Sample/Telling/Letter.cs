using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Pipeline.Sample.World;

namespace SafetyAnalytics.Pipeline.Sample.Telling;

/// <summary>What is special about one sending.</summary>
internal enum LetterKind
{
    OnTime,
    Late,
    Missing,

    /// <summary>Comes twice: a first version, then a corrected one.</summary>
    Corrected,

    /// <summary>The title still says last month.</summary>
    MonthConflict,
}

/// <summary>One submitter's sending for one month.</summary>
/// <param name="ReceivedAt">Shanghai time, on a whole minute.</param>
internal sealed record Letter(Submitter Submitter, LedgerMonth Month, LetterKind Kind, DateTimeOffset ReceivedAt)
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    /// <summary>Its words are loaded and count.</summary>
    public bool Counts => Submitter.IsKnown && Kind is not (LetterKind.Missing or LetterKind.MonthConflict);

    /// <summary>When the corrected version comes.</summary>
    public DateTimeOffset CorrectedAt => ReceivedAt.AddDays(2).AddMinutes(37);

    public static Letter Plan(int seed, Submitter submitter, LedgerMonth month, int monthIndex, int submitterIndex)
    {
        var dice = new Dice(seed, $"letter {submitter.Name} {month}");
        var kind = KindOf(dice, monthIndex, submitterIndex);
        var day = kind == LetterKind.Late ? month.Plus(1).FirstDay.AddDays(dice.Between(6, 19)) : month.FirstDay.AddDays(24 + dice.Below(month.LastDay.Day - 24 + 4));
        var minutes = dice.Between(9 * 60, 17 * 60 + 59);
        return new Letter(submitter, month, kind, new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes), Shanghai));
    }

    /// <summary>Two month conflicts in two years, at fixed places, so that every longer sample shows a ledger that waits; all else is chance.</summary>
    private static LetterKind KindOf(Dice dice, int monthIndex, int submitterIndex)
    {
        if ((monthIndex, submitterIndex) is (2, 13) or (13, 22)) return LetterKind.MonthConflict;
        return dice.Below(100) switch
        {
            < 2 => LetterKind.Missing,
            < 8 => LetterKind.Late,
            < 12 => LetterKind.Corrected,
            _ => LetterKind.OnTime,
        };
    }
}
