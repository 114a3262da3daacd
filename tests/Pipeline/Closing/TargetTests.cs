using SafetyAnalytics.Pipeline.Tests.River;

namespace SafetyAnalytics.Pipeline.Tests.Closing;

/// <summary>Targets by csv and by decision: actual, gap, met, in the metric's own direction.</summary>
public sealed class TargetTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_target_is_compared_with_what_came_of_it()
    {
        var seeds = Path.GetDirectoryName(_shell.Write("seeds/targets.csv", "metric,month,community,department,value\ncumulative_rectification_rate,,,,40%\nopen_stock,2022-06,,应急办,5\nopen_stock,,,应急办,0\n"))!;
        _shell.Do("run", _shell.Ledger("应急办2022年5月.csv", ("甲饭店", "灭火器过期", "整改中"), ("乙旅馆", "楼梯间堆放杂物", "已整改")), _shell.Ledger("应急办2022年6月.csv", ("丙网吧", "电线私拉乱接", "整改中")), "--seeds", seeds);
        Assert.Equal(
            ["2022-05 cumulative_rectification_rate all 0.4 0.5 0.1 true", "2022-05 open_stock department 0.0 1.0 1.0 false", "2022-06 cumulative_rectification_rate all 0.4 0.333 -0.067 false", "2022-06 open_stock department 5.0 2.0 -3.0 true"],
            Targets());

        Assert.Equal(0, _shell.Do("decide", "target", "open_stock", "2022-06", "1", "--department", "应急办").ExitCode);
        Assert.Equal(0, _shell.Do("decide", "target", "days_to_rectify", "2022-06", "30", "--now", "--seeds", seeds).ExitCode);
        Assert.Contains("2022-06 open_stock department 1.0 2.0 1.0 false", Targets());
        Assert.Contains("2022-06 days_to_rectify all 30.0", Targets());
    }

    [Theory]
    [InlineData("no_such_metric 2022-06 5")]
    [InlineData("open_stock 2022-13 5")]
    [InlineData("open_stock 2022-06 five")]
    public void A_target_that_cannot_be_is_refused(string call) => Assert.Equal(2, _shell.Do(["decide", "target", .. call.Split(' ')]).ExitCode);

    [Fact]
    public void Every_fault_of_the_csv_is_named_at_once()
    {
        var seeds = Path.GetDirectoryName(_shell.Write("seeds/targets.csv", "metric,month,community,department,value\nno_such_metric,,,,1\nopen_stock,May,,,1\non_time_rate,,甲,乙,190\n"))!;
        var said = _shell.Do("run", _shell.Ledger("应急办2022年5月.csv", ("甲饭店", "灭火器过期", "整改中")), "--seeds", seeds);
        Assert.Equal(2, said.ExitCode);
        foreach (var named in new[] { "no_such_metric", "May", "190", "甲" }) Assert.Contains(named, said.Error, StringComparison.Ordinal);
    }

    private IReadOnlyList<string> Targets() =>
        _shell.Column("select concat_ws(' ', month, metric, dimension, target, round(actual, 3), round(gap, 3), is_met) from mart_target order by month, metric");
}
