using System.Globalization;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>A number that opens a part of a list, at these positions of the text.</summary>
internal readonly record struct ListMark(int Start, int End, int Number);

/// <summary>One style of numbering: 1. / 1、, (1), 1), ①, 一是, 一、, (一), 1-1, bullets.</summary>
internal sealed partial class ListMarks(Regex spelling, bool needsBoundary = true)
{
    /// <summary>Outer styles before inner ones, so that 一、… 1.… 2.… is split at 一、 first.</summary>
    public static IReadOnlyList<ListMarks> All { get; } =
    [
        new(ChineseComma()), new(ChineseBracketed()), new(ChineseBracketedInside(), needsBoundary: false), new(Ordinal()), new(TwoLevels()), new(Digits()), new(DigitsInside(), needsBoundary: false), new(Bracketed()), new(BracketedInside(), needsBoundary: false), new(HalfBracketed()), new(LineStart()), new(Stopped(), needsBoundary: false), new(Comma()), new(Circled(), needsBoundary: false), new(Labelled()), new(Lettered()), new(Bullets()),
    ];

    /// <summary>The marks of a list in this style: beginning with 1 and counting on; fewer than two when the text holds no such list.</summary>
    public List<ListMark> Find(string text, bool isDeadline)
    {
        var marks = new List<ListMark>();
        var expected = 1;
        foreach (Match match in spelling.Matches(text))
        {
            if (needsBoundary && !AtBoundary(text, match.Index)) continue;
            if (!isDeadline && match.Groups["dot"].Success && StartsWithDigit(text, match.Index + match.Length) && !CountsThings().IsMatch(CellText.Fold(text[(match.Index + match.Length)..Math.Min(text.Length, match.Index + match.Length + 8)]))) continue;
            var number = Number(match);
            var restarts = match.Groups["outer"].Success && number == 1 && marks.Count > 0;
            if (number != expected && !restarts && number != 0) continue;
            marks.Add(new ListMark(match.Index, match.Index + match.Length, number));
            expected = number + 1;
        }

        return marks;
    }

    /// <summary>A single number before a text (32. FLOORS, 1、灭火器过期) is no list but still a number.</summary>
    public static string WithoutLoneMark(string text)
    {
        var mark = LoneMark().Match(text);
        return mark.Success && mark.Length < text.Length ? text[mark.Length..] : text;
    }

    /// <summary>The same behind a short heading: 用电：1.线路老化.</summary>
    public static string WithoutMarkBehindHeading(string text) => MarkBehindHeading().Replace(text, "$1");

    public static bool IsAnnouncement(string preface) => preface.Length <= 40 && Announcement().IsMatch(preface) && (preface.Contains("隐患", StringComparison.Ordinal) || preface.Contains("问题", StringComparison.Ordinal) || preface.Contains('下', StringComparison.Ordinal) || preface.Contains("发现", StringComparison.Ordinal) || preface.Contains("检查", StringComparison.Ordinal));

    private static bool StartsWithDigit(string text, int at) => at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is >= '０' and <= '９');

    private static bool AtBoundary(string text, int at) =>
        at == 0 || text[at - 1] is ' ' or '\n' or ';' or '；' or '。' or ',' or '，' or '、' or ':' or '：' or '.' or '!' or '！' or '|' or '/' or ')' or '）' or '］' or ']';

    private static int Number(Match match)
    {
        var text = match.Groups["n"].Value;
        if (text.Length == 0) return 0;
        if (text[0] is >= '①' and <= '⑳') return text[0] - '①' + 1;
        if (text[0] is >= '➀' and <= '➓') return ((text[0] - '➀') % 10) + 1;
        if (text[0] is >= 'Ⅰ' and <= 'Ⅻ') return text[0] - 'Ⅰ' + 1;
        if (char.IsAsciiLetter(text[0])) return char.ToLowerInvariant(text[0]) - 'a' + 1;
        if (text[0] is >= '⑴' and <= '⒇') return text[0] - '⑴' + 1;
        if (text[0] is >= '⒈' and <= '⒛') return text[0] - '⒈' + 1;
        if (text[0] is >= '❶' and <= '❿') return text[0] - '❶' + 1;
        if (text[0] is >= '㈠' and <= '㈩') return text[0] - '㈠' + 1;
        var folded = CellText.Fold(text);
        var digits = char.IsAsciiDigit(folded[0]) ? folded : NumeralText.Number(folded);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }

    private const string D = "[0-9０-９]";

    [GeneratedRegex("(?<n>[一二三四五六七八九十]{1,3})、(?=[^、])", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseComma();

    [GeneratedRegex("[(（](?<n>[一二三四五六七八九十]{1,3})[)）][、.．]?|(?<n>[㈠-㈩])", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseBracketed();

    /// <summary>（一）灭火器过期（二）通道堵塞; 第（一）项 refers.</summary>
    [GeneratedRegex("(?<![第图表见附件条款项])[(（](?<n>[一二三四五六七八九十]{1,3})[)）](?![项条款层楼,，。;；]|$)[、.．]?", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseBracketedInside();

    [GeneratedRegex("(?<n>[一二三四五六七八九十]{1,2})是(?!否)[:：,，]?|第(?<n>[一二三四五六七八九十]{1,2})[,，:：、](?=.)", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    [GeneratedRegex("(?<outer>" + D + "{1,2})[-－](?<n>" + D + "{1,2})(?!" + D + "|[-－/.．~～层楼号栋幢单米年月日个处条具万千百元mM%％至到])[、.．:： ]?", RegexOptions.CultureInvariant)]
    private static partial Regex TwoLevels();

    [GeneratedRegex("(?<!" + D + ")(?<n>" + D + "{1,2})(?:(?<dot>[.．、])|[:：](?!" + D + "))[ ]*", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    /// <summary>1.灭火器过期2.通道堵塞: marks that follow a word directly; only with a dot, and never before a digit.</summary>
    [GeneratedRegex("(?<![0-9０-９.．\\-－~～至到第号NoO#])(?<n>" + D + "{1,2})(?<dot>[.．])(?=[^0-9０-９])[ ]*|(?<![0-9０-９.．\\-－~～至到第号NoO#])(?<n>" + D + "{1,2})(?<dot>、)(?=[^0-9０-９号楼栋幢层单])", RegexOptions.CultureInvariant)]
    private static partial Regex DigitsInside();

    [GeneratedRegex("[(（\\[【［](?<n>" + D + "{1,2})[)）\\]】］][、.．]?[ ]*", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    /// <summary>（1）灭火器过期（2）通道堵塞: marks that follow a word directly. 灭火器（2）具 counts, 第（2）款 and 图（2） refer.</summary>
    [GeneratedRegex("(?<![第图表见附件条款项号共计约])[(（\\[【［](?<n>" + D + "{1,2})[)）\\]】］](?![具个处条款项号楼层栋幢台只根扇瓶户间名家盏米次张块把,，。;；]|$)[、.．]?[ ]*", RegexOptions.CultureInvariant)]
    private static partial Regex BracketedInside();

    /// <summary>隐患1：…隐患2：…, 其一，…其二，….</summary>
    [GeneratedRegex("(?:隐患|问题)(?<n>" + D + "{1,2}|[一二三四五六七八九十]{1,3})[:：、.．][ ]*|其(?<n>[一二三四五六七八九十]{1,2})[,，:：、是][ ]*", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex("(?<![A-Za-zⅠ-Ⅻ])(?<n>[A-Ha-hⅠ-Ⅻ])[.．、)）:：][ ]*(?=[^A-Za-z0-9 ])", RegexOptions.CultureInvariant)]
    private static partial Regex Lettered();

    [GeneratedRegex("(?<!" + D + "|[(（])(?<n>" + D + "{1,2})[)）][、.．]?[ ]*", RegexOptions.CultureInvariant)]
    private static partial Regex HalfBracketed();

    [GeneratedRegex("(?<=^|\\n)(?<n>" + D + "{1,2})(?:[ ]+|[,，。][ ]*)(?=[^0-9０-９ ])", RegexOptions.CultureInvariant)]
    private static partial Regex LineStart();

    /// <summary>1。灭火器过期2。通道堵塞: a full stop typed for the dot.</summary>
    [GeneratedRegex("(?<![0-9０-９.．\\-－~～至到第号NoO#])(?<n>" + D + "{1,2})。(?=[^0-9０-９])[ ]*", RegexOptions.CultureInvariant)]
    private static partial Regex Stopped();

    /// <summary>1，灭火器过期；2，通道堵塞.</summary>
    [GeneratedRegex("(?<!" + D + ")(?<n>" + D + "{1,2})[,，](?!" + D + ")[ ]*", RegexOptions.CultureInvariant)]
    private static partial Regex Comma();

    /// <summary>After 2. a number of floors or houses, and a date, is no decimal: 2.3楼通道堵塞, 2、2022-06-10整改完毕.</summary>
    [GeneratedRegex("^(?:[0-9０-９]{1,4}(?:楼|号|层|栋|幢|单元|#|＃|台|具|处|个|名|根|扇|瓶|户|间|只)|(?:19|20)[0-9]{2}[年./-]|(?:1[0-2]|[1-9])月[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex CountsThings();

    [GeneratedRegex("^([^:：0-9。；;]{1,16}[:：])[ ]*1[.．、](?![0-9０-９])[ ]*", RegexOptions.CultureInvariant)]
    private static partial Regex MarkBehindHeading();

    [GeneratedRegex("(?<n>[①-⑳❶-❿➀-➓⑴-⒇⒈-⒛])[、.．:：]?[ ]*", RegexOptions.CultureInvariant)]
    private static partial Regex Circled();

    [GeneratedRegex("(?<=^|\\n)(?<n>)[-•●◆■▪○*·][ ]*", RegexOptions.CultureInvariant)]
    private static partial Regex Bullets();

    [GeneratedRegex("^(?:[0-9０-９]{1,3}(?:[.．、](?![0-9０-９])|[)）][、.．]?)[ ]*|[(（](?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[)）][、.．]?[ ]*|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])|[①-⑳❶-❿⑴-⒇⒈-⒛㈠-㈩][、.．:：]?[ ]*)", RegexOptions.CultureInvariant)]
    private static partial Regex LoneMark();

    [GeneratedRegex("^(?:(?:经|在|该|本|共|现场|我|单位|企业|场所|检查|排查|巡查|发现|存在|有|的|以下|下列|如下|几|主要|安全|消防|隐患|问题|情况|为|是|[0-9一二三四五六七八九十]+[个处项条]|[0-9]{1,4}[年月日号./-]|[，,。 ])+)[:：]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Announcement();
}
