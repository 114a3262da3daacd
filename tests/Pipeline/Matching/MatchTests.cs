using System.Globalization;
using System.Text;
using CsvHelper;

namespace SafetyAnalytics.Pipeline.Tests.Matching;

/// <summary><c>safety match</c>, called as a shell calls it.</summary>
public sealed class MatchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("match-").FullName;

    private string Out => Path.Combine(_folder, "out.csv");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Rows_of_one_unit_get_one_key_and_the_truth_is_scored()
    {
        var (exit, output, _) = await Match(
            """
            id,name,address,phone,person,truth
            1,重庆青竹餐饮有限公司,金沙路12号,13800000001,王某某,A
            2,青竹餐饮,沙坪坝区金沙路１２号,,,A
            3,永辉超市,汉渝路123号,,,B
            4,永辉超市,,,,
            5,永辉超市,小新街20号,,,C
            6,启明小学,横街7号,,李某某,D
            """,
            "--truth", "truth");
        Assert.Equal(0, exit);
        var rows = Read(Out);
        Assert.Equal(["id", "name", "address", "phone", "person", "truth", "unit_key", "probability", "decision"], rows[0]);
        Assert.Equal(["1", "2", "3", "4", "5", "6"], rows.Skip(1).Select(row => row[0]));
        Assert.Equal(["same", "same", "ask", "ask", "ask", "alone"], rows.Skip(1).Select(row => row[^1]));
        Assert.Equal(rows[1][6], rows[2][6]);
        Assert.Equal(5, rows.Skip(1).Select(row => row[6]).Distinct().Count());
        Assert.All(rows.Skip(1), row => Assert.InRange(double.Parse(row[7], CultureInfo.InvariantCulture), 0, 1));
        Assert.Contains("precision 1.0000 (1 of 1 pairs", output, StringComparison.Ordinal);
        Assert.Contains("recall 1.0000 (1 of 1 pairs", output, StringComparison.Ordinal);
        var asked = Read(Path.Combine(_folder, "out.ask.csv"));
        Assert.Equal(["row_a", "name_a", "address_a", "unit_key_a", "row_b", "name_b", "address_b", "unit_key_b", "probability", "evidence"], asked[0]);
        Assert.Equal([("3", "4"), ("4", "5")], asked.Skip(1).Select(row => (Math.Min(int.Parse(row[0], CultureInfo.InvariantCulture), int.Parse(row[4], CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture), Math.Max(int.Parse(row[0], CultureInfo.InvariantCulture), int.Parse(row[4], CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture))).Order());
    }

    [Fact]
    public async Task Cells_come_through_and_none_is_a_formula()
    {
        await Match("name,address,n\n\"=HYPERLINK(\"\"x\"\")\",@1号,-5\n+86 13800000001,\"a,\"\"b\"\"\",\"two\nlines\"\n-1+2,,+3.50\n");
        Assert.Equal(["'=HYPERLINK(\"x\")", "'@1号", "-5"], Read(Out)[1][..3]);
        Assert.Equal(["+86 13800000001", "a,\"b\"", "two\nlines"], Read(Out)[2][..3]);
        Assert.Equal(["'-1+2", "", "+3.50"], Read(Out)[3][..3]);
    }

    [Fact]
    public async Task A_file_of_chinese_headers_in_gb18030_is_read_and_short_rows_are_filled()
    {
        var path = Path.Combine(_folder, "gb.csv");
        await File.WriteAllBytesAsync(path, CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("单位名称,单位地址\n青竹餐饮,正街1号\n青竹餐饮\n"), TestContext.Current.CancellationToken);
        var (exit, _, _) = await Say(path);
        Assert.Equal(0, exit);
        Assert.Equal([["青竹餐饮", "正街1号"], ["青竹餐饮", ""]], Read(Out).Skip(1).Select(row => row[..2]));
    }

    [Theory]
    [InlineData("a,b\n1,2\n", 2, "at least one of name, address, phone, person is needed, and there are a, b")]
    [InlineData("", 2, "Its first line must name the columns")]
    [InlineData("name,unit_key\nx,y\n", 2, "already has a column unit_key")]
    [InlineData("name\nx,y\n", 2, "line 2 has 2 cells, but the header names 1")]
    public async Task What_cannot_be_matched_says_why_and_writes_nothing(string text, int exit, string why)
    {
        var said = await Match(text);
        Assert.Equal(exit, said.Exit);
        Assert.Contains(why, said.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Out));
    }

    [Fact]
    public async Task A_missing_truth_column_or_file_is_named()
    {
        Assert.Contains("has no column licence. There are name", (await Match("name\nx\n", "--truth", "licence")).Error, StringComparison.Ordinal);
        var (exit, _, error) = await Say(Path.Combine(_folder, "nowhere.csv"));
        Assert.Equal(3, exit);
        Assert.Contains("There is no file", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_match_is_no_fault_and_no_precision()
    {
        var (exit, output, _) = await Match("name,truth\n", "--truth", "truth");
        Assert.Equal(0, exit);
        Assert.Contains("precision —", output, StringComparison.Ordinal);
        Assert.Single(Read(Out));
    }

    private async Task<(int Exit, string Output, string Error)> Match(string text, params string[] options)
    {
        var path = Path.Combine(_folder, "in.csv");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return await Say(path, options);
    }

    private async Task<(int Exit, string Output, string Error)> Say(string path, params string[] options)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await SafetyCommand.RunAsync(["match", path, "--out", Out, "--culture", "en-US", .. options], output, error, TimeProvider.System, TestContext.Current.CancellationToken);
        return (exit, output.ToString(), error.ToString());
    }

    private static List<string[]> Read(string path)
    {
        using var csv = new CsvParser(new StreamReader(path), CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (csv.Read()) rows.Add(csv.Record!);
        return rows;
    }
}
