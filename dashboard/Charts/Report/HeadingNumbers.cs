namespace SafetyAnalytics.Charts.Report;

/// <summary>Numbers before headings: 一、（一）1. in Chinese (GB/T 9704-2012, 7.3.3), 1. (1) 1) in English. An annex has its own word instead.</summary>
internal sealed class HeadingNumbers(Phrases words)
{
    private const int Ten = 10;
    private readonly int[] _counts = new int[3];

    public string Next(int level, string heading)
    {
        if (level == 1 && heading.StartsWith(words["Annex"], StringComparison.Ordinal)) return heading;
        _counts[level - 1]++;
        Array.Clear(_counts, level, _counts.Length - level);
        return words.With("Number_" + level, level == 3 ? _counts[2].ToString(words.Culture) : Numeral(_counts[level - 1])) + heading;
    }

    private string Numeral(int number)
    {
        var digits = words["Numerals"].Split(' ');
        if (digits.Length <= Ten) return number.ToString(words.Culture);
        return number switch
        {
            <= Ten => digits[number],
            < 2 * Ten => digits[Ten] + digits[number - Ten],
            _ => digits[number / Ten] + digits[Ten] + (number % Ten == 0 ? "" : digits[number % Ten]),
        };
    }
}
