using CsCheck;

namespace SafetyAnalytics.Linking.Tests;

public class UnitTests
{
    [Theory]
    [InlineData("重庆青竹餐饮有限公司", "青竹餐饮")]
    [InlineData("重庆市青竹餐饮有限责任公司", "青竹餐饮")]
    [InlineData("重庆市沙坪坝区青竹餐饮公司", "青竹餐饮")]
    [InlineData("青竹餐饮(磁器口店)", "青竹餐饮磁器口店")]
    [InlineData("青竹餐饮（磁器口店）", "青竹餐饮磁器口店")]
    [InlineData("青竹餐饮有限公司【磁器口店】", "青竹餐饮磁器口店")]
    [InlineData("青 竹　餐\u00a0饮\u200b", "青竹餐饮")]
    [InlineData("青竹餐饮（个体工商户）", "青竹餐饮")]
    [InlineData("ＡＢ超市", "ab超市")]
    [InlineData("重庆公司", "重庆")]
    [InlineData("公司", "公司")]
    [InlineData("青竹建设有限公司东街分公司", "青竹建设东街分公司")]
    [InlineData("The Green Bagel, Inc.", "greenbagel")]
    [InlineData("GREEN BAGEL INC", "greenbagel")]
    [InlineData("Green Bagel L.L.C.", "greenbagel")]
    [InlineData("MARGE'S & SONS", "margesandsons")]
    [InlineData("Coffee Company", "coffee")]
    [InlineData("7-ELEVEN #12", "7eleven12")]
    [InlineData("***", "***")]
    [InlineData(" \u200b ", "")]
    [InlineData(null, "")]
    public void Name_key(string? name, string key) => Assert.Equal(key, UnitName.Key(name));

    [Fact]
    public void Another_city_drops_its_own_places() =>
        Assert.Equal(("青竹餐饮", "重庆青竹餐饮"), (UnitName.Key("成都青竹餐饮", ["成都市", "成都"]), UnitName.Key("重庆青竹餐饮", ["成都市", "成都"])));

    [Theory]
    [InlineData("磁器口正街12号", "12", "正街12")]
    [InlineData("沙坪坝区磁器口街道 正街１２号", "12", "正街12")]
    [InlineData("正街十二号", "12", "正街12")]
    [InlineData("金沙路12-3号", "12-3", "沙路12-3")]
    [InlineData("金沙路12号-3", "12-3", "沙路12-3")]
    [InlineData("金沙路12号附3号", "12附3", "沙路12附3")]
    [InlineData("金沙路12号附3", "12附3", "沙路12附3")]
    [InlineData("金沙路12、14号", "12-14", "沙路12-14")]
    [InlineData("金沙路12号2楼", "12", "沙路12")]
    [InlineData("金沙路12", "12", "沙路12")]
    [InlineData("江畔小区3栋2单元", "3栋", "小区3栋")]
    [InlineData("江畔小区3号楼", "3栋", "小区3栋")]
    [InlineData("江畔小区", null, null)]
    [InlineData("文昌巷口", null, null)]
    [InlineData("5134 W IRVING PARK RD , CHICAGO IL 60641", "5134", "irving5134")]
    [InlineData("6316-6318 W 65TH ST", "6316-6318", "65th6316-6318")]
    [InlineData("", null, null)]
    [InlineData(null, null, null)]
    public void Door_and_place(string? address, string? door, string? place) =>
        Assert.Equal((door, place), (UnitAddress.Door(address), UnitAddress.Place(address)));

    [Theory]
    [InlineData("金沙路 12 号", "金沙路12号")]
    [InlineData("（金沙路）１２号", "金沙路12号")]
    [InlineData(null, "")]
    public void Address_key(string? address, string key) => Assert.Equal(key, UnitAddress.Key(address));

    // Each line: name @ address = unit.
    public static TheoryData<string> Towns { get; } = new()
    {
        "青竹餐饮有限公司 @ 金沙路12号 = A; 重庆青竹餐饮 @ 沙坪坝区金沙路12号 = A; 青竹餐饮 @ = A",
        "青竹餐饮 @ 金沙路12号 = A; 青竹餐饮 @ 横街7号 = B; 青竹餐饮 @ = C; 青竹餐饮 @ 金沙路12号一楼 = A; 青竹餐饮 @ 集市内 = D",
        "青竹餐饮（东店） @ = A; 青竹餐饮（西店） @ = B; 青竹餐饮(东店) @ = A; 青竹餐饮 @ = C",
        "青竹餐饮 @ 金沙路12号 = A; 启明小学 @ 金沙路12号 = B",
        "GREEN BAGEL INC @ 10 W MAIN ST = A; The Green Bagel @ 10 W MAIN STREET, SPRINGFIELD = A; GREEN BAGEL @ 20 W MAIN ST = B",
    };

    [Theory]
    [MemberData(nameof(Towns))]
    public void Same_name_is_one_unit_unless_it_has_several_doors(string town)
    {
        var lines = town.Split(';').Select(line => line.Split('@', '=')).ToList();
        var links = new UnitLinker().Link([.. lines.Select(line => new UnitMention(line[0].Trim(), line[1].Trim()))]);
        var said = lines.Zip(links, (line, link) => (Label: line[2].Trim(), link.UnitKey)).Distinct().ToList();
        Assert.Equal(said.Count, said.DistinctBy(pair => pair.Label).Count());
        Assert.Equal(said.Count, said.DistinctBy(pair => pair.UnitKey).Count());
        Assert.All(links, link => Assert.Matches("^U[0-9a-f]{12}$", link.UnitKey));
    }

    [Fact]
    public void The_commonest_spelling_names_the_unit()
    {
        var links = new UnitLinker().Link([new("重庆青竹餐饮有限公司", "", 9), new("青竹餐饮", "金沙路12号", 2), new("青竹餐饮", null, 8)]);
        Assert.All(links, link => Assert.Equal(("青竹餐饮", "金沙路12号", "likely"), (link.UnitName, link.UnitAddress, link.Rule)));
    }

    [Fact]
    public void A_second_branch_leaves_the_key_of_the_first_alone()
    {
        UnitMention first = new("青竹餐饮", "金沙路12号");
        var before = new UnitLinker().Link([first]);
        var after = new UnitLinker().Link([new("青竹餐饮", "横街7号"), first]);
        Assert.Equal(before[0].UnitKey, after[1].UnitKey);
        Assert.NotEqual(after[0].UnitKey, after[1].UnitKey);
    }

    [Fact]
    public void The_order_of_mentions_does_not_matter() =>
        Gen.Select(
                Gen.Select(Gen.OneOf("青竹餐饮", "重庆青竹餐饮有限公司", "启明小学", "", "A店", "Ａ店"), Gen.OneOf(null, "", "金沙路12号", "横街7号", "集市"), Gen.Int[1, 3], (n, a, c) => new UnitMention(n, a, c)).Array[0, 12],
                Gen.Int[0, 1000])
            .Sample((mentions, seed) =>
            {
                mentions = [.. mentions.DistinctBy(m => (m.Name, m.Address))];
                var shuffled = mentions.ToArray();
                new Random(seed).Shuffle(shuffled);
                var a = new UnitLinker().Link(mentions).ToDictionary(l => (l.Mention.Name, l.Mention.Address));
                var b = new UnitLinker().Link(shuffled).ToDictionary(l => (l.Mention.Name, l.Mention.Address));
                return a.Count == b.Count && a.All(one => one.Value == b[one.Key]);
            });
}
