using System.Globalization;

namespace SafetyAnalytics.Warehouse.Tests.Proof;

/// <summary>A calendar month as a number, so that months can be counted: the independent side of the proof has no month type of ours.</summary>
internal readonly record struct Month(int Number) : IComparable<Month>
{
    public static Month Of(int year, int month) => new(year * 12 + month - 1);

    public static Month Of(DateOnly day) => Of(day.Year, day.Month);

    public DateOnly First => new(Number / 12, Number % 12 + 1, 1);

    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    public Month Plus(int months) => new(Number + months);

    public int CompareTo(Month other) => Number.CompareTo(other.Number);

    public static bool operator <(Month a, Month b) => a.Number < b.Number;

    public static bool operator >(Month a, Month b) => a.Number > b.Number;

    public static bool operator <=(Month a, Month b) => a.Number <= b.Number;

    public static bool operator >=(Month a, Month b) => a.Number >= b.Number;

    public override string ToString() => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

/// <summary>What one ledger of one month says of a hazard.</summary>
/// <param name="Relation">new, carried_over or reopened.</param>
/// <param name="Due">The deadline it states, if any; so <paramref name="Community"/> and <paramref name="Level"/>.</param>
internal sealed record Told(Month Month, string Relation, string Status, DateOnly? Rectified, DateOnly? Due, string? Community, string? Level);

/// <summary>One time a hazard was open.</summary>
internal sealed record Spell(Month Opened, Month? Closed, DateOnly? Rectified, Month? Verified, DateOnly? OriginalDue, DateOnly? Due, Month? DueStated);

/// <summary>One hazard's life as it really was, and the rows that tell of it.</summary>
internal sealed record Life(string Key, string Unit, string Sender, string? Category, DateOnly? FoundOn, Month? Cancelled, IReadOnlyList<Spell> Spells, IReadOnlyList<Told> Told)
{
    public Month Found => Spells[0].Opened;

    /// <summary>A hazard cancelled in the very month it was found never was one.</summary>
    public bool Counts => Cancelled is null || Cancelled > Found;

    public bool CancelledBy(Month month) => Cancelled <= month;

    public bool FoundBy(Month month) => Counts && Found <= month && !CancelledBy(month);

    public bool OpenAt(Month month) => FoundBy(month) && Spells.Last(spell => spell.Opened <= month) is var spell && !(spell.Closed <= month);

    public bool VerifiedAt(Month month) => FoundBy(month) && Spells.Last(spell => spell.Opened <= month) is var spell && spell.Verified <= month;

    /// <summary>Where it belongs at a month's end: as told last, and from the beginning as told first.</summary>
    public string Community(Month month) => Told.Where((told, i) => i == 0 || told.Month <= month).LastOrDefault(told => told.Community is not null)?.Community ?? "未填报";

    public string Level(Month month) => Told.Where((told, i) => i == 0 || told.Month <= month).LastOrDefault(told => told.Level is not null)?.Level ?? "未填报";

    /// <summary>The deadline in force at a month's end, as far as a ledger has stated it.</summary>
    public DateOnly? DueAt(Month month) =>
        Spells.Where(spell => spell.Opened <= month && spell.Due is not null).LastOrDefault() is { } spell && (spell.DueStated == Told[0].Month || spell.DueStated <= month) ? spell.Due : null;
}
