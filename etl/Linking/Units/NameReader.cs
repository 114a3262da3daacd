using System.Globalization;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Linking.Units;

/// <summary>Takes a unit's name apart: brand, trade, branch, number; words and legal form; the other names it mentions.</summary>
/// <param name="places">Leading places to drop (city, district), longest first.</param>
internal sealed partial class NameReader(IReadOnlyList<string> places)
{
    public NameProfile Read(string? name)
    {
        var plain = Hidden().Replace(ChineseVariants.Simplify(PlainText.Of(name)), " ");
        plain = TelephoneNumber().Replace(plain, " ").Trim();
        return plain.Any(ChineseVariants.IsChinese) ? Chinese(plain) : English(plain);
    }

    private NameProfile Chinese(string plain)
    {
        var text = PlainText.WithoutSpaces(plain);
        var others = new List<string[]>();
        var branch = "";
        var outside = Bracketed().Replace(text, found =>
        {
            var said = found.Groups["said"].Value;
            if (Former().Match(said) is { Success: true } former) others.Add([Core(former.Groups["name"].Value)]);
            else if (BranchEnd().IsMatch(said)) branch += said;
            else if (!Remark().IsMatch(said)) branch += said;
            return "";
        });
        if (PlainText.LettersAndDigits(outside).Length == 0) (outside, branch) = (text, "");
        var core = Core(outside);
        if (branch.Length == 0 && TrailingBranch(core) is { } at) (core, branch) = (core[..at], core[at..]);
        branch = PlainText.LettersAndDigits(UnitName.WithoutLegalForm(branch));
        var numbers = NumbersOf(core + "\n" + branch);
        branch = WithoutPlaces(BranchWord().Replace(NumberedPart().Replace(branch, ""), ""), 1);
        var bare = NumberedPart().Replace(core, "");
        if (bare.Length < 2) bare = core;
        var (brand, trade) = Split(bare);
        var key = core + (branch.Length > 0 ? "·" + branch : "") + (numbers.Length > 0 ? "#" + string.Join('-', numbers) : "");
        return new NameProfile { Key = key, Core = bare, Brand = brand, Trade = trade, Branch = branch, Numbers = numbers, IsChinese = true, Words = [], Others = [.. others] };
    }

    private string Core(string text)
    {
        var bare = UnitName.WithoutLegalForm(text);
        var core = PlainText.LettersAndDigits(bare);
        core = WithoutPlaces(core.Length == 0 ? PlainText.LettersAndDigits(text) : core, 2);
        core = Street().Replace(core, "");
        if (core.Length <= 4 || core[^1] != '店') return core;
        var (brand, trade) = Split(core[..^1]);
        return trade >= 0 && trade != NameWords.AnyTrade && brand.Length >= 2 ? core[..^1] : core;
    }

    private string WithoutPlaces(string key, int least)
    {
        for (var again = true; again;)
        {
            again = false;
            foreach (var place in places)
            {
                if (key.Length < place.Length + least || !key.StartsWith(place, StringComparison.Ordinal)) continue;
                key = key[place.Length..];
                again = true;
                break;
            }
        }

        var city = City().Match(key);
        return city.Success && key.Length >= city.Length + 2 ? key[city.Length..] : key;
    }

    /// <summary>某某超市东街店: behind a trade that does not itself end the name, what ends in 店 is a branch.</summary>
    private static int? TrailingBranch(string core)
    {
        if (Company().Match(core) is { Success: true } company) return company.Groups["branch"].Index;
        if (!BranchEnd().IsMatch(core)) return null;
        var best = -1;
        foreach (var word in NameWords.BeforeBranch)
        {
            var at = core.LastIndexOf(word, StringComparison.Ordinal);
            var end = at + word.Length;
            if (at < 1 || core.Length - end < 2 || NameWords.Trades.Any(trade => trade.Word.Length > 1 && core.AsSpan(at).SequenceEqual(trade.Word))) continue;
            if (core.Length - end <= 8) best = Math.Max(best, end);
        }

        return best > 0 ? best : null;
    }

    private static (string Brand, int Trade) Split(string core)
    {
        foreach (var (word, line) in NameWords.Trades)
        {
            if (core.Length > word.Length + (word.Length == 1 ? 1 : 0) && core.EndsWith(word, StringComparison.Ordinal))
            {
                var brand = core[..^word.Length];
                // 老灶火锅店: behind the shop stands its trade.
                return line == NameWords.AnyTrade && Split(brand) is { Trade: >= 0 } inner ? inner : (brand, line);
            }
        }

        return (core, -1);
    }

    private static string[] NumbersOf(string text) =>
        [.. NumberedPart().Matches(text).Select(m => Number(m.Groups["n"].Value)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string Number(string written) =>
        char.IsAsciiLetter(written[0]) || written.Any(char.IsAsciiLetter) ? written : ChineseNumeral.Value(written).ToString(CultureInfo.InvariantCulture);

    // What the reading of ledgers puts in place of a person or a telephone.
    [GeneratedRegex(@"\((电话|姓名|证件号|已隐去)\)|\+?(电话|手机|联系电话)[::]?", RegexOptions.CultureInvariant)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"(?<![0-9a-z.#-])(\+?86[- ]?)?1[3-9][0-9x*]{1}[- ]?[0-9x*]{4}[- ]?[0-9x*]{4}(?![0-9])|(?<![0-9#])0[0-9]{2,3}[- ][0-9]{7,8}(?![0-9])|(?<=\p{IsCJKUnifiedIdeographs} ?)1[3-9][0-9](…|\.{2,}|\*+)|(?<=\p{IsCJKUnifiedIdeographs} ?)[2-9][0-9]{7}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex TelephoneNumber();

    [GeneratedRegex(@"\((?<said>[^()]*)\)?", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(原名?|曾用名|前身|又名|现名|现|即|别名|招牌|门头|店招)[为是::]?(?<name>.{2,})$", RegexOptions.CultureInvariant)]
    private static partial Regex Former();

    [GeneratedRegex(@"(店|分公司|分部|分店|分厂|分校|分园|校区|院区|厂区|园区|营业部|门市部?|营业厅|服务部|项目部?|车间|分院|分号|加盟)$", RegexOptions.CultureInvariant)]
    private static partial Regex BranchEnd();

    /// <summary>What brackets hold besides a branch: the legal kind, whether it trades, who runs it.</summary>
    [GeneratedRegex(@"^(个体工商户|个体户?|个人独资|普通合伙|有限合伙|特殊普通合伙|已?(关闭|停业|歇业|搬迁|拆除|倒闭|注销|关门|转让)|装修中?|新开?|在建|未营业|暂停营业|.{0,4}(负责人|老板|经营者).{0,6}|.{1,3}(先生|女士)|简称.*|.?[一二三四五六七八九十0-9]{1,3}[楼层]|负[一二三0-9][楼层]?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    [GeneratedRegex(@"(连锁|直营|加盟|旗舰)?(分店|分公司|分部|分厂|分校|分园|店|总店|营业部|门市部|门市|校区|院区|厂区|园区|营业厅|服务部|项目部|项目)$", RegexOptions.CultureInvariant)]
    private static partial Regex BranchWord();

    [GeneratedRegex(@"^.{2,}(?<branch>(?<!分).{2,8}分公司)$", RegexOptions.CultureInvariant)]
    private static partial Regex Company();

    [GeneratedRegex("^(?:[\u3400-\u9fff]{2,3}省)?[\u3400-\u9fff]{2,3}市(?!场)(?:[\u3400-\u9fff]{2,3}[区县])?", RegexOptions.CultureInvariant)]
    private static partial Regex City();

    // 某某街道社区卫生服务中心 is written without 街道 as well.
    [GeneratedRegex("(?<=..)街道(?=社区|卫生|文化|综合|便民|党|养老|派出所|司法所)", RegexOptions.CultureInvariant)]
    private static partial Regex Street();

    private const string N = "[0-9]{1,8}|[零〇一二三四五六七八九十百]{1,4}";

    [GeneratedRegex($@"第(?<n>{N})|(?<n>{N})(?=号|栋|幢|单元|分店|分公司|分厂|分校|分园|期|组|队|车间|店$|部$|厂$|库$|院$|楼$|小学|中学|小$|中$)|(?<n>[a-z](?=[座栋区馆幢])|[0-9]+(-[0-9]+)?#?)", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedPart();
}
