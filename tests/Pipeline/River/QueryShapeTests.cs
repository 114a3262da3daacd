namespace SafetyAnalytics.Pipeline.Tests.River;

/// <summary>The three forms of an answer.</summary>
[Collection(nameof(SampleRiver))]
public sealed class QueryShapeTests(SampleRiver river)
{
    [Theory]
    [InlineData("date '2022-01-02'", "\"2022-01-02\"", "2022-01-02")]
    [InlineData("timestamp '2022-01-02 03:04:05'", "\"2022-01-02T03:04:05\"", "2022-01-02T03:04:05")]
    [InlineData("[1, null]", "[1,null]", "\"[1, ]\"")]
    [InlineData("['甲', null]", "[\"甲\",null]", "\"[甲, ]\"")]
    [InlineData("[date '2022-01-02', null]", "[\"2022-01-02\",null]", "\"[2022-01-02, ]\"")]
    [InlineData("null", "null", "")]
    [InlineData("true", "true", "true")]
    [InlineData("1.50::decimal(9, 2)", "1.50", "1.50")]
    [InlineData("sum(2::integer)", "2", "2")]
    [InlineData("'NaN'::double", "null", "NaN")]
    [InlineData("-5", "-5", "-5")]
    [InlineData("'=1+1'", "\"=1+1\"", "'=1+1")]
    [InlineData("'-5'", "\"-5\"", "'-5")]
    [InlineData("'a\"b,c'", "\"a\\\"b,c\"", "\"a\"\"b,c\"")]
    public void A_value_in_json_and_csv(string sql, string json, string csv)
    {
        Assert.Equal($"[\n{{\"v\":{json}}}\n]\n", river.Shell.Say("query", $"select {sql} as v", "--format", "json").Output);
        Assert.Equal($"v\r\n{csv}\r\n", river.Shell.Say("query", $"select {sql} as v", "--format", "csv").Output);
    }

    [Fact]
    public void An_empty_answer_is_an_empty_array_and_a_header()
    {
        Assert.Empty(river.Shell.Ask("select 1 as v where false"));
        Assert.Equal("v\r\n", river.Shell.Say("query", "select 1 as v where false", "--format", "csv").Output);
    }

    [Theory]
    [InlineData("zh-CN", "等待处理")]
    [InlineData("en-US", "Submissions")]
    public void Status_speaks_both_languages(string culture, string word)
    {
        var said = river.Shell.Say("status", "--culture", culture);
        Assert.Equal(1, said.ExitCode);
        Assert.Contains(river.Shell.Current, said.Output);
        Assert.Contains(word, said.Output, StringComparison.OrdinalIgnoreCase);
    }
}
