using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>
/// The pieces of a remark that may say what kind of place a unit is: 餐饮；九小场所, Restaurant; Risk 1 (High). What a piece means is not asked here;
/// only what can hold a day, a number or who somebody is, is left out.
/// </summary>
public sealed partial class RemarkPieces(Lexicon lexicon)
{
    /// <summary>A longer piece is a sentence, not the name of a kind.</summary>
    public const int Longest = 40;

    /// <param name="remark">Free of the phones and names of its row: see <see cref="PersonalData"/>.</param>
    /// <returns>Distinct, in one width and upper case, in ordinal order.</returns>
    public IReadOnlyList<string> Of(string remark) =>
    [
        .. CellText.Fold(remark).ToUpperInvariant().Split([';', ',', '、', '。', '|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(piece => piece.Length <= Longest && IsOfPlaces(piece))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private bool IsOfPlaces(string piece) =>
        piece.Count(letter => char.IsLetter(letter) && !IsOfDates(letter)) > 1
        && !Digits().IsMatch(piece)
        && !piece.Contains('[', StringComparison.Ordinal) // ［电话］, ［姓名］ and their like, folded
        && !WhoLooked().IsMatch(piece)
        && !PersonsName().IsMatch(piece)
        && !Office().IsMatch(piece)
        && lexicon.Departments.Read(piece).Count == 0;

    private static bool IsOfDates(char letter) => letter is '年' or '月' or '日' or '号' or '时' or '分';

    [GeneratedRegex(@"\d{5}|\d[ \-]\d{3}|\d{4}[-/.年]\d|\d月\d|\d{1,2}[-/.]\d{1,2}[-/.]\d", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(
        "[检巡排督复核验陪](?:查|办|收|同)?(?:人|员|组|者)|负责|责任|联系|填报|填表|报送|上报|经办|举报|投诉|组长|队长|所长|主任|签字|签名|电话|手机|姓名|先生|女士|师傅|老板|经理|店主|业主|法人|INSPECT|SUPERVISOR|MANAGER|OWNER|CONTACT|PHONE|TEL\\b|\\bM(?:R|RS|S)\\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex WhoLooked();

    /// <summary>Departments and senders no seed knows.</summary>
    [GeneratedRegex("(?:局|办|办公室|办事处|委员会|管委会|居委会|村委会|中队|大队|支队|派出所|街道|社区|乡|镇|科|DEPARTMENT|DEPT|BUREAU)$", RegexOptions.CultureInvariant)]
    private static partial Regex Office();

    /// <summary>Two or three characters that begin with one of the surnames of nine in ten: a kind of place that looks like a name is a small loss.</summary>
    [GeneratedRegex(
        "^(?:[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文肖闫][\u3400-\u9fff]{1,2}|(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐)[\u3400-\u9fff]{1,2})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex PersonsName();
}
