namespace SafetyAnalytics.Linking.Units;

/// <summary>How far two spellings are apart, in slips of the pen.</summary>
internal static class Slips
{
    /// <summary>Letters inserted, left out, exchanged for another or with their neighbour (optimal string alignment); <paramref name="most"/> + 1 when there are more.</summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (a.Length > b.Length)
        {
            var longer = a;
            a = b;
            b = longer;
        }

        if (b.Length - a.Length > most) return most + 1;
        Trim(ref a, ref b);
        if (a.Length == 0) return b.Length <= most ? b.Length : most + 1;
        if (a.Length > 64) return most + 1;
        Span<int> rows = stackalloc int[3 * (a.Length + 1)];
        var width = a.Length + 1;
        for (var i = 0; i <= a.Length; i++) rows[i] = i;
        for (var j = 1; j <= b.Length; j++)
        {
            var (now, before, earlier) = (j % 3 * width, (j - 1) % 3 * width, (j + 1) % 3 * width);
            rows[now] = j;
            var least = j;
            for (var i = 1; i <= a.Length; i++)
            {
                var best = Math.Min(Math.Min(rows[now + i - 1], rows[before + i]) + 1, rows[before + i - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = Math.Min(best, rows[earlier + i - 2] + 1);
                rows[now + i] = best;
                least = Math.Min(least, best);
            }

            if (least > most) return most + 1;
        }

        return Math.Min(rows[(b.Length % 3 * width) + a.Length], most + 1);
    }

    /// <summary>Chinese: at most one character more, less, exchanged for another or with its neighbour.</summary>
    /// <param name="areAlike">The exchanged characters sound or look alike, or only their order differs.</param>
    /// <returns>False when more differs.</returns>
    public static bool IsOne(ReadOnlySpan<char> a, ReadOnlySpan<char> b, out bool areAlike)
    {
        areAlike = false;
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        Trim(ref a, ref b);
        if (a.Length == 2 && b.Length == 2 && a[0] == b[1] && a[1] == b[0]) return areAlike = true;
        if (a.Length > 1 || b.Length > 1) return false;
        areAlike = a.Length == 1 && b.Length == 1 && ChineseVariants.AreAlike(a[0], b[0]);
        return true;
    }

    /// <summary>Leaves what differs.</summary>
    private static void Trim(ref ReadOnlySpan<char> a, ref ReadOnlySpan<char> b)
    {
        var front = a.CommonPrefixLength(b);
        a = a[front..];
        b = b[front..];
        var back = 0;
        while (back < a.Length && back < b.Length && a[^(back + 1)] == b[^(back + 1)]) back++;
        a = a[..^back];
        b = b[..^back];
    }
}
