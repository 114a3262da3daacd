using System.IO.Compression;
using System.Text;
using SafetyAnalytics.Ledgers.Tests.Building;

namespace SafetyAnalytics.Ledgers.Tests;

public class HostileFileTests
{
    private static byte[] WithSheet(Action<Stream> write)
    {
        var builder = new XlsxBuilder().Sheet("表", [["a"]]);
        _ = builder.Text("xl/workbook.xml");
        using var bytes = new MemoryStream();
        bytes.Write(builder.Without("xl/worksheets/sheet1.xml").Bytes());
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var stream = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Optimal).Open();
            write(stream);
        }

        return bytes.ToArray();
    }

    private static byte[] Repeated(string head, string piece, int times, string tail) => WithSheet(stream =>
    {
        stream.Write(Encoding.UTF8.GetBytes(head));
        var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 1000)));
        for (var i = 0; i < times / 1000; i++) stream.Write(block);
        stream.Write(Encoding.UTF8.GetBytes(tail));
    });

    public static TheoryData<string, string, string, int, string> Bombs { get; } = new()
    {
        { "compression", "<worksheet>", "<a/>", 9_000_000, "</worksheet>" },
        { "depth", "<worksheet>", "<a>", 100_000, "" },
        { "markup", "<worksheet a=\"", "aaaaaaaaaa", 600_000, "\"/>" },
        { "markup", "<worksheet><sheetData><row><c t=\"str\"><v>", "aaaaaaaaaa", 600_000, "</v></c></row></sheetData></worksheet>" },
        { "characters of a cell", "<worksheet><sheetData><row><c t=\"str\"><v>", "aaaa", 9_000, "</v></c></row></sheetData></worksheet>" },
        { "columns", "<worksheet><sheetData><row>", "<c><v>1</v></c>", 20_000, "</row></sheetData></worksheet>" },
    };

    [Theory, MemberData(nameof(Bombs))]
    public void What_costs_too_much_is_refused_by_the_limit_it_passes(string limit, string head, string piece, int times, string tail)
    {
        var refusal = Taking.Refusal(Repeated(head, piece, times, tail));
        Assert.Equal("too_large", refusal.Code);
        Assert.Contains(limit, refusal.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_at_the_limit_is_read_and_named_one_beyond()
    {
        var full = new string('字', 32_767);
        Assert.Equal(full, Taking.Sheet(new XlsxBuilder().Sheet("表", [[full]]).Bytes()).Cell(1, 0));
        Assert.Equal(full, Taking.Csv($"a,b\nc,\"{full}\"\n").Cell(2, 1));
        Assert.Equal(full, Taking.Sheet(new DocxBuilder().Table([[full]]).Bytes()).Cell(1, 0));
        var refusal = Taking.Refusal(new XlsxBuilder().Sheet("表", [["a"], ["", full + "字"]]).Bytes());
        Assert.Equal(("too_large", "表", 2, 2), (refusal.Code, refusal.Table, refusal.Row, refusal.Column));
        Assert.Equal("too_large", Taking.Refusal(Encoding.UTF8.GetBytes($"a,b\nc,{full}字\n")).Code);
        Assert.Equal("too_large", Taking.Refusal(new DocxBuilder().Table([[full + "字"]]).Bytes()).Code);
        Assert.Equal("too_large", Taking.Refusal(new DocxBuilder().Table([[full + "\n字"]]).Bytes()).Code);
    }

    public static TheoryData<string, byte[], ReadLimits> Beyond { get; } = new()
    {
        { "file", "a,b,c"u8.ToArray(), new ReadLimits { FileBytes = 4 } },
        { "rows", new XlsxBuilder().Sheet("表", [["a"], ["b"], ["c"]]).Bytes(), new ReadLimits { Rows = 2 } },
        { "records", "a\nb\nc"u8.ToArray(), new ReadLimits { Rows = 2 } },
        { "rows", new DocxBuilder().Table([["a"], ["b"], ["c"]]).Bytes(), new ReadLimits { Rows = 2 } },
        { "columns", new XlsxBuilder().Sheet("表", [["a", "b", "c"]]).Bytes(), new ReadLimits { Columns = 2 } },
        { "columns", "a,b,c"u8.ToArray(), new ReadLimits { Columns = 2 } },
        { "columns", new DocxBuilder().Table([["a", "b", "c"]]).Bytes(), new ReadLimits { Columns = 2 } },
        { "sheets", new XlsxBuilder().Sheet("1", []).Sheet("2", []).Sheet("3", []).Bytes(), new ReadLimits { Sheets = 2 } },
        { "tables", new DocxBuilder().Table([["a"]]).Table([["b"]]).Table([["c"]]).Bytes(), new ReadLimits { Sheets = 2 } },
        { "bytes of text", new XlsxBuilder().Shared("<t>aaaaaaaaaa</t>", "<t>bbbbbbbbbbb</t>").Sheet("表", []).Bytes(), new ReadLimits { TextBytes = 80 } },
        { "bytes of text", new DocxBuilder().Table([[new string('a', 999)]]).Bytes(), new ReadLimits { TextBytes = 999 } },
        { "inflating", new XlsxBuilder().Sheet("表", [["a"]]).Bytes(), new ReadLimits { PartBytes = 2000 } },
        { "merged", new XlsxBuilder().Sheet("表", []).Merge("A1:A2", "B1:B2", "C1:C2").Bytes(), new ReadLimits { Rows = 2 } },
    };

    [Theory, MemberData(nameof(Beyond))]
    public void Every_limit_binds(string limit, byte[] bytes, ReadLimits limits)
    {
        var refusal = Taking.Refusal(bytes, limits: limits);
        Assert.Equal("too_large", refusal.Code);
        Assert.Contains(limit, refusal.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_million_fields_are_not_gathered() => Assert.Equal("too_large", Taking.Refusal(Encoding.ASCII.GetBytes("a,b\n" + string.Concat(Enumerable.Repeat("1,", 1_000_000)))).Code);

    [Fact]
    public void A_record_without_end_is_not_gathered() => Assert.Equal("too_large", Taking.Refusal(Encoding.ASCII.GetBytes("a,b\n" + new string(',', 6_000_000))).Code);

    [Fact]
    public void A_directory_of_countless_entries_is_refused()
    {
        var zip = new ZipBuilder();
        for (var i = 0; i < 50_000; i++) zip.Again($"{i:D150}", "");
        Assert.Equal("too_large", Taking.Refusal(zip.Bytes()).Code);
    }

    [Fact]
    public void Names_that_climb_folders_lead_nowhere() =>
        Assert.Equal(["1| a"], Taking.Sheet(new XlsxBuilder().Sheet("表", [["a"]]).Part("../../xl/worksheets/sheet1.xml", "<x/>").Part("/etc/passwd", "x").Part("C:\\a", "x").Bytes()).Lines);

    [Fact]
    public void Targets_that_climb_above_the_file_stay_inside_it() =>
        Assert.Equal(["1| a"], Taking.Sheet(new XlsxBuilder().Sheet("表", [["a"]]).Part("xl/_rels/workbook.xml.rels", XlsxBuilder.Relationships("<Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"../../../../xl/worksheets/sheet1.xml\"/>")).Bytes()).Lines);

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("a,b\n", 100_000))));
        var rows = LedgerReader.Read(stream, "a.csv", cancellationToken: source.Token).Single().Rows.GetEnumerator();
        Assert.True(rows.MoveNext());
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => { while (rows.MoveNext()) { } });
    }

    [Fact]
    public void A_long_workbook_streams() =>
        AssertStreams(Repeated("<worksheet><sheetData>", "<row><c t=\"str\"><v>灭火器过期</v></c><c><v>13800138000</v></c></row>", 100_000, "</sheetData></worksheet>"), 100_000);

    [Fact]
    public void A_long_text_streams() => AssertStreams(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("灭火器过期,13800138000\n", 100_000))), 100_000);

    /// <summary>When the first row is out, most of the file has not been touched.</summary>
    private static void AssertStreams(byte[] bytes, int expected)
    {
        using var stream = new MemoryStream(bytes);
        using var rows = LedgerReader.Read(stream, "长").SelectMany(sheet => sheet.Rows).GetEnumerator();
        Assert.True(rows.MoveNext());
        Assert.InRange(stream.Position, 0, bytes.Length / 2);
        var count = 1;
        while (rows.MoveNext()) count++;
        Assert.Equal(expected, count);
    }
}
