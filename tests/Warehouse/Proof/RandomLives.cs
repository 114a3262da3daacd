namespace SafetyAnalytics.Warehouse.Tests.Proof;

/// <summary>Invents hazards month by month: found, carried on, moved, extended, rectified, verified, re-opened, cancelled.</summary>
internal sealed class RandomLives(int seed)
{
    public const int Months = 14;

    public static readonly Month First = Month.Of(2022, 3);
    public static readonly string[] Units = ["甲店", "乙店", "丙店"];
    public static readonly string[] Senders = ["应急办", "经发办"];
    public static readonly string?[] Categories = ["灭火器材", "疏散通道与安全出口", null];

    private static readonly string?[] s_communities = ["磁器口社区", "金沙社区", null];
    private static readonly string?[] s_levels = ["一般", "一般", "重大", null];

    private readonly Random _dice = new(seed);

    public static Month Last => First.Plus(Months - 1);

    public IReadOnlyList<Life> All(int count) => [.. Enumerable.Range(1, count).Select(number => One($"H{number}"))];

    private bool Chance(int percent) => _dice.Next(100) < percent;

    private T Any<T>(T[] from) => from[_dice.Next(from.Length)];

    private DateOnly DayIn(Month month, DateOnly? notBefore = null)
    {
        var first = notBefore > month.First ? notBefore.Value : month.First;
        return first.AddDays(_dice.Next(month.Last.DayNumber - first.DayNumber + 1));
    }

    private Life One(string key)
    {
        var month = First.Plus(_dice.Next(Months));
        DateOnly? foundOn = Chance(70) ? DayIn(month) : null;
        var told = new List<Told>();
        var spells = new List<Spell>();
        Month? cancelled = null;
        var isOpen = Chance(75);
        var spell = new Spell(month, isOpen ? null : month, !isOpen && Chance(70) ? DayIn(month, foundOn) : null, null, null, null, null);
        spell = State(spell, month, Chance(70) ? DayIn(month.Plus(_dice.Next(4))) : null);
        told.Add(new(month, "new", isOpen ? "ordered" : "rectified", spell.Rectified, spell.OriginalDue, Any(s_communities), Any(s_levels)));
        for (month = month.Plus(1); month <= Last && cancelled is null; month = month.Plus(1))
        {
            if (isOpen) (spell, isOpen, cancelled) = WhileOpen(told, spell, month, isFirst: spells.Count == 0);
            else if (spell.Verified is null && Chance(20)) spell = Verify(told, spell, month);
            else if (Chance(12)) (spell, isOpen) = (Reopen(told, spells, spell, month), true);
        }

        spells.Add(spell);
        if (cancelled is null && spells.Count == 1 && isOpen && told.Count == 1 && Chance(5))
        {
            cancelled = spell.Opened;
            told[0] = told[0] with { Status = "cancelled" };
        }

        return new Life(key, Any(Units), Any(Senders), Any(Categories), foundOn, cancelled, spells, told);
    }

    private (Spell Spell, bool IsOpen, Month? Cancelled) WhileOpen(List<Told> told, Spell spell, Month month, bool isFirst)
    {
        if (Chance(25))
        {
            DateOnly? rectified = Chance(70) ? DayIn(month) : null;
            var isVerified = Chance(30);
            told.Add(new(month, "carried_over", isVerified ? "verified" : "rectified", rectified, null, null, null));
            return (spell with { Closed = month, Rectified = rectified, Verified = isVerified ? month : null }, false, null);
        }

        if (Chance(5))
        {
            told.Add(new(month, "carried_over", "cancelled", null, null, null, null));
            return (spell, true, month);
        }

        if (!Chance(30)) return (spell, true, null);
        DateOnly? due = Chance(50) && (isFirst || spell.OriginalDue is not null) ? DayIn(month.Plus(_dice.Next(4))) : null;
        told.Add(new(month, "carried_over", "in_progress", null, due, Chance(30) ? Any(s_communities) : null, Chance(20) ? Any(s_levels) : null));
        return (State(spell, month, due), true, null);
    }

    private static Spell Verify(List<Told> told, Spell spell, Month month)
    {
        told.Add(new(month, "carried_over", "verified", null, null, null, null));
        return spell with { Verified = month };
    }

    private Spell Reopen(List<Told> told, List<Spell> spells, Spell closed, Month month)
    {
        spells.Add(closed);
        DateOnly? due = Chance(50) ? DayIn(month.Plus(_dice.Next(3))) : null;
        if (spells.Any(earlier => earlier.OriginalDue == due)) due = null;
        told.Add(new(month, "reopened", "not_started", null, due, Chance(30) ? Any(s_communities) : null, null));
        return State(new Spell(month, null, null, null, null, null, null), month, due);
    }

    /// <summary>The first deadline of a spell is the original; a later one extends it if it was granted, whole ledger month and all, before the original day was over.</summary>
    private static Spell State(Spell spell, Month month, DateOnly? due)
    {
        if (due is null) return spell;
        if (spell.OriginalDue is null) return spell with { OriginalDue = due, Due = due, DueStated = month };
        return due > spell.OriginalDue && month.Last <= spell.OriginalDue ? spell with { Due = due } : spell;
    }
}
