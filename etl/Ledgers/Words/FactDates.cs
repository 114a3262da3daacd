using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>The days a free text ties to what happened on them.</summary>
/// <param name="HasImpossible">A date with a year is named that does not exist (2022年6月31日).</param>
public sealed record StatedDays(DateOnly? FoundOn, DateOnly? RectifiedOn, DateOnly? VerifiedOn, bool HasImpossible)
{
    public static StatedDays None { get; } = new(null, null, null, HasImpossible: false);
}

/// <summary>
/// Ties dates in running text to words: 6.3检查，6.10复查已整改 was found on the 3rd and mended on the 10th. A date belongs to the completing word
/// after it only when no other act (检查, 下达, 责令, …) took it before, and never when the words make it a plan (6月10日前).
/// </summary>
public sealed partial class FactDates(WordPattern rectified, WordPattern verified)
{
    /// <param name="month">The ledger's month, for dates without year.</param>
    public StatedDays Read(string text, LedgerMonth? month)
    {
        if (text.AsSpan().IndexOfAnyInRange('0', '9') < 0 && text.AsSpan().IndexOfAny("月０１２３４５６７８９") < 0) return StatedDays.None;
        var prepared = DateScan.Prepare(text);
        var mentions = DateScan.Find(prepared, inDateColumn: false);
        var days = StatedDays.None;
        for (var i = 0; i < mentions.Count; i++)
        {
            if (!mentions[i].IsPossible) days = days with { HasImpossible = true };
            if (DateWords.Fact(mentions[i], month) is not { } day) continue;
            var before = prepared[(i == 0 ? Math.Max(0, mentions[i].Start - 16) : Math.Max(mentions[i - 1].End, mentions[i].Start - 16))..mentions[i].Start];
            var after = prepared[mentions[i].End..(i + 1 < mentions.Count ? mentions[i + 1].Start : Math.Min(prepared.Length, mentions[i].End + 80))];
            var behind = CellText.Squeeze(Sentence(after));
            var tied = Tie(days, day, Clause(before), behind);
            days = ReferenceEquals(tied, days) && behind is "" or ")" ? TieBack(days, day, prepared[Math.Max(i == 0 ? 0 : mentions[i - 1].End, mentions[i].Start - 80)..mentions[i].Start]) : tied;
        }

        return days;
    }

    /// <summary>The day found, when a hazard's own text opens with it: 6月3日检查发现….</summary>
    public static DateOnly? FoundAtStart(string text, LedgerMonth? month)
    {
        if (text.AsSpan().IndexOfAnyInRange('0', '9') < 0 && text.AsSpan().IndexOfAny("月０１２３４５６７８９") < 0) return null;
        var prepared = DateScan.Prepare(text);
        var mentions = DateScan.Find(prepared, inDateColumn: false);
        return mentions.Count > 0 && mentions[0].Start <= 1 && Finding().IsMatch(CellText.Squeeze(Sentence(prepared[mentions[0].End..]))) ? DateWords.Fact(mentions[0], month) : null;
    }

    private StatedDays Tie(StatedDays days, DateOnly day, string before, string after)
    {
        if (Plan().IsMatch(before) || Until().IsMatch(after)) return days;
        var found = Finding().Match(after);
        if (found.Success || FoundBefore().IsMatch(before)) days = days with { FoundOn = days.FoundOn ?? day };
        if (Reaches(verified.FirstIn(after), after, found) || VerifiedBefore().IsMatch(before) || BareVerifying().IsMatch(after)) return days with { VerifiedOn = day };
        if (Reaches(rectified.FirstIn(after), after, found) || RectifiedBefore().IsMatch(before) || IsBareMending(before, after)) return days with { RectifiedOn = day };
        return days;
    }

    /// <summary>A date alone behind a clause is that clause's: 已整改，6月10日; 已更换灭火器(2022.6.18).</summary>
    private StatedDays TieBack(StatedDays days, DateOnly day, string before)
    {
        var told = before.TrimEnd(' ', ',', '(');
        if (told.Length == before.Length) return days;
        var clause = CellText.Squeeze(Clause(told));
        if (Plan().IsMatch(clause) || OtherAct().IsMatch(clause)) return days;
        if (verified.IsIn(clause)) return days with { VerifiedOn = day };
        return rectified.IsIn(clause) ? days with { RectifiedOn = day } : days;
    }

    /// <summary>No other act between the date and the completing word; on the day of the check only what was mended on the spot.</summary>
    private static bool Reaches((int Start, int End)? word, string after, Match found)
    {
        if (word is not { } at) return false;
        var between = after[..at.Start];
        if (found.Success && found.Index + found.Length <= at.Start)
        {
            var since = after[(found.Index + found.Length)..at.Start];
            return !OtherAct().IsMatch(Seen().Replace(since, "")) && (since.Contains(',', StringComparison.Ordinal) ? ThereAndThen() : OnTheSpot()).IsMatch(after[..at.End]);
        }

        return !OtherAct().IsMatch(between);
    }

    private static bool IsBareMending(string before, string after) =>
        BareMending().IsMatch(after) || (AlreadyOn().IsMatch(before) && Mending().IsMatch(after));

    private static string Sentence(string text)
    {
        var end = text.AsSpan().IndexOfAny("。;；\n");
        return end < 0 ? text : text[..end];
    }

    private static string Clause(string text)
    {
        var start = text.AsSpan().LastIndexOfAny("。;；\n,，");
        return text[(start + 1)..];
    }

    [GeneratedRegex("计划|预计|(?<!已)将|拟|限|要求|责令|承诺|延期|定于|有效期|到期|生产|出厂|过期|下次|应于|须于|须在|截止|截至|上次|年检", RegexOptions.CultureInvariant)]
    private static partial Regex Plan();

    [GeneratedRegex("^(?:日|号)?(?:之|以)?(?:前|内|底前|止|过期|到期|失效|生产|出厂)", RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    [GeneratedRegex("^[,:]?[^,;。复整已未再]{0,10}?(?:检查|排查|巡查|巡检|抽查|督查|督导|暗访|夜查|摸排|走访|发现)(?!记录|卡|表|制度|合格|通过|不合格|证)", RegexOptions.CultureInvariant)]
    private static partial Regex Finding();

    [GeneratedRegex("(?<!复)(?:检查|发现|排查|巡查)(?:日期|时间)?[:(]?(?:于|为|在)?$", RegexOptions.CultureInvariant)]
    private static partial Regex FoundBefore();

    [GeneratedRegex("(?:复查|验收|复核|销号|复验)(?:合格|通过|完成)?(?:日期|时间)?[:(]?(?:于|为|在)?$", RegexOptions.CultureInvariant)]
    private static partial Regex VerifiedBefore();

    [GeneratedRegex("(?:(?:整改|完成|整改完成|完成整改)(?:日期|时间)[:为]?|(?:已整改|整改完毕|整改完成|完成整改|整改到位|已完成)[:(]?(?:于|在)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex RectifiedBefore();

    [GeneratedRegex("检查|排查|巡查|发现|下达|责令|要求|督促|通知|约谈|整改中|联系|采购|上报|移交|下发|拟|计划|限", RegexOptions.CultureInvariant)]
    private static partial Regex OtherAct();

    [GeneratedRegex("当场|现场|当日|当天|当即|即时|立即", RegexOptions.CultureInvariant)]
    private static partial Regex OnTheSpot();

    /// <summary>Behind a comma 立即 may be an order; 当场 tells when.</summary>
    [GeneratedRegex("当场|现场|当日|当天|当即", RegexOptions.CultureInvariant)]
    private static partial Regex ThereAndThen();

    /// <summary>检查时发现 is one act, not two.</summary>
    [GeneratedRegex("^(?:时|中|后|人员)*发现", RegexOptions.CultureInvariant)]
    private static partial Regex Seen();

    [GeneratedRegex("^(?:予以)?销号(?:$|[,;。()])", RegexOptions.CultureInvariant)]
    private static partial Regex BareVerifying();

    [GeneratedRegex("^整改(?:$|[,;。()])", RegexOptions.CultureInvariant)]
    private static partial Regex BareMending();

    [GeneratedRegex("已经?(?:于|在)?$", RegexOptions.CultureInvariant)]
    private static partial Regex AlreadyOn();

    [GeneratedRegex("^(?:全部|自行|完成|进行|予以|组织|对[^,;。]{1,10})?(?:整改|更换|清理|完成|拆除|修复|维修|安装|清除|配齐|补充|解决|处理)(?!通知|中|方案)", RegexOptions.CultureInvariant)]
    private static partial Regex Mending();
}
