using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Linking.Units;

internal static partial class PlaceReader
{
    // Kinds of street as the US Postal Service abbreviates them (Publication 28, appendix C1, the commonest).
    private static readonly FrozenDictionary<string, string> s_kinds = Map(
        "st street str;ave avenue av aven;rd road;blvd boulevard boul;dr drive drv;pl place;ct court crt;ln lane;ter terrace terr;pkwy parkway pky;hwy highway;sq square;cir circle;way;plz plaza;aly alley;expy expressway;trl trail;row;walk;fwy freeway;pike");

    private static readonly FrozenDictionary<string, string> s_compass = Map("n north no;s south so;e east;w west;ne northeast;nw northwest;se southeast;sw southwest");

    private static readonly FrozenSet<string> s_states =
        "al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa pr ri sc sd tn tx ut vt va wa wv wi wy".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> s_floors = Map(
        "1 1st first main ground grnd gf gr street;2 2nd second;3 3rd third;4 4th fourth;5 5th fifth;-1 bsmt basement bsm base b1 ll lower lowr lwr concourse conc con;m mezz mezzanine");

    private static PlaceProfile English(string plain)
    {
        var text = plain.Replace("½", " 1/2", StringComparison.Ordinal).Replace("1⁄2", " 1/2", StringComparison.Ordinal);
        text = Zip().Replace(text, "");
        var start = HouseNumber().Match(text);
        if (!start.Success)
        {
            var bare = PlainText.LettersAndDigits(text);
            return new PlaceProfile { Key = bare, Road = bare, Low = -1, High = -1, Sub = "", Compass = "", Kind = "", Inner = [], Door = "" };
        }

        var low = int.Parse(start.Groups["low"].Value, CultureInfo.InvariantCulture);
        var high = start.Groups["high"].Success ? int.Parse(start.Groups["high"].Value, CultureInfo.InvariantCulture) : low;
        // 2810-16: the end of a range may leave out what it shares with the beginning; 37-12 is a door of its own, as Queens numbers them.
        if (high < low && start.Groups["high"].Length < start.Groups["low"].Length)
        {
            var whole = int.Parse(start.Groups["low"].Value[..^start.Groups["high"].Length] + start.Groups["high"].Value, CultureInfo.InvariantCulture);
            high = whole >= low ? whole : low;
        }

        var sub = start.Groups["half"].Success ? "half" : start.Groups["letter"].Value;
        if (high < low || high - low > 200) (sub, high) = ($"{high.ToString(CultureInfo.InvariantCulture)}{sub}", low);
        var words = Ordinal().Replace(text[start.Length..], "$1$2").Split(s_separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (road, compass, kind, next) = Street(words);
        var inner = Inner(words.AsSpan(next));
        var key = $"{low}{(high > low ? "-" + high : "")}{sub} {compass} {road} {kind} {string.Join(' ', inner)}";
        return Of(key.Trim(), road, low, sub, compass, kind, inner, high);
    }

    private static readonly char[] s_separators = [' ', ',', '.', '#', '-', '/', '(', ')', ';', '\'', ':', '&'];

    private static (string Road, string Compass, string Kind, int Next) Street(string[] words)
    {
        var (at, compass) = (0, "");
        if (words.Length > 1 && s_compass.TryGetValue(words[0], out var point) && !s_kinds.ContainsKey(words[1]))
        {
            compass = point;
            at = 1;
        }

        var road = "";
        var first = at;
        var kind = "";
        while (at < words.Length)
        {
            var word = words[at];
            if (at > first && s_kinds.TryGetValue(word, out var found))
            {
                // "dr martin luther king jr dr", "avenue o", "st clair st": the first word is never the kind.
                kind = found;
                at++;
                break;
            }

            if (at > first && (char.IsAsciiDigit(word[0]) || s_states.Contains(word) || s_floors.ContainsKey(word) || s_innerWords.Contains(word) || word is "chicago")) break;
            if (at - first >= 5) break;
            road += word;
            at++;
        }

        if (at < words.Length && compass.Length == 0 && kind.Length > 0 && s_compass.TryGetValue(words[at], out point) && point.Length <= 2 && words[at] is not ("no" or "so"))
        {
            compass = point;
            at++;
        }

        return (road, compass, kind, at);
    }

    private static string[] Inner(ReadOnlySpan<string> words)
    {
        var inner = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (s_floors.TryGetValue(word, out var floor)) inner.Add("f" + floor);
            else if (s_innerWords.Contains(word) || s_states.Contains(word)) continue;
            else if (word.Length <= 6 && (word.Any(char.IsAsciiDigit) || word.Length == 1)) inner.Add((word.Length > 2 && word.EndsWith("th", StringComparison.Ordinal) ? "f" + word[..^2] : "r" + word.TrimStart('0')));
        }

        return [.. inner];
    }

    private static readonly FrozenSet<string> s_innerWords = "fl flr floor ste suite unit apt bldg building rm room level space store shop no".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Map(string lines) => lines.Split(';')
        .Select(line => line.Split(' '))
        .SelectMany(line => line.Select(word => (word, line[0])))
        .ToFrozenDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);

    [GeneratedRegex(@"(,?\s+[a-z]+)?,?\s+[a-z]{2}[,.]?\s+[0-9]{5}(-[0-9]{4})?\s*$|,[a-z .]+,\s*[a-z]{2}\s*$|\s[0-9]{5}-[0-9]{4}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Zip();

    [GeneratedRegex(@"^0*(?<low>[0-9]{1,8})(?:\s*-\s*0*(?<high>[0-9]{1,8}))?(?:\s+(?<half>1/2)|\s?(?<letter>[a-z])(?=\s+(?:[nsew]|[a-z0-9]{2,})\b)(?<!\s[nsew]))?(?=\s)", RegexOptions.CultureInvariant)]
    private static partial Regex HouseNumber();

    [GeneratedRegex(@"\b([0-9]+)\s+(st|nd|rd|th)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();
}
