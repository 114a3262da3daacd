using System.Globalization;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>Chinese numerals that count or date something, as digits: 二〇二二年六月三十日 → 2022年6月30日, 三个工作日 → 3个工作日.</summary>
internal static partial class NumeralText
{
    private const string Digits = "〇一二三四五六七八九";

    /// <param name="folded">Text after <see cref="CellText.Fold"/>. Numerals before other words (五一, 二十大) stay as they are.</param>
    public static string ToDigits(string folded) =>
        folded.AsSpan().IndexOfAny("〇零○一二三四五六七八九十两廿卅") < 0 ? folded : Counted().Replace(folded, m => Number(m.Value));

    /// <summary>The value of a run such as 十二, 二十一, 廿三, 二〇二二.</summary>
    public static string Number(string numeral)
    {
        var plain = numeral.Replace("零", "〇", StringComparison.Ordinal).Replace("○", "〇", StringComparison.Ordinal).Replace("两", "二", StringComparison.Ordinal)
            .Replace("廿", "二十", StringComparison.Ordinal).Replace("卅", "三十", StringComparison.Ordinal);
        var ten = plain.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0) return string.Concat(plain.Select(c => (char)('0' + Digits.IndexOf(c, StringComparison.Ordinal))));
        var tens = ten == 0 ? 1 : Digits.IndexOf(plain[ten - 1], StringComparison.Ordinal);
        var ones = ten == plain.Length - 1 ? 0 : Digits.IndexOf(plain[ten + 1], StringComparison.Ordinal);
        return ten > 1 || plain.Length - ten > 2 ? numeral : ((tens * 10) + ones).ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("[〇零○一二三四五六七八九十两廿卅]{1,4}(?=年|月|日|号|个?工作日|天|周(?!岁|边|围)|星期(?!一|二|三|四|五|六|日|天)|个月|个半月|个星期|个周|小时|季度)", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}
