using SafetyAnalytics.Pipeline.Tests.River;

namespace SafetyAnalytics.Pipeline.Tests.Closing;

[CollectionDefinition(nameof(ClosingStory))]
public sealed class ToldOnce : ICollectionFixture<ClosingStory>;

/// <summary>
/// One story, told once for all tests that only look: May and June land and are published, June is closed; June's ledger is corrected and July lands; June is opened and closed again.
/// The correction mends 甲饭店's hazard, drops 丙网吧's and brings 丁茶馆's.
/// </summary>
public sealed class ClosingStory : IDisposable
{
    public const string Corrected = "应急办2022年6月(更正).csv";

    public ClosingStory()
    {
        var first = Shell.Do("run", Shell.Ledger("应急办2022年5月.csv", ("甲饭店", "灭火器过期", "整改中"), ("乙旅馆", "楼梯间堆放杂物", "已整改")), Shell.Ledger("应急办2022年6月.csv", ("甲饭店", "灭火器过期", "整改中"), ("丙网吧", "电线私拉乱接", "整改中")));
        Assert.True(first.ExitCode == 0, first.Error);
        PublishedThen = Shell.Current;
        JuneThen = June("mart_month");
        Shell.Do("decide", "month-close", "2022-06", "--who", "王小明", "--why", "月报已送党工委");

        // The correction lands before anything is built again: the closing still means what was known then.
        Shell.Do("land", Shell.Ledger(Corrected, ("甲饭店", "灭火器过期", "已整改"), ("丁茶馆", "疏散指示灯损坏", "整改中")));
        Shell.Do("run", Shell.Ledger("应急办2022年7月.csv", ("甲饭店", "灭火器过期", "已整改"), ("丁茶馆", "疏散指示灯损坏", "已整改")));
        FirstRestatement = Shell.Do("restatement", "--month", "2022-06", "--format", "json");
        Reopened = Shell.Do("decide", "month-reopen", "2022-06", "--now");
        StateWhenReopened = Shell.Column("select month_state from dim_month_version where version = 0 and month = '2022-06'")[0];
        Shell.Do("decide", "month-close", "2022-06", "--who", "应急办", "--now");
    }

    public Shell Shell { get; } = new();

    public string PublishedThen { get; }

    public IReadOnlyList<string> JuneThen { get; }

    public Said FirstRestatement { get; }

    public Said Reopened { get; }

    public string StateWhenReopened { get; }

    /// <summary>June's rows of a table, each as one text.</summary>
    public IReadOnlyList<string> June(string table, string condition = "true", string columns = "*") =>
        Shell.Column($"select row_value::varchar from (select {columns} from {table} where month = '2022-06' and {condition}) as row_value order by 1");

    public void Dispose() => Shell.Dispose();
}
