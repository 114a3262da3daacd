namespace SafetyAnalytics.Pipeline.Sample.World;

/// <summary>What is found wrong with gas, goods, buildings, sites, slopes, streets and papers.</summary>
internal static class OtherDefects
{
    private static readonly HazardCategory Gas = new("燃气使用", "燃气", 1.3, 1.2, 0.9, 0.8, 0.8, 1.0, 1.3, 1.3, 1.0, 0.9, 1.1, 1.4);
    private static readonly HazardCategory Cylinders = new("液化气瓶", "燃气", 1.2, 1.1, 0.9, 0.9, 0.9, 1.1, 1.3, 1.3, 1.0, 0.9, 1.0, 1.2);
    private static readonly HazardCategory Chemicals = new("危险化学品", "危化");
    private static readonly HazardCategory Heights = new("高处临边", "建设施工");
    private static readonly HazardCategory SitePower = new("施工用电", "建设施工", 0.8, 0.7, 0.9, 1.0, 1.1, 1.3, 1.5, 1.4, 1.1, 1.0, 0.9, 0.8);
    private static readonly HazardCategory Lifts = new("特种设备", "特种设备");
    private static readonly HazardCategory Buildings = new("房屋外墙", "房屋", 0.8, 0.8, 1.0, 1.1, 1.2, 1.4, 1.4, 1.2, 1.0, 0.8, 0.8, 0.8);
    private static readonly HazardCategory Slopes = new("地质边坡", "地质灾害", 0.2, 0.2, 0.5, 0.9, 1.6, 2.2, 2.4, 1.9, 1.3, 0.7, 0.4, 0.2);
    private static readonly HazardCategory Streets = new("道路停车", "道路交通");
    private static readonly HazardCategory Drains = new("防汛排水", "防汛抗旱", 0.2, 0.2, 0.5, 1.0, 1.8, 2.3, 2.4, 1.8, 1.2, 0.6, 0.3, 0.2);
    private static readonly HazardCategory Papers = new("制度台账", null);

    private static readonly string[] Kitchens = ["后厨", "操作间", "厨房"];
    private static readonly string[] SiteParts = ["1#楼", "2#楼", "东侧", "基坑", "地下室"];
    private static readonly string[] Sides = ["东侧", "西侧", "南侧", "北侧"];

    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Gas, "更换燃气软管", Kitchens, "{处}燃气软管老化", "{处}燃气软管超期使用，已老化开裂", "燃气胶管老化未更换（{处}）"),
        new(Gas, "安装燃气报警器", Kitchens, "{处}未安装可燃气体报警器", "{处}可燃气体报警器故障不响", "燃气泄漏报警装置缺失（{处}）"),
        new(Gas, "拆除三通接头", Kitchens, "{处}燃气软管私接三通", "{处}燃气管使用三通接{n}个灶具", "燃气软管违规加装三通（{处}）"),
        new(Gas, "更换熄火保护灶具", Kitchens, "{处}灶具无熄火保护装置", "{处}{n}台灶具熄火保护装置失效", "未使用带熄火保护的灶具（{处}）"),
        new(Cylinders, "搬离多余气瓶", Kitchens, "{处}存放液化气瓶{n}个，超量存放", "{n}个液化石油气瓶集中存放于{处}", "{处}液化气瓶超量存放"),
        new(Cylinders, "更换超期钢瓶", Kitchens, "{处}液化气钢瓶超过检验期{n}个", "{n}只液化气钢瓶未按期检验（{处}）", "{处}使用过期未检钢瓶"),
        new(Cylinders, "清理与明火同室存放的气瓶", Kitchens, "{处}气瓶与明火同室使用", "{处}液化气瓶与灶台间距不足", "液化气瓶紧靠{处}灶台放置"),
        new(Chemicals, "清理违规存放的醇基燃料", Kitchens, "{处}违规存放醇基燃料{n}桶", "{n}桶醇基燃料存放在{处}", "{处}醇基燃料未专间存放"),
        new(Chemicals, "规范存放易燃化学品", ["库房", "工具间", "一号仓"], "{处}油漆、稀料混放", "{处}易燃化学品与杂物混存", "{处}存放油漆{n}桶未隔离"),
        new(Chemicals, "规范摆放烟花爆竹", ["店内", "库房"], "{处}烟花爆竹超量存放", "{处}烟花爆竹未专柜存放", "烟花爆竹与日用品混放（{处}）"),
        new(Heights, "安装临边防护栏", SiteParts, "{处}临边防护缺失{n}处", "{n}处临边未设防护栏杆（{处}）", "{处}临边洞口未防护"),
        new(Heights, "配备安全带并开展交底", SiteParts, "{处}高处作业人员未系安全带", "{处}{n}名工人登高作业未佩戴安全带", "高处作业未使用安全带（{处}）"),
        new(Heights, "修复脚手架", SiteParts, "{处}脚手架连墙件缺失{n}处", "{处}脚手架搭设不规范，缺连墙件", "脚手板未满铺、连墙件不足（{处}）"),
        new(SitePower, "更换配电箱", SiteParts, "{处}配电箱无门无锁", "{处}{n}个二级配电箱破损", "施工配电箱损坏未上锁（{处}）"),
        new(SitePower, "重新架设施工电缆", SiteParts, "{处}施工电缆拖地", "{处}临时用电电缆浸水、拖地{n}处", "施工用电电缆未架空（{处}）"),
        new(Lifts, "开展电梯检验", ["1号电梯", "2号电梯", "货梯"], "{处}检验合格标志过期", "{处}超过检验有效期未检", "{处}未按期检验"),
        new(Lifts, "修复电梯对讲", ["1号电梯", "2号电梯", "货梯"], "{处}紧急对讲无人应答", "{处}轿厢五方对讲故障", "{处}紧急呼叫装置失灵"),
        new(Buildings, "拆除松动外墙饰面", Sides, "{处}外墙瓷砖脱落", "{处}外墙饰面空鼓、脱落{n}处", "{n}处外墙砖松动有坠落风险（{处}）"),
        new(Buildings, "修复墙体裂缝", Sides, "{处}墙体开裂", "{处}承重墙出现裂缝{n}条", "房屋{处}墙体裂缝明显"),
        new(Buildings, "拆除破损广告牌", Sides, "{处}户外广告牌锈蚀松动", "{处}店招支架锈蚀，有坠落隐患", "户外招牌不牢固（{处}）"),
        new(Slopes, "设置警示标志并清理危岩", Sides, "{处}边坡有零星掉块", "{处}危岩松动，雨后掉块", "边坡岩体松动掉块（{处}）"),
        new(Slopes, "疏通截排水沟", Sides, "{处}边坡排水沟堵塞", "{处}截水沟淤堵约{n}米", "坡顶排水沟淤积不畅（{处}）"),
        new(Slopes, "修复挡土墙", Sides, "{处}挡土墙开裂", "{处}挡墙出现{n}条裂缝并外倾", "挡土墙裂缝变形（{处}）"),
        new(Streets, "清理占道停放车辆", Sides, "{处}车辆占用消防车道停放", "{处}{n}辆机动车停放堵塞消防车道", "消防车道被机动车占用（{处}）"),
        new(Streets, "修复路面", Sides, "{处}路面塌陷", "{处}人行道路面破损{n}处", "路面沉陷破损影响通行（{处}）"),
        new(Streets, "修复减速带及标志标线", Sides, "{处}交通标志标线不清", "{处}减速带损坏{n}条", "出入口标志缺失、减速带损坏（{处}）"),
        new(Drains, "疏通下水道", Sides, "{处}下水道堵塞", "{处}排水管网淤堵，雨天积水", "下水管道不畅，{处}积水严重"),
        new(Drains, "更换井盖", Sides, "{处}井盖破损{n}个", "{n}个检查井盖缺失（{处}）", "{处}窨井盖松动破损"),
        new(Drains, "补充防汛沙袋", ["地下车库", "低洼处", "仓库门口"], "{处}未备防汛沙袋", "{处}防汛沙袋不足，缺{n}个", "防汛物资储备不足（{处}沙袋）"),
        new(Papers, "补充安全检查记录", [""], "未建立安全检查台账", "安全检查台账记录不全", "日常安全检查无台账记录"),
        new(Papers, "制定应急预案并开展演练", [""], "未制定应急预案", "应急预案未更新且未开展演练", "无应急预案，未组织演练"),
        new(Papers, "开展员工安全培训", [""], "员工未接受安全培训", "{n}名新员工未开展岗前安全培训", "从业人员安全培训不到位"),
        new(Papers, "制定安全生产责任制", [""], "安全生产责任制未上墙", "未落实安全生产责任制", "安全责任人不明确，责任制缺失"),
    ];
}
