namespace SafetyAnalytics.Linking;

/// <summary>What a phrase does to a signature.</summary>
internal enum PhraseKind
{
    /// <summary>Says nothing about object or defect: numbering aside, this is status, degree and filler.</summary>
    Drop,
    Object,
    Defect,

    /// <summary>Where in the unit.</summary>
    Room,

    /// <summary>Turns what follows into its opposite.</summary>
    Negation,
}

/// <summary>One phrase. <paramref name="Canon"/> is the spelling all its synonyms share; <paramref name="Bit"/> numbers objects and defects, each from 0.</summary>
internal sealed record Phrase(PhraseKind Kind, string Canon, int Bit);

/// <summary>
/// The words that ledgers of this kind use for the same object, the same defect and for nothing at all. Own work: written for this project from
/// how such rows are worded. In each line the first word is the canonical one. A word that is not here is compared character by character.
/// </summary>
internal static class HazardWords
{
    private static readonly string[] Objects =
    [
        "灭火器 灭火器材 干粉灭火器 手提式灭火器 手提式干粉灭火器 二氧化碳灭火器 灭火瓶 干粉灭火瓶 手提灭火器 推车式灭火器",
        "灭火器箱 灭火箱",
        "消火栓 消防栓 消火栓箱 消防栓箱 消防箱 室内消火栓 室内消防栓 室外消火栓 室外消防栓 墙壁消火栓 消防栓柜",
        "水带 消防水带",
        "水枪 消防水枪",
        "通道 消防通道 疏散通道 安全通道 逃生通道 安全疏散通道 消防疏散通道 疏散走道 过道 走道 走廊 楼道 楼层通道 疏散走道通道 疏散路线 逃生路线 公共走道 公共通道 内走道 走火通道 消防过道 安全走道",
        "消防车道 消防车通道",
        "楼梯 疏散楼梯 楼梯间 楼梯口 梯间 楼梯道 步梯 楼梯过道 楼梯平台 楼梯转角",
        "安全出口 疏散出口 紧急出口 疏散门 安全门 逃生门 逃生出口 应急出口 安全出口门 消防出口",
        "防火门 常闭式防火门 常闭防火门",
        "卷帘 防火卷帘 卷帘门 防火卷帘门 卷闸门 卷闸",
        "应急灯 应急照明灯 应急照明 应急照明灯具 应急灯具 消防应急灯 消防应急照明灯 消防应急照明 应急照明装置 应急照明设施 应急照明设备 消防应急灯具 消防照明灯",
        "疏散标志 疏散指示标志 疏散指示灯 疏散指示标识 疏散标识 指示标志 指示标识 指示牌 疏散指示牌 疏散指示 安全出口指示灯 安全出口标志 安全出口标志灯 安全出口指示牌 出口指示灯 指示灯 出口标志 安全出口标识 安全出口标识牌 疏散指示灯具 疏散标志灯 疏散指示装置 逃生指示牌 逃生指示标志 指示标牌 安全指示牌 安全出口灯牌 出口灯牌",
        "烟感 感烟探测器 烟感探测器 火灾探测器 烟雾报警器 烟感报警器 独立式烟感 烟雾探测器 烟雾感应器 烟感器 独立烟感 烟雾报警装置 独立式感烟探测器 独立感烟报警器 独立式感烟报警器",
        "喷淋 喷淋头 喷头 喷淋系统 自动喷淋 消防喷淋 喷淋管网 喷淋装置",
        "报警器 燃气报警器 可燃气体报警器 可燃气体报警装置 燃气泄漏报警器 燃气报警装置 可燃气体探测器 报警装置 燃气泄漏报警装置 可燃气体泄漏报警器 煤气报警器 燃气探测器 可燃气体浓度报警器 可燃气体报警 燃气浓度报警器 燃气报警 泄漏报警器 泄漏报警装置",
        "配电箱 配电柜 电箱 配电盘 开关箱 总配电箱 分配电箱 电控箱 电表箱 控制箱 配电盒 控制柜 用电箱 动力箱 照明箱",
        "线路 电气线路 电线 电源线 导线 电缆 线缆 电线电缆 用电线路 电路 供电线路 照明线路 电源线路 电线线路 花线 临时用电线路 临时线路 明线",
        "插座 插线板 插排 接线板 排插 拖线板 电源插座 插线排 接线插板 插板 移动插座 插头 拖线排",
        "漏保 漏电保护器 漏电保护开关 漏电保护装置 漏电开关 漏电断路器 空开 漏电保护 漏电保护开关装置 空气开关 漏电保护断路器",
        "电动车 电动自行车 电瓶车 电动摩托车 电动助力车 电瓶 充电电瓶 电动三轮车 电单车 电动车电瓶 蓄电池",
        "软管 燃气软管 连接软管 胶管 橡胶管 燃气胶管 橡胶软管 燃气橡胶软管 连接管 燃气连接管 煤气软管 煤气管 燃气管 橡皮管 液化气软管 灶具连接管 灶具软管 燃气连接软管 供气软管",
        "气瓶 液化气瓶 液化气罐 煤气罐 煤气瓶 钢瓶 液化石油气瓶 液化气钢瓶 燃气瓶 液化石油气钢瓶 瓶装液化气 瓶装气 瓶装液化石油气 液化气 液化石油气 煤气",
        "阀门 燃气阀门",
        "减压阀 调压阀",
        "灶具 燃气灶 炉灶 燃气灶具 灶台 猛火灶 煤气灶",
        "油烟管道 烟道 排油烟管道 排烟管道 排烟道 油烟道 排油烟道 抽油烟管道 排烟通道",
        "烟罩 排烟罩 油烟罩 集烟罩 油烟机 抽油烟机 吸油烟机 油烟净化器 油网",
        "醇基燃料 甲醇 醇油 醇基液体燃料 甲醇燃料 生物燃料",
        "脚手架 外脚手架 架体 外架 落地架 悬挑架",
        "栏杆 防护栏杆 护栏 防护栏 扶手 防护栏板 围栏",
        "临边 临边防护 临边防护栏杆 临边护栏",
        "洞口 预留洞口 孔洞",
        "安全网 密目网 防护网",
        "安全帽",
        "安全带 安全绳",
        "围挡 施工围挡",
        "基坑 沟槽",
        "电梯 升降机 货梯 客梯 扶梯 自动扶梯 垂直电梯 乘客电梯 载货电梯 观光电梯 杂物电梯",
        "锅炉",
        "压力表",
        "安全阀",
        "叉车",
        "外墙 外墙面",
        "外墙砖 外墙瓷砖 瓷砖 墙砖 墙面砖 外墙面砖 外墙饰面砖 外墙面瓷砖 饰面砖",
        "抹灰 抹灰层 外墙抹灰 外墙抹灰层 墙皮",
        "墙体 墙面 内墙",
        "屋顶 屋面 房顶",
        "边坡 堡坎 挡墙 护坡 坡体 挡土墙 护坡墙 坡面 山坡",
        "井盖 窨井盖 检查井盖 雨水井盖 污水井盖 下水井盖",
        "排水沟 下水道 排水管 排水口 雨水口 排水管网 下水管道 沟渠 雨水篦子 雨篦子 雨水沟 排水渠 边沟",
        "树木 树枝 行道树 枯树 大树 树干 黄葛树",
        "广告牌 招牌 店招 门头招牌 店招店牌 广告招牌 户外广告牌 户外广告 门头牌匾 牌匾",
        "杂物 纸箱 可燃物 易燃物 易燃可燃物 货物 可燃杂物 物品 废纸箱 纸板 泡沫箱 杂品 垃圾 生活垃圾 建筑垃圾 纸壳 纸皮 废品 旧家具 堆物 可燃物品 易燃物品 易燃杂物 废旧物品 桌椅 货品 商品 箱子",
        "台账 记录 巡查记录 检查记录 档案 安全台账 检查台账 巡查台账 隐患台账 安全档案 检查记录本 巡查记录本 值班记录",
        "制度 安全制度 规章制度 安全管理制度 管理制度 安全生产制度 安全生产管理制度 规章 消防安全制度",
        "责任书 安全责任书 安全生产责任书 目标责任书",
        "预案 应急预案 应急处置预案 灭火预案 灭火和应急疏散预案 疏散预案 事故应急预案",
        "演练 应急演练 消防演练 疏散演练 消防应急演练 应急疏散演练 灭火演练",
        "培训 安全培训 教育培训 安全教育培训 安全生产培训 岗前培训 消防安全培训 三级教育 消防培训 安全生产教育培训 安全教育 三级安全教育 消防安全教育",
        "证照 许可证 营业执照 资质证书 消防手续 经营许可证 燃气经营许可证",
        "操作证 特种作业证 上岗证 证书 特种作业操作证 电工证 焊工证 上岗证书 资格证",
        "防护罩 安全防护罩 防护装置 安全防护装置 安全罩 保护罩",
        "警示标志 警示标识 安全警示标志 安全警示标识 警示牌 警示标牌 提示牌",
        "操作规程 安全操作规程",
        "防盗窗 防盗网 铁栅栏 金属栅栏",
        "闭门器 顺序器",
        "消防水泵 消防泵 水泵",
        "危化品 危险化学品 易燃液体 油漆 酒精 稀料",
        "监控 摄像头 监控设备 监控摄像头 视频监控 监控探头",
    ];

    private static readonly string[] Defects =
    [
        "过期 失效 超期 到期 超过有效期 已过有效期 过有效期 超过使用期限 超出有效期 超过使用年限 超年限 已到期 逾期 过了有效期 超出使用期限 已超过有效期 已超有效期 超有效期 已报废 报废 达到报废年限 已达报废期限 过有效期限 有效期已过 超期使用 过保",
        "欠压 压力不足 压力低 失压 压力不够 压力偏低 指针红区 压力值不足 压力表指针在红区 压力表指示红区 指针在红区 指针处于红区 压力不达标 气压不足 无压力",
        "损坏 破损 坏了 故障 不亮 毁坏 破裂 断裂 无法正常使用 无法使用 不能正常使用 不能使用 不能正常工作 失灵 损毁 坏 已坏 烧坏 不工作 无法启动 不能启动 未点亮 不能点亮 没亮 不亮灯 没电 无电 残缺 坏损 烂了 碎裂 缺损 断了 已损坏 无法点亮 失去作用 不起作用",
        "未配 未配备 未配置 未设置 未安装 未设 未装 没有配备 没有配置 没有设置 没有安装 没装 没配 缺少 缺失 缺乏 没有 无 缺 未按规定配备 未按要求配备 未按规定设置 未按要求设置 未加装 未张贴 未建立 未制定 未签订 未按要求安装 未按规定安装 未摆放 未悬挂 未设立 没安装 未配齐 欠缺 尚未安装 未按规定设 没设 未设有 未配有 无配备 未见 没加装 未装设 未予设置 未签 没有签订 没有制定 没有建立 未编制 没有张贴",
        "不足 数量不足 不够 偏少 配备不足 配置不足 数量不够 太少 配备数量不足 数量偏少 不足量 配置数量不足",
        "堵塞 堵占 占用 阻塞 被堵 不畅 不通畅 不畅通 不通 堵住 堵死 封堵 被占用 占道 堆放 堆积 堆有 放置 摆放 码放 堆满 乱堆 乱放 乱堆乱放 违规堆放 停放 违规停放 乱停乱放 乱停 乱停放 违停 挤占 侵占 占据 堆码 堆置 存放 搁置 阻挡 停满 摆满 挡道 拥堵 乱停放车辆 挤满 放满 被杂物占据 阻碍 挡死 违规停车 被挡",
        "无人 无专人 无人看守 无人看护 无人值守 无人值班 无人监护 没有人看守",
        "锁闭 上锁 锁住 被锁 锁死 常锁 反锁 挂锁 上了锁 加锁 锁着 锁上",
        "遮挡 挡住 埋压 圈占 被遮挡 遮住 被埋压 被圈占 被挡住 挡了",
        "老化 龟裂 陈旧 老旧 硬化 发硬 变硬 老旧破损 老朽",
        "裸露 外露 未穿管 未套管 未穿管保护 未穿保护管 明敷 外皮破损 绝缘层破损 绝缘破损 绝缘层脱落 没穿管 无穿管 没有穿管 绝缘皮破损 未穿线管 线芯外露 铜芯外露 无套管保护 没套管",
        "私拉 私拉乱接 乱接 乱拉 飞线 乱搭 私接 乱拉乱接 私拉电线 私搭乱接 私搭 飞线充电 敷设混乱 凌乱 乱接乱拉 私自拉接 私自乱接 拉接混乱 随意拉接 私自接线 杂乱 混乱",
        "渗漏 泄漏 漏气 漏水 泄露 渗水 漏液 滴漏 漏油 渗油 滴水 漏雨",
        "脱落 松动 掉落 松脱 剥落 脱离 松落 坠落 掉下 翘起 空鼓脱落",
        "锈蚀 生锈 腐蚀 锈坏 锈烂 锈穿 锈迹",
        "开裂 裂缝 裂纹 裂开",
        "油污 油垢 积油 油污重 油垢较多 未清洗 未定期清洗 油渍 积垢 油腻 油污堆积 油烟堆积 长期未清洗 未及时清洗 清洗不及时 未定期清理 油垢堆积 油污严重 没有清洗 积满油污 油垢厚",
        "未检 未年检 未检测 未检验 未定期检测 未定期检验 未定期检查 未校验 未送检 超期未检 检测过期 超过检验有效期 检验超过有效期未检 检验超过有效期 检验超期 年检过期 检验过期 超检验期 检验有效期已过 检验到期 未在检验有效期内 未按期检验 逾期未检 未按时检验 没有年检 没有检验 未经检验 年检已过期 年检超期 检测超期 未按规定检测",
        "不全 不完善 不健全 不完整 不齐全 不齐 填写不全 记录不全 不规范 缺项 未及时更新 未更新 更新不及时 不详 不细 登记不全 内容不全 不规范完整 缺漏 漏填",
        "充电 违规充电 室内充电 充电作业 拉线充电",
        "未开展 未组织 未进行 未经 没有开展 没有组织 没有进行 没组织 没开展 未参加 未接受 未做过",
        "未系 未佩戴 未戴 没戴 没有佩戴 不戴 没系 未戴好 没有系",
        "倾斜 歪斜 倾倒 歪倒 前倾 外倾",
        "积水 内涝",
        "未固定 未拉结 没有固定 没固定 固定不牢 不牢固",
        "未关闭 未常闭 敞开 常开 未关 没关 没有关闭 不关闭 处于常开状态 常开状态 未保持常闭 打开 没有常闭 被打开 敞着",
        "超过2米 过长 超长",
    ];

    private static readonly string[] Rooms =
    [
        "厨房 后厨 操作间 灶间", "宿舍 员工宿舍 寝室", "仓库 库房 储藏室 仓储间 储物间", "大厅 大堂", "车库 地下车库 停车库", "地下室", "办公室 办公区 办公区域",
        "卫生间 厕所 洗手间", "机房 设备房", "食堂 餐厅 饭堂", "阳台", "楼顶 天台 顶楼", "门口 大门口 入口 大门", "客房", "包间 包房 包厢", "配电房 配电室", "车间 生产车间",
        "教室", "前台 吧台 收银台", "会议室", "前门", "后门", "东侧 东面 东边", "西侧 西面 西边", "南侧 南面 南边", "北侧 北面 北边", "左侧 左边", "右侧 右边",
        "前侧 前面", "后侧 后面", "男厕", "女厕", "内侧 里侧", "外侧", "东门", "西门", "南门", "北门", "一侧",
    ];

    /// <summary>What is often written for what: homophones and look-alikes of such rows.</summary>
    public static readonly (string Written, string Meant)[] Misspellings =
    [
        ("消火拴", "消火栓"), ("消防拴", "消防栓"), ("消火检", "消火栓"), ("灭火嚣", "灭火器"), ("灭火气", "灭火器"), ("配电厢", "配电箱"), ("配电相", "配电箱"), ("台帐", "台账"), ("杂务", "杂物"), ("输散", "疏散"),
        ("疏撒", "疏散"), ("煤汽", "煤气"), ("然气", "燃气"), ("过其", "过期"), ("过斯", "过期"), ("损怀", "损坏"), ("老华", "老化"), ("堵赛", "堵塞"), ("应及", "应急"), ("按全", "安全"), ("通到", "通道"), ("插坐", "插座"),
        ("指是", "指示"), ("岀", "出"), ("末配", "未配"), ("末设", "未设"), ("末安", "未安"), ("末整", "未整"), ("末按", "未按"), ("末建", "未建"), ("末清", "未清"), ("末关", "未关"), ("脱洛", "脱落"), ("裸漏", "裸露"), ("倾料", "倾斜"),
        ("首层", "1层"), ("底楼", "1层"), ("底层", "1层"),
    ];

    private const string Negations = "未 没 不 非 未做 未作 未加";

    // Longest match wins, so 未配备 is read before 未, 数量不足 before 不足, and 一次性 before a count of 次.
    private const string Dropped =
        "已整改 未整改 尚未整改 仍未整改 还未整改 没有整改 未整改到位 整改不到位 未完成整改 整改中 正在整改 整改完毕 整改完成 已完成整改 已整改完毕 已整改到位 待整改 限期整改 立即整改 要求整改 责令整改 " +
        "督促整改 已督促整改 已要求整改 当场整改 现场整改 部分整改 已部分整改 未更换 已更换 尚未更换 仍未更换 未及时更换 没有更换 正在更换 需更换 未清理 已清理 尚未清理 仍未清理 未及时清理 没有清理 正在清理 未修复 " +
        "已修复 尚未修复 未维修 已维修 未及时维修 未处理 已处理 尚未处理 未解决 未拆除 已拆除 未落实 未恢复 已恢复 未改正 已改正 复查合格 验收合格 已验收 已销号 未销号 上月未整改 上次未整改 上期未整改 上月遗留 遗留 " +
        "上月 上次 上期 本月 本次 上月检查 上次检查 前期 继续 再次 反复 又 仍 仍然 依然 依旧 还 尚 已 已经 仍旧 目前 现 现已 正在 现场 现场检查 检查 检查发现 现场发现 经检查 经查 经现场检查 发现 复查 复查发现 经复查 " +
        "存在 存在有 有 存有 安全隐患 消防安全隐患 火灾隐患 消防隐患 事故隐患 隐患 问题 现象 情况 行为 等 等问题 等现象 等情况 等隐患 部分 个别 少数 少量 大量 较多 多处 多个 一些 许多 若干 数个 严重 较严重 轻微 较 " +
        "比较 明显 的 了 着 被 为 在 于 及 和 与 且 并 将 把 其 该 内 里 处 上 中 该单位 该店 该场所 该处 单位 影响疏散 影响通行 影响安全疏散 影响人员疏散 影响逃生 取用不便 不便取用 易引发火灾 容易引发火灾 易引发事故 需要 需 应 请 请及时 及时 " +
        "不符合要求 不符合规定 一般隐患 重大隐患 一般 重大";

    // English drops are single words: filler, and the words of status.
    private const string EnglishDropped =
        "a an the of in on at is are was were be been being has have had and or to for with by from as it its still yet found observed noted again pending " +
        "corrected uncorrected rectified fixed replaced unreplaced repaired unrepaired abated cited does do there that this these those some several many few currently";

    private const string EnglishNegations = "not never non";

    public static PhraseTable Table { get; } = Build();

    public static int LargestBit => Math.Max(Objects.Length, Defects.Length) - 1;

    public static HashSet<string> EnglishFiller { get; } = [.. EnglishDropped.Split(' ')];

    public static HashSet<string> EnglishNegation { get; } = [.. EnglishNegations.Split(' ')];

    /// <summary>Absence in one word.</summary>
    public static HashSet<string> EnglishMissing { get; } = ["no", "without", "lacking", "lacks", "missing"];

    private static PhraseTable Build()
    {
        var table = new PhraseTable();
        foreach (var word in Dropped.Split(' ')) table.Add(word, new Phrase(PhraseKind.Drop, "", -1));
        foreach (var word in Negations.Split(' ')) table.Add(word, new Phrase(PhraseKind.Negation, word, -1));
        AddGroups(table, PhraseKind.Room, Rooms);
        AddGroups(table, PhraseKind.Object, Objects);
        AddGroups(table, PhraseKind.Defect, Defects);
        return table;
    }

    private static void AddGroups(PhraseTable table, PhraseKind kind, string[] groups)
    {
        for (var bit = 0; bit < groups.Length; bit++)
        {
            var words = groups[bit].Split(' ');
            foreach (var word in words) table.Add(word, new Phrase(kind, words[0], bit));
        }
    }
}

/// <summary>Longest phrase first, found by its first character.</summary>
internal sealed class PhraseTable
{
    private readonly Dictionary<char, List<(string Word, Phrase Phrase)>> _byFirst = [];

    /// <summary>A word added twice keeps its later meaning.</summary>
    public void Add(string word, Phrase phrase)
    {
        if (!_byFirst.TryGetValue(word[0], out var words)) _byFirst[word[0]] = words = [];
        words.RemoveAll(known => known.Word == word);
        var at = words.FindIndex(known => known.Word.Length < word.Length);
        words.Insert(at < 0 ? words.Count : at, (word, phrase));
    }

    /// <returns>The longest phrase that begins at <paramref name="start"/> and its length, or null.</returns>
    public (Phrase Phrase, int Length)? Match(string text, int start)
    {
        if (!_byFirst.TryGetValue(text[start], out var words)) return null;
        foreach (var (word, phrase) in words)
        {
            if (string.CompareOrdinal(text, start, word, 0, word.Length) == 0) return (phrase, word.Length);
        }

        return null;
    }
}
