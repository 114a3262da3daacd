using CsCheck;

namespace SafetyAnalytics.Linking.Tests;

/// <summary>What holds whatever the ledgers say.</summary>
public sealed class UnitLaws
{
    private static readonly Gen<UnitMention> s_mention = Gen.Select(
        Gen.OneOf("青竹餐饮", "重庆青竹餐饮有限公司", "青竹餐饮（东街店）", "青竹餐馆", "青竹小吃", "启明小学", "起明小学", "永辉超市", "", "GREEN BAGEL #2"),
        Gen.OneOf(null, "", "金沙路12号", "金沙路12号附1号", "金砂路12号", "横街7号", "集市", "10 W MAIN ST"),
        Gen.Int[1, 3],
        Gen.OneOf<string[]>([], ["a"], ["b"], ["a", "b"]),
        (name, address, count, phones) => new UnitMention(name, address, count) { Phones = phones });

    private static readonly Gen<UnitMention[]> s_town = s_mention.Array[0, 14].Select(all => all.DistinctBy(Text).ToArray());

    [Fact]
    public void No_order_of_mentions_shows() =>
        Gen.Select(s_town, Gen.Int[0, 1000]).Sample((town, seed) =>
        {
            var shuffled = town.ToArray();
            new Random(seed).Shuffle(shuffled);
            return Told(new UnitLinker().Resolve(town)).SequenceEqual(Told(new UnitLinker().Resolve(shuffled)), StringComparer.Ordinal);
        });

    [Fact]
    public void What_a_steward_parted_is_never_joined_and_what_was_joined_stays() =>
        Gen.Select(s_town, Gen.Int[0, 100], Gen.Int[0, 100], Gen.Bool).Where(x => x.Item1.Length > 1).Sample((town, i, j, isSame) =>
        {
            var (a, b) = (town[i % town.Length], town[j % town.Length]);
            if (ReferenceEquals(a, b)) return true;
            var links = new UnitLinker(answers: [new UnitAnswer(a, b, !isSame), new UnitAnswer(b, a, isSame)]).Link(town);
            return links.Single(l => l.Mention == a).UnitKey == links.Single(l => l.Mention == b).UnitKey == isSame;
        });

    [Fact]
    public void Entries_of_the_roster_are_never_joined() =>
        s_town.Sample(town =>
        {
            RosterUnit[] roster = [new("青竹餐饮", "金沙路12号"), new("青竹餐饮有限公司", "金沙路12号"), new("青竹餐饮", null), new("启明小学", "横街7号")];
            var linkage = new UnitLinker(roster: roster).Resolve(town);
            return linkage.RosterKeys.Distinct().Count() == roster.Length && linkage.Links.All(l => l.RosterIndex is not { } r || linkage.RosterKeys[r] == l.UnitKey);
        });

    [Fact]
    public void Every_key_is_well_formed_and_every_question_is_between_two_units() =>
        s_town.Sample(town =>
        {
            var linkage = new UnitLinker().Resolve(town);
            var keys = linkage.Links.Select(l => l.UnitKey).ToHashSet(StringComparer.Ordinal);
            return keys.All(key => key.Length == 13 && key[0] == 'U') && linkage.Questions.All(q => q.UnitKeyA != q.UnitKeyB && keys.Contains(q.UnitKeyA) && keys.Contains(q.UnitKeyB) && q.Evidence.Count > 0);
        });

    [Fact]
    public void Doors_of_a_chain_stay_apart_even_over_a_row_without_address()
    {
        UnitMention[] town = [new("永辉超市", "汉渝路123号"), new("永辉超市", null), new("永辉超市", "小新街20号")];
        var linkage = new UnitLinker().Resolve(town);
        Assert.Equal(3, linkage.Links.Select(l => l.UnitKey).Distinct().Count());
        Assert.Equal(2, linkage.Questions.Count);
        Assert.All(linkage.Questions, question => Assert.Contains("name_at_several_places", question.Evidence));
    }

    [Fact]
    public void An_answer_about_a_bridge_decides_on_which_side_it_stands()
    {
        UnitMention[] town = [new("永辉超市", "汉渝路123号"), new("永辉超市", null), new("永辉超市", "小新街20号")];
        var links = new UnitLinker(answers: [new UnitAnswer(town[1], town[2], true)]).Link(town);
        Assert.Equal(links[1].UnitKey, links[2].UnitKey);
        Assert.NotEqual(links[0].UnitKey, links[1].UnitKey);
        Assert.Contains("answer", links.Select(l => l.Rule));
    }

    [Fact]
    public void Answers_teach_the_weights()
    {
        // Many small towns' worth of pairs of one kind: same door, one name part of the other.
        var town = Enumerable.Range(0, 60).SelectMany(i => new[] { new UnitMention($"甲{(char)('一' + i)}丙丁", $"长街{i + 1}号"), new UnitMention($"甲{(char)('一' + i)}戊己庚", $"长街{i + 1}号") }).ToArray();
        var before = new UnitLinker().Resolve(town).Weights["name_some"];
        var answers = Enumerable.Range(0, 30).Select(i => new UnitAnswer(town[2 * i], town[(2 * i) + 1], true)).ToArray();
        var level = new UnitLinker(answers: answers).Resolve(town).Weights;
        Assert.True(level.Values.Sum() > 0);
        Assert.True(level["name_some"] > before || level["name_little"] > new UnitLinker().Resolve(town).Weights["name_little"]);
    }

    [Fact]
    public void A_telephone_joins_what_the_names_alone_leave_open()
    {
        UnitMention a = new("云脚下民宿", null), b = new("云脚下客栈", null);
        Assert.Single(new UnitLinker().Resolve([a, b]).Questions);
        var links = new UnitLinker().Link([a with { Phones = ["x1"] }, b with { Phones = ["x0", "x1"] }]);
        Assert.Equal(links[0].UnitKey, links[1].UnitKey);
    }

    [Fact]
    public void One_telephone_of_two_shops_at_one_door_is_a_question()
    {
        UnitMention a = new("老码头火锅", "正街12号") { Phones = ["x1"] }, b = new("新河鲜饭馆", "正街12号") { Phones = ["x1"] }, c = new("彩云照相", "正街12号") { Phones = ["x2"] };
        var question = Assert.Single(new UnitLinker().Resolve([a, b, c]).Questions);
        Assert.Equal(["老码头火锅", "新河鲜饭馆"], new[] { question.A.Name, question.B.Name }.OrderDescending(StringComparer.Ordinal));
        Assert.Contains("phone_same", question.Evidence);
    }

    [Fact]
    public void A_later_spelling_changes_no_key()
    {
        UnitMention[] june = [new("青竹餐饮有限公司", "金沙路12号") { FirstMonth = "2022-06" }, new("启明小学", null) { FirstMonth = "2022-06" }];
        UnitMention[] july = [new("A青竹餐饮", "金沙路12号") { FirstMonth = "2022-07" }, new("青竹餐饮", "金沙路12号一楼", 99) { FirstMonth = "2022-07" }, .. june];
        var before = new UnitLinker().Link(june);
        var after = new UnitLinker().Link(july);
        Assert.Equal(before.Select(l => l.UnitKey), after.Skip(2).Select(l => l.UnitKey));
    }

    [Theory]
    [InlineData(0.4, 0.1)]
    [InlineData(0.9, 0.95)]
    [InlineData(double.NaN, 0.1)]
    public void Thresholds_out_of_range_are_refused(double same, double ask) =>
        Assert.Throws<InvalidOperationException>(() => new UnitLinker(options: new UnitLinkOptions { SameFrom = same, AskFrom = ask }).Link([]));

    private static (string, string) Text(UnitMention mention) => (mention.Name, mention.Address ?? "");

    private static IEnumerable<string> Told(UnitLinkage linkage) => linkage.Links
        .Select(l => $"{l.Mention.Name}|{l.Mention.Address}|{l.UnitKey}|{l.UnitName}|{l.UnitAddress}|{l.Rule}|{l.Probability}")
        .Order(StringComparer.Ordinal)
        .Concat(linkage.Questions.Select(q => $"{Text(q.A)}{Text(q.B)}{q.Probability}{string.Join(',', q.Evidence)}"));
}
