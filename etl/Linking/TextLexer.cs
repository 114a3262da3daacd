using System.Globalization;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Linking;

/// <summary>Splits a hazard text into what matters for comparing: words and characters, places, known objects and defects.</summary>
internal sealed partial class TextLexer
{
    private readonly string _text;
    private readonly ProfileBuilder _profile = new();

    private TextLexer(string text) => _text = text;

    public static string Full(string? text) => PlainText.LettersAndDigits(Prepare(text));

    /// <summary>Reads a text from left to right, the longest known thing first.</summary>
    public static TextProfile Read(string? text)
    {
        var prepared = Prepare(text);
        var full = PlainText.LettersAndDigits(prepared);
        var lexer = new TextLexer(prepared);
        for (var at = 0; at < prepared.Length;) at += lexer.Step(at);
        return lexer._profile.Build(full);
    }

    private static string Prepare(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var plain = PlainText.Of(CircledNumber().Replace(text, ""));
        plain = SpaceBesideChinese().Replace(plain, "");
        foreach (var (written, meant) in HazardWords.Misspellings) plain = plain.Replace(written, meant, StringComparison.Ordinal);
        var numbering = Numbering().Match(plain);
        return numbering.Length == plain.Length ? plain : plain[numbering.Length..];
    }

    private int Step(int at)
    {
        var c = _text[at];
        if (char.IsAsciiLetterOrDigit(c) && EnglishPlace(at) is { } place) return place;
        if (char.IsAsciiLetter(c)) return LetterPlace(at) ?? EnglishWord(at);
        if (!char.IsLetterOrDigit(c) && c is not '-') return 1;
        if (MayStartNumber(c) && Number(at) is { } length) return length;
        if (at > 0 && MayStartConsequence(c) && Consequence().Match(_text, at) is { Success: true } consequence) return consequence.Length;
        if (HazardWords.Table.Match(_text, at) is { } phrase)
        {
            Take(phrase.Phrase);
            return phrase.Length;
        }

        if (char.IsLetter(c)) _profile.Character(c);
        return 1;
    }

    private void Take(Phrase phrase)
    {
        switch (phrase.Kind)
        {
            case PhraseKind.Object:
                _profile.Object(phrase);
                break;
            case PhraseKind.Defect:
                _profile.Defect(phrase);
                break;
            case PhraseKind.Room:
                _profile.Place("处所", phrase.Canon);
                break;
            case PhraseKind.Negation:
                _profile.Negate();
                break;
            case PhraseKind.Drop:
            default:
                break;
        }
    }

    private int? Number(int at)
    {
        if (PlaceNumber().Match(_text, at) is { Success: true } place)
        {
            var below = place.Groups["below"].Success ? "-" : "";
            var kind = PlaceKind(place.Groups["kind"].Value);
            foreach (Match number in OneNumber().Matches(place.Groups["numbers"].Value)) _profile.Place(kind, below + Digits(number.Value));
            return place.Length;
        }

        if (Count().Match(_text, at) is { Success: true } count) return count.Length;
        return BareNumber().Match(_text, at) is { Success: true } bare ? bare.Length : null;
    }

    private int? LetterPlace(int at)
    {
        if (BasementFloor().Match(_text, at) is { Success: true } basement)
        {
            _profile.Place("层", "-" + basement.Groups["number"].Value);
            return basement.Length;
        }

        if (LetteredPlace().Match(_text, at) is not { Success: true } place) return null;
        _profile.Place(PlaceKind(place.Groups["kind"].Value), place.Groups["letter"].Value);
        return place.Length;
    }

    private int? EnglishPlace(int at)
    {
        if (EnglishPlace().Match(_text, at) is not { Success: true } place) return null;
        _profile.Place(place.Groups["kind"].Value, Ordinal(place.Groups["number"].Value));
        return place.Length;
    }

    private int EnglishWord(int at)
    {
        if (NumberSign().Match(_text, at) is { Success: true } sign) return sign.Length;
        var word = LatinWord().Match(_text, at).Value;
        if (HazardWords.EnglishNegation.Contains(word)) _profile.Negate();
        else if (HazardWords.EnglishFiller.Contains(word) || word.Length == 1) _profile.ForgetNegation();
        else _profile.Word(HazardWords.EnglishMissing.Contains(word) ? "missing" : Singular(word));
        return word.Length;
    }

    private static string Singular(string word) => word switch
    {
        { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        { Length: > 4 } when EsPlural().IsMatch(word) => word[..^2],
        { Length: > 3 } when word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') => word[..^1],
        _ => word,
    };

    private static string Ordinal(string number) => number switch
    {
        "first" or "ground" => "1",
        "second" => "2",
        "third" => "3",
        "fourth" => "4",
        "fifth" => "5",
        _ => LeadingDigits().Match(number) is { Success: true } digits ? digits.Value : number,
    };

    private static string Digits(string number) => ChineseNumeral.Value(number).ToString(CultureInfo.InvariantCulture);

    private static string PlaceKind(string written) => written switch
    {
        "楼" or "层" or "f" => "层",
        "号楼" or "栋" or "幢" or "座" => "栋",
        "房" or "室" or "号房" or "房间" => "室",
        "#" or "号" => "号",
        _ => written,
    };

    private static bool MayStartNumber(char c) => char.IsAsciiDigit(c) || "-零〇一二三四五六七八九十百千两几数多半负地第约共近".Contains(c, StringComparison.Ordinal);

    private static bool MayStartConsequence(char c) => "有存具造极容易可会将恐影妨阻不危威导带".Contains(c, StringComparison.Ordinal);

    private const string N = "[0-9]{1,9}|[零〇一二三四五六七八九十百]{1,5}";
    private const string PlaceWord = "号楼|号房|号(?!召)|楼(?!梯|道|顶)|层|f(?![a-z])|栋|幢|座|单元|室|房间?|#|区(?!域)|车间|期";
    private const string Measure =
        "个|具|处|只|盏|台(?!账)|根|条|块|张(?!贴)|把|辆|组|套|瓶|支|扇|件|名|人(?!员)|户|次(?!性)|桶|袋|箱|排(?!插|水|烟)|批|颗|棵|片|段|项|罐|间|枚|副|双|面|樘|株|" +
        "毫米|厘米|公分|平方米|平米|立方米|米|mm|cm|m2|m(?![a-z])|千克|公斤|kg|克|吨|升|l(?![a-z])|天|日|月|年|小时|分钟|%|kva|kw|kv|w(?![a-z])|v(?![a-z])|伏|瓦|mpa|元";

    [GeneratedRegex("^[\\s]*[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289]+", RegexOptions.CultureInvariant)]
    private static partial Regex CircledNumber();

    [GeneratedRegex(@"(?<=[\u3400-\u9fff]) | (?=[\u3400-\u9fff])", RegexOptions.CultureInvariant)]
    private static partial Regex SpaceBesideChinese();

    // 1. 1、 (1) 1) 一、 (一) 第1条: but not 1.5米, 2022.6.30 or 2具.
    [GeneratedRegex(@"^((\(([0-9]{1,3}|[一二三四五六七八九十]{1,3})\)|([0-9]{1,3}|[一二三四五六七八九十]{1,3})(\.(?![0-9])|[、:)．]))[\s、.:]{0,3}){0,4}", RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();

    [GeneratedRegex($@"\G第?(?<below>负|地下|-(?=[0-9]))?(?<numbers>({N})([-~、,/和及]({N})){{0,9}})(?<kind>{PlaceWord})", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceNumber();

    [GeneratedRegex($@"\G[约近共]?([0-9]{{1,12}}(\.[0-9]{{1,6}})?|[零一二三四五六七八九十百千两几数多半]{{1,6}})[多余几]?({Measure})(以上|左右)?", RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    // What might come of a hazard tells nothing of object or defect: 有脱落风险, 易引发火灾, 影响疏散.
    [GeneratedRegex(@"\G(?:(?:有|存在|具有|带来|造成)[^,;。、\s]{0,8}(?:风险|危险)(?:隐患)?|(?:极易|容易|易|可能会?|会|将|恐)(?:引发|导致|造成|引起|发生|诱发|产生)[^,;。]{0,14}|(?:导致|影响|妨碍|阻碍|不利于|不便于|危及|威胁)[^,;。]{1,10}(?=$|[,;。]))", RegexOptions.CultureInvariant)]
    private static partial Regex Consequence();

    [GeneratedRegex(@"\G[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex BareNumber();

    [GeneratedRegex(N, RegexOptions.CultureInvariant)]
    private static partial Regex OneNumber();

    [GeneratedRegex(@"\Gb(?<number>[0-9])(层|楼|f)?(?![0-9a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex BasementFloor();

    [GeneratedRegex(@"\G(?<letter>[a-z])(?<kind>栋|幢|座|区|号楼|单元|馆|厅)", RegexOptions.CultureInvariant)]
    private static partial Regex LetteredPlace();

    [GeneratedRegex(@"\G(?:(?<number>first|second|third|fourth|fifth|ground|[0-9]{1,3}(st|nd|rd|th)) (?<kind>floor|level)|(?<kind>floor|level|room|unit|suite|building|door|bay) (?:no\.? ?|# ?)?(?<number>[0-9]+[a-z]?|(?<=(unit|suite|building|bay) )[b-z])(?![a-z0-9]))", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishPlace();

    [GeneratedRegex(@"\Gno\.? ?#?[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NumberSign();

    [GeneratedRegex("(x|ch|sh|ss)es$", RegexOptions.CultureInvariant)]
    private static partial Regex EsPlural();

    [GeneratedRegex(@"\G[a-z][a-z0-9]*", RegexOptions.CultureInvariant)]
    private static partial Regex LatinWord();

    [GeneratedRegex("^[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingDigits();
}
