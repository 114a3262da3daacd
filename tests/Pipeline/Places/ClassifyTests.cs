using System.Text;
using SafetyAnalytics.Pipeline.Tests.River;

namespace SafetyAnalytics.Pipeline.Tests.Places;

/// <summary>The verb <c>classify</c>: files in, files out.</summary>
public sealed class ClassifyTests : IDisposable
{
    private const string Added = "category,probability,certain,reason,by";

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Every_row_comes_back_in_its_order_with_its_columns_and_a_category()
    {
        var said = Classify("id,text,备注\n7,灭火器过期,\"甲,乙\"\n7,,\n3,配电箱未上锁线路裸露,丙\n", out var lines);
        Assert.Equal(0, said.ExitCode);
        Assert.Equal(["id,text,备注," + Added, "7,灭火器过期,\"甲,乙\",灭火器材,0.99,true,灭火器、灭火器过期,rule", "7,,,,0,false,,model"], lines[..3]);
        Assert.StartsWith("3,配电箱未上锁线路裸露,丙,电气线路与用电,0.9", lines[3], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
        Assert.Contains("3", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_person_decided_of_a_text_in_the_data_directory_is_never_said_otherwise()
    {
        var ledger = _shell.Ledger("应急办2022年5月.csv", ("甲饭店", "灭火器过期", "整改中"));
        Assert.Equal(0, _shell.Do("land", ledger).ExitCode);
        Assert.Equal(0, _shell.Do("decide", "hazard-category", ledger, "电气线路与用电", "--row", "2").ExitCode);
        Assert.Equal(0, Classify("text\n灭火器过期\n", out var lines).ExitCode);
        Assert.StartsWith("灭火器过期,电气线路与用电,1,true,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",decision", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text\n消防通道，被占用堵塞\n\"\"\n灭火器过期\n", 3)]
    [InlineData("text\r\n消防通道，被占用堵塞\r\n\r\n灭火器过期\r\n", 2)]
    [InlineData("\uFEFFTEXT\tid\n灭火器过期\t1\n", 1)]
    [InlineData("text\n", 0)]
    public void One_column_other_line_ends_marks_and_separators_are_read(string csv, int rows)
    {
        Assert.Equal(0, Classify(csv, out var lines).ExitCode);
        Assert.Equal(rows + 1, lines.Length);
    }

    [Fact]
    public void Gb18030_is_read()
    {
        var file = _shell.Write("gb.csv", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("text\n灭火器过期\n"));
        Assert.Equal(0, _shell.Do("classify", file, "--out", Out).ExitCode);
        Assert.Contains("灭火器材", File.ReadAllText(Out), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_called_like_a_result_is_kept_under_another_name_and_formulas_are_disarmed()
    {
        Assert.Equal(0, Classify("category,text\n真,=1+1\n", out var lines).ExitCode);
        Assert.Equal(["category_in,text," + Added, "真,'=1+1,,0,false,,model"], lines);
    }

    [Fact]
    public void With_labels_only_their_categories_are_answered_and_a_labelled_text_as_labelled()
    {
        var labels = _shell.Write("labels.csv", "text,category\n灭火器过期,火灾\n灭火器失效,火灾\n灭火器压力不足,火灾\n临边无护栏,坠落\n洞口未封闭,坠落\n未系安全带,坠落\n,火灾\n");
        Assert.Equal(0, Classify("text\n灭火器过期\n灭火器已过期失效\n楼层临边护栏缺失\n\"\"\n", out var lines, "--labels", labels).ExitCode);
        Assert.Equal("灭火器过期,火灾,1,true,,decision", lines[1]);
        Assert.StartsWith("灭火器已过期失效,火灾,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("楼层临边护栏缺失,坠落,", lines[3], StringComparison.Ordinal);
        Assert.EndsWith(",,0,false,,model", lines[4], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("body\n灭火器\n", 2)]
    [InlineData("text\n灭火器,过期\n", 2)]
    [InlineData("", 2)]
    public void What_cannot_be_used_is_named_and_nothing_is_written(string csv, int exitCode)
    {
        var said = Classify(csv, out _);
        Assert.Equal(exitCode, said.ExitCode);
        Assert.Contains("in.csv", said.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Out));
    }

    [Fact]
    public void Missing_files_empty_labels_and_an_output_over_the_input_are_refused()
    {
        var file = _shell.Write("in.csv", "text\n灭火器过期\n");
        var labels = _shell.Write("labels.csv", "text,category\n灭火器过期,\n");
        Assert.Equal(3, _shell.Do("classify", Path.Combine(_shell.Folder, "none.csv"), "--out", Out).ExitCode);
        Assert.Equal(2, _shell.Do("classify", file, "--out", file).ExitCode);
        Assert.Equal(2, _shell.Do("classify", file, "--labels", labels, "--out", Out).ExitCode);
        Assert.Equal(2, _shell.Do("classify", file).ExitCode);
        Assert.False(File.Exists(Out));
    }

    private string Out => Path.Combine(_shell.Folder, "out", "classified.csv");

    private Said Classify(string csv, out string[] lines, params string[] more)
    {
        var said = _shell.Do(["classify", _shell.Write("in.csv", csv), "--out", Out, .. more]);
        lines = File.Exists(Out) ? File.ReadAllText(Out).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n') : [];
        return said;
    }
}
