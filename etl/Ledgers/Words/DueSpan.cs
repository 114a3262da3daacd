using System.Globalization;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>From one date to another: 5月—10月, 6.1-6.15, 6月1日至15日, 2022.6.1-2022.6.30.</summary>
internal sealed partial record DueSpan(DateMention First, DateMention Last)
{
    /// <summary>The span a prepared deadline states; null when it states none.</summary>
    public static DueSpan? Find(string prepared)
    {
        if (Months().Match(prepared) is { Success: true } months)
        {
            var year = Int(months, "y");
            return new DueSpan(Month(year, Int(months, "a")), Month(null, Int(months, "b")) with { Part = Part(months.Groups["part"].Value) });
        }

        if (Tens().Match(prepared) is { Success: true } tens)
        {
            var named = Month(Int(tens, "y"), Int(tens, "m"));
            return new DueSpan(named with { Part = Part(tens.Groups["a"].Value) }, named with { Part = Part(tens.Groups["b"].Value) });
        }

        if (Days().Match(prepared) is { Success: true } days)
        {
            var (year, month) = (Int(days, "y"), Int(days, "m"));
            return new DueSpan(Day(year, month, Int(days, "a")), Day(year, month, Int(days, "b")));
        }

        var mentions = DateScan.Find(prepared, inDateColumn: true);
        for (var i = 1; i < mentions.Count; i++)
            if (Between().IsMatch(prepared[mentions[i - 1].End..mentions[i].Start])) return new DueSpan(mentions[i - 1], mentions[i]);
        return null;
    }

    private static DateMention Month(int? year, int? month) => new(0, 0, year, month, null, DatePart.Month);

    private static DateMention Day(int? year, int? month, int? day) => new(0, 0, year, month, day, DatePart.Day);

    private static DatePart Part(string words) => words switch { "上旬" or "初" => DatePart.Early, "中旬" => DatePart.Middle, "下旬" => DatePart.Late, _ => DatePart.Month };

    private static int? Int(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(?<![\d.\-/])(?:(?<y>\d{4})年)?(?<a>\d{1,2})月?(?:份|底|初)?[-—–−~至到](?<b>\d{1,2})月(?!\d)份?(?<part>上旬|中旬|下旬|初)?|(?<!\d)(?<y>20\d{2})[.年/](?<a>\d{1,2})月?[-—–−~至到](?<b>\d{1,2})(?![\d.月日/\-])", RegexOptions.CultureInvariant)]
    private static partial Regex Months();

    [GeneratedRegex(@"(?<![\d.])(?:(?<y>\d{4})[年.])?(?<m>\d{1,2})(?:月(?<a>\d{1,2})[日号]?[-—–−~至到](?<b>\d{1,2})[日号]|\.(?<a>\d{1,2})[日号]?[-—–−~至到](?<b>\d{1,2})(?![\d.月/\-])[日号]?)", RegexOptions.CultureInvariant)]
    private static partial Regex Days();

    /// <summary>7月上旬至中旬.</summary>
    [GeneratedRegex(@"(?<!\d)(?:(?<y>\d{4})[年.])?(?<m>\d{1,2})月(?<a>上旬|中旬|下旬|初)[-—–−~至到](?<b>中旬|下旬|底|末)", RegexOptions.CultureInvariant)]
    private static partial Regex Tens();

    [GeneratedRegex("^(?:起|开始)?(?:[-—–−~]{1,3}|至|到|起至|起到)$", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
