using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>Major (重大) or ordinary (一般), where a ledger says so.</summary>
public static partial class LevelWords
{
    public const string Major = "重大";
    public const string Ordinary = "一般";

    /// <summary>The 隐患等级 column; null for a blank and for words that are neither.</summary>
    public static string? ReadColumn(string text)
    {
        var words = CellText.Squeeze(text);
        if (words.Length == 0 || CellText.IsPlaceholder(text)) return null;
        words = Checkboxes.Ticked(words) ?? words;
        if (NotMajor().IsMatch(words)) return Ordinary;
        if (words is "是" || words.Contains("重大", StringComparison.Ordinal)) return words.Contains("一般", StringComparison.Ordinal) ? null : Major;
        return words is "否" || words.Contains("一般", StringComparison.Ordinal) ? Ordinary : null;
    }

    /// <summary>Words in running text that name the level: 重大火灾隐患, 一般隐患; null when none does.</summary>
    public static string? FindIn(string text)
    {
        if (!text.Contains("重大", StringComparison.Ordinal) && !text.Contains("一般", StringComparison.Ordinal)) return null;
        var words = CellText.Squeeze(text);
        if (MajorHazard().IsMatch(NoMajorHazard().Replace(words, ""))) return Major;
        return OrdinaryHazard().IsMatch(words) || NoMajorHazard().IsMatch(words) ? Ordinary : null;
    }

    [GeneratedRegex("(?:不属于|不是|非|无|未发现|不构成|不含|没有)[^,;。]{0,4}重大[^,;。]{0,6}(?:隐患|问题)?", RegexOptions.CultureInvariant)]
    private static partial Regex NotMajor();

    /// <summary>In running text 重大 alone may speak of anything: 无重大变化.</summary>
    [GeneratedRegex("(?:不属于|不是|非|无|未发现|不构成|不含|没有)[^,;。]{0,4}重大[^,;。]{0,6}(?:隐患|问题)", RegexOptions.CultureInvariant)]
    private static partial Regex NoMajorHazard();

    [GeneratedRegex("重大(?:安全生产|生产安全|事故|安全|消防|火灾|燃气|生产|风险)*隐患|^重大$|[(\\[【]重大[)\\]】]", RegexOptions.CultureInvariant)]
    private static partial Regex MajorHazard();

    [GeneratedRegex("一般(?:安全生产|生产安全|事故|安全|消防|火灾|燃气|生产)*隐患|^一般$|[(\\[【]一般[)\\]】]", RegexOptions.CultureInvariant)]
    private static partial Regex OrdinaryHazard();
}
