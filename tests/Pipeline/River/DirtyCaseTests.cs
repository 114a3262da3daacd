using System.Globalization;
using SafetyAnalytics.Ledgers.Reading;

namespace SafetyAnalytics.Pipeline.Tests.River;

/// <summary>The dirty cases that only show once several files meet, or once an answer leaves the house.</summary>
public sealed class DirtyCaseTests : IDisposable
{
    private const int ManyRows = 20_000;

    private static readonly (string Unit, string Hazard, string Measures) s_open = ("甲饭店", "后厨灭火器过期", "整改中");
    private static readonly (string Unit, string Hazard, string Measures) s_closed = ("乙旅馆", "楼梯间堆放杂物堵塞通道", "已整改");
    private static readonly (string Unit, string Hazard, string Measures) s_late = ("丙网吧", "电线私拉乱接", "未整改");

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void D25_the_same_bytes_again_add_nothing()
    {
        var ledger = _shell.Ledger("应急办2022年5月.csv", s_open, s_closed);
        _shell.Do("run", ledger);
        var before = _shell.Tables;
        Assert.Contains(" 0 ", _shell.Do("run", ledger).Output.Split('\n')[0], StringComparison.Ordinal);
        Assert.Equal(before, _shell.Tables);

        var copy = Path.Combine(_shell.Folder, "应急办2022年5月 - 副本.csv");
        File.Copy(ledger, copy);
        File.SetLastWriteTimeUtc(copy, new DateTime(2022, 6, 3, 1, 0, 0, DateTimeKind.Utc));
        _shell.Do("run", copy);

        Assert.Equal(["landed", "repeated"], _shell.Column("select outcome from mart_ledger_file order by outcome"));
        Assert.Equal(["same_bytes 0 0"], _shell.Column("select concat_ws(' ', reason, rows_read, rows_loaded) from mart_ledger_file where outcome = 'repeated'"));
        Assert.Equal(["2"], _shell.Column("select count(*) from mart_hazard"));
        Assert.Equal(["1"], _shell.Column("select max(ledger_row_count) from mart_hazard"));
    }

    [Fact]
    public void D26_a_corrected_ledger_supersedes_the_earlier_one_which_stays_in_raw()
    {
        var first = _shell.Ledger("应急办2022年6月台账.csv", s_open, s_late);
        var second = _shell.Ledger("应急办2022年6月台账(最终版2).csv", s_open, (s_late.Unit, s_late.Hazard, "已整改"), s_closed);
        File.SetLastWriteTimeUtc(second, new DateTime(2022, 7, 3, 1, 0, 0, DateTimeKind.Utc));
        _shell.Do("run", first);
        _shell.Do("run", second);

        Assert.Equal(["landed 2", "superseded 1"], _shell.Column("select concat_ws(' ', outcome, version) from mart_ledger_file order by outcome"));
        Assert.Equal(["2"], _shell.Column("select change_count from mart_ledger_change join mart_ledger_file using (file_sha256) where change = 'corrected' and version = 2"));
        Assert.Equal(["1"], _shell.Column("select change_count from mart_ledger_change join mart_ledger_file using (file_sha256) where change = 'withdrawn' and version = 2"));
        Assert.Equal(["rectified"], _shell.Column("select status from mart_hazard where hazard_text like '%电线%'"));
        Assert.Equal(["3"], _shell.Column("select count(*) from mart_hazard"));
        Assert.Equal(["superseded"], _shell.Column("select distinct outcome from mart_ledger_row where outcome <> 'skipped' and file_name = '应急办2022年6月台账.csv'"));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(_shell.Data, "landed")).Length);
    }

    [Fact]
    public void D27_a_late_month_gives_the_tables_of_the_right_order()
    {
        string[] files =
        [
            _shell.Ledger("应急办2022年5月.csv", s_open, s_closed),
            _shell.Ledger("应急办2022年6月.csv", s_open, s_late),
            _shell.Ledger("应急办2022年7月.csv", (s_open.Unit, s_open.Hazard, "已整改"), s_closed),
        ];
        foreach (var file in files) _shell.Do("run", file);
        using var late = new Shell();
        foreach (var file in files.Reverse()) late.Do("run", file);

        Assert.Equal(_shell.Tables, late.Tables);
        Assert.Equal(["2022-05"], late.Column("select found_month from mart_hazard where unit_name = '甲饭店'"));
    }

    [Fact]
    public void D28_a_cumulative_ledger_brings_only_what_is_new()
    {
        _shell.Ledger("in/应急办2022年5月.csv", s_open, s_closed);
        _shell.Ledger("in/应急办2022年6月.csv", s_open, s_closed, s_late);
        _shell.Do("run", Path.Combine(_shell.Folder, "in"));

        Assert.Equal(["carried_over", "repeated", "loaded"], _shell.Column("select outcome from mart_ledger_row where month = '2022-06' and outcome <> 'skipped' order by row_number"));
        Assert.Equal(["2022-05", "2022-05", "2022-06"], _shell.Column("select found_month from mart_hazard order by found_month"));
        Assert.Equal(["1"], _shell.Column("select sum(found) from mart_month where month = '2022-06'"));
    }

    [Fact]
    public void D43_last_months_open_hazard_in_other_words_is_carried_over()
    {
        _shell.Ledger("in/应急办2022年5月.csv", ("甲饭店", "后厨灭火器已过期", "整改中"));
        _shell.Ledger("in/应急办2022年6月.csv", ("甲饭店", "1.后厨的灭火器过期", "已督促整改"));
        _shell.Do("run", Path.Combine(_shell.Folder, "in"));

        Assert.Equal(["2022-05 false 0 2"], _shell.Column("select concat_ws(' ', found_month, is_recurrence, rebound_count, ledger_row_count) from mart_hazard"));
        Assert.Equal(["carried_over"], _shell.Column("select outcome from mart_ledger_row where month = '2022-06' and outcome <> 'skipped'"));
        Assert.Equal(["0"], _shell.Column("select sum(found) from mart_month where month = '2022-06'"));
    }

    [Fact]
    public void D44_what_a_department_and_a_community_report_alike_is_one_hazard_under_both()
    {
        _shell.Ledger("in/应急办2022年5月.csv", s_open);
        _shell.Ledger("in/磁器口社区2022年5月.csv", (s_open.Unit, "后厨灭火器已过期", s_open.Measures));
        _shell.Do("run", Path.Combine(_shell.Folder, "in"));

        Assert.Equal(["2"], _shell.Column("select ledger_row_count from mart_hazard"));
        Assert.Equal(["1"], _shell.Column("select sum(found) from mart_month where month = '2022-05'"));
        Assert.Equal(["1"], _shell.Column("select count(distinct hazard_key) from mart_ledger_row where outcome <> 'skipped'"));
        Assert.Equal(["应急办", "磁器口社区"], _shell.Column("select distinct submitter from mart_ledger_row where hazard_key is not null order by submitter"));
        Assert.Equal(["new", "seen_in_other_ledger"], _shell.Column("select change from mart_ledger_change order by change"));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+86灭火器过期")]
    [InlineData("@SUM(A1)灭火器过期")]
    public void D80_a_formula_in_a_cell_leaves_as_text(string formula)
    {
        var ledger = _shell.Ledger("应急办2022年5月.csv", (formula, "灭火器过期", "整改中"), (formula, "", ""));
        _shell.Do("run", ledger);

        var asked = _shell.Do("query", "select unit_name from mart_ledger_item", "--format", "csv").Output;
        Assert.Contains("'" + formula, asked, StringComparison.Ordinal);
        Assert.DoesNotContain(Fields(asked), IsFormula);
        Assert.DoesNotContain(Fields(_shell.Do("waiting", "--format", "csv").Output), IsFormula);
    }

    [Fact]
    public void D80_a_cells_text_goes_back_as_text()
    {
        var ledger = _shell.Write("应急办2022年5月.csv", Shell.Header + ",发现日期\n1,甲饭店,磁器口1号,,,应急办,,灭火器过期,整改中,2022.6.30,,=2022.13.45\n");
        _shell.Do("run", ledger);

        _shell.Do("waiting", "--export", Path.Combine(_shell.Folder, "back"));
        var list = File.ReadAllText(Path.Combine(_shell.Folder, "back", "waiting.csv"));
        Assert.Contains("'=2022.13.45", list, StringComparison.Ordinal);
        Assert.DoesNotContain(Fields(list), IsFormula);
        Assert.Equal("'-1+1", _shell.Do("query", "select '-1+1' as n", "--format", "csv").Output.Split('\n')[1].Trim());
    }

    [Fact]
    public void D85_a_large_file_tells_how_far_it_is_and_can_be_left_off()
    {
        var ledger = _shell.Write("应急办2022年5月.csv", Shell.Header + "\n" + string.Concat(Enumerable.Range(1, ManyRows).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"{i},第{i}号店,磁器口{i}号,张某,13800138000,应急办,李某,灭火器过期,整改中,2022.6.30,\n"))));
        var data = new DataDirectory(_shell.Data);
        using var leaving = new CancellationTokenSource();
        var told = new List<LandProgress>();
        using (data.LockForWriting())
        {
            var leave = new Land(data, TimeProvider.System) { OnRows = new Telling(read => { told.Add(read); leaving.Cancel(); }) };
            Assert.ThrowsAny<OperationCanceledException>(() => leave.Run([ledger], new LandSettings(), cancellationToken: leaving.Token));
            Assert.Equal(["应急办2022年5月.csv"], told.Select(read => read.FileName).Distinct());
            Assert.All(told, read => Assert.InRange(read.RowCount, 1, ManyRows));
            Assert.Empty(Directory.GetFiles(data.Landed));

            var results = new Land(data, TimeProvider.System).Run([ledger], new LandSettings());
            Assert.Equal((LandOutcome.Landed, ManyRows + 1), (Assert.Single(results).Outcome, results[0].RowCount));
        }

        Assert.Contains(" 1 ", _shell.Say("land", ledger).Output, StringComparison.Ordinal);
    }

    private static string[] Fields(string csv) => csv.Split(['\n', ',']).Select(field => field.Trim('"')).ToArray();

    private static bool IsFormula(string field) => field.Length > 0 && "=+-@".Contains(field[0], StringComparison.Ordinal);

    private sealed class Telling(Action<LandProgress> tell) : IProgress<LandProgress>
    {
        public void Report(LandProgress value) => tell(value);
    }
}
