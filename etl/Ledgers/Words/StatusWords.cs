using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>Reads where a hazard stands out of free words. The first rule in order wins: negation stands before affirmation, an order is not a completion.</summary>
public sealed partial class StatusWords(IEnumerable<StatusRule> rules)
{
    /// <summary>Nobody reports on one hazard in more characters; of a longer text the beginning and the end are read.</summary>
    private const int Longest = 4_000;

    private readonly StatusRule[] _rules = [.. rules.OrderBy(rule => rule.Order)];

    /// <summary><see cref="HazardStatus.Unknown"/> for a blank, a placeholder, or words no rule knows.</summary>
    public HazardStatus Read(string text)
    {
        var words = CellText.Squeeze(text);
        if (words.Length == 0) return HazardStatus.Unknown;
        if (words.Length > Longest) words = words[..(Longest / 2)] + words[^(Longest / 2)..];
        if (Checkboxes.Ticked(words) is { } ticked) words = ticked;
        words = AsDemanded().Replace(UpToStandard().Replace(Choice().Replace(Whether().Replace(words, Answer), ""), "达标"), "");
        var status = First(words);
        return status == HazardStatus.Rectified && LeavesWork(words) ? HazardStatus.Partial : status;
    }

    /// <summary>
    /// One status of two columns. The later stage wins (要求整改 and 已整改 is mended), except that a claim of completion beside a plain denial is no completion:
    /// then the denial stands and <paramref name="isConflict"/> is set.
    /// </summary>
    public HazardStatus Join(HazardStatus first, HazardStatus second, out bool isConflict)
    {
        isConflict = (IsClosed(first) && IsDenial(second)) || (IsClosed(second) && IsDenial(first));
        if (isConflict) return IsDenial(first) ? first : second;
        if (first == HazardStatus.Unknown) return second;
        if (second == HazardStatus.Unknown) return first;
        return Order(first) <= Order(second) ? first : second;
    }

    private HazardStatus First(string words)
    {
        foreach (var rule in _rules)
            if (rule.Pattern.IsIn(words)) return rule.Status;
        return HazardStatus.Unknown;
    }

    /// <summary>
    /// 灭火器已更换，应急灯待安装 is half done. A denial behind the completion always counts; one before it only when it names other work
    /// (灭火器未更换，应急灯已修复): 此前未整改，现已整改 tells a story that ends well.
    /// </summary>
    private bool LeavesWork(string words)
    {
        if (words.AsSpan().IndexOfAny("未没无难待正需中不拒") < 0) return false;
        var (isDone, isOpen) = (false, false);
        foreach (var clause in Clauses().Split(words))
        {
            if (clause.Length == 0) continue;
            if (First(clause) == HazardStatus.Rectified)
            {
                if (isOpen && !Finally().IsMatch(clause)) return true;
                isDone = true;
                isOpen = false;
            }
            else if (isDone && (First(clause) == HazardStatus.NotStarted || Pending().IsMatch(clause)))
            {
                return true;
            }
            else if (!isDone)
            {
                isOpen = First(clause) == HazardStatus.NotStarted && !Undone().IsMatch(clause);
            }
        }

        return false;
    }

    internal static bool IsClosed(HazardStatus status) => status is HazardStatus.Rectified or HazardStatus.Verified;

    private static bool IsDenial(HazardStatus status) => status is HazardStatus.NotStarted or HazardStatus.Partial;

    private int Order(HazardStatus status) => Array.Find(_rules, rule => rule.Status == status)?.Order ?? int.MaxValue;

    /// <summary>按要求已整改 is no demand.</summary>
    [GeneratedRegex("(?:按照?|根据|依照|依据)[^,;。]{0,10}要求", RegexOptions.CultureInvariant)]
    private static partial Regex AsDemanded();

    /// <summary>符合要求 and 不符合要求 demand nothing.</summary>
    [GeneratedRegex("(?:符合|达到|满足)[^,;。]{0,6}(?:要求|标准|规定|规范)", RegexOptions.CultureInvariant)]
    private static partial Regex UpToStandard();

    /// <summary>已整改/未整改 with neither struck out: the form's own words.</summary>
    [GeneratedRegex("(?:已(?:经|完成)?整改(?:完成|完毕)?|整改中|正在整改|部分整改|已|是)(?:[/或](?:整改中|正在整改|部分整改))*[/或](?:未(?:完成)?整改(?:完成|完毕)?|否)", RegexOptions.CultureInvariant)]
    private static partial Regex Choice();

    [GeneratedRegex("[,;。()①-⑳]|但是?|而", RegexOptions.CultureInvariant)]
    private static partial Regex Clauses();

    /// <summary>Work still to do; waiting for the inspector or keeping it up is none.</summary>
    [GeneratedRegex("(?:正在|待|尚需|还需|仍需)(?!验收|复查|复核|申请|核查|销号|持续|巩固|营业|使用|经营|运行|生产|公示|办理销号|上级|区)|(?:整改|采购|维修|施工|更换|安装|处理|清理|改造|办理)中(?!心|的|间|断)", RegexOptions.CultureInvariant)]
    private static partial Regex Pending();

    [GeneratedRegex("现|后|目前|再次|经|于|复查|已全部|全部已|均已|[0-9]日", RegexOptions.CultureInvariant)]
    private static partial Regex Finally();

    /// <summary>The denial of the whole, which a later completion takes back.</summary>
    [GeneratedRegex("(?:未|没有?|尚未|逾期未|未按[^,;。]{0,6})整改|拒|不配合", RegexOptions.CultureInvariant)]
    private static partial Regex Undone();

    private static string Answer(Match question) => question.Groups["answer"].Value switch
    {
        "是" or "√" => "已整改",
        "否" or "×" => "未整改",
        _ => "",
    };

    /// <summary>是否已整改：否 says 未整改, and the question alone says nothing.</summary>
    [GeneratedRegex("是否(?:已经?)?(?:完成)?整改(?:完成|完毕|到位)?[:(]?(?<answer>是|否|√|×)?[)]?", RegexOptions.CultureInvariant)]
    private static partial Regex Whether();
}
