using System.Globalization;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>A deadline with what is odd about it.</summary>
/// <param name="Issue">Null, or <c>due_unreadable, due_several, due_undeterminable, date_trailing_zero</c>.</param>
public sealed record DueReading(Deadline Due, string? Issue)
{
    public static DueReading None { get; } = new(Deadline.None, null);
}

/// <summary>Reads 整改时限: dates and spans, 立行立改, 长期, 限期3日内, 二十大前. A stated date beats the words around it.</summary>
public sealed partial class DeadlineWords(IEnumerable<DeadlineWord> words, HighRiskPeriods periods, WorkingDays workingDays)
{
    private readonly string[] _immediate = Of(words, DueKind.Immediate);
    private readonly string[] _longTerm = Of(words, DueKind.LongTerm);
    private readonly DeadlineWord[] _events = [.. words.Where(w => w.Kind == DueKind.Event).OrderByDescending(w => w.Word.Length)];

    /// <param name="text">The cell.</param>
    /// <param name="foundOn">When the hazard was found; relative and immediate deadlines count from it.</param>
    /// <param name="month">The ledger's month; null when unsettled: then a date without year is unreadable.</param>
    public DueReading Read(string text, DateOnly? foundOn, LedgerMonth? month)
    {
        if (CellText.IsPlaceholder(text)) return DueReading.None;
        var prepared = Unquoted().Replace(DateScan.Prepare(text), "");
        if (DateScan.Serial(prepared) is { } serial) return Dated(new DateStretch(serial, serial, DatePrecision.Day), isSpan: false, issue: null);
        return ReadDates(prepared, foundOn, month) ?? ReadWords(prepared, foundOn, month);
    }

    private static string[] Of(IEnumerable<DeadlineWord> words, DueKind kind) => [.. words.Where(w => w.Kind == kind).Select(w => w.Word)];

    private DueReading? ReadDates(string text, DateOnly? foundOn, LedgerMonth? month)
    {
        if (DueSpan.Find(text) is { } span) return ReadSpan(span, foundOn, month);
        var mentions = DateScan.Find(text, inDateColumn: true);
        if (mentions.Count == 0 || IsMonthsNotDate(text) || StatesOnlyYearOfEvent(text, mentions)) return null;
        if (mentions.Exists(m => StartsThere(text, m))) return IsLongTerm(text) ? LongTerm : Unreadable;
        var postponed = Postponed().Match(text);
        var meant = postponed.Success ? mentions.Where(m => m.Start >= postponed.Index).Take(1).ToList() : mentions;
        if (meant.Count == 0) meant = mentions;
        var days = meant.ConvertAll(m => Resolve(m, foundOn, month));
        if (days.Exists(day => day is null)) return Unreadable;
        var last = days.MaxBy(day => day!.Value.Last)!.Value;
        var issue = days.Distinct().Count() > 1 ? ReasonCodes.DueSeveral : DateWords.LosesTrailingZero(text) ? ReasonCodes.DateTrailingZero : null;
        return Dated(last, isSpan: false, issue);
    }

    private DueReading ReadWords(string text, DateOnly? foundOn, LedgerMonth? month)
    {
        var relative = Relative().Match(text);
        if (relative.Success) return ReadRelative(text, relative, foundOn);
        if (Array.Find(_events, e => IsBefore(text, e)) is { } named) return ReadEvent(text, named, foundOn, month);
        if (IsLongTerm(text)) return LongTerm;
        if (Array.Exists(_immediate, word => text.Contains(word, StringComparison.Ordinal)))
            return new DueReading(new Deadline(DueKind.Immediate, foundOn, null, foundOn is null ? DatePrecision.Unknown : DatePrecision.Day), null);
        return Unreadable;
    }

    private static DueReading ReadSpan(DueSpan span, DateOnly? foundOn, LedgerMonth? month)
    {
        if (Resolve(span.First, foundOn, month) is not { } first) return Unreadable;
        var last = span.Last.Year is null && span.Last.Anchor == DateAnchor.None ? span.Last with { Year = first.First.Year } : span.Last;
        if (Resolve(last, foundOn, month) is not { } end) return Unreadable;
        if (end.Last < first.First && span.Last.Year is null) end = Resolve(last with { Year = first.First.Year + 1 }, foundOn, month) ?? end;
        return end.Last < first.First ? Unreadable : Dated(new DateStretch(first.First, end.Last, end.Precision), isSpan: true, issue: null);
    }

    private DueReading ReadRelative(string text, Match match, DateOnly? foundOn)
    {
        // 收到通知后3日内 counts from a day the ledger does not state.
        var due = foundOn is { } found && !OtherStart().IsMatch(text) ? Add(found, match) : null;
        var precision = due is null ? DatePrecision.Unknown : DatePrecision.Day;
        return new DueReading(new Deadline(DueKind.Relative, due, null, precision), due is null ? ReasonCodes.DueUndeterminable : null);
    }

    private DateOnly? Add(DateOnly found, Match match)
    {
        var unit = match.Groups["unit"].ValueSpan;
        if (match.Groups["half"].Success) return unit is "月" or "个月" ? found.AddDays(15) : found.AddDays(1);
        var count = int.Parse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        return unit switch
        {
            "工作日" => workingDays.After(found, count),
            "周" or "星期" => found.AddDays(7 * count),
            "月" => match.Groups["plus"].Success ? found.AddMonths(count).AddDays(15) : found.AddMonths(count),
            "年" => found.AddYears(count),
            "小时" => found.AddDays((count + 23) / 24),
            _ => found.AddDays(count),
        };
    }

    private DueReading ReadEvent(string text, DeadlineWord named, DateOnly? foundOn, LedgerMonth? month)
    {
        var year = StatedYear().Match(text);
        int? stated = year.Success ? int.Parse(year.Groups["y"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : text.Contains("明年", StringComparison.Ordinal) && month is { } ledger ? ledger.Year + 1 : null;
        if (periods.Find(named.Meaning, stated, foundOn, month) is not { } period)
            return new DueReading(new Deadline(DueKind.Event, null, null, DatePrecision.Unknown), ReasonCodes.DueUndeterminable);
        var day = AtItsEnd().IsMatch(text) ? period.EndsOn : period.StartsOn.AddDays(-1);
        return new DueReading(new Deadline(DueKind.Event, day, null, DatePrecision.Day), null);
    }

    private static DateStretch? Resolve(DateMention mention, DateOnly? foundOn, LedgerMonth? month)
    {
        var byMonth = DateWords.Due(mention, month);
        if (foundOn is not { } found || mention.Year is not null || mention.Anchor != DateAnchor.None) return byMonth;
        // A row found in an earlier year counts its months from there, unless that would put the deadline before the finding.
        var byFinding = DateWords.Due(mention, LedgerMonth.Of(found));
        return byFinding is { } due && due.Last < found && byMonth is { } later && later.Last >= found ? byMonth : byFinding;
    }

    private static DueReading Dated(DateStretch days, bool isSpan, string? issue) =>
        new(new Deadline(DueKind.Date, days.Last, isSpan ? days.First : null, days.Precision), issue);

    private static DueReading LongTerm { get; } = new(new Deadline(DueKind.LongTerm, null, null, DatePrecision.Unknown), null);

    private static DueReading Unreadable { get; } = new(new Deadline(DueKind.Unreadable, null, null, DatePrecision.Unknown), ReasonCodes.DueUnreadable);

    private bool IsLongTerm(string text) => Array.Exists(_longTerm, word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>3月内 may mean three months or March.</summary>
    private static bool IsMonthsNotDate(string text) => FewMonths().IsMatch(text);

    private bool StatesOnlyYearOfEvent(string text, List<DateMention> mentions) =>
        mentions.TrueForAll(m => m.Part == DatePart.Year && m.Year is not null) && Array.Exists(_events, e => IsBefore(text, e));

    private static bool StartsThere(string text, DateMention mention) => Onward().IsMatch(text[mention.End..]);

    private static bool IsBefore(string text, DeadlineWord named)
    {
        for (var at = text.IndexOf(named.Word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(named.Word, at + 1, StringComparison.Ordinal))
            if (StandsAlone(text, at, named) && Before().IsMatch(text[(at + named.Word.Length)..])) return true;
        return false;
    }

    /// <summary>重阳节前 is not 节前, and 二十一 is not 十一.</summary>
    private static bool StandsAlone(string text, int at, DeadlineWord named) =>
        at == 0 || (named.Meaning == HighRiskPeriods.AnyHoliday
            ? !CellText.IsHan(text[at - 1]) || "于在限须应请".Contains(text[at - 1], StringComparison.Ordinal)
            : !"一二三四五六七八九十".Contains(text[at - 1], StringComparison.Ordinal));

    [GeneratedRegex("[\"'“”‘’《》]", RegexOptions.CultureInvariant)]
    private static partial Regex Unquoted();

    [GeneratedRegex(@"^(?:.{0,6}(?:限期?|于|在))?[1-3]月(?:之|以)?内", RegexOptions.CultureInvariant)]
    private static partial Regex FewMonths();

    [GeneratedRegex("^(?:日)?(?:起|开始|以?后|之后)", RegexOptions.CultureInvariant)]
    private static partial Regex Onward();

    [GeneratedRegex("延期|延长|推迟|顺延|延至|展期|调整为|变更为|改为", RegexOptions.CultureInvariant)]
    private static partial Regex Postponed();

    [GeneratedRegex(@"(?<![\d每隔])(?<n>\d{1,3})个?(?<plus>半)?(?<unit>工作日|自然日|日历日|星期|周|月(?<=个月|个半月)|天|小时|日(?=(?:之|以)?内|整改|完成)|年(?=(?:之|以)?内))|(?<half>半)个?(?<unit>月|天)|(?<=限期?|限时)(?<n>\d{1,3})(?<unit>日)$", RegexOptions.CultureInvariant)]
    private static partial Regex Relative();

    [GeneratedRegex("(?:自|从|收到|接到|下达|下发|签收|送达)(?!发现|检查|排查|即日|今日|当日|本日).{0,12}?(?:起|后|之日)", RegexOptions.CultureInvariant)]
    private static partial Regex OtherStart();

    [GeneratedRegex(@"(?<y>20\d{2})年?", RegexOptions.CultureInvariant)]
    private static partial Regex StatedYear();

    [GeneratedRegex("^(?:节|期|假期)?(?:会议)?(?:胜利|正式)?(?:召开|开幕|开始|来临|到来|来到|结束|闭幕)?(?:之|以)?(?:前|结束$|闭幕$)", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex("结束|闭幕", RegexOptions.CultureInvariant)]
    private static partial Regex AtItsEnd();
}
