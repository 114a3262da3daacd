using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Linking;

/// <summary>What two spellings of a unit's name must share to be the same name.</summary>
public static partial class UnitName
{
    /// <summary>Dropped from the front of a name when something remains: the city and the district of the plan. Another city passes its own.</summary>
    public static IReadOnlyList<string> DefaultPlaces { get; } = ["重庆市", "重庆", "沙坪坝区", "沙坪坝"];

    /// <summary>
    /// The key of a name: NFKC, lower case, without spaces, invisible characters, punctuation, the legal form (有限公司, Inc., LLC) and a leading place.
    /// A bracketed branch stays, whatever its brackets: 某店（东街店）, 某店(东街店) and 某店东街店 are one name, 某店 is another.
    /// </summary>
    /// <param name="name">As written; null, blank or nothing but invisible characters gives an empty key.</param>
    /// <param name="places">Leading places to drop, longest first; null means <see cref="DefaultPlaces"/>.</param>
    public static string Key(string? name, IReadOnlyList<string>? places = null)
    {
        var plain = PlainText.Of(name);
        var key = PlainText.LettersAndDigits(WithoutLegalForm(plain));
        if (key.Length == 0) return PlainText.WithoutSpaces(plain);
        return DropPlaces(key, places ?? DefaultPlaces);
    }

    /// <summary>Without 有限公司, Inc. and the like, wherever they stand; never empty when the text is not.</summary>
    internal static string WithoutLegalForm(string plain)
    {
        var text = ApostropheOrDot().Replace(plain, "").Replace("&", " and ", StringComparison.Ordinal);
        text = LeadingThe().Replace(text, "");
        text = KeepUnlessEmpty(text, EnglishForm().Replace(text, " "));
        text = KeepUnlessEmpty(text, ChineseForm().Replace(text, ""));
        return KeepUnlessEmpty(text, LastCompany().Replace(text, ""));
    }

    /// <summary>A place may only go when a name of two characters or more remains, so that 重庆公司 stays 重庆.</summary>
    private static string DropPlaces(string key, IReadOnlyList<string> places)
    {
        for (var again = true; again;)
        {
            var place = places.FirstOrDefault(p => key.Length >= p.Length + 2 && key.StartsWith(p, StringComparison.Ordinal));
            again = place is not null;
            if (place is not null) key = key[place.Length..];
        }

        return key;
    }

    private static string KeepUnlessEmpty(string before, string after) => PlainText.LettersAndDigits(after).Length > 0 ? after : before;

    [GeneratedRegex(@"['’`´.]", RegexOptions.CultureInvariant)]
    private static partial Regex ApostropheOrDot();

    [GeneratedRegex(@"^\s*the\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingThe();

    [GeneratedRegex(@"(?<![a-z0-9])(incorporated|inc|llc|l l c|ltd|limited|corporation|corp|company|co)(?![a-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishForm();

    [GeneratedRegex(@"股份有限责任公司|股份有限公司|有限责任公司|责任有限公司|有限公司|\(?个体工商户\)?|\(?个体户\)?", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseForm();

    // 分公司 (a branch) and 总公司 (its head) say which one: they stay.
    [GeneratedRegex(@"(?<![分总子])公司(?=\s*(\(|$))", RegexOptions.CultureInvariant)]
    private static partial Regex LastCompany();
}

/// <summary>The steps every comparison of names, addresses and hazard texts begins with.</summary>
internal static class PlainText
{
    /// <summary>NFKC and lower case; format characters out, other control characters and every kind of space become one space; all brackets round.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var plain = new StringBuilder(text.Length);
        foreach (var c in Compose(text))
        {
            var category = char.GetUnicodeCategory(c);
            if (category is UnicodeCategory.Format) continue;
            if (category is UnicodeCategory.Control || char.IsWhiteSpace(c)) Space(plain);
            else plain.Append(Bracket(char.ToLowerInvariant(c)));
        }

        return plain.ToString().Trim();
    }

    public static string LettersAndDigits(string plain) => Keep(plain, char.IsLetterOrDigit);

    public static string WithoutSpaces(string plain) => Keep(plain, c => c != ' ');

    /// <summary>A lone surrogate makes normalisation throw; such a text is compared as it stands.</summary>
    private static string Compose(string text)
    {
        try
        {
            return text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static void Space(StringBuilder plain)
    {
        if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
    }

    private static char Bracket(char c) => c switch
    {
        '[' or '{' or '【' or '〔' or '〖' or '「' or '『' or '《' or '〈' or '<' => '(',
        ']' or '}' or '】' or '〕' or '〗' or '」' or '』' or '》' or '〉' or '>' => ')',
        _ => c,
    };

    private static string Keep(string text, Func<char, bool> wanted)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (wanted(c) || char.IsSurrogate(c)) kept.Append(c);
        }

        return kept.Length == text.Length ? text : kept.ToString();
    }
}
