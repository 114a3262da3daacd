using System.Globalization;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>What a title or a name says about the ledger's month.</summary>
/// <param name="Year">Null when only a month is named (6月).</param>
/// <param name="Month">Null when only a year is named (2022年).</param>
/// <param name="Day">The day of the date it comes from (2022年6月30日), which is no month's name but some day in it; null otherwise.</param>
public sealed record MonthReading(int? Year, int? Month, int? Day = null)
{
    /// <summary>A month in the words themselves, not the month of some day.</summary>
    public bool IsOutright => Month is not null && Day is null;

    /// <summary>2022-06, 6月, 2022, 2022-06-30: what was read, for people.</summary>
    public override string ToString()
    {
        var year = Year is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{Year:0000}");
        if (Month is null) return year + "年";
        if (Day is null) return Year is null ? string.Create(CultureInfo.InvariantCulture, $"{Month}月") : string.Create(CultureInfo.InvariantCulture, $"{year}-{Month:00}");
        return Year is null ? string.Create(CultureInfo.InvariantCulture, $"{Month}月{Day}日") : string.Create(CultureInfo.InvariantCulture, $"{year}-{Month:00}-{Day:00}");
    }
}

public static partial class MonthWords
{
    /// <summary>Months, years and days named in a title, a sheet's name or a file's name. A range (2022年5-6月, 1—6月) is no reading of a month.</summary>
    public static IReadOnlyList<MonthReading> Read(string text)
    {
        var readings = new List<MonthReading>();
        var prepared = CellText.Squeeze(YearGap().Replace(DateScan.Prepare(Named().Replace(text, " ")), "年"));
        var rest = WholeMonth().Replace(prepared, match => Add(readings, new MonthReading(Int(match, "y"), Int(match, "m"))));
        rest = Range().Replace(rest, match => Add(readings, match.Groups["y"].Success ? new MonthReading(Int(match, "y"), null) : null));
        rest = Day().Replace(rest, match => Add(readings, OfDay(match)));
        rest = YearMonth().Replace(rest, match => Add(readings, OfYearMonth(match)));
        rest = MonthOnly().Replace(rest, match => Add(readings, Int(match, "m") is >= 1 and <= 12 and var month ? new MonthReading(null, month) : null));
        YearOnly().Replace(rest, match => Add(readings, new MonthReading(Int(match, "y"), null)));
        return [.. readings.Distinct()];
    }

    private static string Add(List<MonthReading> readings, MonthReading? reading)
    {
        if (reading is not null) readings.Add(reading);
        return "§";
    }

    private static MonthReading? OfDay(Match match)
    {
        var year = Int(match, "y") ?? Int(match, "yy") + 2000;
        var (month, day) = (Int(match, "m")!.Value, Int(match, "d")!.Value);
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year ?? 2024, month)) return null;
        return new MonthReading(year, month, day);
    }

    private static MonthReading? OfYearMonth(Match match)
    {
        var year = Int(match, "y") ?? Int(match, "yy") + 2000;
        return Int(match, "m") is >= 1 and <= 12 and var month && year is >= 1990 and <= 2100 ? new MonthReading(year, month) : null;
    }

    private static int? Int(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>Names that hold months and years without being one.</summary>
    [GeneratedRegex("安全生产月|消防宣传月|〔[0-9]{4}〕[0-9]*号?|\\[[0-9]{4}\\][0-9]+号|[0-9]{1,2}[.·]9消防", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    /// <summary>2022 6月.</summary>
    [GeneratedRegex(@"(?<=(?<!\d)20\d{2})[ \n]+(?=\d{1,2}月)", RegexOptions.CultureInvariant)]
    private static partial Regex YearGap();

    /// <summary>2022年6月1日—6月30日, the days of one month.</summary>
    [GeneratedRegex(@"(?<!\d)(?:(?<y>\d{4})[年\-./])?(?<m>\d{1,2})[月\-./]0?1日?[-—–−~至到]+(?:\k<y>[年\-./])?\k<m>[月\-./](?:28|29|30|31)日?(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex WholeMonth();

    [GeneratedRegex(@"(?<![\d.])(?:(?<y>(?:19|20)\d{2})[年\-./])?\d{1,2}(?:月份?(?:\d{1,2}日?)?)?[-—–−~至到、和及](?:(?:19|20)\d{2}[年\-./])?\d{1,2}(?:月|[-./](?:19|20))份?(?:\d{1,2}日?)?|(?<!\d)(?<y>(?:19|20)\d{2})[年\-./]?\d{1,2}[.月][-~—至到]\d{1,2}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<![\d.])(?:(?<y>(?:19|20)\d{2})[年\-./_](?<m>\d{1,2})[月\-./_](?<d>\d{1,2})(?!\d)[日号]?|(?<y>(?:19|20)\d{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?!\d)|(?<yy>\d{2})[年.](?<m>\d{1,2})[月.](?<d>\d{1,2})(?!\d)[日号]?|(?<m>\d{1,2})月(?<d>\d{1,2})[日号])", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"(?<![\d.])(?:(?<y>(?:19|20)\d{2})[年\-./_](?:度)?(?<m>\d{1,2})(?!\d)月?份?|(?<y>(?:19|20)\d{2})(?<m>0[1-9]|1[0-2])(?!\d)|(?<yy>\d{2})年(?<m>\d{1,2})月份?)", RegexOptions.CultureInvariant)]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"(?<![\d.\-])(?<m>\d{1,2})月", RegexOptions.CultureInvariant)]
    private static partial Regex MonthOnly();

    [GeneratedRegex(@"(?<!\d)(?<y>20\d{2})(?:年|(?!\d))", RegexOptions.CultureInvariant)]
    private static partial Regex YearOnly();
}
