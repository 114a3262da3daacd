namespace SafetyAnalytics.Pipeline.Tests.River;

/// <summary>Names, months and senders of files as people send them.</summary>
public sealed class LandingTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("应急办 2022年5月 (最终版) [1].csv")]
    [InlineData("应急办2022年5月's \"a\".csv")]
    [InlineData("应急办2022年5月\n.csv")]
    [InlineData("应急办2022年5月台账台账台账台账台账台账台账台账台账台账台账台账台账台账台账台账台账台账台账台账台账台账台账台账台账台账台账台账台账台账.csv")]
    public void A_strange_name_is_a_name(string name)
    {
        var path = _shell.Ledger(name, ("甲店", "灭火器过期", "已整改"));
        File.SetAttributes(path, FileAttributes.ReadOnly);
        Assert.Equal(0, _shell.Say("run", path).ExitCode);
        Assert.Equal(name, _shell.Ask("select file_name from mart_ledger_file where outcome = 'landed'")[0].GetProperty("file_name").GetString());
    }

    [Fact]
    public void One_name_in_two_folders_is_two_ledgers()
    {
        _shell.Ledger("a/台账.csv", ("甲店", "灭火器过期", "已整改"));
        _shell.Ledger("b/台账.csv", ("乙店", "电线私拉乱接", "整改中"));
        _shell.Say("land", Path.Combine(_shell.Folder, "a"), "--month", "2022-05", "--from", "应急办");
        _shell.Say("run", Path.Combine(_shell.Folder, "b"), "--month", "2022-06", "--from", "应急办");
        Assert.Equal(2, _shell.Ask("select distinct file_sha256 from mart_ledger_file where outcome = 'landed'").Count);
        Assert.Equal(2, _shell.Ask("select * from mart_hazard").Count);
    }

    [Fact]
    public void Links_to_files_count_and_links_to_folders_are_not_followed()
    {
        var target = _shell.Ledger("elsewhere/应急办2022年5月.csv", ("甲店", "灭火器过期", "已整改"));
        var folder = Directory.CreateDirectory(Path.Combine(_shell.Folder, "in")).FullName;
        File.CreateSymbolicLink(Path.Combine(folder, "应急办2022年5月.csv"), target);
        File.CreateSymbolicLink(Path.Combine(folder, "gone.csv"), Path.Combine(_shell.Folder, "gone"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "loop"), folder);

        var said = _shell.Say("run", folder);

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("gone.csv", said.Error);
        Assert.Single(_shell.Ask("select * from mart_ledger_file"));
    }

    [Fact]
    public void A_month_settled_anew_counts_even_when_it_was_settled_so_before()
    {
        var ledger = _shell.Ledger("台账.csv", ("甲店", "灭火器过期", "已整改"));
        Assert.Equal(1, _shell.Say("run", ledger).ExitCode);
        foreach (var month in new[] { "2022-06", "2022-07", "2022-06" })
        {
            Assert.Equal(0, _shell.Say("run", ledger, "--month", month, "--from", "应急办").ExitCode);
            Assert.Equal(month, _shell.Ask("select month from mart_ledger_file")[0].GetProperty("month").GetString());
        }
    }

    [Fact]
    public void An_unknown_sender_waits_until_named()
    {
        var ledger = _shell.Write("x.csv", "填报单位：无名科室　2022年5月\n" + File.ReadAllText(_shell.Ledger("y.csv", ("甲店", "灭火器过期", "已整改"))));
        Assert.Equal(1, _shell.Say("run", ledger).ExitCode);
        Assert.Empty(_shell.Ask("select * from mart_hazard"));
        Assert.Equal(0, _shell.Say("run", ledger, "--from", "无名科室").ExitCode);
        Assert.Single(_shell.Ask("select * from mart_hazard"));
    }

    [Fact]
    public void A_blank_hazard_waits_unless_it_means_a_visit()
    {
        var ledger = _shell.Ledger("应急办2022年5月.csv", ("甲店", "灭火器过期", "已整改"), ("乙店", "", ""));
        Assert.Equal(1, _shell.Say("run", ledger).ExitCode);
        Assert.Equal(0, _shell.Say("run", ledger, "--blank-hazard", "visit").ExitCode);
        Assert.Equal(2, _shell.Ask("select * from fct_visit").Count);
    }

    [Fact]
    public void A_zero_report_is_no_missing_one()
    {
        _shell.Write("in/应急办2022年5月.csv", Shell.Header + "\n1,,,,,,,本月无隐患,,,\n");
        _shell.Ledger("in/应急办2022年6月.csv", ("甲店", "灭火器过期", "已整改"));
        _shell.Say("run", Path.Combine(_shell.Folder, "in"));
        var states = _shell.Ask("select state from mart_submission where month = '2022-05' group by all order by state").Select(row => row.GetProperty("state").GetString());
        Assert.Equal(["missing", "zero_report"], states);
    }

    [Fact]
    public void As_of_an_earlier_day_later_ledgers_do_not_count()
    {
        _shell.Ledger("in/应急办2022年5月.csv", ("甲店", "灭火器过期", "已整改"));
        _shell.Ledger("in/应急办2022年6月.csv", ("乙店", "电线私拉乱接", "整改中"));
        _shell.Say("land", Path.Combine(_shell.Folder, "in"));
        _shell.Say("build", "--as-of", "2022-05-31");
        _shell.Say("publish");
        Assert.Single(_shell.Ask("select * from mart_hazard"));
        Assert.Equal(new DateOnly(2022, 5, 31), _shell.Manifest.AsOf);
    }
}
