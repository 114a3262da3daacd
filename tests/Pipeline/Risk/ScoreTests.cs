using SafetyAnalytics.Pipeline.Tests.River;

namespace SafetyAnalytics.Pipeline.Tests.Risk;

[Collection(nameof(RiskRiver))]
public sealed class ScoreTests(RiskRiver river)
{
    private const string Scores = """
        select unit_key || ' ' || category || ' ' || probability::varchar || ' ' || rank || ' ' || reasons::varchar
        from mart_risk where as_of = '2022-08-31' order by 1
        """;

    private const string Units = """
        select unit_key || ' ' || probability_any::varchar || ' ' || probability_major::varchar || ' ' || expected_count::varchar || ' ' || rank
        from mart_risk_unit where as_of = '2022-08-31' order by 1
        """;

    [Fact]
    public void A_run_scores_what_it_publishes()
    {
        Assert.True(river.WholeRun.ExitCode <= 1, river.WholeRun.Error);
        Assert.Contains("已评分", river.WholeRun.Output, StringComparison.Ordinal);
        Assert.Equal(["0"], river.Whole.Column("select count(*) from mart_risk where not (probability > 0 and probability < 1)"));
        Assert.Equal(["0"], river.Whole.Column("select count(*) from mart_risk where len(reasons) = 0 or len(reasons) <> len(reasons_en)"));
        Assert.Equal(["True"], river.Whole.Column("select (count(*) filter (is_candidate_by_history) > 100 and count(*) filter (not is_candidate_by_history) > 100) from mart_risk"));
        Assert.Equal(["0"], river.Whole.Column("select count(*) from dim_unit anti join mart_risk_unit using (unit_key)"));
        Assert.Equal(["0"], river.Whole.Column("select count(*) from mart_risk anti join mart_risk_feature using (as_of, horizon_days, unit_key, category) where as_of = (select max(as_of) from mart_risk_feature)"));
        Assert.Equal(["0"], river.Whole.Column("select count(*) from mart_risk_unit anti join mart_risk_unit_feature using (as_of, horizon_days, unit_key) where as_of = (select max(as_of) from mart_risk_unit_feature)"));
        Assert.Equal(["True"], river.Whole.Column("select bool_and(isfinite(features['smoothed_rate'])) and count(distinct as_of) = 1 from mart_risk_feature"));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(river.Whole.Data, "models"), "*.md"));
    }

    [Fact]
    public void Later_ledgers_change_nothing_of_what_was_known()
    {
        var whole = river.Whole.Do("score", "--as-of", RiskRiver.CutOff);
        Assert.True(whole.ExitCode == 0, whole.Error);
        Assert.Equal(0, river.Early.Do("score", "--as-of", RiskRiver.CutOff).ExitCode);
        river.Whole.Do("publish");
        river.Early.Do("publish");
        var known = river.Early.Column(Scores);
        Assert.NotEmpty(known);
        Assert.Equal(known, river.Whole.Column(Scores));
        Assert.Equal(river.Early.Column(Units), river.Whole.Column(Units));
        Assert.Equal(["True"], river.Whole.Column("select count(distinct as_of) >= 2 from mart_risk"));
        Assert.Equal(["True"], river.Whole.Column("select (select max(as_of) from mart_risk_feature) = (select max(as_of) from mart_risk)"));
        Assert.Equal(["True"], river.Whole.Column("select count(*) > 0 and bool_and(outcome_on > as_of) from fct_risk_outcome where as_of = '2022-08-31'"));
    }

    [Fact]
    public void A_month_s_ledgers_one_by_one_or_at_once_are_scored_alike()
    {
        using var one = new Shell();
        using var other = new Shell();
        (string Unit, string Hazard, string Status)[] may = [("甲饭店", "灭火器过期", "已整改"), ("乙旅馆", "电线私拉乱接", "整改中")];
        (string Unit, string Hazard, string Status)[] june = [("丙网吧", "疏散通道堵塞", "整改中")];
        foreach (var shell in new[] { one, other })
        {
            shell.Ledger("应急办2022年5月.csv", may);
            shell.Ledger("应急办2022年6月.csv", june);
            shell.Ledger("经发办2022年6月.csv", ("丁茶馆", "灭火器过期", "整改中"));
        }

        foreach (var name in new[] { "应急办2022年5月.csv", "应急办2022年6月.csv", "经发办2022年6月.csv" }) one.Do("run", Path.Combine(one.Folder, name));
        foreach (var name in new[] { "经发办2022年6月.csv", "应急办2022年6月.csv", "应急办2022年5月.csv" }) other.Do("run", Path.Combine(other.Folder, name));
        const string Last = "from mart_risk where as_of = (select max(as_of) from mart_risk) order by all";
        Assert.Equal(["2022-05-31"], one.Column("select trained_for::varchar from mart_risk_card where as_of = '2022-06-30'"));
        Assert.NotEmpty(one.Column($"select unit_name {Last}"));
        Assert.Equal(one.Column($"select mart_risk::varchar {Last}"), other.Column($"select mart_risk::varchar {Last}"));
    }

    [Fact]
    public void A_backtest_writes_its_three_tables()
    {
        var folder = Path.Combine(river.Whole.Folder, "backtest");
        var said = river.Whole.Do("backtest", "--out", folder);
        Assert.True(said.ExitCode == 0, said.Error);
        Assert.Contains("AUC", said.Output, StringComparison.Ordinal);
        Assert.Equal("question,order,cut_off,measure,value,low,high,examples", File.ReadLines(Path.Combine(folder, "results.csv")).First());
        Assert.Equal("unit_key,category,as_of,probability,label,outcome_on", File.ReadLines(Path.Combine(folder, "examples.csv")).First());
        Assert.True(File.ReadLines(Path.Combine(folder, "examples.csv")).Skip(1).Count() > 50);
        Assert.All(File.ReadLines(Path.Combine(folder, "calibration.csv")).Skip(1), line => Assert.InRange(double.Parse(line.Split(',')[2], System.Globalization.CultureInfo.InvariantCulture), 0, 1));
    }

    [Fact]
    public void A_scoring_that_fails_holds_back_no_number()
    {
        using var office = new Shell();
        Directory.CreateDirectory(office.Data);
        // Where models should lie, there is a file: the scoring breaks when it puts its models there.
        File.WriteAllText(Path.Combine(office.Data, "models"), "");
        var said = office.Do("run", office.Ledger("应急办2022年5月.csv", ("甲饭店", "灭火器过期", "整改中")), office.Ledger("应急办2022年6月.csv", ("乙旅馆", "电线私拉乱接", "整改中")));
        Assert.True(said.ExitCode <= 1, said.Error);
        Assert.DoesNotContain("已评分", said.Output, StringComparison.Ordinal);
        Assert.Equal(["2"], office.Column("select count(*) from mart_hazard"));
    }

    [Theory]
    [InlineData("score --as-of 2022-13-01")]
    [InlineData("score --horizon-days 1")]
    [InlineData("plan --period 国庆节 --out x.xlsx")]
    [InlineData("plan --period 无此时段 --year 2022 --out x.xlsx")]
    [InlineData("plan --period 国庆节 --year 2022 --visits 0 --out x.xlsx")]
    [InlineData("plan --period 国庆节 --year 2022 --out x.pdf")]
    [InlineData("plan --out x.xlsx")]
    public void Wrong_words_are_wrong_usage(string call) => Assert.Equal(2, river.Whole.Do(call.Split(' ')).ExitCode);

    [Theory]
    [InlineData("score")]
    [InlineData("backtest")]
    [InlineData("plan --period 国庆节 --year 2022 --out x.csv")]
    public void Without_a_build_nothing_can_be_done(string call)
    {
        using var empty = new Shell();
        Assert.Equal(3, empty.Do(call.Split(' ')).ExitCode);
    }
}
