using System.Globalization;

namespace SafetyAnalytics.Pipeline.Sample.World;

/// <summary>Invents the units. Names are plain words and a trade; doors are numbers on the example communities' roads; phones end in digits no operator gave to these people.</summary>
internal static class UnitCast
{
    private const string Roots =
        "青竹 启明 听雨 云溪 晨光 远山 白露 秋实 春晓 半夏 清和 松风 石桥 竹影 荷塘 柳岸 桂香 梅园 兰亭 菊圃 南枝 北窗 东篱 西楼 新禾 满仓 丰年 小满 谷雨 芒种 "
        + "晴川 碧水 翠屏 金秋 银杏 红叶 蓝天 墨香 书林 知行 乐学 童心 星辰 朝霞 晚晴 夕照 长乐 安康 平安 和顺 吉庆 如意 四季 百味 老街 古井 巷口 码头边 山脚 坡上 "
        + "江风 渔火 帆影 沙洲 浅滩 木槿 紫藤 茉莉 山茶 海棠 芭蕉 枇杷 橙子 柚子 核桃 花椒 豆香 米香 茶香 面香";

    private const string Surnames = "张王李赵刘陈杨黄周吴徐孙马朱胡林郭何高罗";

    public static IReadOnlyList<Unit> Invent(int seed, IReadOnlyList<Community> communities)
    {
        var dice = new Dice(seed, "units");
        var names = new HashSet<string>(StringComparer.Ordinal);
        var doors = new HashSet<string>(StringComparer.Ordinal);
        var units = new List<Unit>();
        foreach (var kind in UnitKinds.All)
        {
            for (var i = 0; i < kind.Count; i++)
            {
                var community = dice.Pick(communities);
                var address = FreeDoor(dice, community, doors);
                var id = $"S{(units.Count + 1).ToString("000", CultureInfo.InvariantCulture)}";
                var branchOf = i > 0 && kind.Name is "超市" && i % 6 == 5 ? units[^1].Name : null;
                var name = branchOf is null ? FreeName(dice, kind, address, names) : Branch(branchOf, address);
                units.Add(Character(dice, new Unit(id, name, address, community.Name, kind, 1, 1, Leanings(dice, kind), Person(dice), Phone(units.Count))));
            }
        }

        return units;
    }

    /// <summary>王某某: a surname and no name.</summary>
    public static string Person(Dice dice) => $"{Surnames[dice.Below(Surnames.Length)]}某某";

    /// <summary>Eleven digits that look like a mobile number and are nobody's: 1380000 and a running number.</summary>
    public static string Phone(int number) => $"1380000{(number % 10000).ToString("0000", CultureInfo.InvariantCulture)}";

    private static Unit Character(Dice dice, Unit unit) => unit with { Temperament = dice.Gamma(2, 1), Slowness = 0.4 + dice.Gamma(3, 0.6) };

    private static string FreeDoor(Dice dice, Community community, HashSet<string> taken)
    {
        string door;
        do
        {
            door = $"{dice.Pick(community.Roads)}{dice.Between(1, 198)}号";
        }
        while (!taken.Add(door));
        return door;
    }

    private static string FreeName(Dice dice, UnitKind kind, string address, HashSet<string> taken)
    {
        string name;
        do
        {
            var suffix = dice.Pick(kind.Suffixes);
            name = suffix.Contains("{门}") ? suffix.Replace("{门}", address) : dice.Pick(Roots.Split(' ')) + suffix;
        }
        while (!taken.Add(name));
        return name;
    }

    /// <summary>A chain: the same name, told apart by the road in brackets.</summary>
    private static string Branch(string name, string address) => $"{name.Split('（')[0]}（{address.TrimEnd('号').TrimEnd("0123456789".ToCharArray())}店）";

    private static Dictionary<Defect, double> Leanings(Dice dice, UnitKind kind) =>
        Defects.All.Where(defect => kind.Categories.ContainsKey(defect.Category.Name))
            .GroupBy(defect => defect.Category)
            .SelectMany(category => Shares(dice, category.ToList(), kind.Categories[category.Key.Name]))
            .ToDictionary(share => share.Defect, share => share.Weight);

    private static List<(Defect Defect, double Weight)> Shares(Dice dice, List<Defect> defects, double weight)
    {
        var liking = dice.Gamma(2, weight);
        return defects.ConvertAll(defect => (defect, liking * (0.1 + dice.Gamma(2, 1)) / defects.Count));
    }
}
