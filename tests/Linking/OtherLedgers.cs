using System.Globalization;

namespace SafetyAnalytics.Linking.Tests;

/// <summary>One row as somebody else's ledgers have it, and what it truly is.</summary>
/// <param name="Hazard">The true hazard.</param>
/// <param name="Relation">What the row is to it, by the table of ledgers.</param>
public sealed record ToldRow(Sighting Sighting, int Hazard, SightingRelation Relation);

/// <summary>
/// Ledgers of another making than the sample's: each hazard is worded anew by whim, with other words for object and defect, other order, counts that change, measures and
/// status mixed in, misspellings, floors and rooms written this way and that. Lives are drawn so that the table of ledgers judges them without doubt.
/// </summary>
internal sealed class OtherLedgers(int seed)
{
    private const int Months = 18;

    // Category: wordings of one hazard, which share no more than its object and defect. {p} is a place, {n} a count.
    private static readonly (string Category, string[] Wordings)[] s_kinds =
    [
        ("灭火器材", ["{p}灭火器过期{n}", "{n}干粉灭火器超过有效期（{p}）", "{p}手提式灭火器已到期未更换", "{p}的灭火器有效期已过，未及时换新"]),
        ("灭火器材", ["{p}灭火器压力不足{n}", "{p}灭火器指针在红区", "{n}灭火器压力低（{p}）", "{p}灭火器欠压，无法保证使用"]),
        ("灭火器材", ["{p}未配置灭火器", "{p}没有配备灭火器", "{p}缺少灭火器材，未按规定设灭火器", "{p}无灭火器"]),
        ("消火栓系统", ["{p}消火栓箱内无水带", "{p}消防栓缺少水带{n}", "{p}室内消火栓水带缺失", "{p}消火拴箱里没有消防水带"]),
        ("疏散通道与安全出口", ["{p}通道堆放杂物", "{p}疏散走道被货物占用，影响通行", "杂物堵塞{p}过道", "{p}楼道里堆满纸箱，易引发火灾"]),
        ("疏散通道与安全出口", ["{p}安全出口上锁", "{p}安全门被锁住", "{p}逃生门锁闭，无法打开逃生", "{p}疏散出口常锁"]),
        ("疏散指示与应急照明", ["{p}应急灯损坏{n}", "{p}应急照明灯不亮", "{n}应急灯具故障（{p}）", "{p}应急照明灯没电，无法正常使用"]),
        ("疏散指示与应急照明", ["{p}疏散指示标志损坏", "{p}安全出口指示灯不亮{n}", "{p}疏散指示牌坏了", "{p}出口指示灯故障，未维修"]),
        ("电气线路", ["{p}电线私拉乱接", "{p}乱拉电线", "{p}存在私拉乱接电线现象", "{p}线路乱接乱拉，敷设混乱"]),
        ("电气线路", ["{p}电线老化", "{p}电气线路陈旧老化", "{p}导线老化龟裂，未更换", "{p}线路老化严重，有触电危险"]),
        ("配电设施", ["{p}配电箱未关闭", "{p}配电柜敞开", "{p}电箱门没关", "{p}配电箱处于打开状态"]),
        ("配电设施", ["{p}配电箱前堆放杂物", "{p}电箱被货物遮挡、杂物堆放", "{p}配电柜前堆有纸箱", "{p}配电箱前方堆积物品"]),
        ("电动车充电", ["{p}电动车违规充电", "{p}电瓶车充电{n}", "{n}电动自行车在{p}充电", "{p}有电动车室内充电行为"]),
        ("燃气设施", ["{p}燃气软管老化", "{p}连接软管老化开裂未更换", "{p}燃气胶管龟裂", "{p}橡胶软管老化变硬，存在泄漏风险"]),
        ("燃气设施", ["{p}未安装燃气报警器", "{p}没有安装可燃气体报警装置", "{p}燃气泄漏报警器缺失", "{p}无可燃气体探测器"]),
        ("油烟清洗", ["{p}排烟罩油污严重", "{p}油烟机未清洗", "{p}抽油烟机油垢较多，未定期清洗", "{p}集烟罩积油未清理"]),
        ("特种设备", ["{p}电梯未年检", "{p}货梯超过检验有效期", "{p}电梯检验过期", "{p}客梯检验超过有效期未检"]),
        ("台账制度", ["安全生产台账未建立", "没有建立安全台账", "未建立安全检查台账", "安全台帐缺失"]),
        ("应急预案", ["未制定应急预案", "应急预案没有制定", "无应急预案", "应急处置预案缺失，未编制"]),
        ("教育培训", ["员工未经安全培训", "员工没有进行安全生产培训", "未组织员工安全教育培训", "未开展员工岗前培训"]),
        ("外墙", ["{p}外墙瓷砖脱落", "{p}外墙面砖松动，有坠落风险", "{p}外墙砖掉落{n}", "{p}外墙饰面砖存在脱落现象"]),
        ("临边防护", ["{p}临边未设置防护栏杆", "{p}临边防护缺失{n}", "{p}楼层临边没有防护栏", "{p}临边无防护栏杆，易发生坠落"]),
    ];

    private static readonly string[][] s_places =
    [
        [""], ["厨房", "后厨", "操作间"], ["一楼", "1楼", "1F", "一层", "首层"], ["二楼", "2楼", "二层"], ["三楼", "3楼", "三层"], ["负一楼", "地下一层", "B1层", "-1层"],
        ["仓库", "库房"], ["大厅", "大堂"], ["201室", "201房间"], ["3号楼", "3栋", "三号楼"], ["东侧", "东面"], ["西侧", "西边"],
    ];

    private static readonly string[] s_counts = ["", "2处", "3具", "一处", "5个", "多处", "1盏", "若干"];

    private static readonly string[] s_openTails = ["", "", "，已督促整改", "，限期整改", "，未整改", "（上月未整改）", "，仍未整改", "，正在整改", "，已下达整改通知书", "，存在安全隐患"];

    private static readonly string[] s_closedTails = ["", "", "，已整改", "，已整改完毕", "，复查合格", "（已整改）"];

    private static readonly string[] s_heads = ["", "", "", "检查发现", "现场", "存在", "1.", "（2）", "经查，"];

    private readonly Random _random = new(seed);
    private readonly List<ToldRow> _rows = [];
    private int _hazard;

    public IReadOnlyList<ToldRow> Write(int units)
    {
        for (var unit = 0; unit < units; unit++) Unit(string.Create(CultureInfo.InvariantCulture, $"U{unit}"), unit % 3 == 0 ? "应急办" : "某社区");
        return _rows;
    }

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];

    private bool Chance(double share) => _random.NextDouble() < share;

    /// <summary>At most one hazard of a kind and place at a time, and one of its category within half a year, so that recurrence is never in doubt.</summary>
    private void Unit(string unit, string sender)
    {
        var kinds = Enumerable.Range(0, s_kinds.Length).ToArray();
        _random.Shuffle(kinds);
        foreach (var kind in kinds.DistinctBy(k => s_kinds[k].Category).Take(_random.Next(2, 7))) Life(unit, sender, s_kinds[kind], Pick(s_places));
        if (!Chance(0.5)) return;

        // Two floors with the same hazard, open side by side: never the same one.
        var twin = s_kinds[kinds[^1]];
        if (!twin.Wordings[0].Contains("{p}", StringComparison.Ordinal)) return;
        if (kinds.DistinctBy(k => s_kinds[k].Category).Take(7).Any(k => s_kinds[k].Category == twin.Category)) return;
        var start = _random.Next(0, 4);
        foreach (var place in new[] { 2, 3 }) Span(new Teller(this, unit, sender, twin, s_places[place]), ++_hazard, start, start + _random.Next(1, 5), SightingRelation.New, closes: true);
    }

    private void Life(string unit, string sender, (string Category, string[] Wordings) kind, string[] place)
    {
        var teller = new Teller(this, unit, sender, kind, place);
        var month = _random.Next(0, 6);
        var hazard = ++_hazard;
        var end = month + _random.Next(0, 5);
        Span(teller, hazard, month, end, SightingRelation.New, closes: Chance(0.8));
        if (!teller.IsClosed) return;
        if (Chance(0.35))
        {
            var back = end + _random.Next(1, 4);
            end = back + _random.Next(1, 4);
            Span(teller, hazard, back, end, SightingRelation.Reopened, closes: true);
        }

        if (!Chance(0.4)) return;
        var again = end + _random.Next(5, 8);
        Span(teller, ++_hazard, again, again + _random.Next(1, 4), SightingRelation.Recurrent, closes: Chance(0.7));
    }

    private static void Span(Teller teller, int hazard, int from, int to, SightingRelation first, bool closes)
    {
        for (var month = from; month <= to && month < Months; month++)
            teller.Tell(hazard, month, month == from ? first : SightingRelation.CarriedOver, closed: closes && month == to && (month > from || first is SightingRelation.New));
        teller.IsClosed = closes && to < Months;
    }

    /// <summary>How one submitter words one sort of hazard at one place.</summary>
    private sealed class Teller(OtherLedgers ledgers, string unit, string sender, (string Category, string[] Wordings) kind, string[] place)
    {
        private string? _last;

        public bool IsClosed { get; set; }

        public void Tell(int hazard, int month, SightingRelation relation, bool closed)
        {
            var core = _last is not null && ledgers.Chance(0.45) ? _last : ledgers.Pick(kind.Wordings);
            _last = core;
            var text = ledgers.Pick(s_heads) + core.Replace("{p}", ledgers.Pick(place), StringComparison.Ordinal).Replace("{n}", ledgers.Pick(s_counts), StringComparison.Ordinal).Replace("（）", "", StringComparison.Ordinal)
                + (closed ? ledgers.Pick(s_closedTails) : ledgers.Pick(s_openTails));
            var day = new DateOnly(2022, 1, 1).AddMonths(month);
            var state = closed ? (ledgers.Chance(0.3) ? SightingState.Verified : SightingState.Rectified) : ledgers.Chance(0.1) ? SightingState.Unknown : SightingState.Open;
            var position = new SightingPosition(string.Create(CultureInfo.InvariantCulture, $"{month}{sender}"), "表1", ledgers._rows.Count + 1, 1);
            var category = ledgers.Chance(0.9) ? kind.Category : null;
            ledgers._rows.Add(new ToldRow(new Sighting(unit, category, day.ToString("yyyy-MM", CultureInfo.InvariantCulture), sender, position, text, state), hazard, relation));
        }
    }
}
