using System.Globalization;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Charts.Tests.Pictures;

/// <summary>One figure of each kind with invented numbers, in both languages: what the gallery shows and the golden pictures are held against.</summary>
internal sealed class GalleryFigures(CultureInfo culture)
{
    private static readonly string[] s_communities = ["磁器口社区", "凤凰山社区", "金沙社区", "双碑社区", "童家桥社区", "小龙坎正街社区", "石井坡社区", "待匹配"];
    private static readonly string[] s_sectors = ["消防", "餐饮燃气", "危险化学品", "建筑施工", "道路交通", "特种设备", "房屋安全", "地质灾害"];
    private static readonly string[] s_categories = ["灭火器", "电气线路", "消防通道", "燃气软管与报警器", "疏散指示", "电动自行车充电", "液化气瓶", "高处与临边作业", "台账制度与培训", "待匹配"];

    private readonly Wording _wording = new(culture);

    private bool IsChinese => culture.Name == "zh-CN";

    public IReadOnlyList<Figure> All =>
    [
        StockAndFlow(), RankedBars(), Ages(), HeatMap(), TimeTrend(), Distribution(), SurvivalCurve(), Calibration(), SmallMultiples(), Pareto(), Wall(), Empty(),
    ];

    private static IReadOnlyList<ReportMonth> Months { get; } = [.. ReportMonth.Parse("2021-07").Through(ReportMonth.Parse("2023-06"))];

    private Figure StockAndFlow()
    {
        var found = Months.Select((_, i) => (double?)(24 + (i * 7 % 19))).ToArray();
        var closed = Months.Select((_, i) => (double?)(18 + (i * 5 % 23))).ToArray();
        var stock = new double?[found.Length];
        for (var i = 0; i < stock.Length; i++) stock[i] = (i == 0 ? 31 : stock[i - 1]) + found[i] - closed[i];
        return Over("stock-and-flow", Say("存量与流量", "Stock and flow"), Say("2023年6月新增 32 条、整改 40 条，存量从 100 条降至 92 条。", "In June 2023: 32 found and 40 rectified. The stock fell from 100 to 92."),
            [Series("found", Say("新增", "Found"), Mark.Solid, Palette.Blue, found), Series("closed", Say("整改", "Rectified"), Mark.Outlined, Palette.Green, closed), Series("closing", Say("期末存量", "Closing stock"), Mark.Line, Palette.Black, stock)])
            with { Bands = Bands() };
    }

    private Figure RankedBars() => new("by-community", Say("各社区累计整改率与目标", "Rectification by community, with targets"), Say("8 个社区中 3 个达到目标；石井坡社区最低，41.7%。", "3 of 8 communities reach their target; 石井坡社区 is lowest at 41.7%."),
        Say("社区", "Community"), Say("比例", "share"), FigureOrder.Value,
        [
            Members("rate", Say("累计整改率", "Rectified to date"), Mark.Solid, Palette.Blue, s_communities, [0.962, 0.931, 0.902, 0.871, 0.802, 0.655, 0.417, 0.25], MetricUnit.Percent),
            Members("target", Say("目标", "Target"), Mark.Target, Palette.Vermillion, s_communities, [0.95, 0.92, 0.95, 0.85, 0.9, 0.9, 0.85, null], MetricUnit.Percent),
        ], Notes(Say("自有台账以来发现的隐患中，截至月末已整改的比例。", "Of all hazards found since the first ledger, the share rectified by the month's end."), 1284)) { Unit = MetricUnit.Percent };

    private Figure Ages() => new("overdue-by-age", Say("逾期未整改：逾期多久", "Overdue hazards by age"), Say("2023年6月末逾期未整改 114 条，其中逾期超过 90 天的 61 条。", "Overdue at the end of June 2023: 114, of these 61 by more than 90 days."),
        Say("逾期天数", "Days overdue"), Say("条", "hazards"), FigureOrder.Own,
        [Members("overdue", Say("逾期未整改", "Overdue"), Mark.Solid, Palette.Vermillion, [Say("1–7 天", "1–7 days"), Say("8–30 天", "8–30 days"), Say("31–90 天", "31–90 days"), Say("90 天以上", "over 90 days")], [9, 17, 27, 61])],
        Notes(Say("月末未整改且有时限的隐患中，已过时限的；到期当日不算逾期。", "Open hazards with a due day that is past. The due day itself is not overdue."), 125, 17)) { Kind = FigureKind.Ages };

    private Figure HeatMap() => new("sector-by-community", Say("行业领域 × 社区：新增隐患", "Hazards found, sector by community"), Say("消防在磁器口社区最多，31 条。", "消防 in 磁器口社区 leads with 31."),
        Say("行业领域", "Sector"), Say("条", "hazards"), FigureOrder.Value,
        [.. s_communities.Select((community, column) => Members(community, community, Mark.Solid, Palette.Blue, s_sectors, [.. s_sectors.Select((_, row) => (double?)((31 - (row * 4) - (column * 3) + (row * column % 5)) is > 0 and var count ? count : 0))]))],
        Notes(Say("本月发现的隐患数；结转的旧隐患不算新增。", "Hazards found in the month; carried-over ones are not new."), 412)) { Kind = FigureKind.HeatMap };

    private Figure TimeTrend() => Over("on-time-trend", Say("按期整改率走势", "Rectified on time, by month"), Say("近 6 个月按期整改率在 61% 至 78% 之间，9 月起执行新的时限规定。", "Over the last six months between 61% and 78%; new deadlines since September."),
        [
            Spanned(Series("on_time_rate", Say("按期整改率", "Rectified on time"), Mark.Line, Palette.Blue, [.. Months.Select((_, i) => i == 5 ? (double?)null : 0.52 + (0.011 * i) + (0.05 * ((i * 7 % 5) - 2) / 2))], MetricUnit.Percent)),
            Series("workload_rate", Say("当月处置率", "Workload cleared"), Mark.Line, Palette.Vermillion, [.. Months.Select((_, i) => (double?)(0.31 + (0.04 * (i * 5 % 7) / 7)))], MetricUnit.Percent),
        ]) with { Kind = FigureKind.TimeTrend, Unit = MetricUnit.Percent, UnitLabel = Say("比例", "share"), Bands = Bands(), Markers = [new(13.5, Say("新时限规定", "New deadlines"))] };

    private Figure Distribution() => new("days-to-rectify", Say("整改用了多少天", "Days to rectify"), Say("中位数 9 天；九成在 41 天之内。", "Median 9 days; nine in ten within 41."),
        Say("从发现到整改的天数", "Days from finding to rectification"), Say("条", "hazards"), FigureOrder.Own,
        [new("count", Say("隐患数", "Hazards"), Mark.Solid, Palette.Blue, [.. Enumerable.Range(0, 16).Select(bin => Point(Numbered(bin * 5), Math.Round(190 * Math.Exp(-bin / 3.1)) + (bin == 6 ? 24 : 0), MetricUnit.Count) with { At = (bin * 5) + 2.5 })])],
        Notes(Say("本月整改且发现日、整改日都有记载的隐患；立行立改另计。", "Rectified in the month with both days stated; on-the-spot rectification apart."), 611, 203))
        { Kind = FigureKind.Distribution, Markers = [new(9, Say("中位数 9 天", "Median 9 days")), new(41, Say("P90 41 天", "P90 41 days"))] };

    private Figure SurvivalCurve()
    {
        var share = 1.0;
        var points = Enumerable.Range(0, 19).Select(step =>
        {
            if (step > 0) share *= 1 - (0.05 / (1 + (step * 0.18)));
            var half = 0.012 + (0.0035 * step);
            return Point(Numbered(step * 10), share, MetricUnit.Percent) with { At = step * 10, Low = Math.Max(0, share - half), High = Math.Min(1, share + half) };
        });
        return new("recurrence-survival", Say("销号之后多久复发", "How soon hazards recur"), Say("销号 90 天后 74% 的单位没有再出现同类隐患。", "90 days after closing, 74% have not seen the same kind of hazard again."),
            Say("销号后天数", "Days after closing"), Say("未复发比例", "share without recurrence"), FigureOrder.Own, [new("all", Say("全部类别", "All kinds"), Mark.Line, Palette.Blue, [.. points])],
            Notes(Say("Kaplan–Meier 估计；观察期未满的按删失处理。", "Kaplan–Meier estimate; those not yet followed long enough are censored."), 873))
            { Kind = FigureKind.SurvivalCurve, Unit = MetricUnit.Percent, Markers = [new(90, Say("90 天", "90 days"))] };
    }

    private Figure Calibration() => new("calibration", Say("风险评分的校准", "Calibration of the risk score"), Say("评分说三成的，实际约三成：期望校准误差 0.02。", "Where the score says 30%, about 30% came: expected calibration error 0.02."),
        Say("预测概率", "Foretold probability"), Say("实际发现比例", "share found"), FigureOrder.Own,
        [new("model", Say("模型", "Model"), Mark.Line, Palette.Blue, [.. Enumerable.Range(0, 9).Select(bin => 0.06 + (bin * 0.105)).Select((at, i) => Point(Numbered(i), at + (((i * 3 % 4) - 1.5) * 0.02), MetricUnit.Percent) with { At = at, Low = Math.Max(0, at - 0.07), High = Math.Min(1, at + 0.06) })])],
        Notes(Say("2023年上半年的检查，按预测概率分为 9 组；竖线为 95% 区间。", "Visits of early 2023 in nine groups by foretold probability; strokes are 95% intervals."), 2140))
        { Kind = FigureKind.Calibration, Unit = MetricUnit.Percent };

    private Figure SmallMultiples() => Over("by-community-months", Say("各社区逐月新增", "Found by community and month"), Say("双碑社区一季度上升最快。", "双碑社区 rose fastest in the first quarter."),
        [.. s_communities.Take(7).Select((community, row) => Series(community, community, Mark.Solid, Palette.Blue, [.. Months.Select((_, i) => (double?)(((i * (row + 3)) + (row * row)) % (14 - row)))]))])
        with { Kind = FigureKind.SmallMultiples, Bands = Bands() };

    private Figure Pareto()
    {
        double?[] counts = [96, 71, 55, 38, 27, 19, 12, 8, 5, 3];
        var total = counts.Sum()!.Value;
        return new("categories", Say("隐患类别的帕累托图", "Kinds of hazards, most first"), Say("前 4 类占新增的 77.8%。", "The first four kinds are 77.8% of what was found."), Say("隐患类别", "Kind of hazard"), Say("条", "hazards"), FigureOrder.Value,
            [
                Members("found", Say("新增", "Found"), Mark.Solid, Palette.Blue, s_categories, counts),
                Members("share", Say("累计占比（上轴）", "Share so far (axis above)"), Mark.Line, Palette.Vermillion, s_categories, [.. counts.Select((_, i) => counts.Take(i + 1).Sum() / total)], MetricUnit.Percent),
            ], Notes(Say("本月发现的隐患数，按类别。", "Hazards found in the month, by kind."), total)) { Kind = FigureKind.Pareto };
    }

    private Figure Wall()
    {
        FigureState[] states = [.. Charts.Report.Figures.WallFigure.States(_wording)];
        var senders = s_communities.SkipLast(1).Concat(["应急办", "经发办", "规建办"]).ToArray();
        return new("reporting-wall", Say("报送墙", "Who has reported"), Say("近 12 个月漏报 3 次，迟报 9 次。", "Over 12 months: 3 missing, 9 late."), Say("报送单位", "Sender"), Say("台账", "ledgers"), FigureOrder.Own,
            [
                .. Months.TakeLast(12).Select((month, column) => new Series(month.ToString(), _wording.MonthOnly(month), Mark.Solid, Palette.Blue,
                [
                    .. senders.Select((sender, row) => (Sender: sender, State: Math.Min((((row * 5) + (column * 3)) % 11) + 1, 6))).Select(cell =>
                        new Point(cell.Sender, cell.Sender, cell.Sender, cell.State, states[cell.State - 1].Label, null)),
                ])),
            ], Notes(Say("报送截止日为次月 5 日；零报告不是漏报。", "Due by the 5th of the next month; a zero report is not a missing one."), 120))
            { Kind = FigureKind.Wall, States = states };
    }

    private Figure Empty() => RankedBars() with { Key = "nothing", Claim = Say("本月没有数据。", "There is nothing this month."), Series = [Members("rate", Say("累计整改率", "Rectified to date"), Mark.Solid, Palette.Blue, s_communities, [.. s_communities.Select(_ => (double?)null)])] };

    private Figure Over(string key, string title, string claim, IReadOnlyList<Series> series) =>
        new(key, title, claim, Say("月份", "Month"), Say("条", "hazards"), FigureOrder.Time, series, Notes(Say("期初 + 新增 + 反弹 − 整改 − 作废 ± 归属调整 = 期末", "opening + found + re-opened − rectified − cancelled ± transferred = closing"), 92));

    private IReadOnlyList<FigureBand> Bands() => [new(2.3, 3.2, Say("国庆", "National Day")), new(6.4, 7.3, Say("春节", "Spring Festival")), new(11, 13.5, Say("汛期", "Flood season")), new(14.3, 15.2, Say("国庆", "National Day")), new(18.5, 19.2, Say("春节", "Spring Festival"))];

    private string Say(string chinese, string english) => IsChinese ? chinese : english;

    private static string Numbered(int number) => number.ToString(CultureInfo.InvariantCulture);

    private FigureNotes Notes(string definition, double count, double? undeterminable = null)
    {
        var words = _wording.Phrases;
        return new(words.With("NoteFilters", words["NoFilter"]), words.With("NoteDefinition", definition), words.With("NoteAsOf", _wording.Day(new DateOnly(2023, 6, 30))), words.With("NoteCount", _wording.Count(count)),
            undeterminable is { } left ? words.With("NoteUndeterminable", _wording.Count(left)) : null, words.With("NoteSnapshot", "2023-06-0123456789ab"));
    }

    private Point Point(string label, double? value, MetricUnit unit) => new(label, label, label, value, _wording.Value(unit, value), null);

    private Series Members(string key, string label, Mark mark, string color, IReadOnlyList<string> members, IReadOnlyList<double?> values, MetricUnit unit = MetricUnit.Count) =>
        new(key, label, mark, color, [.. members.Zip(values, (member, value) => Point(member, value, unit))]);

    private Series Series(string key, string label, Mark mark, string color, IReadOnlyList<double?> values, MetricUnit unit = MetricUnit.Count) =>
        new(key, label, mark, color, [.. Months.Zip(values, (month, value) => new Point(month.ToString(), _wording.Month(month), _wording.Tick(month), value, _wording.Value(unit, value), null))]);

    private static Series Spanned(Series series) => series with { Points = [.. series.Points.Select(point => point with { Low = point.Value - 0.06, High = point.Value + 0.06 })] };
}
