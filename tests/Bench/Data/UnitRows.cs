using SafetyAnalytics.Linking;

namespace SafetyAnalytics.Bench.Data;

/// <summary>Invented units as ledgers spell them: about three spellings a unit, chains, slips, missing addresses. The same for the same count.</summary>
internal static class UnitRows
{
    private const string Characters = "青竹启明听雨云溪晨光远山白露秋实春晓半夏清和松风石桥荷塘柳岸桂香梅园兰亭南枝北窗东篱西楼新禾满仓丰年谷雨晴川碧水翠屏银杏红叶蓝天墨香书林知行童心星辰朝霞长乐安康平和顺吉庆";

    private static readonly string[] s_trades = ["餐馆", "面馆", "火锅店", "超市", "便利店", "茶楼", "宾馆", "药房", "五金店", "幼儿园", "网吧", "理发店"];

    public static IReadOnlyList<UnitMention> Make(int count)
    {
        var random = new Random(1);
        var rows = new List<UnitMention>(count);
        while (rows.Count < count)
        {
            var (brand, trade) = (Word(random, 3), s_trades[random.Next(s_trades.Length)]);
            var address = $"{Word(random, 2)}{"路街巷"[random.Next(3)]}{random.Next(1, 400)}号";
            for (var spelling = random.Next(1, 6); spelling > 0 && rows.Count < count; spelling--) rows.Add(new UnitMention(Name(random, brand, trade), Address(random, address)));
        }

        return rows;
    }

    private static string Name(Random random, string brand, string trade) => random.Next(5) switch
    {
        0 => $"重庆{brand}{trade}有限公司",
        1 => $"{brand}{trade}（个体工商户）",
        2 => brand.Remove(random.Next(brand.Length), 1) + trade,
        _ => brand + trade,
    };

    private static string? Address(Random random, string address) => random.Next(6) switch
    {
        0 => null,
        1 => "沙坪坝区" + address,
        2 => address + "一楼",
        _ => address,
    };

    private static string Word(Random random, int length) => string.Create(length, random, (span, dice) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = Characters[dice.Next(Characters.Length)];
    });
}
