using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>To whom a hazard was handed up: 已上报区住建委, 已移交城管处理.</summary>
public static partial class EscalationWords
{
    /// <summary>The body as written; null when the text names none.</summary>
    public static string? Read(string text)
    {
        var match = HandedTo().Match(CellText.Squeeze(text));
        return match.Success ? match.Groups["to"].Value : null;
    }

    [GeneratedRegex("(?:上报|移交|移送|转交|转办|转送|报请|提请|呈报|函告|抄告|抄送|报告|已报|致函|发函)(?:至|给|到|由|了|于|请)?(?!整改|完成|情况|结果)(?<to>[^,;。:()、§]{2,20}?)(?=处理|协调|解决|研究|处置|整改|督办|牵头|办理|跟进|执法|依法|查处|进行|备案|并|$|[,;。()、])", RegexOptions.CultureInvariant)]
    private static partial Regex HandedTo();
}
