using System.Text;
using SafetyAnalytics.Ledgers.Tests.Building;

namespace SafetyAnalytics.Ledgers.Tests.Csv;

public class CsvEncodingTests
{
    private const string Ledger = "序号,单位名称,问题隐患\n1,某㐂店,灭火器过期\n2,某厂,通道堵塞\n";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TheoryData<string, bool> Encodings { get; } = new()
    {
        { "utf-8", true }, { "utf-8", false }, { "utf-16", true }, { "utf-16", false }, { "utf-16BE", true }, { "utf-16BE", false }, { "GB18030", false },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void Every_encoding_in_use_reads_the_same(string name, bool withMark)
    {
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(withMark),
            "utf-16" => new UnicodeEncoding(false, withMark),
            "utf-16BE" => new UnicodeEncoding(true, withMark),
            _ => Gb18030,
        };
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Ledger)];
        Assert.Equal(["1| 序号 | 单位名称 | 问题隐患", "2| 1 | 某㐂店 | 灭火器过期", "3| 2 | 某厂 | 通道堵塞"], Taking.Sheet(bytes).Lines);
    }

    [Fact]
    public void One_byte_that_fits_nowhere_is_named()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Ledger), 0xFF, .. "\n"u8];
        var refusal = Taking.Refusal(bytes);
        Assert.Equal("bad_encoding", refusal.Code);
        Assert.Contains($"{bytes.Length - 2}", refusal.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_replacement_character_means_that_text_was_lost_before()
    {
        var refusal = Taking.Refusal(Encoding.UTF8.GetBytes("序号,单位\n1,某\uFFFD店\n"));
        Assert.Equal("bad_encoding", refusal.Code);
        Assert.Contains("19", refusal.Problem, StringComparison.Ordinal);
    }

    [Theory, InlineData(200_000)]
    public void The_encoding_is_settled_on_the_whole_file(int plainBytes)
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("a,b\n", plainBytes / 4))), .. Gb18030.GetBytes("某店,某厂\n")];
        Assert.Equal(["某店", "某厂"], Taking.Sheet(bytes).Rows[^1].Cells);
    }

    [Fact]
    public void A_mark_that_lies_is_refused() => Assert.Equal("bad_encoding", Taking.Refusal([0xEF, 0xBB, 0xBF, .. Gb18030.GetBytes(Ledger)]).Code);

    [Fact]
    public void Half_a_UTF16_character_is_refused() => Assert.Equal("bad_encoding", Taking.Refusal([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Ledger), 0x41]).Code);
}
