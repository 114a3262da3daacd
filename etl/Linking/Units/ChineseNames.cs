namespace SafetyAnalytics.Linking.Units;

/// <summary>Chinese names: the brand is short, and one character of it may be a slip or all the difference; the trade is shared by many.</summary>
internal static class ChineseNames
{
    public static NameLevel Compare(NameProfile a, NameProfile b)
    {
        if (a.Core == b.Core) return Same(a, b);
        var (one, other) = a.Core.Length <= b.Core.Length ? (a, b) : (b, a);
        if (AreOneTrade(a, b))
        {
            if (a.Brand == b.Brand && a.Brand.Length >= 2) return NameLevel.Slip;
            if (IsSlip(a.Brand, b.Brand)) return NameLevel.Slip;
        }

        if (IsSlip(a.Core, b.Core) && (AreOneTrade(a, b) || a.Trade < 0 || b.Trade < 0)) return NameLevel.Slip;
        if (AreOneTrade(a, b) && HasPlaceInFront(one, other)) return NameLevel.Contained;
        if (one.Brand.Length >= 2 && (other.Core.StartsWith(one.Core, StringComparison.Ordinal) || other.Core.EndsWith(one.Core, StringComparison.Ordinal)))
            return one.Core.Length >= 3 || one.Brand.Length >= 3 ? NameLevel.Contained : NameLevel.Most;
        if (a.Brand == b.Brand) return a.Brand.Length >= 4 ? NameLevel.Most : a.Brand.Length >= 2 ? NameLevel.Some : NameLevel.Little;
        return ByCharacters(a, b);
    }

    private static NameLevel Same(NameProfile a, NameProfile b) =>
        a.Numbers.AsSpan().SequenceEqual(b.Numbers) && a.Branch == b.Branch ? NameLevel.Same
        : (a.Branch.Length == 0 || b.Branch.Length == 0) && (a.Numbers.Length == 0 || b.Numbers.Length == 0) ? NameLevel.Contained
        : NameLevel.Slip;

    private static bool AreOneTrade(NameProfile a, NameProfile b) =>
        a.Trade == b.Trade || a.Trade < 0 || b.Trade < 0 || a.Trade == NameWords.AnyTrade || b.Trade == NameWords.AnyTrade;

    /// <summary>磁器口老王餐馆 and 老王餐馆（磁器口店）: what stands in front is the branch of the other, or short enough to be a place.</summary>
    private static bool HasPlaceInFront(NameProfile one, NameProfile other)
    {
        var extra = other.Brand.Length - one.Brand.Length;
        return one.Brand.Length >= 2 && extra is >= 2 and <= 5 && other.Brand.EndsWith(one.Brand, StringComparison.Ordinal)
            && (one.Branch.Length == 0 || one.Branch.Contains(other.Brand[..extra], StringComparison.Ordinal) || other.Brand.StartsWith(one.Branch, StringComparison.Ordinal));
    }

    /// <summary>One character. In a brand of two or three it must be one that sounds or looks alike: 老王 is not 老李, but 张记 may be 章记.</summary>
    private static bool IsSlip(string a, string b)
    {
        var shortest = Math.Min(a.Length, b.Length);
        if (shortest < 2 || !Slips.IsOne(a, b, out var areAlike)) return false;
        return areAlike || (a.Length != b.Length ? shortest >= 4 : shortest >= 6);
    }

    private static NameLevel ByCharacters(NameProfile a, NameProfile b)
    {
        if (Slips.IsOne(a.Brand, b.Brand, out _) && Math.Min(a.Brand.Length, b.Brand.Length) >= 3) return AreOneTrade(a, b) ? NameLevel.Most : NameLevel.Some;
        var brands = Dice(a.Brand, b.Brand);
        if (brands >= 0.7) return NameLevel.Most;
        if (brands >= 0.45) return NameLevel.Some;
        return brands >= 0.25 || Dice(a.Core, b.Core) >= 0.6 ? NameLevel.Little : NameLevel.Different;
    }

    /// <summary>Share of neighbouring pairs of characters that both have.</summary>
    private static double Dice(string a, string b)
    {
        if (a.Length < 2 || b.Length < 2) return a.Length > 0 && b.Length > 0 && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal)) ? 0.5 : 0;
        var shared = 0;
        for (var i = 0; i + 1 < a.Length; i++)
        {
            if (b.AsSpan().IndexOf(a.AsSpan(i, 2)) >= 0) shared++;
        }

        return 2.0 * Math.Min(shared, Math.Min(a.Length, b.Length) - 1) / (a.Length + b.Length - 2);
    }
}
