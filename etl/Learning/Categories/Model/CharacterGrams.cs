using System.Runtime.InteropServices;

namespace SafetyAnalytics.Learning.Categories.Model;

/// <summary>
/// The sequences of one to four characters that occur in a set of texts, numbered, and how rare each is.
/// Chinese needs no word segmentation this way, and a wrong character spoils only the sequences that hold it.
/// </summary>
internal sealed class CharacterGrams
{
    public const int Longest = 4;

    /// <summary>A cell may hold 32,767 characters; what kind of hazard it is stands at its beginning.</summary>
    public const int CharactersRead = 600;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers;
    private readonly float[] _rarity;
    private readonly string[] _grams;

    private CharacterGrams(Dictionary<string, int> numbers, float[] rarity)
    {
        _numbers = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        _rarity = rarity;
        _grams = new string[numbers.Count];
        foreach (var (gram, number) in numbers) _grams[number] = gram;
    }

    public int Count => _rarity.Length;

    public string this[int gram] => _grams[gram];

    /// <param name="plainTexts">As <see cref="PlainText.Of"/> gives them.</param>
    /// <param name="leastTexts">In how many of them a sequence must occur: among many texts, what occurs once teaches nothing.</param>
    public static CharacterGrams Of(IReadOnlyList<string> plainTexts, int leastTexts)
    {
        var counts = new Dictionary<string, (int Count, int Last)>(StringComparer.Ordinal);
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var t = 0; t < plainTexts.Count; t++)
        {
            var text = Marked(plainTexts[t]);
            for (var length = 1; length <= Longest; length++)
            {
                for (var at = 0; at + length <= text.Length; at++)
                {
                    ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(lookup, text.AsSpan(at, length), out var exists);
                    if (!exists || seen.Last != t) seen = (seen.Count + 1, t);
                }
            }
        }

        var kept = counts.Where(gram => gram.Value.Count >= leastTexts).Select(gram => gram.Key).Order(StringComparer.Ordinal).ToList();
        var numbers = new Dictionary<string, int>(kept.Count, StringComparer.Ordinal);
        var rarity = new float[kept.Count];
        foreach (var gram in kept)
        {
            rarity[numbers.Count] = (float)(Math.Log((1.0 + plainTexts.Count) / (1 + counts[gram].Count)) + 1);
            numbers.Add(gram, numbers.Count);
        }

        return new CharacterGrams(numbers, rarity);
    }

    /// <summary>The known sequences of a text weighted by frequency (logarithm) and rarity, scaled to length 1; empty when it has none.</summary>
    public SparseRow Row(string plainText)
    {
        var found = new Dictionary<int, int>();
        var text = Marked(plainText);
        for (var length = 1; length <= Longest; length++)
        {
            for (var at = 0; at + length <= text.Length; at++)
            {
                if (_numbers.TryGetValue(text.AsSpan(at, length), out var gram)) CollectionsMarshal.GetValueRefOrAddDefault(found, gram, out _)++;
            }
        }

        if (found.Count == 0) return SparseRow.Empty;
        var grams = found.Keys.Order().ToArray();
        var weights = new float[grams.Length];
        var squares = 0.0;
        for (var i = 0; i < grams.Length; i++)
        {
            weights[i] = (float)(1 + Math.Log(found[grams[i]])) * _rarity[grams[i]];
            squares += weights[i] * weights[i];
        }

        var norm = (float)(1 / Math.Sqrt(squares));
        for (var i = 0; i < weights.Length; i++) weights[i] *= norm;
        return new SparseRow(grams, weights);
    }

    /// <summary>Where a text begins and ends is worth knowing; which figures it holds is not.</summary>
    private static string Marked(string plainText)
    {
        if (plainText.Length == 0) return "";
        var read = Math.Min(plainText.Length, CharactersRead);
        return string.Create(read + 2, plainText, static (marked, plain) =>
        {
            marked[0] = '^';
            for (var i = 1; i < marked.Length - 1; i++) marked[i] = char.IsAsciiDigit(plain[i - 1]) ? '0' : plain[i - 1];
            marked[^1] = '$';
        });
    }
}
