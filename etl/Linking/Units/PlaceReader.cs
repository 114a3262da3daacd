using System.Globalization;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Linking.Units;

/// <summary>Takes an address apart, Chinese or English by its characters.</summary>
internal static partial class PlaceReader
{
    public static PlaceProfile Read(string? address)
    {
        var plain = ChineseVariants.Simplify(PlainText.Of(address));
        if (Nothing().IsMatch(plain)) plain = "";
        return plain.Any(ChineseVariants.IsChinese) ? Chinese(PlainText.WithoutSpaces(plain)) : English(plain);
    }

    private static PlaceProfile Chinese(string plain)
    {
        var text = Bracketed().Replace(plain, "");
        if (text.Length == 0) text = PlainText.LettersAndDigits(plain);
        text = Administrative(text);
        text = LaneNumber().Replace(text, m => ChineseNumeral.Value(m.Value).ToString(CultureInfo.InvariantCulture));
        var key = PlainText.LettersAndDigits(text);
        var inner = new SortedSet<string>(StringComparer.Ordinal);
        var door = DoorNumber().Match(text);
        if (!door.Success) door = RoadNumber().Match(text);
        var road = door.Success ? text[..door.Groups["door"].Index] : text;
        var behind = door.Success ? text[(door.Index + door.Length)..] : "";
        AddInner(inner, door.Success ? behind : text);
        var building = Building().Match(road);
        if (building.Success)
        {
            inner.Add("b" + Number(building.Groups["n"].Value));
            road = road[..building.Index];
        }

        if (!door.Success && building.Success)
            return Of(key, Clean(road), Value(building.Groups["n"].Value), "栋", "", "", [.. inner]);
        if (!door.Success) return new PlaceProfile { Key = key, Road = Clean(InnerPart().Replace(road, "")), Low = -1, High = -1, Sub = "", Compass = "", Kind = "", Inner = [.. inner], Door = "" };
        var numbers = Digits().Matches(door.Groups["door"].Value).Select(m => Value(m.Value)).ToArray();
        var sub = string.Join('-', Digits().Matches(door.Groups["sub"].Value).Select(m => Number(m.Value)));
        // 12-3号 is a shop of door 12; 12-14号 and 12、14号 are two doors, 121-1 again a shop.
        var (low, high) = (numbers[0], numbers[^1]);
        if (numbers.Length == 2 && sub.Length == 0 && (high < low || (high - low > 20 && !door.Groups["door"].Value.Contains('至')))) (sub, high) = (high.ToString(CultureInfo.InvariantCulture), low);
        else if (high < low) high = low;
        return Of(key, Clean(road), low, sub, "", "", [.. inner], high);
    }

    private static PlaceProfile Of(string key, string road, int low, string sub, string compass, string kind, string[] inner, int? high = null) => new()
    {
        Key = key,
        Road = road,
        Low = low,
        High = high ?? low,
        Sub = sub,
        Compass = compass,
        Kind = kind,
        Inner = inner,
        Door = (road.Length <= 2 || road[0] < '\u3400' ? road : road[^2..]) + low.ToString(CultureInfo.InvariantCulture) + (sub == "栋" ? sub : ""),
    };

    private static void AddInner(SortedSet<string> inner, string text)
    {
        foreach (Match part in InnerPart().Matches(text))
        {
            var kind = part.Groups["kind"].Value;
            var number = (part.Groups["below"].Success ? "-" : "") + string.Join('-', Digits().Matches(part.Groups["n"].Value).Select(m => Number(m.Value)));
            inner.Add((kind switch { "楼" or "层" or "f" => "f", "栋" or "幢" or "座" or "号楼" => "b", "单元" => "u", _ => "r" }) + number);
        }
    }

    private static string Administrative(string text)
    {
        var bare = Region().Replace(text, "");
        return PlainText.LettersAndDigits(bare).Length >= 2 ? bare : text;
    }

    private static string Clean(string road) => PlainText.LettersAndDigits(road.TrimEnd('第'));

    private static int Value(string written) => (int)Math.Min(int.MaxValue / 2, ChineseNumeral.Value(written));

    private static string Number(string written) => char.IsAsciiLetter(written[0]) ? written : ChineseNumeral.Value(written).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(无|不详|未知|未填|/|-+|—+|n/?a|none|null|空|同上|略)$", RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"\([^()]*\)?", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    // Province, city, district, subdistrict, community: who is asked leaves them out or writes some. 小区, 园区 and 市场 are places of their own.
    [GeneratedRegex("^(?:中国)?(?:[\u3400-\u9fff]{2,3}省)?(?:[\u3400-\u9fff]{2,4}(?:自治)?[市州](?!场))?(?:(?:重庆|北京|上海|天津|成都|沙坪坝)(?=[\u3400-\u9fff]{2}))?(?:(?:[^区县路街巷小园社新]{1,6}|[^区县路街巷小园社]{1,3}新)(?:自治)?[区县](?!域))?(?:[^路街巷号区]{2,6}街道(?:办事处|办)?)?(?:[^路街巷号区]{2,5}[镇乡](?![\u3400-\u9fff]?[路街巷]))?(?:[^路街巷号区]{2,6}(?:社区|居委会|村委会))?", RegexOptions.CultureInvariant)]
    private static partial Regex Region();

    [GeneratedRegex("[零〇一二三四五六七八九十百]{1,4}(?=[弄段组社环])", RegexOptions.CultureInvariant)]
    private static partial Regex LaneNumber();

    private const string N = "[0-9]{1,8}|[零〇一二三四五六七八九十百]{1,5}";

    [GeneratedRegex($@"(?<door>({N})([-~、,/至]({N})){{0,9}})号(?![楼栋幢院厅馆铺摊档库桥线房门柜])(?:(?:[-~]|之)(?<sub>{N}|[a-z])(?![0-9]*[楼层])|[-(]?附(?<sub>({N})([-~、,/]({N})){{0,9}})号?|(?<sub>[a-z])(?![a-z栋幢座区]))?", RegexOptions.CultureInvariant)]
    private static partial Regex DoorNumber();

    [GeneratedRegex(@"[路街巷道弄](?<door>[0-9]{1,6}([-~、,/][0-9]{1,6}){0,9})(?![0-9]{0,6}[米公楼层栋幢弄巷号单室])(?:附(?<sub>[0-9]{1,4})号?)?", RegexOptions.CultureInvariant)]
    private static partial Regex RoadNumber();

    [GeneratedRegex($@"(?<n>{N}|[a-z])(栋|幢|座|号楼|号院)", RegexOptions.CultureInvariant)]
    private static partial Regex Building();

    [GeneratedRegex($@"(?<below>负|地下|-(?=[0-9一二三]))?(?<n>({N}|[a-z][0-9]{{0,4}}|[a-z]?[0-9]{{1,5}})([-~、,/]({N}|[a-z]?[0-9]{{1,5}})){{0,3}})(?<kind>号楼|号门面|号商铺|号铺|号摊位|号摊|号档口|号档|号房|号柜台|号柜|号库|号门|楼|层|f(?![a-z])|栋|幢|座|单元|室|房|铺|门面|商铺|摊位|摊|档口|档|柜台|号)", RegexOptions.CultureInvariant)]
    private static partial Regex InnerPart();

    [GeneratedRegex(N + "|[a-z]", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
