using System.Collections.Frozen;

namespace SafetyAnalytics.Linking.Units;

/// <summary>Words of unit names that many units share: trades, legal forms, abbreviations. From general knowledge of how shops are named.</summary>
internal static class NameWords
{
    // One line a trade: writers put one of these for another of the same line.
    private static readonly string[][] s_trades =
    [
        ["餐饮管理", "餐饮服务", "餐饮店", "餐饮", "餐馆", "餐厅", "饭店", "饭馆", "饭庄", "食府", "酒家", "酒楼", "菜馆", "私房菜", "大排档", "快餐店", "快餐", "中餐馆", "中餐", "食堂", "美食店", "美食", "小炒", "家常菜"],
        ["面馆", "面庄", "小面", "面店", "拉面馆", "拉面", "米线店", "米线", "米粉店", "米粉", "抄手店", "抄手"],
        ["火锅店", "火锅城", "火锅馆", "火锅", "老火锅", "鱼庄", "烤鱼店", "烤鱼", "串串店", "串串香", "串串", "冒菜店", "冒菜", "干锅", "汤锅", "烧烤店", "烧烤"],
        ["小吃店", "小吃", "早餐店", "早点店", "早点", "包子铺", "包子店", "饮食店", "饮食"],
        ["茶馆", "茶楼", "茶舍", "茶庄", "茶社", "茶坊", "茶室", "茶府", "棋牌室", "棋牌"],
        ["咖啡馆", "咖啡店", "咖啡厅", "咖啡", "奶茶店", "奶茶", "饮品店", "饮品", "甜品店", "甜品", "蛋糕店", "烘焙坊", "烘焙", "面包店", "面包房", "面包", "糕点"],
        ["生鲜超市", "连锁超市", "购物超市", "超级市场", "超市", "便利店", "便民店", "便利超市", "小卖部", "食杂店", "副食店", "副食品店", "副食", "商店", "百货店", "杂货店", "烟酒店", "烟酒", "商行", "经营部", "门市部", "门市"],
        ["购物中心", "购物广场", "百货商场", "商场", "百货", "商城", "广场"],
        ["宾馆", "旅馆", "旅店", "旅社", "酒店", "招待所", "客栈", "民宿", "公寓", "大酒店"],
        ["药房", "药店", "大药房", "药铺", "连锁药房", "诊所", "门诊部", "卫生室", "卫生站", "口腔诊所", "口腔门诊部"],
        ["理发店", "美发店", "美容店", "美容院", "美容美发店", "美容美发", "造型店", "发廊", "养生馆", "足浴店", "足浴", "按摩店", "足疗店", "洗浴中心"],
        ["网吧", "网咖", "歌厅", "练歌房", "量贩", "影院", "电影院", "影城", "酒吧"],
        ["幼儿园", "幼稚园", "托儿所"],
        ["五金店", "五金建材", "五金经营部", "五金", "建材店", "建材经营部", "建材", "装饰材料", "灯饰", "家具店", "家具城", "家具"],
        ["汽修店", "汽车修理厂", "汽修厂", "汽车维修", "修理厂", "汽修", "洗车场", "洗车店", "洗车"],
        ["工程有限公司", "建设工程", "建筑工程", "建设", "建筑", "工程", "实业", "贸易", "商贸", "科技", "物业管理", "物业服务", "物业", "置业", "房地产开发", "房地产", "物流", "仓储", "文化传播", "管理", "服务", "发展"],
        ["加工厂", "作坊", "加工坊", "厂"],
        ["服装店", "服饰店", "服饰", "服装", "鞋店", "鞋业", "布艺"],
        ["水果店", "水果超市", "水果", "蔬菜店", "鲜肉店", "肉店", "粮油店", "粮油", "熟食店", "卤菜店", "卤菜", "凉菜店"],
        ["养老院", "敬老院", "护理院", "养老服务中心", "养老公寓"],
        ["废品回收站", "再生资源回收点", "再生资源回收站", "废旧物资回收站", "回收站", "收购站", "废品收购站"],
        ["培训中心", "培训学校", "培训机构", "托管中心", "辅导中心", "艺术中心"],
        ["店", "馆", "坊", "部", "行", "铺", "城", "中心"],
    ];

    /// <summary>Chinese trade words, longest first, each with the number of its line.</summary>
    public static IReadOnlyList<(string Word, int Line)> Trades { get; } =
        [.. s_trades.SelectMany((line, number) => line.Select(word => (word, number))).OrderByDescending(trade => trade.word.Length).ThenBy(trade => trade.word, StringComparer.Ordinal)];

    /// <summary>The line of the single characters, which go with every other.</summary>
    public static int AnyTrade { get; } = s_trades.Length - 1;

    /// <summary>Trade words of two characters and more that may stand before a branch: 某某超市东街店.</summary>
    public static IReadOnlyList<string> BeforeBranch { get; } = [.. Trades.Where(trade => trade.Word.Length > 1 && trade.Word[^1] is not ('店' or '部' or '厂')).Select(trade => trade.Word)];

    /// <summary>English legal forms: they say nothing of which unit it is.</summary>
    public static FrozenSet<string> LegalForms { get; } =
        Words("inc incorporated incorp llc lc ltd limited corp corporation company co lp llp pc plc pllc gmbh").ToFrozenSet(StringComparer.Ordinal);

    public static FrozenSet<string> Fillers { get; } = Words("the and of a an").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Abbreviations and spellings of English trade words.</summary>
    public static FrozenDictionary<string, string> Whole { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["rest"] = "restaurant", ["rstrnt"] = "restaurant", ["restaurante"] = "restaurant", ["restaurent"] = "restaurant", ["mkt"] = "market", ["mart"] = "mart", ["ctr"] = "center", ["cntr"] = "center", ["centre"] = "center",
        ["svc"] = "service", ["svcs"] = "service", ["intl"] = "international", ["int'l"] = "international", ["bbq"] = "barbecue", ["barbq"] = "barbecue", ["barbeque"] = "barbecue", ["bq"] = "barbecue",
        ["univ"] = "university", ["hosp"] = "hospital", ["sch"] = "school", ["elem"] = "elementary", ["acad"] = "academy", ["hs"] = "highschool", ["st"] = "saint", ["ste"] = "sainte", ["mt"] = "mount", ["ft"] = "fort",
        ["supermkt"] = "supermarket", ["supermercado"] = "supermarket", ["super"] = "super", ["grocery"] = "grocery", ["grocerie"] = "grocery", ["liq"] = "liquor", ["bros"] = "brother", ["mfg"] = "manufacturing", ["mgmt"] = "management",
        ["assn"] = "association", ["assoc"] = "association", ["dept"] = "department", ["natl"] = "national", ["chgo"] = "chicago", ["ii"] = "2", ["iii"] = "3", ["iv"] = "4", ["doughnut"] = "donut", ["sandwhich"] = "sandwich", ["taqueria"] = "taqueria",
        ["amer"] = "american", ["bldg"] = "building", ["hwy"] = "highway", ["pkwy"] = "parkway", ["blvd"] = "boulevard", ["ave"] = "avenue", ["rd"] = "road", ["no"] = "no", ["drs"] = "doctor", ["caffe"] = "cafe", ["coffe"] = "coffee",
        ["express"] = "express", ["exp"] = "express", ["liqs"] = "liquor", ["groc"] = "grocery", ["conv"] = "convenience", ["dist"] = "distributor", ["theatre"] = "theater", ["daycare"] = "daycare", ["pl"] = "place", ["sq"] = "square",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static string[] Words(string list) => list.Split(' ');
}
