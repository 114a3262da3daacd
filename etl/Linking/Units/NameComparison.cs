namespace SafetyAnalytics.Linking.Units;

/// <summary>How two names agree; the weights are estimated for each.</summary>
internal enum NameLevel : byte
{
    /// <summary>The same but for width, case, brackets, punctuation, legal form.</summary>
    Same,

    /// <summary>One slip of the pen, another word order, another trade of the same line, a trade left out.</summary>
    Slip,

    /// <summary>One is part of the other, or is its other name.</summary>
    Contained,

    /// <summary>Most of what tells is shared.</summary>
    Most,

    /// <summary>Some is shared.</summary>
    Some,

    /// <summary>Little is shared.</summary>
    Little,

    /// <summary>Nothing is shared.</summary>
    Different,

    /// <summary>One of them is unreadable: no evidence.</summary>
    Missing,
}

/// <summary>Whether numbers or branches agree: stated on both sides or no evidence.</summary>
internal enum Agreement : byte
{
    Unknown,
    Same,
    Differs,
}

internal static class NameComparison
{
    private const float Alike = 0.8f;

    public static NameLevel Compare(NameProfile a, NameProfile b)
    {
        if (ReferenceEquals(a, b) || a.Key == b.Key) return a.Key.Length == 0 ? NameLevel.Missing : NameLevel.Same;
        if (a.Key.Length == 0 || b.Key.Length == 0) return NameLevel.Missing;
        var level = a.IsChinese && b.IsChinese ? ChineseNames.Compare(a, b) : a.IsChinese || b.IsChinese ? Mixed(a, b) : English(a, b);
        return level > NameLevel.Contained && IsOtherName(a, b) ? NameLevel.Contained : level;
    }

    public static Agreement Numbers(NameProfile a, NameProfile b)
    {
        if (a.Numbers.Length == 0 || b.Numbers.Length == 0) return Agreement.Unknown;
        return a.Numbers.AsSpan().SequenceEqual(b.Numbers) || a.Numbers.Intersect(b.Numbers, StringComparer.Ordinal).Any() || IsBegun(a.Numbers[0], b.Numbers[0]) ? Agreement.Same : Agreement.Differs;
    }

    /// <summary>#2 and #2430, #33705 and #33705b: a number cut off or lettered.</summary>
    private static bool IsBegun(string a, string b) =>
        (a.Length >= 3 || b.Length >= 3) && a[0] is >= '0' and <= '9' && (b.StartsWith(a, StringComparison.Ordinal) || a.StartsWith(b, StringComparison.Ordinal));

    public static Agreement Branches(NameProfile a, NameProfile b)
    {
        if (a.Branch.Length == 0 || b.Branch.Length == 0) return Agreement.Unknown;
        if (a.Branch.Contains(b.Branch, StringComparison.Ordinal) || b.Branch.Contains(a.Branch, StringComparison.Ordinal)) return Agreement.Same;
        return a.Branch.Length > 1 && b.Branch.Length > 1 && Slips.IsOne(a.Branch, b.Branch, out var areAlike) && areAlike ? Agreement.Same : Agreement.Differs;
    }

    /// <summary>A Latin name beside a Chinese one: the same only where the Chinese one holds it.</summary>
    private static NameLevel Mixed(NameProfile a, NameProfile b)
    {
        var (chinese, latin) = a.IsChinese ? (a, b) : (b, a);
        return latin.Core.Length > 2 && chinese.Core.Contains(latin.Core, StringComparison.Ordinal) ? NameLevel.Contained : NameLevel.Different;
    }

    private static NameLevel English(NameProfile a, NameProfile b)
    {
        var shortest = Math.Min(a.Core.Length, b.Core.Length);
        if (shortest == 0) return NameLevel.Different;
        if (a.Core == b.Core) return a.Numbers.Length == 0 || b.Numbers.Length == 0 ? NameLevel.Contained : NameLevel.Slip;
        if (a.HostedWords > 0 != b.HostedWords > 0) return Hosted(a.HostedWords > 0 ? a : b, a.HostedWords > 0 ? b : a);
        var most = shortest < 4 ? 0 : shortest < 9 ? 1 : shortest < 16 ? 2 : 3;
        var (shared, mine, theirs) = Shared(a.Words, a.Weights, b.Words, b.Weights);
        var union = mine + theirs - shared;
        var jaccard = union <= 0 ? 0 : shared / union;
        var contained = shared / Math.Max(0.01f, Math.Min(mine, theirs));
        if (jaccard >= 0.93) return NameLevel.Slip;
        if (most > 0 && Slips.Between(a.Core, b.Core, most) <= most && (jaccard > 0.2 || shortest >= 6)) return NameLevel.Slip;
        if (shortest >= 4 && IsPart(a, b)) return NameLevel.Contained;
        if (contained >= 0.93 && shared >= Telling(a, b)) return NameLevel.Contained;
        if (jaccard >= 0.6) return NameLevel.Most;
        if (jaccard >= 0.3 || contained >= 0.7) return NameLevel.Some;
        return jaccard >= 0.1 ? NameLevel.Little : NameLevel.Different;
    }

    /// <summary>One names the house it is in: what stands before it must be the other.</summary>
    private static NameLevel Hosted(NameProfile guest, NameProfile other)
    {
        var (shared, mine, theirs) = Shared(guest.Words[..guest.HostedWords], guest.Weights[..guest.HostedWords], other.Words, other.Weights);
        var jaccard = shared / Math.Max(0.01f, mine + theirs - shared);
        return jaccard >= 0.93 ? NameLevel.Contained : jaccard >= 0.6 ? NameLevel.Most : jaccard >= 0.3 ? NameLevel.Some : jaccard >= 0.1 ? NameLevel.Little : NameLevel.Different;
    }

    /// <summary>What a shared part must tell before it counts as a name: more than one common word.</summary>
    private static float Telling(NameProfile a, NameProfile b) => 0.25f * Math.Max(Sum(a.Weights), Sum(b.Weights));

    private static bool IsPart(NameProfile a, NameProfile b)
    {
        var (one, other) = a.Core.Length <= b.Core.Length ? (a, b) : (b, a);
        return one.Words.Length > 0 && one.Core.Length >= 5 && other.Core.StartsWith(one.Core, StringComparison.Ordinal) && Sum(one.Weights) >= 0.35f * Sum(other.Weights);
    }

    private static bool IsOtherName(NameProfile a, NameProfile b)
    {
        if (a.Others.Length == 0 && b.Others.Length == 0) return false;
        if (a.IsChinese != b.IsChinese) return false;
        foreach (var other in Range(a))
        {
            foreach (var theirs in Range(b))
            {
                // A part of both is what they have in common, not a name: 某酒店 - 厨房 and 某酒店 - 餐厅.
                if (ReferenceEquals(other.Words, a.Words) == ReferenceEquals(theirs.Words, b.Words) && !a.IsChinese) continue;
                if (a.IsChinese && ReferenceEquals(other.Words, theirs.Words)) continue;
                if (a.IsChinese ? other.Words[0] == theirs.Words[0] : IsOne(other, theirs)) return true;
            }
        }

        return false;
    }

    private static bool IsOne((string[] Words, float[] Weights) a, (string[] Words, float[] Weights) b)
    {
        var (shared, mine, theirs) = Shared(a.Words, a.Weights, b.Words, b.Weights);
        return shared >= 0.93f * (mine + theirs - shared) && shared > 0;
    }

    private static IEnumerable<(string[] Words, float[] Weights)> Range(NameProfile name)
    {
        yield return name.IsChinese ? ([name.Core], []) : (name.Words, name.Weights);
        for (var i = 0; i < name.Others.Length; i++) yield return (name.Others[i], name.IsChinese ? [] : name.OtherWeights[i]);
    }

    private static (float Shared, float Mine, float Theirs) Shared(string[] a, float[] weightsA, string[] b, float[] weightsB)
    {
        Span<bool> taken = stackalloc bool[Math.Min(b.Length, 64)];
        float shared = 0, mine = 0, theirs = 0;
        for (var j = 0; j < b.Length; j++) theirs += weightsB[j];
        for (var i = 0; i < a.Length; i++)
        {
            mine += weightsA[i];
            var (best, at) = (0f, -1);
            for (var j = 0; j < taken.Length; j++)
            {
                if (taken[j]) continue;
                var likeness = Likeness(a[i], b[j]);
                var worth = likeness * Math.Min(weightsA[i], weightsB[j]);
                if (likeness == 1) worth = likeness * (weightsA[i] + weightsB[j]) / 2;
                if (worth > best) (best, at) = (worth, j);
            }

            if (at < 0) continue;
            taken[at] = true;
            shared += best;
        }

        return (shared, mine, theirs);
    }

    private static float Likeness(string a, string b)
    {
        if (a == b) return 1;
        var shortest = Math.Min(a.Length, b.Length);
        if (shortest < 3 || a[0] != b[0]) return 0;
        if (shortest >= 4 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal))) return Alike;
        var most = shortest >= 8 ? 2 : shortest >= 4 ? 1 : 0;
        return most > 0 && Slips.Between(a, b, most) <= most ? Alike : 0;
    }

    private static float Sum(float[] weights)
    {
        var sum = 0f;
        foreach (var weight in weights) sum += weight;
        return sum;
    }
}
