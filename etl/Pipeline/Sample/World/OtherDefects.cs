namespace SafetyAnalytics.Pipeline.Sample.World;

/// <summary>What is found wrong with gas, goods, buildings, sites, slopes, streets and papers.</summary>
internal static class OtherDefects
{
    private static readonly HazardCategory Gas = new("燃气管道与用具", "燃气", 1.3, 1.2, 0.9, 0.8, 0.8, 1.0, 1.3, 1.3, 1.0, 0.9, 1.1, 1.4);
    private static readonly HazardCategory Cylinders = new("液化气瓶", "燃气", 1.2, 1.1, 0.9, 0.9, 0.9, 1.1, 1.3, 1.3, 1.0, 0.9, 1.0, 1.2);
    private static readonly HazardCategory Chemicals = new("危险化学品", "危化");
    private static readonly HazardCategory Heights = new("高处与临边洞口", "建设施工");
    private static readonly HazardCategory SitePower = new("施工用电与机械", "建设施工", 0.8, 0.7, 0.9, 1.0, 1.1, 1.3, 1.5, 1.4, 1.1, 1.0, 0.9, 0.8);
    private static readonly HazardCategory Lifts = new("特种设备", "特种设备");
    private static readonly HazardCategory Buildings = new("房屋结构与外墙", "房屋", 0.8, 0.8, 1.0, 1.1, 1.2, 1.4, 1.4, 1.2, 1.0, 0.8, 0.8, 0.8);
    private static readonly HazardCategory Slopes = new("地质灾害与边坡", "地质灾害", 0.2, 0.2, 0.5, 0.9, 1.6, 2.2, 2.4, 1.9, 1.3, 0.7, 0.4, 0.2);
    private static readonly HazardCategory Streets = new("道路交通与停车", "道路交通");
    private static readonly HazardCategory Drains = new("防汛排水与井盖", "防汛抗旱", 0.2, 0.2, 0.5, 1.0, 1.8, 2.3, 2.4, 1.8, 1.2, 0.6, 0.3, 0.2);
    private static readonly HazardCategory Papers = new("台账制度与责任", null);

    private static readonly string[] Kitchens = ["后厨", "操作间", "厨房"];
    private static readonly string[] SiteParts = ["1#楼", "2#楼", "东侧", "基坑", "地下室"];
    private static readonly string[] SitePowerPlaces = ["1#楼", "2#楼", "东侧", "加工棚"];
    private static readonly string[] Sides = ["东侧", "西侧", "南侧", "北侧"];

    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Gas, "更换燃气软管", Kitchens, "{处}燃气软管老化", "{处}燃气软管老化、开裂", "{处}燃气软管老化未更换"),
        new(Gas, "安装燃气报警器", Kitchens, "{处}未安装可燃气体报警器", "{处}没有安装可燃气体报警器", "未安装可燃气体报警器（{处}）"),
        new(Gas, "拆除三通接头", Kitchens, "{处}燃气软管私接三通", "{处}燃气软管违规私接三通", "燃气软管私接三通{n}处（{处}）"),
        new(Gas, "更换熄火保护灶具", Kitchens, "{处}燃气灶具无熄火保护装置", "{处}{n}台燃气灶具无熄火保护装置", "燃气灶具无熄火保护装置（{处}）"),
        new(Cylinders, "搬离多余气瓶", Kitchens, "{处}超量存放液化气瓶{n}个", "{处}超量存放{n}个液化气瓶", "{处}液化气瓶超量存放（{n}个）"),
        new(Cylinders, "更换超期钢瓶", Kitchens, "{处}液化气钢瓶超期未检{n}个", "{处}{n}个液化气钢瓶超期未检", "{处}使用超期未检的液化气钢瓶"),
        new(Cylinders, "清理与明火同室存放的气瓶", Kitchens, "{处}液化气瓶与明火同室", "{处}液化气瓶与明火同室使用", "液化气瓶与明火同室（{处}）"),
        new(Chemicals, "规范存放油漆稀料", ["库房", "工具间", "一号仓"], "{处}油漆、稀料混放", "{处}油漆与稀料混放", "{处}油漆、稀料混放{n}桶"),
        new(Chemicals, "清理违规存放的酒精", ["库房", "工具间", "操作间"], "{处}违规存放酒精{n}桶", "{处}违规存放{n}桶酒精", "{处}违规存放酒精"),
        new(Chemicals, "安装易燃化学品专用柜", ["库房", "工具间", "一号仓"], "{处}易燃化学品未入专柜", "{处}易燃化学品未入专柜存放", "易燃化学品未入专柜（{处}）"),
        new(Heights, "安装临边防护栏", SiteParts, "{处}临边防护缺失{n}处", "{处}{n}处临边防护缺失", "{处}临边防护栏杆缺失{n}处"),
        new(Heights, "安装护栏", SiteParts, "{处}高处作业平台无护栏", "{处}高处作业平台没有护栏", "高处作业平台无护栏（{处}）"),
        new(Heights, "安装洞口防护盖板", SiteParts, "{处}预留洞口未盖板{n}处", "{处}{n}处预留洞口未盖板", "{处}预留洞口未加盖板防护"),
        new(SitePower, "更换配电箱", SitePowerPlaces, "{处}施工配电箱破损", "{处}施工配电箱箱门破损", "{处}{n}个施工配电箱破损"),
        new(SitePower, "重新架设施工电缆", SitePowerPlaces, "{处}施工电缆拖地", "{处}施工用电电缆拖地", "{处}施工电缆拖地{n}处"),
        new(SitePower, "安装接地线", SitePowerPlaces, "{处}施工机具未接地", "{处}施工机具未做接地保护", "{处}{n}台施工机具未接地"),
        new(Lifts, "开展电梯检验", ["客梯", "货梯", "东侧电梯", "西侧电梯"], "{处}超过检验有效期", "{处}检验超过有效期未检", "{处}已超过检验有效期"),
        new(Lifts, "修复电梯对讲", ["客梯", "货梯", "东侧电梯", "西侧电梯"], "{处}紧急对讲装置失灵", "{处}轿厢紧急对讲装置失灵", "{处}紧急对讲装置失灵无应答"),
        new(Buildings, "拆除松动外墙饰面", Sides, "{处}外墙瓷砖脱落", "{处}外墙瓷砖松动脱落", "{处}外墙{n}处瓷砖脱落"),
        new(Buildings, "修复墙体裂缝", Sides, "{处}墙体开裂", "{处}墙体开裂{n}处", "{处}墙体有{n}处开裂"),
        new(Buildings, "修复外墙抹灰层", Sides, "{处}外墙抹灰层空鼓", "{处}外墙抹灰层空鼓{n}处", "{处}外墙抹灰层空鼓，有脱落风险"),
        new(Slopes, "设置警示标志并清理危岩", Sides, "{处}边坡零星掉块", "{处}边坡雨后零星掉块", "{处}边坡有零星掉块现象"),
        new(Slopes, "修复挡土墙", Sides, "{处}挡土墙开裂", "{处}挡土墙开裂{n}处", "{处}挡土墙有{n}处开裂"),
        new(Slopes, "设置监测点并清理坡面", Sides, "{处}坡体有滑移迹象", "{处}边坡坡体有滑移迹象", "{处}坡体出现滑移迹象"),
        new(Streets, "清理占道停放车辆", Sides, "{处}出入口车辆乱停", "{处}出入口车辆乱停乱放", "{处}出入口{n}辆车辆乱停"),
        new(Streets, "修复路面", Sides, "{处}路面塌陷", "{处}路面塌陷{n}处", "{处}人行道路面塌陷"),
        new(Streets, "修复减速带", Sides, "{处}减速带损坏{n}条", "{处}{n}条减速带损坏", "{处}减速带损坏缺失"),
        new(Drains, "疏通下水道", Sides, "{处}下水道堵塞", "{处}下水道堵塞，雨天积水", "{处}下水道淤积堵塞"),
        new(Drains, "更换井盖", Sides, "{处}井盖破损{n}个", "{处}{n}个井盖破损", "{处}窨井盖破损{n}个"),
        new(Drains, "补充防汛沙袋", ["地下车库", "低洼处", "仓库门口"], "{处}防汛沙袋不足", "{处}防汛沙袋储备不足", "防汛沙袋不足（{处}）"),
        new(Papers, "补充安全检查记录", [""], "未建立安全检查台账", "没有建立安全检查台账", "未建立日常安全检查台账"),
        new(Papers, "制定安全生产责任制", [""], "安全生产责任制未上墙", "安全生产责任制度未上墙", "安全生产责任制未上墙公示"),
        new(Papers, "补充安全管理制度", [""], "安全管理制度不健全", "安全管理制度还不健全", "安全管理制度不健全、不完善"),
        new(Papers, "张贴操作规程", [""], "未张贴安全操作规程", "没有张贴安全操作规程", "未张贴岗位安全操作规程"),
    ];
}
