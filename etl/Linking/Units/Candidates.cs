namespace SafetyAnalytics.Linking.Units;

/// <summary>
/// Pairs worth comparing: they share a name, a door, a brand and a road, a rare word, a telephone. A block of many is cut by road, then by door, then into neighbours in name order,
/// so that the number of pairs grows with the number of spellings and no faster.
/// </summary>
internal static class Candidates
{
    /// <summary>A block up to this size is compared whole.</summary>
    private const int Whole = 100;

    /// <summary>What is still larger after all cuts: each with this many neighbours.</summary>
    private const int Neighbours = 10;

    private const int Blocks = 10;

    /// <returns>Pairs (a &lt; b) of spelling numbers as <c>a &lt;&lt; 32 | b</c>, sorted, distinct.</returns>
    public static ulong[] Of(Spelling[] all, CancellationToken cancellationToken)
    {
        var perBlock = new List<ulong>[Blocks];
        Parallel.For(0, Blocks, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount) }, block => perBlock[block] = Pairs(all, block));
        var pairs = new ulong[perBlock.Sum(list => list.Count)];
        var at = 0;
        foreach (var list in perBlock)
        {
            list.CopyTo(pairs, at);
            at += list.Count;
        }

        Array.Sort(pairs);
        var kept = 0;
        for (var i = 0; i < pairs.Length; i++)
        {
            if (i == 0 || pairs[i] != pairs[i - 1]) pairs[kept++] = pairs[i];
        }

        return pairs.Length == kept ? pairs : pairs[..kept];
    }

    private static List<ulong> Pairs(Spelling[] all, int block)
    {
        var members = new List<(ulong Key, int Number)>(all.Length);
        foreach (var spelling in all)
        {
            foreach (var key in Keys(spelling, block))
            {
                if (key != 0) members.Add((key, spelling.Number));
            }
        }

        members.Sort();
        var pairs = new List<ulong>(members.Count);
        for (var from = 0; from < members.Count;)
        {
            var to = from + 1;
            while (to < members.Count && members[to].Key == members[from].Key) to++;
            if (to - from > 1)
            {
                var numbers = new int[to - from];
                for (var i = from; i < to; i++) numbers[i - from] = members[i].Number;
                Add(pairs, all, numbers, 0);
            }

            from = to;
        }

        return pairs;
    }

    private static IEnumerable<ulong> Keys(Spelling spelling, int block)
    {
        var (name, place) = (spelling.Name, spelling.Place);
        switch (block)
        {
            case 0:
                yield return Hash(name.Key);
                break;
            case 1:
                yield return Hash(name.Core);
                break;
            case 2:
                if (place.HasDoor) yield return Hash(place.Door);
                else if (place.IsStated) yield return Hash(place.Key);
                break;
            case 3:
                if (name.IsChinese && name.Brand.Length >= 2) yield return Hash(name.Brand);
                if (!name.IsChinese && name.Words.Length > 1) yield return Rarest(name, 2);
                break;
            case 4:
                if (!name.IsChinese && place.Road.Length > 0) yield return Hash(place.Road, Rarest(name, 1));
                if (name.IsChinese && name.Core.Length > 1) yield return Hash(name.Core[..2], Hash(RoadEnd(place)));
                break;
            case 5:
                if (place.HasDoor && name.Core.Length > 0) yield return Hash(name.Core[..Math.Min(name.Core.Length, name.IsChinese ? 1 : 4)], (ulong)place.Low + 1);
                break;
            case 6:
                foreach (var phone in spelling.Phones) yield return Hash(phone);
                break;
            case 7:
                foreach (var person in spelling.Persons) yield return Hash(person, Hash(RoadEnd(place)));
                break;
            case 8:
                // One character of a brand left out: all spellings one slip away meet in one of these.
                if (name.IsChinese && name.Brand.Length is >= 2 and <= 8)
                {
                    for (var i = 0; i < name.Brand.Length; i++) yield return Hash(name.Brand.Remove(i, 1), 7);
                    if (name.Brand.Length >= 3) yield return Hash(name.Brand, 7);
                }

                if (!name.IsChinese && name.Core.Length >= 6) yield return Hash(name.Core[..6]);
                break;
            default:
                if (name.IsChinese && name.Core.Length >= 4) yield return Hash(name.Core[^4..]);
                if (!name.IsChinese && name.Core.Length >= 8) yield return Hash(name.Core[^7..]);
                foreach (var other in name.Others) yield return Hash(string.Concat(other), 9);
                yield return Hash(name.Core, 9);
                break;
        }
    }

    private static void Add(List<ulong> pairs, Spelling[] all, int[] numbers, int cut)
    {
        if (numbers.Length <= Whole)
        {
            for (var i = 0; i < numbers.Length; i++)
            {
                for (var j = i + 1; j < numbers.Length; j++) Pair(pairs, numbers[i], numbers[j]);
            }

            return;
        }

        if (cut < 3)
        {
            foreach (var part in numbers.GroupBy(n => Cut(all[n], cut)))
            {
                int[] inside = [.. part];
                if (inside.Length > 1) Add(pairs, all, inside, cut + 1);
            }

            if (cut > 0) return;
        }

        // Spelling numbers follow the name, then the place: neighbours are alike.
        for (var i = 0; i < numbers.Length; i++)
        {
            for (var j = i + 1; j < Math.Min(numbers.Length, i + 1 + Neighbours); j++) Pair(pairs, numbers[i], numbers[j]);
        }
    }

    private static ulong Cut(Spelling spelling, int cut) => cut switch
    {
        0 => Hash(RoadEnd(spelling.Place)),
        1 => Hash(spelling.Place.HasDoor ? spelling.Place.Door : spelling.Place.Key),
        _ => Hash(spelling.Name.Core[..Math.Min(3, spelling.Name.Core.Length)]),
    };

    private static void Pair(List<ulong> pairs, int a, int b)
    {
        if (a != b) pairs.Add(((ulong)(uint)Math.Min(a, b) << 32) | (uint)Math.Max(a, b));
    }

    private static string RoadEnd(PlaceProfile place) => place.Road.Length > 2 && ChineseVariants.IsChinese(place.Road[^1]) ? place.Road[^2..] : place.Road;

    /// <summary>The words that tell most, in a fixed order.</summary>
    private static ulong Rarest(NameProfile name, int count)
    {
        Span<int> best = stackalloc int[count];
        best.Fill(-1);
        for (var i = 0; i < name.Words.Length; i++)
        {
            for (var k = 0; k < count; k++)
            {
                if (best[k] >= 0 && !IsRarer(name, i, best[k])) continue;
                for (var m = count - 1; m > k; m--) best[m] = best[m - 1];
                best[k] = i;
                break;
            }
        }

        var sum = 0UL;
        foreach (var at in best)
        {
            if (at >= 0) sum += Hash(name.Words[at]) | 1;
        }

        return sum;
    }

    private static bool IsRarer(NameProfile name, int a, int b) =>
        name.Weights[a] > name.Weights[b] || (name.Weights[a] == name.Weights[b] && string.CompareOrdinal(name.Words[a], name.Words[b]) < 0);

    /// <summary>FNV-1a, because string.GetHashCode differs from run to run. 0 stands for no key.</summary>
    private static ulong Hash(string text, ulong seed = 0)
    {
        if (text.Length == 0) return 0;
        var hash = 14695981039346656037UL ^ (seed * 0x9E3779B97F4A7C15UL);
        foreach (var c in text) hash = (hash ^ c) * 1099511628211UL;
        return hash | 1;
    }
}
