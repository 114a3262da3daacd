namespace SafetyAnalytics.Linking.Units;

/// <summary>How much each word of an English name tells: the rarer among the names at hand, the more.</summary>
internal static class NameWeights
{
    // So many imagined names carry each word's prior, so that in ten names a word is not rare because it occurs once.
    private const double Imagined = 2000;

    // Trade words are common in every ledger, also in one that has few of them.
    private static readonly HashSet<string> s_common = [.. (
        "restaurant food market mart grill cafe bar pizza liquor shop store coffee tea bakery deli kitchen house center school academy day care daycare child learning inn hotel club lounge pub tavern "
        + "express service fresh fish chicken grocery supermarket sub sandwich taco burrito chinese mexican american thai japanese sushi barbecue ice cream pharmacy drug gas station hospital university "
        + "college elementary high church saint new la el los las de del y chicago city street avenue north south east west park international catering management group enterprise produce meat diner steak").Split(' ')];

    public static void Set(IReadOnlyCollection<NameProfile> distinct, IEnumerable<NameProfile> all)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in distinct)
        {
            foreach (var word in name.Words.Distinct(StringComparer.Ordinal)) names[word] = names.GetValueOrDefault(word) + 1;
        }

        foreach (var name in all)
        {
            name.Weights = Array.ConvertAll(name.Words, Weight);
            name.OtherWeights = name.IsChinese ? [] : Array.ConvertAll(name.Others, other => Array.ConvertAll(other, Weight));
        }

        float Weight(string word)
        {
            var imagined = s_common.Contains(word) ? 0.03 * Imagined : 0.001 * Imagined;
            return (float)Math.Log((distinct.Count + Imagined) / (names.GetValueOrDefault(word) + imagined + 1));
        }
    }
}
