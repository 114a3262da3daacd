using System.Globalization;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>Finds the dates a text names, in every spelling ledgers use.</summary>
internal static partial class DateScan
{
    /// <summary>Folded, Chinese numerals as digits, no blanks inside a date, no time of day: the text whose positions the mentions count.</summary>
    public static string Prepare(string text) =>
        InnerBlank().Replace(TimeOfDay().Replace(NumeralText.ToDigits(CellText.Fold(text)), ""), "");

    /// <summary>Dates in reading order, not overlapping.</summary>
    /// <param name="prepared">Text after <see cref="Prepare"/>.</param>
    /// <param name="inDateColumn">Bare 6.30 and 2022.6 are dates only where nothing but dates is expected; elsewhere they may be lengths and sums.</param>
    public static List<DateMention> Find(string prepared, bool inDateColumn)
    {
        var mentions = new List<DateMention>();
        if (prepared.AsSpan().IndexOfAnyInRange('0', '9') < 0 && prepared.AsSpan().IndexOfAny("月年季") < 0) return mentions;
        foreach (Match match in Spelling().Matches(prepared))
        {
            var mention = Read(match);
            if (inDateColumn || IsPlainInProse(match, mention, prepared)) mentions.Add(mention);
        }

        return mentions;
    }

    /// <summary>A spreadsheet's day number (44742 → 2022-06-30) where a date is expected; null otherwise.</summary>
    public static DateOnly? Serial(string prepared) =>
        double.TryParse(prepared, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) && serial is >= 40000 and < 60001
            ? new DateOnly(1899, 12, 30).AddDays((int)serial)
            : null;

    private static DateMention Read(Match match)
    {
        var part = Part(match.Groups["part"].ValueSpan);
        var (start, end) = (match.Index, match.Index + match.Length);
        if (match.Groups["anchor"].Success) return Anchored(match, start, end, part);
        var year = Int(match, "y") ?? Int(match, "yy") + 2000;
        if (match.Groups["q"].Success) return new DateMention(start, end, year, Int(match, "q"), null, DatePart.Quarter);
        if (match.Groups["half"].Success) return new DateMention(start, end, year, match.Groups["half"].Value == "上" ? 1 : 2, null, DatePart.HalfYear);
        if (match.Groups["m"].Success)
        {
            var day = Int(match, "d");
            return new DateMention(start, end, year, Int(match, "m"), day, day is null ? part : DatePart.Day);
        }

        return new DateMention(start, end, year, null, null, DatePart.Year);
    }

    private static DateMention Anchored(Match match, int start, int end, DatePart part)
    {
        var words = match.Groups["anchor"].ValueSpan;
        var anchor = words switch
        {
            "本月" or "当月" or "这个月" => DateAnchor.ThisMonth,
            "下月" or "下个月" or "次月" => DateAnchor.NextMonth,
            "上月" or "上个月" => DateAnchor.LastMonth,
            "明年" or "次年" or "来年" => DateAnchor.NextYear,
            "今年" or "本年" or "当年" or "年" => DateAnchor.ThisYear,
            _ => DateAnchor.ThisMonth,
        };
        var isYear = anchor is DateAnchor.ThisYear or DateAnchor.NextYear;
        var month = Int(match, "m");
        var day = Int(match, "d");
        if (match.Groups["q"].Success) return new DateMention(start, end, null, Int(match, "q"), null, DatePart.Quarter, anchor);
        if (match.Groups["half"].Success) return new DateMention(start, end, null, match.Groups["half"].Value == "上" ? 1 : 2, null, DatePart.HalfYear, anchor);
        var whole = isYear && month is null ? DatePart.Year : part;
        return new DateMention(start, end, null, month, day, day is null ? whole : DatePart.Day, anchor);
    }

    private static DatePart Part(ReadOnlySpan<char> words) => words switch
    {
        "上旬" or "初" => DatePart.Early,
        "中旬" or "中" => DatePart.Middle,
        "下旬" => DatePart.Late,
        _ => DatePart.Month,
    };

    private static int? Int(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static bool IsPlainInProse(Match match, DateMention mention, string text)
    {
        if (!mention.IsPossible) return mention.Year is not null && mention.Day is not null && match.ValueSpan.Contains('年');
        if (mention.Year is not null || match.ValueSpan.Contains('月')) return !match.Groups["yy"].Success || match.ValueSpan.Contains('年') || mention.Year is >= 2010 and <= 2040;
        return mention.Day is not null && (ProseTie().IsMatch(text[mention.End..Math.Min(text.Length, mention.End + 6)]) || StandsBehind(text, mention));
    }

    /// <summary>已整改（6.28）, 已更换灭火器，6.28: alone in brackets, or last behind a completing word or a comma.</summary>
    private static bool StandsBehind(string text, DateMention mention)
    {
        var before = text.AsSpan(0, mention.Start).TrimEnd();
        var after = text.AsSpan(mention.End).TrimStart();
        if (before.Length == 0) return false;
        var isLast = after.Length == 0 || after[0] is '。' or ';' or ',';
        return before[^1] == '(' ? after.Length > 0 && after[0] == ')' : isLast && (before[^1] == ',' || Completed().IsMatch(before));
    }

    [GeneratedRegex("(?:整改|完成|完毕|到位|合格|销号|通过|清理|更换|修复|拆除)[:]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Completed();

    [GeneratedRegex(@"(?:(?<=\d)|(?<=[年月]))\s+(?=[年月日号])|(?<=[年月])\s+(?=\d)|(?<=\d{4}[.\-/])\s+(?=\d)|(?<=\d{4}[.\-/]\s*\d{1,2}[.\-/])\s+(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex InnerBlank();

    [GeneratedRegex(@"(?<=\d|日)(?:[ T]|[ ]?(?:上午|下午))[ ]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[ ]?[AP]M|Z)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TimeOfDay();

    /// <summary>What may follow a bare 6.10 in running text so that it is a day and not a length.</summary>
    [GeneratedRegex(@"^[ ,:、]?(?:日|号|前|已|经|对|由|在|检查|复查|复核|整改|完成|现场|发现|巡查|排查|回访|验收|上报|移交|督促|下达|责令|要求|再次|更换|清理|销号|到场|联系)", RegexOptions.CultureInvariant)]
    private static partial Regex ProseTie();

    [GeneratedRegex(
        @"(?<![\d.])(?:(?<y>\d{4})[年\-./](?<m>\d{1,2})[月\-./](?<d>\d{1,2})(?![\dA-Za-z])[日号]?"
        + @"|(?<y>(?:19|20|21)\d{2})(?<m>\d{2})(?<d>\d{2})(?!\d)"
        + @"|(?<yy>\d{2})(?:年(?<m>\d{1,2})月|(?<s>[\-./])(?<m>\d{1,2})\k<s>)(?<d>\d{1,2})(?![\dA-Za-z])[日号]?"
        + @"|(?<y>\d{4})年?第?(?<q>[1-4])季度?末?"
        + @"|(?<y>\d{4})年?(?<half>[上下])半年"
        + @"|(?<y>\d{4})[年\-./](?<m>\d{1,2})(?![\d.])月?份?(?<part>上旬|中旬|下旬|初|中(?!秋)|底|末|内)?"
        + @"|(?<yy>\d{2})年(?<m>\d{1,2})月份?(?<part>上旬|中旬|下旬|初|中(?!秋)|底|末|内)?"
        + @"|(?<y>(?:19|20|21)\d{2})年?(?:年?[底末内]|全年)"
        + @"|(?<m>\d{1,2})月(?<d>\d{1,2})(?!\d)[日号]?"
        + @"|(?<m>\d{1,2})月份?(?<part>上旬|中旬|下旬|初|中(?!秋)|底|末|内)?(?!\d)"
        + @"|(?<!\d/)(?<m>\d{1,2})[./](?<d>\d{1,2})(?![\dA-Za-z.月年/])"
        + @"|(?<m>\d{1,2})-(?<d>1[3-9]|2\d|3[01])(?!\d))"
        + @"|(?<![\d年])第?(?<q>[1-4])季度末?|(?<![年度])(?<half>[上下])半年"
        + @"|(?<anchor>本月|当月|这个月|下个?月|次月|上个?月)(?:(?<d>\d{1,2})[日号]|(?<part>上旬|中旬|下旬|初|中(?!秋)|底|末|内)?)"
        + @"|(?<anchor>明年|次年|来年|今年|本年|当年)(?:年?度?[底末内]|(?<half>[上下])半年|第?(?<q>[1-4])季度|(?<m>\d{1,2})月(?:(?<d>\d{1,2})[日号]?|份?(?<part>上旬|中旬|下旬|初|中(?!秋)|底|末|内)?))"
        + @"|(?<![\d年月上下半])(?<anchor>年)[底末内](?!\d)|(?<![\d年个])(?<anchor>月)[底末](?!\d)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Spelling();
}
