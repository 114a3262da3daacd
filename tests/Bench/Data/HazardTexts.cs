namespace SafetyAnalytics.Bench.Data;

/// <summary>Texts of hazards in two flavours: 45 that always come again, and texts of which no two are alike.</summary>
internal static class HazardTexts
{
    private static readonly string[] s_places = ["一楼楼道", "后厨", "东侧仓库", "配电间", "二楼走廊", "临街门面", "生产车间", "地下车库", "员工宿舍"];
    private static readonly string[] s_defects = ["灭火器压力不足", "安全出口被杂物堵塞", "电线私拉乱接", "应急照明灯损坏", "燃气软管老化"];

    // Plain words that a text can be made of without end; which ones come is a number written in base 24.
    private static readonly string[] s_words =
    [
        "货架", "门锁", "墙角", "木箱", "油桶", "插座", "管道", "阀门", "窗台", "护栏", "标识", "机床",
        "通道", "楼梯", "吊顶", "线槽", "水箱", "风机", "卷帘", "台账", "叉车", "焊机", "锅炉", "气瓶",
    ];

    public static int TemplatedCount => s_places.Length * s_defects.Length;

    public static string Templated(Random random) => s_places[random.Next(s_places.Length)] + s_defects[random.Next(s_defects.Length)];

    /// <param name="number">Two numbers never give the same text.</param>
    public static string NeverRepeated(Random random, int number)
    {
        var words = "";
        for (var rest = number; rest > 0 || words.Length == 0; rest /= s_words.Length) words += s_words[rest % s_words.Length];
        return $"{Templated(random)}，旁边{words}处需一并清理";
    }
}
