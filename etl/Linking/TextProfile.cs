using System.Numerics;
using System.Text;

namespace SafetyAnalytics.Linking;

/// <summary>A hazard text made ready for comparing: a few sorted arrays, so that a comparison costs well under a microsecond.</summary>
internal sealed class TextProfile
{
    // Tuned on the pairs of tests/Linking/HazardTextTests: same hazards above the default threshold, different ones below.
    private const double UnigramShare = 0.6;
    private const double UnigramShareOfWords = 0.8;
    private const double KnownWordsShare = 0.5;
    private const double DifferentPlace = 0.2;
    private const double DifferentObject = 0.3;
    private const double DifferentDefect = 0.45;
    private const double OtherObjectsToo = 0.6;
    private const double OneSidedPlace = 0.95;

    // Object and defect agree, and what else the one says the other says too: more words about the same.
    private const double SameKnownWords = 0.78;

    // A Latin word carries what three or four Chinese characters do: when each text has a word that the other lacks, they speak of different things.
    private const double DifferentWords = 0.65;

    public required string Full { get; init; }

    public required string Signature { get; init; }

    public required uint[] Unigrams { get; init; }

    public required ulong[] Bigrams { get; init; }

    public required UInt128 Objects { get; init; }

    public required UInt128 Defects { get; init; }

    /// <summary>Characters and words that belong to no known object or defect, sorted.</summary>
    public required uint[] Unknown { get; init; }

    /// <summary>Characters that stand behind a negation.</summary>
    public required uint[] Negated { get; init; }

    /// <summary>Kind and number or name of each place, sorted.</summary>
    public required (string Kind, string Name)[] Places { get; init; }

    /// <summary>One bit for each token, several tokens to a bit: what one mask has and the other lacks is missing from the other text for certain.</summary>
    public required ulong UnigramMask { get; init; }

    public required ulong BigramMask { get; init; }

    public static TextProfile Of(string? text) => TextLexer.Read(text);

    /// <inheritdoc cref="HazardText.Similarity"/>
    public double Similarity(TextProfile other)
    {
        if (Full == other.Full) return 1;
        if (Unigrams.Length == 0 || other.Unigrams.Length == 0) return 0;
        var similarity = Mix(other, Dice(Unigrams, other.Unigrams), Dice(Bigrams, other.Bigrams));
        if (HasWordOfItsOwn(other) && other.HasWordOfItsOwn(this)) similarity *= DifferentWords;
        similarity = WithKnownWords(other, similarity);
        if (SharesKnownWords(other) && (IsWithin(Unknown, other.Unknown) || IsWithin(other.Unknown, Unknown))) similarity = Math.Max(similarity, SameKnownWords);
        similarity = Math.Min(similarity, Cap(other));
        if (Contradicts(other) || other.Contradicts(this)) similarity = Math.Min(similarity, DifferentDefect);
        return similarity * PlaceFactor(other);
    }

    /// <summary>A bound of <see cref="Similarity"/> from above, for a few nanoseconds: most pairs of a large unit end here.</summary>
    public double AtMost(TextProfile other)
    {
        var cap = Cap(other);
        if (cap < 1 || Unigrams.Length == 0 || other.Unigrams.Length == 0) return Full == other.Full ? 1 : cap;
        var unigrams = Bound(Unigrams.Length, UnigramMask, other.Unigrams.Length, other.UnigramMask);
        var bigrams = Bound(Bigrams.Length, BigramMask, other.Bigrams.Length, other.BigramMask);
        var bound = WithKnownWords(other, Mix(other, unigrams, bigrams));
        return SharesKnownWords(other) ? Math.Max(bound, SameKnownWords) : bound;
    }

    /// <summary>The same known objects, and the defects of one are among those of the other.</summary>
    private bool SharesKnownWords(TextProfile other) =>
        Objects != 0 && Objects == other.Objects && Defects != 0 && other.Defects != 0 && ((Defects & ~other.Defects) == 0 || (other.Defects & ~Defects) == 0);

    private static bool IsWithin(uint[] few, uint[] many) => Array.TrueForAll(few, token => Array.BinarySearch(many, token) >= 0);

    /// <summary>Nothing known speaks against their being one: no other object, defect or place, no denial.</summary>
    public bool IsCompatible(TextProfile other) => Cap(other) >= 1 && PlaceFactor(other) > DifferentPlace && !Contradicts(other) && !other.Contradicts(this);

    private double Mix(TextProfile other, double unigrams, double bigrams)
    {
        if (Bigrams.Length == 0 || other.Bigrams.Length == 0) return unigrams;
        var share = Tokens.IsWord(Unigrams[^1]) || Tokens.IsWord(other.Unigrams[^1]) ? UnigramShareOfWords : UnigramShare;
        return (share * unigrams) + ((1 - share) * bigrams);
    }

    private double WithKnownWords(TextProfile other, double similarity) =>
        similarity + ((1 - similarity) * KnownWordsShare * Math.Min(Shared(Objects, other.Objects), Shared(Defects, other.Defects)));

    private double Cap(TextProfile other)
    {
        if (Objects != 0 && other.Objects != 0 && (Objects & other.Objects) == 0) return DifferentObject;
        if (Defects != 0 && other.Defects != 0 && (Defects & other.Defects) == 0) return DifferentDefect;
        return (Objects & ~other.Objects) != 0 && (other.Objects & ~Objects) != 0 ? OtherObjectsToo : 1;
    }

    private static double Bound(int count, ulong mask, int otherCount, ulong otherMask)
    {
        var shared = Math.Min(count - BitOperations.PopCount(mask & ~otherMask), otherCount - BitOperations.PopCount(otherMask & ~mask));
        return count + otherCount == 0 ? 0 : 2.0 * shared / (count + otherCount);
    }

    private bool HasWordOfItsOwn(TextProfile other)
    {
        foreach (var token in Unigrams)
        {
            if (Tokens.IsWord(token) && Array.BinarySearch(other.Unigrams, token) < 0) return true;
        }

        return false;
    }

    private static double Shared(UInt128 a, UInt128 b) =>
        (a | b) == 0 ? 0 : (double)UInt128.PopCount(a & b) / (double)UInt128.PopCount(a | b);

    /// <summary>One text denies a character that the other affirms: 未损坏 and 损坏.</summary>
    private bool Contradicts(TextProfile other)
    {
        foreach (var token in Negated)
        {
            if (Array.BinarySearch(other.Unigrams, token) >= 0 && Array.BinarySearch(other.Negated, token) < 0) return true;
        }

        return false;
    }

    private double PlaceFactor(TextProfile other)
    {
        if (Places.Length == 0 && other.Places.Length == 0) return 1;
        foreach (var kind in Places.Select(p => p.Kind).Distinct())
        {
            var theirs = other.Places.Where(p => p.Kind == kind).ToList();
            if (theirs.Count > 0 && !Places.Any(theirs.Contains)) return DifferentPlace;
        }

        return Places.AsSpan().SequenceEqual(other.Places) ? 1 : OneSidedPlace;
    }

    private static double Dice<T>(T[] a, T[] b)
        where T : IComparable<T>
    {
        int i = 0, j = 0, shared = 0;
        while (i < a.Length && j < b.Length)
        {
            var order = a[i].CompareTo(b[j]);
            if (order == 0) shared++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }

        return shared == 0 ? 0 : 2.0 * shared / (a.Length + b.Length);
    }
}

/// <summary>Characters and words as numbers: a character is its code, a word a hash above all codes.</summary>
internal static class Tokens
{
    private const uint WordBit = 1u << 31;
    private const uint NegatedBit = 1u << 30;

    public static uint Character(char c) => c;

    /// <summary>FNV-1a, because string.GetHashCode differs from run to run.</summary>
    public static uint Word(string word)
    {
        var hash = 2166136261u;
        foreach (var c in word) hash = (hash ^ c) * 16777619u;
        return (hash & ~NegatedBit) | WordBit;
    }

    public static uint Negated(uint token) => token | NegatedBit;

    /// <summary>One of 64 bits, by Fibonacci hashing.</summary>
    public static ulong Bit(ulong token) => 1UL << (int)((token * 11400714819323198485UL) >> 58);

    public static bool IsWord(uint token) => (token & WordBit) != 0;
}

/// <summary>Collects what the lexer reads.</summary>
internal sealed class ProfileBuilder
{
    private readonly List<uint> _tokens = [];
    private readonly List<uint> _negated = [];
    private readonly List<uint> _unknown = [];
    private SortedSet<(string Kind, string Name)>? _places;
    private readonly StringBuilder _signature = new();
    private UInt128 _objects;
    private UInt128 _defects;
    private bool _negate;

    public void Object(Phrase phrase)
    {
        _objects |= UInt128.One << phrase.Bit;
        Characters(phrase.Canon);
    }

    public void Defect(Phrase phrase)
    {
        _defects |= UInt128.One << phrase.Bit;
        Characters(phrase.Canon);
    }

    public void Character(char c)
    {
        _unknown.Add(Add(Tokens.Character(c)));
        _signature.Append(c);
    }

    public void Word(string word)
    {
        if (_signature.Length > 0) _signature.Append(' ');
        _unknown.Add(Add(Tokens.Word(word)));
        _signature.Append(word);
    }

    public void Place(string kind, string name)
    {
        if ((_places ??= []).Add((kind, name))) _signature.Append(name).Append(kind == "处所" ? "" : kind);
    }

    /// <summary>The next character or word is denied.</summary>
    public void Negate() => _negate = true;

    /// <summary>What was denied turned out to be filler or status (not replaced): nothing is denied.</summary>
    public void ForgetNegation() => _negate = false;

    public TextProfile Build(string full)
    {
        if (_tokens.Count == 0) foreach (var c in full) Character(c);
        var unigrams = _tokens.ToArray();
        var bigrams = new ulong[Math.Max(0, unigrams.Length - 1)];
        for (var i = 0; i < bigrams.Length; i++) bigrams[i] = ((ulong)unigrams[i] << 32) | unigrams[i + 1];
        Array.Sort(unigrams);
        Array.Sort(bigrams);
        _negated.Sort();
        _unknown.Sort();
        return new TextProfile
        {
            Full = full,
            Signature = _signature.ToString(),
            Unigrams = unigrams,
            UnigramMask = unigrams.Aggregate(0UL, (mask, token) => mask | Tokens.Bit(token)),
            Bigrams = bigrams,
            BigramMask = bigrams.Aggregate(0UL, (mask, bigram) => mask | Tokens.Bit(bigram)),
            Objects = _objects,
            Defects = _defects,
            Unknown = [.. _unknown],
            Negated = [.. _negated],
            Places = _places is null ? [] : [.. _places],
        };
    }

    private void Characters(string canon)
    {
        foreach (var c in canon)
        {
            Add(Tokens.Character(c));
            _signature.Append(c);
        }
    }

    private uint Add(uint token)
    {
        if (_negate)
        {
            _negated.Add(token);
            token = Tokens.Negated(token);
            _signature.Append('非');
            _negate = false;
        }

        _tokens.Add(token);
        return token;
    }
}
