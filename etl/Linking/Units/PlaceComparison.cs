using System.Globalization;

namespace SafetyAnalytics.Linking.Units;

/// <summary>How two addresses agree; the weights are estimated for each.</summary>
internal enum PlaceLevel : byte
{
    /// <summary>One of them states nothing: no evidence.</summary>
    Missing,

    /// <summary>Road, door and room, floor or stall.</summary>
    SameInner,

    /// <summary>Road and door; inside, one says more than the other.</summary>
    SameDoor,

    /// <summary>Road and door, but another floor, room or stall.</summary>
    OtherInner,

    /// <summary>One range of doors meets the other, or only one names a sub-door.</summary>
    Overlap,

    /// <summary>The door is the same, the road almost.</summary>
    RoadSlip,

    /// <summary>Door and road are the same, but not the point of the compass, or the kind of street.</summary>
    OtherSide,

    /// <summary>Same road, a door within twenty numbers or one digit away.</summary>
    NearDoor,

    /// <summary>Same road or place, and one names no door.</summary>
    RoadOnly,

    /// <summary>Same road, another door.</summary>
    SameRoad,

    /// <summary>Another road, both doors named.</summary>
    Elsewhere,

    /// <summary>Another place, but not both name a door.</summary>
    Vague,
}

internal static class PlaceComparison
{
    private const int Near = 20;

    public static PlaceLevel Compare(PlaceProfile a, PlaceProfile b)
    {
        if (!a.IsStated || !b.IsStated) return PlaceLevel.Missing;
        if (!a.HasDoor || !b.HasDoor) return WithoutDoor(a, b);
        var road = Roads(a, b);
        if (road == Likeness.None) return PlaceLevel.Elsewhere;
        var isOneDoor = a.Low == b.Low || (a.Low <= b.High && b.Low <= a.High);
        if (road == Likeness.Slip) return isOneDoor ? PlaceLevel.RoadSlip : PlaceLevel.Elsewhere;
        var isOtherSide = Differ(a.Compass, b.Compass) || Differ(a.Kind, b.Kind);
        if (isOtherSide) return isOneDoor ? PlaceLevel.OtherSide : PlaceLevel.Elsewhere;
        if (!isOneDoor) return IsNear(a, b) ? PlaceLevel.NearDoor : PlaceLevel.SameRoad;
        if (Differ(a.Sub, b.Sub)) return PlaceLevel.NearDoor;
        if (InnerDiffers(a.Inner, b.Inner)) return PlaceLevel.OtherInner;
        if (a.Low != b.Low || a.High != b.High || a.Sub != b.Sub) return PlaceLevel.Overlap;
        return a.Inner.Length > 0 && a.Inner.AsSpan().SequenceEqual(b.Inner) ? PlaceLevel.SameInner : PlaceLevel.SameDoor;
    }

    private static PlaceLevel WithoutDoor(PlaceProfile a, PlaceProfile b)
    {
        if (a.Key == b.Key) return InnerDiffers(a.Inner, b.Inner) ? PlaceLevel.OtherInner : a.Inner.Length > 0 ? PlaceLevel.SameInner : PlaceLevel.SameDoor;
        var isSame = a.Road.Length > 1 && b.Road.Length > 1 && (Roads(a, b) == Likeness.Same || a.Key.Contains(b.Road, StringComparison.Ordinal) || b.Key.Contains(a.Road, StringComparison.Ordinal));
        if (!isSame) return PlaceLevel.Vague;
        if (InnerDiffers(a.Inner, b.Inner)) return PlaceLevel.OtherInner;
        return a.HasDoor || b.HasDoor ? PlaceLevel.RoadOnly : a.Inner.Length > 0 && b.Inner.Length > 0 ? PlaceLevel.SameInner : PlaceLevel.RoadOnly;
    }

    private enum Likeness
    {
        None,
        Slip,
        Same,
    }

    private static Likeness Roads(PlaceProfile a, PlaceProfile b)
    {
        var (one, other) = a.Road.Length <= b.Road.Length ? (a.Road, b.Road) : (b.Road, a.Road);
        if (one.Length == 0) return other.Length == 0 ? Likeness.Same : Likeness.None;
        if (one.Length == other.Length && one == other) return Likeness.Same;
        if (one[^1] > '\u2fff' || other[^1] > '\u2fff') return Chinese(one, other);
        if (one.Length >= 4 && other.StartsWith(one, StringComparison.Ordinal)) return a.Kind.Length == 0 || b.Kind.Length == 0 ? Likeness.Same : Likeness.Slip;
        if (!NumberOf(one).SequenceEqual(NumberOf(other))) return Likeness.None;
        var most = one.Length >= 8 ? 2 : one.Length >= 4 ? 1 : 0;
        return most > 0 && Slips.Between(one, other, most) <= most ? Likeness.Slip : Likeness.None;
    }

    /// <summary>正街 is written for 磁器口正街; 金砂路 for 金沙路. 二街 is not 一街, nor 3巷 5巷.</summary>
    private static Likeness Chinese(string one, string other)
    {
        if (one.Length >= 2 && other.EndsWith(one, StringComparison.Ordinal)) return Likeness.Same;
        if (one.Length < 3 && other.Length < 3) return Likeness.None;
        if (!Slips.IsOne(one, other, out var areAlike) && !(one.Length >= 3 && other.Length > one.Length && Slips.IsOne(one, other.AsSpan(other.Length - one.Length), out areAlike))) return Likeness.None;
        return areAlike || (one.Length >= 4 && one.Length == other.Length && !IsOrdinalSlip(one, other)) ? Likeness.Slip : Likeness.None;
    }

    private static bool IsOrdinalSlip(string one, string other)
    {
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i] != other[i]) return IsOrdinal(one[i]) || IsOrdinal(other[i]);
        }

        return false;
    }

    private static bool IsOrdinal(char c) => char.IsAsciiLetterOrDigit(c) || "一二三四五六七八九十东西南北中上下前后左右新老内外大小甲乙丙丁正横".Contains(c, StringComparison.Ordinal);

    private static ReadOnlySpan<char> NumberOf(string road)
    {
        var span = road.AsSpan();
        var start = span.IndexOfAnyInRange('0', '9');
        if (start < 0) return [];
        var length = span[start..].IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? span[start..] : span.Slice(start, length);
    }

    private static bool IsNear(PlaceProfile a, PlaceProfile b)
    {
        if (a.Sub == "栋" || b.Sub == "栋") return false;
        if (Math.Min(Math.Abs(a.Low - b.High), Math.Abs(b.Low - a.High)) <= Near && a.Low >= 100 && b.Low >= 100) return true;
        if (a.Low < 100 && b.Low < 100 && Math.Abs(a.Low - b.Low) <= 2) return true;
        Span<char> one = stackalloc char[10];
        Span<char> other = stackalloc char[10];
        a.Low.TryFormat(one, out var n, provider: CultureInfo.InvariantCulture);
        b.Low.TryFormat(other, out var m, provider: CultureInfo.InvariantCulture);
        return n == m && n >= 3 && Slips.Between(one[..n], other[..m], 1) <= 1;
    }

    private static bool Differ(string a, string b) => a.Length > 0 && b.Length > 0 && a != b;

    /// <summary>Both name a floor, a building or a room, and none of that kind is the same.</summary>
    private static bool InnerDiffers(string[] a, string[] b)
    {
        if (a.Length == 0 || b.Length == 0) return false;
        foreach (var kind in "rbuf")
        {
            bool has = false, shares = false;
            foreach (var mine in a)
            {
                if (mine[0] != kind) continue;
                foreach (var theirs in b)
                {
                    if (theirs[0] != kind) continue;
                    has = true;
                    shares |= mine == theirs;
                }
            }

            if (has && !shares) return true;
        }

        return false;
    }
}
