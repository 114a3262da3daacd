using SafetyAnalytics.Pipeline.Tests.River;

namespace SafetyAnalytics.Pipeline.Tests.Decisions;

/// <summary>What waits, counts at the next build once somebody decided, without landing again; and waits again when that is undone.</summary>
public sealed class ReplayTests : IDisposable
{
    private const string Hazards = "select count(*) from mart_hazard";
    private const string WaitingRows = "select count(*) from mart_ledger_row where outcome = 'waiting'";

    private static readonly (string Call, int ExitCode)[] s_bad =
    [
        ("header 毛病 no_such_column", 2),
        ("word status_words rectified /(/", 2),
        ("word no_such_seed rectified 好了", 2),
        ("word status_words no_such_status 好了", 2),
        ("month nowhere.csv 2022-05", 2),
        ("month 应急办2022年5月.csv 2022-13", 2),
        ("month 台账.csv 2022-05", 2),
        ("row 应急办2022年5月.csv maybe --sheet 应急办2022年5月.csv --row 2", 2),
        ("row 应急办2022年5月.csv skip --sheet 应急办2022年5月.csv --row 99", 2),
        ("row 应急办2022年5月.csv skip --sheet 另一张表 --row 2", 2),
        ("cell 应急办2022年5月.csv --sheet 应急办2022年5月.csv --row 2 --column 没有的列 --value x", 2),
        ("cell 应急办2022年5月.csv --sheet 应急办2022年5月.csv --row 2 --column A", 2),
        ("undo 00000000", 2),
        ("--csv nowhere.csv", 3),
    ];

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_file_without_a_month_counts_once_its_month_is_decided_and_waits_again_when_undone()
    {
        _shell.Do("run", _shell.Ledger("应急办台账.csv", ("甲饭店", "灭火器过期", "整改中")));
        Assert.Equal(["waiting"], _shell.Column("select outcome from mart_ledger_file"));

        var decided = _shell.Do("decide", "month", "应急办台账.csv", "2022-05", "--who", "某甲", "--now");
        Assert.Equal(["landed 2022-05"], _shell.Column("select concat_ws(' ', outcome, month) from mart_ledger_file"));
        Assert.Equal(["1"], _shell.Column(Hazards));

        Assert.Equal(1, _shell.Do("decide", "undo", Id(decided), "--now").ExitCode);
        Assert.Equal(["waiting"], _shell.Column("select outcome from mart_ledger_file"));
        Assert.Equal(["0"], _shell.Column(Hazards));
        Assert.Equal(2, _shell.Do("decide", "list").Output.Trim().Split('\n').Length);
    }

    [Fact]
    public void An_unknown_sender_counts_once_named()
    {
        var text = "填报单位：无名科室　填报时间：2022年5月\n" + File.ReadAllText(_shell.Ledger("y.csv", ("甲饭店", "灭火器过期", "整改中")));
        _shell.Do("run", _shell.Write("台账.csv", text));
        Assert.Equal(["unknown_sender"], _shell.Column("select reason from mart_ledger_file"));
        Assert.Equal(0, _shell.Do("decide", "sender", "台账.csv", "无名科室", "--now").ExitCode);
        Assert.Equal(["landed 无名科室"], _shell.Column("select concat_ws(' ', outcome, submitter) from mart_ledger_file"));
    }

    [Fact]
    public void An_unknown_header_is_read_once_named()
    {
        var text = File.ReadAllText(_shell.Ledger("y.csv", ("甲饭店", "灭火器过期", "整改中"))).Replace("问题隐患", "查到的毛病", StringComparison.Ordinal);
        _shell.Do("run", _shell.Write("应急办2022年5月.csv", text));
        Assert.Equal(["0"], _shell.Column(Hazards));
        Assert.Equal(0, _shell.Do("decide", "header", "查到的毛病", "hazard", "--now").ExitCode);
        Assert.Equal(["灭火器过期"], _shell.Column("select hazard_text from mart_hazard"));
    }

    [Fact]
    public void An_impossible_date_is_read_as_decided()
    {
        _shell.Do("run", _shell.Write("应急办2022年5月.csv", Shell.Header + ",发现日期\n1,甲饭店,磁器口1号,,,应急办,,灭火器过期,整改中,2022.6.30,,2022.5.41\n"));
        Assert.Equal([""], _shell.Column("select found_on from mart_hazard"));
        Assert.Equal(0, _shell.Do("decide", "cell", "应急办2022年5月.csv", "--sheet", "应急办2022年5月.csv", "--row", "2", "--column", "发现日期", "--value", "2022-05-14", "--now").ExitCode);
        Assert.Equal(["2022-05-14"], _shell.Column("select found_on from mart_hazard"));
        Assert.Empty(_shell.Column("select code from mart_ledger_problem"));
    }

    [Fact]
    public void A_unit_with_an_empty_hazard_counts_as_a_visit_once_decided()
    {
        _shell.Do("run", _shell.Ledger("应急办2022年5月.csv", ("甲饭店", "灭火器过期", "整改中"), ("乙旅馆", "", "")));
        Assert.Equal(["no_hazard_text"], _shell.Column("select reason from mart_ledger_row where outcome = 'waiting'"));
        var decided = _shell.Do("decide", "row", "应急办2022年5月.csv", "visit", "--sheet", "应急办2022年5月.csv", "--row", "3", "--now");
        Assert.Equal(0, decided.ExitCode);
        Assert.Equal(["loaded"], _shell.Column("select outcome from mart_ledger_row where row_number = 3"));
        Assert.Equal(["2"], _shell.Column("select count(*) from fct_visit"));
        _shell.Do("decide", "undo", Id(decided), "--now");
        Assert.Equal(["1"], _shell.Column(WaitingRows));
    }

    [Fact]
    public void A_file_that_is_no_ledger_waits_no_more_once_ignored()
    {
        _shell.Ledger("in/应急办2022年5月.csv", ("甲饭店", "灭火器过期", "整改中"));
        _shell.Write("in/通讯录.csv", "姓名,分机\n某甲,1\n");
        Assert.Equal(1, _shell.Do("run", Path.Combine(_shell.Folder, "in")).ExitCode);
        Assert.Equal(0, _shell.Do("decide", "ignore", "通讯录.csv", "--now").ExitCode);
        Assert.Equal(["refused decided_skip"], _shell.Column("select concat_ws(' ', outcome, reason) from mart_ledger_file where file_name = '通讯录.csv'"));
        Assert.Equal(0, _shell.Do("waiting").ExitCode);
    }

    [Fact]
    public void An_unknown_status_word_is_understood_once_decided_and_stays_guarded_against_no()
    {
        _shell.Do("run", _shell.Ledger("应急办2022年5月.csv", ("甲饭店", "灭火器过期", "齐活了"), ("乙旅馆", "电线私拉乱接", "未齐活了")));
        Assert.Equal(["unknown", "unknown"], _shell.Column("select status from mart_hazard order by unit_name"));
        _shell.Do("decide", "word", "status_words", "rectified", "齐活了", "--now");
        Assert.Equal(["rectified"], _shell.Column("select status from mart_hazard where unit_name = '甲饭店'"));
        Assert.DoesNotContain("rectified", _shell.Column("select status from mart_hazard where unit_name = '乙旅馆'"));
    }

    [Fact]
    public void What_was_decided_before_a_file_came_holds_for_it()
    {
        var ledger = _shell.Ledger("应急办台账.csv", ("甲饭店", "灭火器过期", "整改中"), ("乙旅馆", "", ""));
        Assert.Equal(0, _shell.Do("decide", "month", ledger, "2022-05").ExitCode);
        Assert.Equal(0, _shell.Do("decide", "row", ledger, "visit", "--sheet", "应急办台账.csv", "--row", "3").ExitCode);
        Assert.Equal(0, _shell.Do("run", ledger).ExitCode);
        Assert.Equal(["landed 2022-05"], _shell.Column("select concat_ws(' ', outcome, month) from mart_ledger_file"));
        Assert.Equal(["2"], _shell.Column("select count(*) from fct_visit"));
    }

    [Fact]
    public void The_order_of_deciding_does_not_show()
    {
        var ledger = _shell.Ledger("应急办台账.csv", ("甲饭店", "灭火器过期", "齐活了"), ("乙旅馆", "", ""), ("丙网吧", "电线私拉乱接", "弄妥了"));
        string[][] decisions =
        [
            ["month", ledger, "2022-05"],
            ["row", ledger, "visit", "--sheet", "应急办台账.csv", "--row", "3"],
            ["word", "status_words", "rectified", "齐活了"],
            ["word", "status_words", "rectified", "弄妥了"],
            ["alias", "communities", "磁器口社区", "瓷器口那边"],
        ];
        using var other = new Shell();
        foreach (var decision in decisions) Assert.Equal(0, _shell.Do(["decide", .. decision]).ExitCode);
        other.Do("land", ledger);
        foreach (var decision in decisions.Reverse()) Assert.Equal(0, other.Do(["decide", .. decision]).ExitCode);
        _shell.Do("run", ledger);
        other.Do("run", ledger);
        Assert.Equal(["rectified", "rectified"], _shell.Column("select status from mart_hazard"));
        Assert.Equal(_shell.Tables, other.Tables);
    }

    [Fact]
    public void A_decision_that_cannot_hold_is_refused_and_not_remembered()
    {
        _shell.Do("land", _shell.Ledger("应急办2022年5月.csv", ("甲饭店", "灭火器过期", "整改中")));
        _shell.Do("land", _shell.Ledger("a/台账.csv", ("乙旅馆", "灭火器过期", "整改中")), _shell.Ledger("b/台账.csv", ("丙网吧", "灭火器过期", "整改中")));
        foreach (var (call, exitCode) in s_bad)
        {
            var said = _shell.Do(["decide", .. call.Split(' ')]);
            Assert.True(said.ExitCode == exitCode, $"{call}: {said.ExitCode} {said.Error}");
            Assert.NotEmpty(said.Error);
        }

        Assert.Empty(_shell.Do("decide", "list").Output);
    }

    [Fact]
    public void A_csv_of_decisions_holds_whole_or_not_at_all()
    {
        _shell.Do("land", _shell.Ledger("应急办台账.csv", ("甲饭店", "灭火器过期", "齐活了")));
        const string Good = "kind,file,value,seed,key,why\nfile_month,应急办台账.csv,2022-05,,,电话里说的\nseed,,齐活了,status_words,rectified,\n";
        var bad = _shell.Do("decide", "--csv", _shell.Write("bad.csv", Good + "seed,,好了,status_words,no_such_status,\nfile_month,应急办台账.csv,2022-13,,,\n"));
        Assert.Equal(2, bad.ExitCode);
        Assert.Contains("bad.csv 第 4 行", bad.Error, StringComparison.Ordinal);
        Assert.Contains("bad.csv 第 5 行", bad.Error, StringComparison.Ordinal);
        Assert.Empty(_shell.Do("decide", "list").Output);

        Assert.Equal(0, _shell.Do("decide", "--csv", _shell.Write("good.csv", Good), "--now").ExitCode);
        Assert.Equal(["rectified 2022-05"], _shell.Column("select concat_ws(' ', status, found_month) from mart_hazard"));
    }

    private static string Id(Said decided) => decided.Output.Split(' ')[0];
}
