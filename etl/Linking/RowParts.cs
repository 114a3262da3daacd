namespace SafetyAnalytics.Linking;

/// <summary>
/// Rows that speak of several hazards in one text (灭火器过期，应急灯损坏), where other months give each a row of its own. No list mark parts such a text, so the ledgers
/// themselves must: a hazard is part of a text when all it says, object, defect and place, stands there, and the text says more.
/// </summary>
internal static class RowParts
{
    /// <summary>A submitter listed it so many ledgers ago at the most, and it was open then.</summary>
    private const int Months = 2;

    public static bool IsPart(TextProfile part, TextProfile whole) =>
        part.Objects != 0 && part.Defects != 0
        && (part.Objects != whole.Objects || part.Defects != whole.Defects)
        && (part.Objects & ~whole.Objects) == 0 && (part.Defects & ~whole.Defects) == 0
        && Array.TrueForAll(part.Unknown, token => Array.BinarySearch(whole.Unknown, token) >= 0)
        && Array.TrueForAll(part.Negated, token => Array.BinarySearch(whole.Negated, token) >= 0)
        && Array.TrueForAll(part.Places, place => Array.IndexOf(whole.Places, place) >= 0);

    /// <summary>The open hazards that an entry speaks of beside the one it was taken for.</summary>
    /// <param name="entry">Taken for <paramref name="main"/>, which is itself but a part of it; null: taken for none yet.</param>
    /// <param name="taken">Hazards that another entry of this ledger speaks of.</param>
    public static List<HazardLife> MergedInto(LedgerEntry entry, HazardLife? main, List<HazardLife> lives, IReadOnlySet<HazardLife> taken)
    {
        if (main is not null && !IsPart(main.FirstText, entry.Text)) return [];
        return lives.FindAll(life => life != main && !taken.Contains(life) && IsListedJustBefore(life, entry) && IsPart(life.FirstText, entry.Text));
    }

    /// <summary>The open hazard that was told in one text until now, of which this ledger has <paramref name="other"/> as one part and <paramref name="entry"/> as another.</summary>
    public static bool IsSplitFrom(LedgerEntry entry, LedgerEntry other, HazardLife life) =>
        IsListedJustBefore(life, entry) && IsPart(entry.Text, life.LatestText) && IsPart(other.Text, life.LatestText)
        && (entry.Text.Objects != other.Text.Objects || entry.Text.Defects != other.Text.Defects);

    private static bool IsListedJustBefore(HazardLife life, LedgerEntry entry) =>
        life is { IsClosed: false, IsRetired: false, Steps: > 0 } && entry.First.Month - life.ToldIn(entry.First.Sighting.Submitter) is > 0 and <= Months;
}
