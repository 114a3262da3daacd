using System.Text;
using SafetyAnalytics.Ledgers.Tests.Building;

namespace SafetyAnalytics.Ledgers.Tests.Csv;

public class CsvShapeTests
{
    public static TheoryData<string, string[]> Records { get; } = new()
    {
        { "a,b\nc,d", ["1| a | b", "2| c | d"] },
        { "a,b\r\nc,d\r\n", ["1| a | b", "2| c | d"] },
        { "a,b\rc,d\r", ["1| a | b", "2| c | d"] },
        { "a,b\r\nc,d\ne,f\rg,h", ["1| a | b", "2| c | d", "3| e | f", "4| g | h"] },
        { "\na,b\n\n\nc,d\n", ["1|", "2| a | b", "3|", "4|", "5| c | d"] },
        { "a,\"x\r\ny\",b\nc,d,e", ["1| a | x⏎y | b", "2| c | d | e"] },
        { "a,\"x,y\",\"say \"\"no\"\"\"", ["1| a | x,y | say \"no\""] },
        { "a,,\n,,\n,b,", ["1| a", "2|", "3|  | b"] },
        { " a , b \nc,d", ["1|  a  |  b", "2| c | d"] },
        { "=\"00123\",b\n\"=\"\"00456\"\"\",c", ["1| 00123 | b", "2| 00456 | c"] },
        { "=\"a\"&\"b\",x", ["1| =\"a\"&\"b\" | x"] },
        { "'00123,b", ["1| '00123 | b"] },
        { "5\" pipe,b\nc,d", ["1| 5\" pipe | b", "2| c | d"] },
        { "\"a\" ,b", ["1| a  | b"] },
        { "=cmd|x,b\n+1,@c", ["1| =cmd|x | b", "2| +1 | @c"] },
        { "请于月底前整改。\n谢谢！", ["1| 请于月底前整改。", "2| 谢谢！"] },
        { "单位名称\n某店\n某厂", ["1| 单位名称", "2| 某店", "3| 某厂"] },
    };

    [Theory, MemberData(nameof(Records))]
    public void Each_record_is_a_row_with_its_number(string text, string[] expected) => Assert.Equal(expected, Taking.Csv(text).Lines);

    public static TheoryData<string> Delimiters { get; } = new() { ",", "\t", ";", "，", "|" };

    [Theory, MemberData(nameof(Delimiters))]
    public void The_delimiter_is_the_one_that_cuts_the_header(string delimiter)
    {
        var lines = new[] { "磁器口街道安全生产台账（6月）", "序号~单位名称~问题隐患~整改时限", "1~某店~灭火器过期，通道堵塞；线路老化, 私拉|乱接~2022-06-30", "2~某厂~\"一，二；三,四|五\t六\"~长期" };
        var sheet = Taking.Csv(string.Join('\n', lines.Select(line => line.Replace("，", delimiter == "，" ? "、" : "，").Replace(",", delimiter == "," ? "、" : ",").Replace(";", "；").Replace("|", delimiter == "|" ? "/" : "|").Replace("~", delimiter))));
        Assert.Equal(["序号", "单位名称", "问题隐患", "整改时限"], sheet.Rows[1].Cells);
        Assert.All(sheet.Rows.Skip(2), row => Assert.Equal(4, row.Cells.Length));
    }

    [Fact]
    public void A_stated_delimiter_is_obeyed_and_stays_a_record() =>
        Assert.Equal(["1| sep=;", "2| a,b | c", "3| d | e"], Taking.Csv("sep=;\na,b;c\nd;e").Lines);

    [Fact]
    public void The_sheet_is_named_after_the_file_without_its_folder()
    {
        var sheet = Taking.Csv("a,b", "某处/2022\\6月.csv");
        Assert.Equal(("6月.csv", 1, false), (sheet.Name, sheet.Number, sheet.IsHidden));
        Assert.Empty(sheet.Merges);
    }

    public static TheoryData<string, int?, int?> Unclosed { get; } = new()
    {
        { "a,b\nc,\"d\ne,f\n", 2, 2 },
        { "a,b\n1,\"ab,\n2,\"q\",\n3,x", 2, 2 },
        { "a,\"他说\"停\"了\",b\n", 1, 2 },
        { "\"a,b\nc,d", 1, 1 },
    };

    [Theory, MemberData(nameof(Unclosed))]
    public void A_quote_that_is_not_closed_is_refused_with_its_place(string text, int? row, int? column)
    {
        var refusal = Taking.Refusal(Encoding.UTF8.GetBytes(text), "坏.csv");
        Assert.Equal(("malformed", row, column, "坏.csv"), (refusal.Code, refusal.Row, refusal.Column, refusal.File));
    }

    [Fact]
    public void A_quote_that_swallows_a_long_file_is_refused_with_its_record()
    {
        var refusal = Taking.Refusal(Encoding.UTF8.GetBytes("a,b\nc,\"d\n" + string.Concat(Enumerable.Repeat("e,f\n", 100_000))));
        Assert.Equal(("malformed", 2), (refusal.Code, refusal.Row));
    }

    [Fact]
    public void A_stray_quote_late_in_a_long_file_does_not_hide_the_rows_before_it()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("e,f\n", 20_000)) + "g,\"h\n"));
        var rows = Assert.Single(LedgerReader.Read(stream, "a.csv")).Rows.GetEnumerator();
        for (var i = 0; i < 20_000; i++) Assert.True(rows.MoveNext());
        Assert.Equal(20_001, Assert.Throws<LedgerFormatException>(() => rows.MoveNext()).Row);
    }
}
