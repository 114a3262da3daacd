using System.Text;

namespace SafetyAnalytics.Pipeline.Tests.River;

/// <summary>Wrong calls and wrong files: a clear message on standard error, the documented exit code, nothing lost.</summary>
[Collection(nameof(SampleRiver))]
public sealed class BadInputTests(SampleRiver river)
{
    public static TheoryData<string, int, string> Calls => new()
    {
        { "frob", 2, "frob" },
        { "", 2, "sample" },
        { "run", 2, "PATH" },
        { "run --frob", 2, "--frob" },
        { "land DATA --moth 2022-06", 2, "--moth" },
        { "land DATA --month 2022-13", 2, "2022-13" },
        { "land DATA --from  ", 2, "--from" },
        { "build --as-of 2022-02-30", 2, "2022-02-30" },
        { "build --seeds nowhere", 2, "nowhere" },
        { "status --culture fr", 2, "fr" },
        { "sample --out x --months 0", 2, "--months" },
        { "query x --format xml", 2, "xml" },
        { "run nowhere/at-all", 3, "nowhere/at-all" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_wrong_call_changes_nothing(string call, int exitCode, string named)
    {
        using var shell = new Shell();
        var said = shell.Say([.. call.Replace("DATA", shell.Folder).Split(' ').Where((word, i) => i > 0 || word.Length > 0)]);

        Assert.Equal(exitCode, said.ExitCode);
        Assert.Contains(named, said.Error);
        Assert.Single(said.Error.Trim().Split('\n'));
        Assert.Empty(said.Output);
        Assert.False(Directory.Exists(shell.Data));
    }

    [Theory]
    [InlineData("status")]
    [InlineData("publish")]
    [InlineData("check")]
    [InlineData("build")]
    [InlineData("query", "select 1")]
    public void Without_data_the_next_step_is_named(params string[] call)
    {
        using var shell = new Shell();
        var said = shell.Say(call);
        Assert.Equal(3, said.ExitCode);
        Assert.Contains("请先运行", said.Error);
    }

    public static TheoryData<string, string, int, string> Files => new()
    {
        { "empty.xlsx", "", 3, "empty_file" },
        { "empty.csv", "", 3, "empty_file" },
        { "cut.xlsx", "PK\u0003\u0004 cut off", 3, "truncated" },
        { "应急办2022年6月.csv", "甲,乙\n1,2\n", 1, "no_header" },
        { "picture.xlsx", "\u0089PNG\r\n\u001a\n\u0000\u0000", 3, "picture.xlsx" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_bad_file_is_named_kept_and_stops_no_other(string name, string content, int exitCode, string reason)
    {
        using var shell = new Shell();
        var path = shell.Write(name, Encoding.Latin1.GetBytes(content));
        if (name.EndsWith("6月.csv", StringComparison.Ordinal)) path = shell.Write(name, content);

        var said = shell.Say("run", path);
        Assert.Equal(exitCode, said.ExitCode);
        Assert.Contains(reason, said.Error);
        Assert.Single(Directory.GetFiles(Path.Combine(shell.Data, "landed")));

        shell.Say("run", shell.Ledger("应急办2022年5月.csv", ("甲店", "灭火器过期", "已整改")));
        Assert.Single(shell.Ask("select * from mart_hazard"));
        Assert.Equal(2, shell.Ask("select * from mart_ledger_file").Count);
    }

    public static TheoryData<string> Refused =>
    [
        "selekt 1", "", " ", "select * from nope", "select 1; select 2", "copy mart_hazard to 'leak.csv'", "from read_csv('/etc/passwd')", "from '/etc/passwd'", "from read_text('/etc/passwd')",
        "from glob('/etc/*')", "attach 'x.duckdb' as x", "create table t as select 1", "delete from metric", "drop table metric", "export database 'x'", "install excel", "set enable_external_access = true",
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_query_that_fails_or_reaches_out_is_refused(string sql)
    {
        var said = river.Shell.Say("query", sql);
        Assert.Equal(2, said.ExitCode);
        Assert.StartsWith("查询不成：", said.Error);
        Assert.DoesNotContain("root:", said.Output + said.Error);
    }

    [Fact]
    public void A_held_data_directory_is_named_and_can_still_be_asked()
    {
        using (new DataDirectory(river.Shell.Data).LockForWriting())
        {
            var said = river.Shell.Say("run", river.Ledgers);
            Assert.Equal(3, said.ExitCode);
            Assert.Contains(river.Shell.Data, said.Error);
            Assert.NotEmpty(river.Shell.Ask("select 1"));
        }
    }

    [Fact]
    public void A_data_directory_that_is_a_file_is_left_alone()
    {
        using var shell = new Shell();
        shell.Write("data", "mine");
        var said = shell.Say("run", shell.Ledger("应急办2022年5月.csv", ("甲店", "灭火器过期", "已整改")));
        Assert.Equal(3, said.ExitCode);
        Assert.Contains(shell.Data, said.Error);
        Assert.Equal("mine", File.ReadAllText(shell.Data));
    }

    [Fact]
    public void A_damaged_raw_file_stops_the_writer_and_not_the_reader()
    {
        using var shell = new Shell();
        var ledger = shell.Ledger("应急办2022年5月.csv", ("甲店", "灭火器过期", "已整改"));
        shell.Say("run", ledger);
        File.WriteAllText(Path.Combine(shell.Data, "build", "restricted.duckdb"), "damaged");

        foreach (var said in new[] { shell.Say("build"), shell.Say("land", ledger) })
        {
            Assert.Equal(3, said.ExitCode);
            Assert.Contains("restricted.duckdb", said.Error);
        }

        Assert.Single(shell.Ask("select * from mart_hazard"));
    }

    [Theory]
    [InlineData("CURRENT")]
    [InlineData("manifest.json")]
    [InlineData("warehouse.duckdb")]
    public void A_damaged_snapshot_is_named_and_mended_by_publishing_again(string damaged)
    {
        using var shell = new Shell();
        shell.Say("run", shell.Ledger("应急办2022年5月.csv", ("甲店", "灭火器过期", "已整改")));
        File.WriteAllText(damaged == "CURRENT" ? Path.Combine(shell.Published, damaged) : Path.Combine(shell.Published, shell.Current, damaged), "damaged");

        var said = shell.Say("query", "select 1");
        Assert.Equal(3, said.ExitCode);
        Assert.Contains(damaged, said.Error);

        Assert.Equal(0, shell.Say("publish").ExitCode);
        Assert.Single(shell.Ask("select * from mart_hazard"));
        shell.ExpectWhole();
    }
}
