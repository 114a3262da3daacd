using System.Globalization;
using System.Text.RegularExpressions;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Reading;

/// <summary>What a line that is no ledger entry is: total, signature, group heading, note, title.</summary>
internal static partial class LineWords
{
    /// <summary>A number of the 序号 column: 12, 2., 1-1, ①.</summary>
    public static bool IsNumber(string squeezed) => squeezed.Length <= 8 && squeezed.AsSpan().IndexOfAnyExcept("0123456789.、-()①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳") < 0;

    public static bool IsContinuationNote(string squeezed) => squeezed.Length <= 20 && Turning().IsMatch(squeezed);

    public static bool IsSubtotal(string squeezed) => squeezed.Length <= 60 && Total().IsMatch(squeezed);

    /// <summary>Named a total outright: 共3处 alone may go on from the row above.</summary>
    public static bool IsSum(string squeezed) => Sum().IsMatch(squeezed);

    public static bool IsSignature(string squeezed) => squeezed.Length <= 80 && Signing().IsMatch(squeezed);

    /// <summary>A whole day and nothing else: the date under a signature.</summary>
    public static bool IsDay(string squeezed) => squeezed.Length is >= 8 and <= 14 && Day().IsMatch(NumeralText.ToDigits(squeezed));

    /// <summary>A cell that may stand in a row of signatures beside a label.</summary>
    public static bool IsSignatureFiller(string squeezed) => squeezed.Length <= 20 && Filler().IsMatch(squeezed);

    public static bool IsNumberedGroup(string squeezed) => squeezed.Length <= 40 && NumberedGroup().IsMatch(squeezed);

    public static bool IsNote(string squeezed) => Noting().IsMatch(squeezed);

    public static bool IsTitle(string squeezed) => squeezed.Length <= 120 && Titling().IsMatch(squeezed);

    /// <summary>Numbers a total states.</summary>
    public static IReadOnlyList<int> Counts(string squeezed) =>
        [.. Count().Matches(squeezed).Select(m => int.Parse(m.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))];

    public static bool IsDitto(string squeezed) =>
        squeezed.Length <= 8 && (squeezed is "〃" or "″" or "〞" or "\"" or "''" or "’’" or "”" or "“" or "′′" or "々" or "ˮ" or "--" or "〃〃" || AsAbove().IsMatch(squeezed));

    /// <summary>同第3行, 同序号2: another row than the one above, which only its sender can name.</summary>
    public static bool IsReference(string squeezed) => squeezed.Length <= 8 && AsElsewhere().IsMatch(squeezed);

    /// <summary>1, 2, 3, … under the header: the numbers of the columns.</summary>
    public static bool IsColumnNumbers(IReadOnlyList<string> squeezed)
    {
        if (squeezed.Count < 5) return false;
        for (var i = 0; i < squeezed.Count; i++)
            if (squeezed[i].Trim('(', ')', '第', '列', '栏') != (i + 1).ToString(CultureInfo.InvariantCulture)) return false;
        return true;
    }

    [GeneratedRegex("^[(]?(?:同上|如上|同前|如前|上同|同上一?[行栏格条列]|同上(?:单位|地址|述)|[dD]itto)[)]?[。.]?$", RegexOptions.CultureInvariant)]
    private static partial Regex AsAbove();

    [GeneratedRegex("^[(]?(?:同|见)(?:上|前)?(?:第|序号|编号)?[0-9]+(?:行|条|项|号)?[)]?[。.]?$", RegexOptions.CultureInvariant)]
    private static partial Regex AsElsewhere();

    [GeneratedRegex(@"^[(—\-….]*(?:续(?=[)—\-….。]*$)|承上页|承前页|未完待续|转第\d+页|下页继续|续表|续上表|续上页|续前表|接上页|接上表|转下页|接下页|接下表|转下表|续下页|下页续|见下页|上接第?\d*页?|下转第?\d*页?|第\d+页(?:,?共\d+页)?)[\d一二三四五六七八九十]*[)—\-.。]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Turning();

    [GeneratedRegex(@"^(?:[^,;。:()]{0,8}?(?:合计|小计|总计|共计|累计|总数)(?:数|数量)?(?:$|[:：()\d/一-十])|以上[^,;。]{0,4}(?:合计|共计|共|总计)|(?:合计|总计|总共|一共|累计)[^,;。\d]{0,10}\d+[条项处个家起户件]|(?:本页|本月|本期|本次|全部|各|本|全)?[^,;。:()\d]{0,6}?(?:共|累计|总共|一共)(?:计|有)?(?:排查|发现|检查|查出)[^,;。\d]{0,10}\d+[条项处个家起户件]|(?:本页|本月|本期|本次|全部)?共(?:计|有)?[^,;。]{0,10}\d+[条项处个家起户件])", RegexOptions.CultureInvariant)]
    private static partial Regex Total();

    [GeneratedRegex("合计|小计|总计|共计|累计|总数|^以上|^本[页月期次]", RegexOptions.CultureInvariant)]
    private static partial Regex Sum();

    [GeneratedRegex(@"^[(]?(?:填表人?|填报人员?|填写人|制表人?|编制人?|审核人?|审批人?|审签人?|审定人?|复核人?|校核人?|负责人签[字名]|单位负责人签[字名]|领导签[字名]|分管领导|主要领导|分管负责人|主要负责人签[字名]|科室负责人|社区负责人|联系人|经办人|检查人员?签[字名]?|检查人员|检查组长|检查组成员|被检查单位签[字名]|受检单位签[字名]|签[字名]|盖章|填表|制表|填报|审核|批准|审批|编制|校对|复核|报送人员?|负责人|科室负责人签[字名]|社区负责人签[字名]|分管负责人签[字名]|经办人签[字名]|单位盖章|公章|填报日期|填表日期|填报时间|填表时间|报送日期|报送时间|制表日期|填报单位|报送单位|制表单位|日期|联系电话|领导签[字批]|[^,;。:()]{0,6}负责人(?=[(]签)|[^,;。:()]{0,6}领导(?=[(]签)|科室负责人签[字名]|经办人签[字名]|检查人员)(?:[(][^)]{0,8}[)])?[:(].*$|^[(](?:盖章|公章|签字|签章|单位盖章|加盖公章)[)]$|^(?:单位)?[(]?盖章[)]?[:]?$|^[^,;。:()]{2,16}[(](?:盖章|公章|签章|章|单位盖章|加盖公章)[)][:]?$|^[^,;。:()\d]{0,8}(?:(?:填表|填报|制表|编制|审核|审批|审签|审定|复核|校核|核对|批准|记录|经办|检查|陪同|报送|上报|联系|负责)(?:人员?)|领导|主任|书记|科长|站长|组长|组员|成员|人员?|负责人)(?:签[字名章批]|盖章)(?:[(][^)]{0,8}[)])?[:(]?.*$|^[^,;。:()\d]{0,8}(?:(?:填表|填报|制表|编制|审核|审批|审签|审定|校核|核对|批准|记录|经办|陪同|检查|报送|上报)人员?|领导|科长|站长|负责人)[:].*$", RegexOptions.CultureInvariant)]
    private static partial Regex Signing();

    [GeneratedRegex(@"^(?:[(](?:盖章|公章|签字|签章|单位盖章)[)]|\d{4}[年\-./]\d{0,2}[月\-./]\d{0,2}日?|年月日|[\u4e00-\u9fff]{2,4}|[\d\-]{7,13})$", RegexOptions.CultureInvariant)]
    private static partial Regex Filler();

    [GeneratedRegex(@"^\d{4}[年\-./]\d{1,2}[月\-./]\d{1,2}日?$", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}[、.,]|[(][一二三四五六七八九十]{1,3}[)]|第[一二三四五六七八九十]{1,3}(?:部分|类|项)[、:]?).{1,30}$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedGroup();

    [GeneratedRegex(@"^[(]?(?:此页|本页)?以下空白[)]?$|^备注$|^[本此]表(?:可续|一式)|^[※*][^*]|^[(]?(?:备注|注|说明|填表说明|填报说明|填写说明|注意事项|注意|要求|填报要求|温馨提示)[:：\d].*", RegexOptions.CultureInvariant)]
    private static partial Regex Noting();

    [GeneratedRegex(@"台账|清单|统计表|汇总表|登记表|排查表|一览表|明细表|报表|^附件?\d|^附表|填报单位|报送单位|填报时间|填报日期|报送时间|所属月份|^\d{4}年(?:度)?\d{1,2}月份?$|大检查|^单位[:]", RegexOptions.CultureInvariant)]
    private static partial Regex Titling();

    [GeneratedRegex(@"(?<![\d.])\d{1,6}(?![\d.])", RegexOptions.CultureInvariant)]
    private static partial Regex Count();
}
