using System.Text;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Linking.Units;

internal sealed partial class NameReader
{
    private static NameProfile English(string plain)
    {
        var (whole, site) = (plain, "");
        if (Site().Match(plain) is { Success: true } at && at.Index > 0 && at.Index + at.Length < plain.Length) (whole, site) = (plain[..at.Index], plain[(at.Index + at.Length)..]);
        var parts = OtherName().Split(whole).Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        var (words, numbers) = Words(OtherName().Replace(plain.Replace('@', ' '), " "));
        var others = parts.Count < 2 ? [] : parts.Select(part => Words(part).Words).Where(part => part.Length > 0 && part.Sum(w => w.Length) > 2).ToArray();
        var core = string.Concat(words);
        var key = core + (numbers.Length > 0 ? "#" + string.Join('-', numbers) : "");
        return new NameProfile
        {
            Key = key.Length > 0 ? key : PlainText.WithoutSpaces(plain),
            Core = core,
            Brand = core,
            Trade = -1,
            Branch = "",
            Numbers = numbers,
            IsChinese = false,
            Words = words,
            HostedWords = site.Length == 0 ? 0 : Math.Min(words.Length, Words(OtherName().Replace(whole, " ")).Words.Length),
            Others = others,
        };
    }

    private static (string[] Words, string[] Numbers) Words(string plain)
    {
        var text = Apostrophe().Replace(plain, "").Replace('.', ' ').Replace("&", " and ", StringComparison.Ordinal).Replace("+", " and ", StringComparison.Ordinal);
        var numbers = new SortedSet<string>(StringComparer.Ordinal);
        text = NumberSign().Replace(text, found =>
        {
            numbers.Add(found.Groups["n"].Value.TrimStart('0'));
            return " ";
        });
        var all = Joined(Word().Matches(text).Select(word => word.Value));
        var kept = all.Where(word => !NameWords.LegalForms.Contains(word) && !NameWords.Fillers.Contains(word)).ToList();
        if (kept.Count == 0) kept = all;
        var words = new List<string>(kept.Count);
        foreach (var word in kept)
        {
            var whole = NameWords.Whole.GetValueOrDefault(word) ?? Singular(word);
            if (words.Count > 0 && NumberWord().IsMatch(whole)) numbers.Add(whole.TrimStart('0'));
            else words.Add(whole);
        }

        return ([.. words], [.. numbers.Where(number => number.Length > 0)]);
    }

    /// <summary>M. L. K. is one word, and a lone s belongs to the word before it.</summary>
    private static List<string> Joined(IEnumerable<string> words)
    {
        var joined = new List<string>();
        var letters = new StringBuilder();
        foreach (var word in words)
        {
            if (word.Length == 1 && char.IsAsciiLetter(word[0]))
            {
                if (word == "s" && letters.Length == 0 && joined.Count > 0 && joined[^1].Length > 2) joined[^1] += word;
                else letters.Append(word);
                continue;
            }

            Flush();
            joined.Add(word);
        }

        Flush();
        return joined;

        void Flush()
        {
            if (letters.Length > 0) joined.Add(letters.ToString());
            letters.Clear();
        }
    }

    private static string Singular(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 3 } when word[^1] == 's' && word[^2] is not ('s' or 'u') => word[..^1],
        _ => word,
    };

    [GeneratedRegex(@"\s(?:d\.?b\.?a\.?|d/b/a|a\.?k\.?a\.?|a/k/a|t/a|c/o|formerly|f/k/a)\s|(?<=\S{2})\s*/\s*(?=\S{2})|[();|]|\s-\s", RegexOptions.CultureInvariant)]
    private static partial Regex OtherName();

    // Who trades inside another house says so: a sushi counter at a supermarket is not the supermarket.
    [GeneratedRegex(@"@|\sat\s(?!the\s+[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Site();

    [GeneratedRegex(@"['’`´]", RegexOptions.CultureInvariant)]
    private static partial Regex Apostrophe();

    [GeneratedRegex(@"(?:#\s*|(?<![a-z])(?:no|num|number|store|unit)\s*#?\s*(?=[0-9]))(?<n>[a-z]{0,2}-?[0-9]+[a-z]?)(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex NumberSign();

    [GeneratedRegex(@"[\p{L}\p{Nd}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"^[0-9]{1,8}[a-z]?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberWord();
}
