namespace SafetyAnalytics.Linking.Units;

/// <summary>A unit's name taken apart, made once for each distinct spelling.</summary>
internal sealed class NameProfile
{
    /// <summary>What two spellings share when only width, case, spaces, punctuation, brackets, legal form, traditional characters or stop words differ. Empty: no readable name.</summary>
    public required string Key { get; init; }

    /// <summary>The key without branch and numbers: what the shops of a chain share.</summary>
    public required string Core { get; init; }

    /// <summary>Chinese: the core without its trade. English: the core.</summary>
    public required string Brand { get; init; }

    /// <summary>Line of <see cref="NameWords.Trades"/>, −1 when the name ends in none (English: always).</summary>
    public required int Trade { get; init; }

    /// <summary>东街店 of 某店（东街店）, without the closing word; empty when not stated.</summary>
    public required string Branch { get; init; }

    /// <summary>Numbers that tell units of one name apart: 第二 → 2, #7178 → 7178. Sorted, distinct.</summary>
    public required string[] Numbers { get; init; }

    public required bool IsChinese { get; init; }

    /// <summary>English: the words in reading order, singular, abbreviations written out. Chinese: none.</summary>
    public required string[] Words { get; init; }

    /// <summary>English: how many of <see cref="Words"/> stand before "at" or "@", the house it is in; 0 when no house is named.</summary>
    public int HostedWords { get; init; }

    /// <summary>Other names the spelling gives: behind dba, a slash, 原, in brackets. Each as words (English) or one core (Chinese).</summary>
    public required string[][] Others { get; init; }

    /// <summary>One for each word, in step with <see cref="Words"/>: how much it tells. Set once all names are known.</summary>
    public float[] Weights { get; set; } = [];

    public float[][] OtherWeights { get; set; } = [];
}
