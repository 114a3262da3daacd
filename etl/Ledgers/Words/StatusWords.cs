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
        words = AsDemanded().Replace(Whether().Replace(words, Answer), "");
        foreach (var rule in _rules)
            if (rule.Pattern.IsIn(words)) return rule.Status;
        return HazardStatus.Unknown;
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

    internal static bool IsClosed(HazardStatus status) => status is HazardStatus.Rectified or HazardStatus.Verified;

    private static bool IsDenial(HazardStatus status) => status is HazardStatus.NotStarted or HazardStatus.Partial;

    private int Order(HazardStatus status) => Array.Find(_rules, rule => rule.Status == status)?.Order ?? int.MaxValue;

    /// <summary>按要求已整改 is no demand.</summary>
    [GeneratedRegex("(?:按照?|根据|依照|依据)[^,;。]{0,10}要求", RegexOptions.CultureInvariant)]
    private static partial Regex AsDemanded();

    private static string Answer(Match question) => question.Groups["answer"].Value switch
    {
        "是" or "√" => "已整改",
        "否" or "×" => "未整改",
        _ => "",
    };

    /// <summary>是否已整改：否 says 未整改, and the question alone says nothing.</summary>
    [GeneratedRegex("是否(?:已经?)?(?:完成)?整改(?:完成|完毕|到位)?:?(?<answer>是|否|√|×)?", RegexOptions.CultureInvariant)]
    private static partial Regex Whether();
}
