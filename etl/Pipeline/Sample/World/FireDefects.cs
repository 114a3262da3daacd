namespace SafetyAnalytics.Pipeline.Sample.World;

/// <summary>What is found wrong with escape, extinguishing and wiring.</summary>
internal static class FireDefects
{
    private static readonly HazardCategory Escape = new("消防通道", "消防");
    private static readonly HazardCategory Extinguishers = new("灭火器材", "消防");
    private static readonly HazardCategory Signs = new("疏散指示", "消防");
    private static readonly HazardCategory Installations = new("消防设施", "消防");
    private static readonly HazardCategory Wiring = new("电气线路", "消防", 1.1, 1.0, 0.8, 0.8, 0.9, 1.3, 1.8, 1.8, 1.2, 0.8, 0.9, 1.1);
    private static readonly HazardCategory EBikes = new("电动自行车", "消防", 0.9, 0.9, 0.9, 1.0, 1.0, 1.2, 1.5, 1.5, 1.1, 0.9, 0.9, 0.9);
    private static readonly HazardCategory Kitchens = new("后厨用火", "消防", 1.5, 1.4, 0.9, 0.8, 0.8, 0.8, 0.9, 0.9, 0.9, 1.0, 1.2, 1.5);
    private static readonly HazardCategory Clutter = new("可燃物堆放", "消防", 1.3, 1.2, 0.9, 0.9, 0.9, 0.9, 1.0, 1.0, 1.0, 1.0, 1.2, 1.4);
    private static readonly HazardCategory Sleepers = new("违规住人", "消防", 1.2, 1.0, 1.0, 0.9, 0.9, 1.0, 1.0, 1.0, 1.0, 1.0, 1.1, 1.2);

    private static readonly string[] Floors = ["一楼", "二楼", "三楼", "负一楼"];
    private static readonly string[] Rooms = ["大厅", "过道", "前台", "收银台旁", "楼梯间"];
    private static readonly string[] WorkRooms = ["后厨", "库房", "操作间", "配电间", "值班室"];

    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Escape, "清理通道杂物", Floors, "{处}消防通道堆放杂物，影响疏散", "{处}消防通道被杂物占用", "杂物堵塞{处}消防通道"),
        new(Escape, "清理安全出口", Floors, "{处}安全出口上锁", "{处}安全出口被锁闭无法打开", "安全出口锁闭（{处}）"),
        new(Escape, "修复常闭式防火门", Floors, "{处}{n}扇常闭式防火门未保持关闭", "{处}常闭式防火门损坏，无法自动闭合", "常闭式防火门处于敞开状态（{处}）"),
        new(Extinguishers, "更换过期灭火器", Rooms, "{处}灭火器过期{n}具", "{n}具灭火器已过期未更换（{处}）", "{处}{n}具灭火器超过有效期"),
        new(Extinguishers, "更换压力不足的灭火器", WorkRooms, "{处}{n}具灭火器压力不足", "灭火器压力指针在红区{n}具（{处}）", "{处}灭火器压力不足，共{n}具"),
        new(Extinguishers, "补充灭火器", WorkRooms, "{处}未按要求配置灭火器", "{处}灭火器配置数量不足，缺{n}具", "缺少灭火器{n}具（{处}）"),
        new(Extinguishers, "清理灭火器前方遮挡物", Rooms, "{处}灭火器被遮挡", "货物遮挡{处}灭火器，取用不便", "{处}灭火器箱前堆物遮挡"),
        new(Signs, "更换疏散指示标志", Floors, "{处}疏散指示标志损坏{n}处", "{n}处疏散指示标志不亮（{处}）", "{处}疏散指示标志灯故障"),
        new(Signs, "更换应急照明灯", Floors, "{处}应急照明灯不亮{n}盏", "{n}盏应急照明灯损坏（{处}）", "{处}应急照明断电后不能点亮"),
        new(Signs, "安装安全出口标识", Rooms, "{处}未设置安全出口标识", "{处}缺少安全出口标识牌{n}块", "安全出口标识缺失（{处}）"),
        new(Installations, "清理室内消火栓前物品", Floors, "{处}室内消火栓被圈占", "{处}消火栓箱前堆放物品无法开启", "物品遮挡{处}室内消火栓"),
        new(Installations, "修复消火栓供水", Floors, "{处}消火栓无水", "{处}室内消火栓压力不足，出水无力", "消火栓打开后无水（{处}）"),
        new(Installations, "维修火灾报警主机", ["消控室", "值班室"], "{处}火灾自动报警主机故障", "{处}报警主机显示{n}个故障点未处理", "火灾报警系统主机有{n}处故障（{处}）"),
        new(Installations, "修复喷淋喷头", Floors, "{处}喷淋头被装饰物包裹{n}个", "{n}个喷淋喷头遮挡损坏（{处}）", "{处}自动喷淋喷头缺失{n}个"),
        new(Wiring, "重新敷设并穿管保护线路", WorkRooms, "{处}电线私拉乱接", "{处}存在私拉乱接电线现象", "{处}电气线路私拉乱接，未穿管保护"),
        new(Wiring, "更换老化线路", WorkRooms, "{处}电线老化、绝缘层破损", "{处}线路老化裸露{n}处", "{n}处电气线路绝缘老化（{处}）"),
        new(Wiring, "安装漏电保护器", WorkRooms, "{处}配电箱未安装漏电保护器", "{处}配电箱漏电保护器失效", "漏电保护装置缺失（{处}配电箱）"),
        new(Wiring, "更换插线板并规范用电", Rooms, "{处}插线板串接使用", "{处}{n}个插排串联，超负荷用电", "{处}大功率电器共用插线板"),
        new(EBikes, "搬离楼道内电动车", ["一单元", "二单元", "三单元", "门厅"], "{处}楼道内停放电动车{n}辆", "{n}辆电动自行车停放在{处}楼道", "{处}电动车占用楼道停放"),
        new(EBikes, "拆除飞线并引导集中充电", ["一单元", "二单元", "临街面", "院坝"], "{处}电动车飞线充电", "{处}从室内拉线给电动车充电", "电动自行车飞线充电{n}处（{处}）"),
        new(EBikes, "清理室内电瓶充电", ["店内", "门面内", "阁楼"], "{处}电动车电瓶入室充电", "{处}存放电动车电池并充电", "电瓶带入{处}充电{n}块"),
        new(Kitchens, "清洗油烟管道", ["后厨", "操作间"], "{处}油烟管道未定期清洗", "{处}油烟管道油垢厚重", "{处}排烟罩及油烟管道积油未清洗"),
        new(Kitchens, "制定动火看护制度", ["后厨", "操作间"], "{处}用火时无人看守", "{处}灶台用火期间人员离岗", "灶台明火无人值守（{处}）"),
        new(Kitchens, "配备灭火毯", ["后厨", "操作间"], "{处}未配备灭火毯", "{处}灶台旁缺灭火毯{n}张", "灭火毯缺失（{处}）"),
        new(Clutter, "清理可燃杂物", ["库房", "阁楼", "楼梯下", "天井"], "{处}堆放大量纸箱等可燃物", "{处}可燃物堆积未清理", "纸壳、泡沫等可燃物堆放在{处}"),
        new(Clutter, "清理配电箱下方可燃物", ["库房", "过道", "门厅"], "{处}配电箱下方堆放可燃物", "{处}配电箱旁堆放纸箱{n}个", "可燃物紧邻{处}配电箱堆放"),
        new(Clutter, "规范货物堆垛间距", ["库房", "货架区", "一号仓"], "{处}货物堆垛距灯具过近", "{处}堆垛超高，与照明灯具间距不足", "货物码放过高，贴近{处}灯具"),
        new(Sleepers, "搬离住宿人员并拆除床铺", ["阁楼", "库房", "店内夹层"], "{处}违规住人{n}人", "{处}设床铺住宿，存在“三合一”现象", "经营场所{处}违规住宿{n}人"),
        new(Sleepers, "拆除外窗铁栅栏", ["二楼", "三楼", "临街面"], "{处}外窗设置铁栅栏影响逃生", "{处}防盗网未设逃生口", "{处}窗户被铁栅栏封闭{n}处"),
    ];
}
