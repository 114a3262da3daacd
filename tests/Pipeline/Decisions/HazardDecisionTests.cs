using SafetyAnalytics.Pipeline.Tests.River;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Pipeline.Tests.Decisions;

/// <summary>What people decide about hazards: from the ledgers through a build into the tables, and out of them again without a trace.</summary>
public sealed class HazardDecisionTests : IDisposable
{
    private const string Header = Shell.Header + ",发现日期";
    private const string States = "select concat_ws(' ', unit_name, status, status_origin, found_month, rectified_month, verified_month, cancelled_month, 'rebounds', rebound_count, 'open', is_open) from mart_hazard order by unit_name, found_month";
    private const string Numbers = "select concat_ws(' ', month, sum(opening), sum(found), sum(reopened), sum(closed), sum(cancelled), sum(closing)) from mart_month group by month order by month";

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Every_kind_reaches_the_tables_and_undone_leaves_no_trace()
    {
        Land();
        var (tables, states, numbers) = (_shell.Tables, _shell.Column(States), _shell.Column(Numbers));
        Assert.Equal(
            [
                "丁茶馆 in_progress stated 2022-05 rebounds 0 open true", "丙网吧 rectified stated 2022-05 2022-05 rebounds 0 open false", "乙旅馆 in_progress stated 2022-05 rebounds 0 open true",
                "己超市 in_progress stated 2022-05 rebounds 0 open true", "庚药房 in_progress stated 2022-05 rebounds 0 open true", "戊商店 in_progress stated 2022-05 rebounds 0 open true",
                "戊商店 in_progress stated 2022-05 rebounds 0 open true", "甲饭店 in_progress stated 2022-05 rebounds 0 open true",
            ],
            states);

        var decided = _shell.Do("decide", "--csv", _shell.Write("decisions.csv", Decisions(_shell.Column("select hazard_key from mart_hazard where unit_name = '丁茶馆'")[0])), "--who", "某甲", "--why", "电话核实", "--now");
        Assert.True(decided.ExitCode == 0, decided.Error);
        Assert.Equal(
            [
                "丁茶馆 in_progress stated 2022-05 rebounds 0 open true", "丙网吧 unknown decision 2022-05 rebounds 1 open true", "乙旅馆 cancelled stated 2022-05 2022-06 rebounds 0 open false",
                "己超市 in_progress stated 2022-05 rebounds 0 open true", "己超市 in_progress stated 2022-05 rebounds 0 open true", "庚药房 rectified decision 2022-05 2022-06 rebounds 0 open false",
                "戊商店 in_progress stated 2022-05 rebounds 0 open true", "甲饭店 in_progress stated 2022-05 rebounds 1 open true",
            ],
            _shell.Column(States));
        Assert.Equal(
            ["灭火器材 decision 重大 decision 经发办 decision 凤凰山社区 decision 特种设备 decision 2022-08-31 decision 2022-06-30"],
            _shell.Column("select concat_ws(' ', category, category_origin, level, level_origin, department, department_origin, community, community_origin, sector, sector_origin, due_on, due_origin, due_original_on) from mart_hazard where unit_name = '丁茶馆'"));
        Assert.Equal(["2022-06-11"], _shell.Column("select rectified_on from mart_hazard where unit_name = '庚药房'"));
        Assert.Equal(
            ["found 2022-05 ledger 2022-05-10", "carried_over 2022-06 ledger", "verified 2022-06 decision 2022-06-20", "reopened 2022-07 ledger"],
            _shell.Column("select concat_ws(' ', event, month, said_by, happened_on) from fct_hazard_event join mart_hazard using (hazard_key) where mart_hazard.unit_name = '甲饭店' and event <> 'ordered' order by event_number"));
        Assert.Equal(["repeated 2022-07"], _shell.Column("select concat_ws(' ', event, month) from fct_hazard_event join mart_hazard using (hazard_key) where mart_hazard.unit_name = '乙旅馆' order by event_number desc limit 1"));
        Assert.Equal(["too_late hazard_due 2022-09-30"], _shell.Column("select concat_ws(' ', outcome, kind, value) from mart_decision where outcome <> 'applies'"));
        Assert.Equal(["0"], _shell.Column("select count(*) from mart_decision where columns(*)::varchar like '%某甲%' or columns(*)::varchar like '%核实%'"));
        Assert.NotEqual(numbers, _shell.Column(Numbers));
        Assert.Empty(_shell.Column("select month from mart_month where opening + found + reopened - closed - cancelled + transferred <> closing"));

        ExpectReadings();
        var ids = _shell.Column("select decision_id from mart_decision");
        var undone = _shell.Do("decide", "--csv", _shell.Write("undo.csv", "kind,value\n" + string.Concat(ids.Select(id => $"undo,{id}\n"))), "--now");
        Assert.True(undone.ExitCode == 0, undone.Error);
        Assert.Equal(tables, _shell.Tables);
    }

    [Fact]
    public void A_decision_whose_row_a_correction_changes_waits_and_one_whose_row_it_keeps_goes_on()
    {
        Land();
        var keys = _shell.Column("select hazard_key from mart_hazard where unit_name in ('丁茶馆', '庚药房') order by unit_name");
        Assert.Equal(0, _shell.Do("decide", "hazard-level", keys[0][..8], "重大").ExitCode);
        Assert.Equal(0, _shell.Do("decide", "hazard-level", keys[1], "重大", "--now").ExitCode);
        Assert.Equal(["applies", "applies"], _shell.Column("select outcome from mart_decision"));

        var corrected = May.Replace("电线老化", "插座松动并发热", StringComparison.Ordinal);
        Assert.Equal(0, _shell.Do("run", _shell.Write("应急办2022年5月台账(更正).csv", Header + "\n" + corrected)).ExitCode);
        Assert.Equal(["row_gone", "applies"], _shell.Column("select outcome from mart_decision order by hazard_key nulls first"));
        Assert.Equal(["庚药房"], _shell.Column("select unit_name from mart_hazard where level = '重大'"));
    }

    private static readonly (string Call, string Says)[] s_bad =
    [
        ("hazard-cancel Hffffffffffff", "Hffffffffffff"),
        ("hazard-cancel 应急办2022年5月.csv --row 99", "没有隐患"),
        ("hazard-cancel 应急办2022年5月.csv --row 2 --item 3", "--item"),
        ("hazard-verify 应急办2022年5月.csv --row 2 --on 2150-01-01", "2150-01-01"),
        ("hazard-verify 应急办2022年5月.csv --row 2 --on 昨天", "昨天"),
        ("hazard-category 应急办2022年5月.csv 没有的类别 --row 2", "没有的类别"),
        ("hazard-level 应急办2022年5月.csv 特大 --row 2", "特大"),
        ("hazard-department 应急办2022年5月.csv 没有的科室 --row 2", "没有的科室"),
        ("hazard-due 应急办2022年5月.csv 下周 --row 2", "下周"),
        ("hazard-same 应急办2022年5月.csv 应急办2022年5月.csv --row 2 --other-row 2", "同一条"),
        ("unit-same 甲饭店 甲饭店", "甲饭店"),
        ("unit-renamed 甲饭店 甲饭店", "甲饭店"),
        ("month-close 2022-13", "2022-13"),
        ("target no_such_metric 2022-05 3", "no_such_metric"),
        ("target open_stock 2022-05 很多", "很多"),
        ("progress 0 应急办 2022-05 done", "0"),
        ("progress 1 应急办 2022-05 好了", "好了"),
        ("annotation 2022-05 国庆", "2022-05"),
        ("period 高温 2022-07-10 2022-07-05", "2022-07-10"),
    ];

    [Fact]
    public void What_cannot_be_decided_is_refused_with_its_cure_and_not_remembered()
    {
        _shell.Do("land", _shell.Write("应急办2022年5月.csv", Header + "\n" + May));
        Assert.Equal(3, _shell.Do("decide", "hazard-cancel", "H0123").ExitCode);
        foreach (var (call, says) in s_bad.Skip(1))
        {
            var said = _shell.Do(["decide", .. call.Split(' ')]);
            Assert.True(said.ExitCode == 2 && said.Error.Contains(says, StringComparison.Ordinal), $"{call}: {said.ExitCode} {said.Error}");
        }

        Assert.Empty(_shell.Do("decide", "list").Output);
    }

    [Fact]
    public void Months_targets_progress_and_notes_are_kept_and_the_later_of_two_about_one_thing_stands()
    {
        string[][] calls =
        [
            ["month-close", "2022-05"], ["month-reopen", "2022-05"], ["target", "open_stock", "2022-06", "12", "--department", "应急办"], ["target", "open_stock", "2022-06", "10.5", "--department", "应急办"],
            ["progress", "3", "产业办", "2022-06", "done", "--evidence", "会议纪要"], ["annotation", "2022-06-01", "安全生产月"], ["period", "高温", "2022-07-05", "2022-07-09"], ["unit-renamed", "甲饭店", "新甲饭店", "--on", "2022-06"],
        ];
        foreach (var call in calls) Assert.Equal(0, _shell.Do(["decide", .. call]).ExitCode);
        _shell.Do("run", _shell.Write("应急办2022年5月.csv", Header + "\n" + May));
        Assert.Equal(
            ["annotation 安全生产月", "month_reopen 2022-05", "period 2022-07-09 高温", "progress done 3 2022-06 经发办 会议纪要", "target 10.5 open_stock 2022-06 应急办", "unit_renamed"],
            _shell.Column("select concat_ws(' ', kind, value, subject, month, department, evidence) from mart_decision order by kind"));
        Assert.Equal(["2022-07-05 高温 false"], _shell.Column("select period_key || ' ' || is_foreseen from dim_period where kind = '天气预警'"));
        Assert.Equal(["unit_unseen"], _shell.Column("select outcome from mart_decision where kind = 'unit_renamed'"));
    }

    private const string May =
        "1,甲饭店,磁器口1号,,,应急办,,灭火器过期2具,整改中,2022.6.30,,2022.5.10\n2,乙旅馆,磁器口2号,,,应急办,,疏散通道堆放杂物,整改中,2022.6.30,,2022.5.10\n"
        + "3,丙网吧,磁器口3号,,,应急办,,应急照明灯损坏,已整改,2022.6.30,,2022.5.10\n4,丁茶馆,磁器口4号,,,应急办,,电线老化,整改中,2022.6.30,,2022.5.10\n"
        + "5,戊商店,磁器口5号,,,应急办,,疏散指示标志损坏,整改中,2022.6.30,,2022.5.10\n6,己超市,磁器口6号,,,应急办,,消火栓缺少水带,整改中,2022.6.30,,2022.5.10\n"
        + "7,庚药房,磁器口7号,,,应急办,,配电箱未关闭,整改中,2022.6.30,,2022.5.10\n";

    private static readonly string s_june = May.Replace("丙网吧", "辛书店", StringComparison.Ordinal).Replace("疏散指示标志损坏", "墙上的绿牌子黑了", StringComparison.Ordinal);

    /// <summary>What the pages of one hazard and one unit ask for.</summary>
    private void ExpectReadings()
    {
        using var snapshot = new Snapshot(Path.Combine(_shell.Published, _shell.Current));
        var key = _shell.Column("select hazard_key from mart_hazard where unit_name = '甲饭店'")[0];
        var life = snapshot.Life(CallerScope.Everything, key)!;
        Assert.Equal(["hazard_verify applies 2022-06"], life.Decisions.Select(decision => $"{decision.Kind} {decision.Outcome} {decision.EffectiveMonth}"));
        Assert.Equal(life.Events.Count, life.Events[^1].Number);
        Assert.Equal(("应急办2022年7月.csv", 2, "灭火器过期2具", "reopened", "应急办"), (life.Events[^1].FileName, life.Events[^1].RowNumber, life.Events[^1].HazardText, life.Events[^1].Event, life.Events[^1].Submitter));
        Assert.Equal((1, true, "stated", (int?)0, 0), (life.Facts.Rebounds, life.Facts.IsOpen, life.Facts.Origins["found_on"], life.Facts.MonthsSilent, life.Facts.SilentLedgers));
        Assert.Null(snapshot.Life(CallerScope.Everything with { Department = "市政办" }, key));
        Assert.Null(snapshot.Life(CallerScope.Everything, "H000000000000"));

        var split = snapshot.Life(CallerScope.Everything, _shell.Column("select hazard_key from mart_hazard where unit_name = '己超市' order by hazard_key")[0])!;
        Assert.Equal([LookAlikeReason.SameWords], split.LookAlikes.Select(alike => alike.Reason));
        Assert.Equal(["decided"], split.Events.Where(one => one.IsDecision).Select(one => one.Event));

        var unit = snapshot.Unit(CallerScope.Everything, life.Facts.UnitKey)!;
        Assert.Equal(("甲饭店", 1, 0), (unit.Name, unit.Open.Count, unit.Closed.Count));
        Assert.Equal([new UnitSpellingRow("甲饭店", "磁器口1号", ReportMonth.Parse("2022-05"), ReportMonth.Parse("2022-07"), 3)], unit.Spellings);
        Assert.Equal(["应急办 2022-07"], unit.Inspectors.Select(inspector => $"{inspector.Submitter} {inspector.LastMonth}"));
        Assert.Equal([(1L, 1L, 0L, 1L)], unit.Categories.Select(category => (category.Found, category.Open, category.Recurrences, category.Rebounds)));
        Assert.Null(snapshot.Unit(CallerScope.Everything with { Department = "市政办" }, life.Facts.UnitKey));
    }

    private void Land()
    {
        var lines = s_june.Split('\n').Where(line => line.Length > 0 && !line.Contains("辛书店", StringComparison.Ordinal)).ToList();
        _shell.Do(
            "run",
            _shell.Write("应急办2022年5月.csv", Header + "\n" + May),
            _shell.Write("应急办2022年6月.csv", Header + "\n" + string.Join('\n', lines) + "\n"),
            _shell.Write("应急办2022年7月.csv", Header + "\n" + string.Join('\n', lines.Where(line => line.Contains("甲饭店", StringComparison.Ordinal) || line.Contains("乙旅馆", StringComparison.Ordinal))) + "\n"));
    }

    /// <summary>By key, and by file, sheet and row.</summary>
    private static string Decisions(string key) =>
        $"""
        kind,hazard,file,sheet,row,other_file,other_row,value,on
        hazard_verify,,应急办2022年5月.csv,,2,,,,2022-06-20
        hazard_cancel,,应急办2022年5月.csv,,3,,,,2022-06
        hazard_reopen,,应急办2022年5月.csv,,4,,,,2022-07
        hazard_rectify,,应急办2022年6月.csv,应急办2022年6月.csv,7,,,,2022-06-11
        hazard_due,,应急办2022年6月.csv,,7,,,2022-09-30,2022-07-15
        hazard_category,{key},,,,,,灭火器材,
        hazard_level,{key},,,,,,重大,
        hazard_department,{key},,,,,,产业办,
        hazard_community,{key},,,,,,凤凰山社区,
        hazard_sector,{key},,,,,,特种设备,
        hazard_due,{key},,,,,,2022-08-31,2022-05-20
        hazard_same,,应急办2022年5月.csv,,6,应急办2022年6月.csv,5,,
        hazard_different,,应急办2022年5月.csv,,7,应急办2022年6月.csv,6,,
        """ + "\n";
}
