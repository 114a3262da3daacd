using System.Text.RegularExpressions;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>What the lines above, between and below tables say: 填报单位：××社区　填报时间：2022年6月30日.</summary>
internal static partial class TitleLines
{
    /// <summary>The row as one text; what stood in separate cells or wide apart is parted by line breaks. Empty for an empty row.</summary>
    public static string Of(LedgerRow row) =>
        string.Join('\n', row.Cells.Select(cell => CellText.Clean(WideGap().Replace(cell, "\n"))).Where(cell => cell.Length > 0));

    /// <summary>A line of running text, parted likewise.</summary>
    public static string Of(string line) => CellText.Clean(WideGap().Replace(line, "\n"));

    /// <summary>The sender after 填报单位, 报送单位 or 单位; null when no label is there, or nothing behind it.</summary>
    public static string? Sender(string line)
    {
        var match = SenderLabel().Match(line);
        if (!match.Success) return null;
        var value = Stamp().Replace(match.Groups["value"].Value, "").Trim(' ', '\n', '_', '＿', ':', '：', ',', '，', '。');
        return value.Length == 0 || CellText.IsPlaceholder(value) ? null : CellText.Clean(value);
    }

    /// <summary>The day or month after 填报时间; empty when there is none.</summary>
    public static IReadOnlyList<MonthReading> FilledIn(string line) => FillLabel().Match(line) is { Success: true } match ? MonthWords.Read(match.Groups["value"].Value) : [];

    /// <summary>The line without its labelled values: what is left is the title itself.</summary>
    public static string WithoutLabels(string line) => FillLabel().Replace(SenderLabel().Replace(line, "\n"), "\n");

    [GeneratedRegex("[ \\u3000\\u00a0\\t]{2,}|\\u3000", RegexOptions.CultureInvariant)]
    private static partial Regex WideGap();

    [GeneratedRegex("[(（](?:盖章|公章|签章|加盖公章)[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"(?:(?:填报|报送|上报|填表|编制|制表|报告|报表|排查)(?:单位|部门|科室|社区)(?:名称)?|(?<![\u4e00-\u9fff])(?:单位|科室|部门|社区)(?:名称)?)[(（]?(?:盖章|公章|签章)?[)）]?\s*[:：]\s*(?<value>[^\n:：]*?)\s*(?=$|\n|(?:填报|报送|上报|填表|制表|统计|报告)?(?:时间|日期|人|年月)\s*[:：]|所属月份|月份\s*[:：]|联系|负责人|审核|审批|分管|电话)", RegexOptions.CultureInvariant)]
    private static partial Regex SenderLabel();

    [GeneratedRegex(@"(?:填报|报送|上报|填表|制表|统计|报告|编制|检查|排查|截止|截至)?(?:时间|日期)\s*[:：]\s*(?<value>[^\n:：]*?)(?=$|\n|(?:填报|报送|上报|填表)(?:单位|部门|人)|联系|负责人|审核|单位)", RegexOptions.CultureInvariant)]
    private static partial Regex FillLabel();
}
