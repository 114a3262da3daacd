using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>Who stands in a cell of persons: 某甲13800138000、某乙.</summary>
/// <param name="Names">In order, without titles, phones and placeholders.</param>
public sealed record PeopleReading(IReadOnlyList<string> Names, IReadOnlyList<string> Phones)
{
    public static PeopleReading None { get; } = new([], []);
}

public static partial class People
{
    /// <summary>Names and phones of a cell; the words of an office (经理, 业主) are no names.</summary>
    public static PeopleReading Read(string text)
    {
        if (CellText.IsPlaceholder(text)) return PeopleReading.None;
        var folded = CellText.Fold(text);
        var phones = Phones.Read(folded).Numbers;
        var names = new List<string>();
        foreach (var part in Separators().Split(SpacedName().Replace(Words.Phones.AnyPhone().Replace(folded, "、"), "")))
        {
            var name = Role().Replace(CellText.Squeeze(part), "").Trim('(', ')', ':', '-', '.', '·');
            if (IsName(name) && !names.Contains(name, StringComparer.Ordinal)) names.Add(name);
        }

        return new PeopleReading(names, phones);
    }

    private static bool IsName(string name) =>
        name.Length >= 2 && name.Length <= (name.Any(CellText.IsHan) && !name.Contains('·', StringComparison.Ordinal) ? 4 : 30) && !CellText.IsPlaceholder(name) && !name.Any(char.IsAsciiDigit) && !NotAName().IsMatch(name);

    /// <summary>吴　超 is one name.</summary>
    [GeneratedRegex("(?<=(?:^|[^\u3400-\u9fff])[\u3400-\u9fff])[ ]+(?=[\u3400-\u9fff](?:$|[^\u3400-\u9fff]))", RegexOptions.CultureInvariant)]
    private static partial Regex SpacedName();

    [GeneratedRegex(@"[、,;/\n|]|(?<![A-Za-z])[ ]|[ ](?![A-Za-z])|\((?=[^)]*\))|\)|和|及(?=.)|与", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex("^(?:姓名|负责人|联系人|责任人|法人|法定代表人|经理|店长|老板|业主|电话|手机|单位负责人|现场负责人|整改责任人)[:]|(?:经理|店长|老板|主任|书记|科长|队长|所长|院长|校长|园长|先生|女士|同志|师傅|\\(法人\\))$", RegexOptions.CultureInvariant)]
    private static partial Regex Role();

    [GeneratedRegex("^(?:负责人|联系人|责任人|法人|法定代表人|经理|店长|老板|老板娘|业主|房东|店主|物业|本人|同上|主任|书记|电话|手机|单位|企业|个人|不在|待定|经营者|值班人员|安全员|管理员|网格员|保安|民警|工作人员|全体|各.*|.*(?:公司|社区|办|中心|科|部|队|局|委|组|超市|餐馆|酒店|学校|物业))$", RegexOptions.CultureInvariant)]
    private static partial Regex NotAName();
}
