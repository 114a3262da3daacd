namespace SafetyAnalytics.Pipeline.Sample.World;

/// <summary>What is found wrong with escape, extinguishing and wiring.</summary>
internal static class FireDefects
{
    private static readonly HazardCategory Escape = new("疏散通道与安全出口", "消防");
    private static readonly HazardCategory Extinguishers = new("灭火器材", "消防");
    private static readonly HazardCategory Signs = new("应急照明与疏散指示", "消防");
    private static readonly HazardCategory Installations = new("固定消防设施", "消防");
    private static readonly HazardCategory Wiring = new("电气线路与用电", "消防", 1.1, 1.0, 0.8, 0.8, 0.9, 1.3, 1.8, 1.8, 1.2, 0.8, 0.9, 1.1);
    private static readonly HazardCategory EBikes = new("电动车充电停放", "消防", 0.9, 0.9, 0.9, 1.0, 1.0, 1.2, 1.5, 1.5, 1.1, 0.9, 0.9, 0.9);
    private static readonly HazardCategory Kitchens = new("用火与油烟管道", "消防", 1.5, 1.4, 0.9, 0.8, 0.8, 0.8, 0.9, 0.9, 0.9, 1.0, 1.2, 1.5);
    private static readonly HazardCategory Clutter = new("可燃物与杂物堆放", "消防", 1.3, 1.2, 0.9, 0.9, 0.9, 0.9, 1.0, 1.0, 1.0, 1.0, 1.2, 1.4);
    private static readonly HazardCategory Sleepers = new("违规住人与三合一", "消防", 1.2, 1.0, 1.0, 0.9, 0.9, 1.0, 1.0, 1.0, 1.0, 1.0, 1.1, 1.2);

    private static readonly string[] Floors = ["一楼", "二楼", "三楼", "负一楼"];
    private static readonly string[] Rooms = ["大厅", "过道", "前台", "收银台旁", "楼梯间"];
    private static readonly string[] KitchenRooms = ["后厨", "操作间"];
    private static readonly string[] WorkRooms = ["后厨", "库房", "操作间", "配电间", "值班室"];

    public static IReadOnlyList<Defect> All { get; } =
    [
        new(Escape, "清理通道杂物", Floors, "{处}消防通道堆放杂物", "{处}消防通道堆放杂物，影响疏散", "消防通道堆放杂物（{处}）"),
        new(Escape, "清理安全出口", Floors, "{处}安全出口上锁", "{处}安全出口上锁，无法打开", "安全出口被上锁（{处}）"),
        new(Escape, "清理疏散楼梯", Floors, "{处}疏散楼梯被货物占用", "货物占用{处}疏散楼梯", "{处}疏散楼梯堆放货物，占用通道"),
        new(Extinguishers, "更换过期灭火器", Rooms, "{处}灭火器过期{n}具", "{处}{n}具灭火器已过期未更换", "{处}有{n}具灭火器过期"),
        new(Extinguishers, "更换压力不足的灭火器", WorkRooms, "{处}灭火器压力不足{n}具", "{处}{n}具灭火器压力不足", "{处}有{n}具灭火器压力不足，指针在红区"),
        new(Extinguishers, "补充灭火器", WorkRooms, "{处}未配置灭火器", "{处}未配置灭火器，缺{n}具", "未配置灭火器（{处}）"),
        new(Extinguishers, "清理灭火器前方遮挡物", Rooms, "{处}灭火器被遮挡", "{处}灭火器被货物遮挡", "{处}灭火器被遮挡，取用不便"),
        new(Extinguishers, "更换灭火器箱", WorkRooms, "{处}灭火器箱锈蚀破损", "{处}灭火器箱锈蚀、破损", "灭火器箱锈蚀破损（{处}）"),
        new(Signs, "更换疏散指示标志", Floors, "{处}疏散指示标志损坏{n}处", "{处}{n}处疏散指示标志损坏", "{处}疏散指示标志损坏不亮，共{n}处"),
        new(Signs, "更换应急照明灯", Floors, "{处}应急照明灯不亮{n}盏", "{处}{n}盏应急照明灯不亮", "{处}应急照明灯断电后不亮（{n}盏）"),
        new(Signs, "安装安全出口指示标志", Rooms, "{处}未设置安全出口指示标志", "{处}缺少安全出口指示标志", "未设置安全出口指示标志（{处}）"),
        new(Installations, "清理室内消火栓前物品", Floors, "{处}室内消火栓被圈占", "{处}室内消火栓被物品圈占", "室内消火栓被圈占（{处}）"),
        new(Installations, "修复消火栓供水", Floors, "{处}室内消火栓无水", "{处}室内消火栓打开后无水", "室内消火栓无水（{处}）"),
        new(Installations, "维修火灾报警主机", ["消控室", "值班室"], "{处}火灾自动报警主机故障", "{处}火灾自动报警主机显示故障", "{处}火灾自动报警主机故障{n}处未处理"),
        new(Installations, "修复喷淋喷头", Floors, "{处}喷淋喷头损坏{n}个", "{处}{n}个喷淋喷头损坏", "{处}自动喷淋喷头损坏（{n}个）"),
        new(Installations, "修复常闭式防火门", Floors, "{处}常闭式防火门损坏{n}扇", "{处}{n}扇常闭式防火门损坏", "{处}常闭式防火门损坏，不能自闭"),
        new(Wiring, "重新敷设并穿管保护线路", WorkRooms, "{处}电线私拉乱接", "{处}存在电线私拉乱接现象", "{处}电线私拉乱接，未穿管保护"),
        new(Wiring, "更换老化线路", WorkRooms, "{处}电线老化破损", "{处}电线老化、绝缘层破损", "{处}{n}处电线老化破损"),
        new(Wiring, "安装漏电保护器", WorkRooms, "{处}配电箱未安装漏电保护器", "{处}配电箱没有安装漏电保护器", "配电箱未安装漏电保护器（{处}）"),
        new(Wiring, "更换插线板并规范用电", Rooms, "{处}插线板串接使用", "{处}{n}个插线板串接使用", "{处}插线板串接使用{n}个"),
        new(EBikes, "搬离楼道内电动车", ["一单元", "二单元", "三单元", "门厅"], "{处}楼道内停放电动车{n}辆", "{处}楼道内停放{n}辆电动车", "{处}楼道内违规停放电动车{n}辆"),
        new(EBikes, "拆除飞线并引导集中充电", ["一单元", "二单元", "临街面", "院坝"], "{处}电动车飞线充电", "{处}电动车私拉飞线充电", "{处}电动车飞线充电{n}处"),
        new(EBikes, "清理室内电瓶充电", ["店内", "门面内", "阁楼"], "{处}电动车电瓶入室充电", "{处}电动车电瓶违规入室充电", "电动车电瓶入室充电（{处}）"),
        new(Kitchens, "清洗油烟管道", KitchenRooms, "{处}油烟管道未定期清洗", "{处}油烟管道未清洗", "{处}油烟管道未定期清洗，油垢厚重"),
        new(Kitchens, "制定动火看护制度", KitchenRooms, "{处}灶台用火无人看守", "{处}灶台用火时无人看守", "灶台用火无人看守（{处}）"),
        new(Kitchens, "清洗排烟罩", KitchenRooms, "{处}排烟罩油污严重", "{处}排烟罩积油、油污严重", "排烟罩油污严重（{处}）"),
        new(Clutter, "清理可燃杂物", ["库房", "阁楼", "楼梯下", "天井"], "{处}堆放大量可燃物", "{处}堆放纸箱等大量可燃物", "{处}大量堆放可燃物未清理"),
        new(Clutter, "清理配电箱下方可燃物", ["库房", "过道", "门厅"], "{处}配电箱下方堆放可燃物", "{处}配电箱下方堆放纸箱等可燃物", "配电箱下方堆放可燃物（{处}）"),
        new(Clutter, "规范货物堆垛", ["库房", "货架区", "一号仓"], "{处}货物堆垛超高", "{处}货物堆垛超高、过密", "货物堆垛超高（{处}）"),
        new(Sleepers, "搬离住宿人员并拆除床铺", ["阁楼", "库房", "店内夹层"], "{处}违规住人{n}人", "{处}违规住{n}人", "{处}违规住人，共{n}人"),
        new(Sleepers, "拆除床铺并分隔住宿区域", ["一楼", "二楼", "店内"], "{处}住宿与经营区域未分隔", "{处}住宿与经营区域未分隔，属“三合一”场所", "住宿与经营区域未分隔（{处}）"),
    ];
}
