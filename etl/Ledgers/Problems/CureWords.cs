using System.Globalization;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Problems;

/// <summary>What would be right, as concretely as the cell allows: the seed's cure, and what is special about this case.</summary>
internal sealed class CureWords(ReasonWords words)
{
    /// <param name="detail">Empty when there is nothing to add.</param>
    public string Of(string code, string detail)
    {
        var cure = ForTheClerk(words.Cure(code));
        return detail.Length == 0 ? cure : cure.Length == 0 ? detail : cure + (words.IsEnglish ? " " : "") + detail;
    }

    /// <summary>6月没有31日; empty when the text names no such day.</summary>
    public string Impossible(string text)
    {
        var mentions = DateScan.Find(DateScan.Prepare(text), inDateColumn: true);
        return mentions.Find(mention => !mention.IsPossible) is { } mention ? Sentence(mention) : "";
    }

    public string Missing(IEnumerable<LedgerColumn> columns) => Say("缺少：{0}。", "Missing: {0}.", string.Join(words.IsEnglish ? ", " : "、", columns.Select(ColumnNames.Of)));

    /// <summary>The days that contradict each other.</summary>
    public string Days(DateOnly? found, DateOnly? due, DateOnly? rectified, DateOnly? verified)
    {
        (string Chinese, string English, DateOnly? Day)[] all = [("发现", "found", found), ("时限", "due", due), ("整改", "mended", rectified), ("验收", "verified", verified)];
        return Say("现在读作：{0}。", "Read as: {0}.", string.Join(words.IsEnglish ? ", " : "，", all.Where(one => one.Day is not null).Select(one => $"{(words.IsEnglish ? one.English : one.Chinese)} {one.Day!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}")));
    }

    /// <summary>Rows 5–9 and 12.</summary>
    public string Rows(IEnumerable<int> rows) => Say("在第 {0} 行。", "Rows {0}.", string.Join(words.IsEnglish ? ", " : "、", Runs(rows)));

    public string Readings(IReadOnlyList<string> readings) => readings.Count == 0 ? "" : Say("读到：{0}。", "Read: {0}.", string.Join(words.IsEnglish ? "; " : "；", readings));

    private string Sentence(DateMention mention)
    {
        if (mention.Year is < 1990 or > 2100) return Say("{0}年不可能。", "The year {0} cannot be.", mention.Year.Value);
        if (mention.Number is < 1 or > 12) return Say("没有{0}月。", "There is no month {0}.", mention.Number.Value);
        if (mention is not { Number: { } month, Day: { } day }) return "";
        var monthName = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
        return words.IsEnglish ? $"{monthName} has no day {day}." : string.Create(CultureInfo.InvariantCulture, $"{month}月没有{day}日。");
    }

    private string Say(string chinese, string english, object value) => string.Format(CultureInfo.InvariantCulture, words.IsEnglish ? english : chinese, value);

    /// <summary>The seed's cure goes on with what a steward can do (an option of the program, a seed): no business of a clerk's.</summary>
    private static string ForTheClerk(string cure)
    {
        var parts = cure.Split('；', ';');
        if (!Array.Exists(parts, IsForStewards)) return cure;
        var kept = parts.TakeWhile(part => !IsForStewards(part)).ToList();
        return kept.Count == 0 ? cure : string.Join('；', kept) + (cure.Contains('。', StringComparison.Ordinal) ? "。" : ".");
    }

    private static bool IsForStewards(string part) => part.Contains("--", StringComparison.Ordinal) || part.Contains(".csv", StringComparison.Ordinal);

    private static IEnumerable<string> Runs(IEnumerable<int> rows)
    {
        int? first = null;
        var last = 0;
        foreach (var row in rows.Order())
        {
            if (first is not null && row == last + 1)
            {
                last = row;
                continue;
            }

            if (first is { } begun) yield return Run(begun, last);
            (first, last) = (row, row);
        }

        if (first is { } open) yield return Run(open, last);
    }

    private static string Run(int first, int last) => first == last ? first.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{first}–{last}");
}
