using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>What the 验收 or 复查 column says beside who and when.</summary>
public enum Verification
{
    /// <summary>A person or a day at most.</summary>
    Unsaid,

    Passed,

    /// <summary>复查不合格: it was looked at and is not mended.</summary>
    Failed,

    /// <summary>待验收, 未复查.</summary>
    Pending,
}

public static partial class VerificationWords
{
    /// <summary>Negation before affirmation. 合格 needs no 复查 before it: the column's name says so.</summary>
    public static Verification Read(string text)
    {
        var words = CellText.Squeeze(text);
        words = Checkboxes.Ticked(words) ?? words;
        if (NotYet().IsMatch(words)) return Verification.Pending;
        if (Not().IsMatch(words)) return Verification.Failed;
        return Yes().IsMatch(words) ? Verification.Passed : Verification.Unsaid;
    }

    [GeneratedRegex("(?:未|待|尚未|没有?|暂未|拟|准备|申请)(?:验收|复查|复核|复检|核查|销号)(?!合格|通过)", RegexOptions.CultureInvariant)]
    private static partial Regex NotYet();

    [GeneratedRegex("不合格|未合格|不通过|未(?:能)?通过|不达标|未达标|不到位|未到位|未(?:完全|按期|按时)?整改|未完成|仍存在|^(?:否|×)$", RegexOptions.CultureInvariant)]
    private static partial Regex Not();

    [GeneratedRegex("合格|通过|达标|销号|已(?:验收|复查|复核|核查|闭环|整改)|整改(?:到位|完毕|完成)|验收完成|^(?:是|√|✓|✔)$", RegexOptions.CultureInvariant)]
    private static partial Regex Yes();
}
