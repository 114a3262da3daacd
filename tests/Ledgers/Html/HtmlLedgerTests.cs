using System.Text;
using SafetyAnalytics.Ledgers.Tests.Building;

namespace SafetyAnalytics.Ledgers.Tests.Html;

/// <summary>Tables of web pages under the name .xls.</summary>
public class HtmlLedgerTests
{
    private static byte[] Bytes(string html) => Encoding.UTF8.GetBytes(html);

    private static IReadOnlyList<TakenSheet> Pages(string html) => Taking.Sheets(Bytes(html), "台账.xls");

    private static TakenSheet One(string rows) => Assert.Single(Pages($"<table>{rows}</table>"));

    private static string Cell(string cell, string head = "") => Assert.Single(Pages($"<html><head>{head}</head><table><tr>{cell}<td>.</td></tr></table>")).Cell(1, 0);

    public static TheoryData<string> Beginnings { get; } = new()
    {
        "<html><body>", "\r\n \t<!DOCTYPE HTML><html>", "<!-- by some server --><html>", "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">", "<meta charset=utf-8>", "<style>td{}</style>", "", "<?xml version=\"1.0\"?>\n<!DOCTYPE html>", "<center>", "<div>",
    };

    [Theory, MemberData(nameof(Beginnings))]
    public void D12_a_page_is_known_by_its_first_tag_whatever_the_extension(string beginning)
    {
        foreach (var name in new[] { "a.xls", "a.xlsx", "a.csv", "a.htm" })
        {
            using var stream = new MemoryStream(Bytes(beginning + "<table><tr><td>某店</td></tr></table>"));
            Assert.Equal(LedgerFormat.Html, LedgerReader.Detect(stream, name));
            Assert.Equal("某店", LedgerReader.Read(stream, name).Single().Rows.Single().Cells[0]);
        }
    }

    [Theory]
    [InlineData("utf-8", true, "")]
    [InlineData("utf-8", false, "")]
    [InlineData("utf-8", false, "<meta charset=\"gb2312\">")]
    [InlineData("GB18030", false, "<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">")]
    [InlineData("GB18030", false, "")]
    [InlineData("big5", false, "<meta charset=big5>")]
    [InlineData("utf-16", true, "")]
    [InlineData("utf-16", false, "")]
    [InlineData("utf-16BE", true, "<meta charset=utf-8>")]
    public void D15_the_encoding_is_what_the_bytes_are(string name, bool withMark, string meta)
    {
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(withMark),
            "utf-16" => new UnicodeEncoding(false, withMark),
            "utf-16BE" => new UnicodeEncoding(true, withMark),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(name)!,
        };
        byte[] bytes = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes($"<html>{meta}<table><tr><td>單位名稱</td></tr></table></html>")];
        Assert.Equal(["1| 單位名稱"], Taking.Sheet(bytes).Lines);
    }

    public static TheoryData<string, string> Texts { get; } = new()
    {
        { "<td> 灭火器 \r\n  过期 </td>", "灭火器过期" },
        { "<td>fire\r\n  door  open</td>", "fire door open" },
        { "<td>1 2</td>", "1 2" },
        { "<td>一<br>二<br/>三</td>", "一\n二\n三" },
        { "<td><p>一</p><p>二</p></td>", "一\n二" },
        { "<td><div>一</div>二<div></div><div>三</div></td>", "一\n二\n三" },
        { "<td>&lt;b&gt; &amp; &#x6708;&#26376;&nbsp;x</td>", "<b> & 月月\u00a0x" },
        { "<td>&nbsp;</td>", "" },
        { "<td><font color=red>灭火器</font><b>过期</b></td>", "灭火器过期" },
        { "<td>甲<script>alert('</td>')</script>乙<style>.x{}</style></td>", "甲乙" },
        { "<td>甲<!-- 注 -->乙</td>", "甲乙" },
        { "<td>看得见<span style='display:none'>放不下的</span></td>", "看得见放不下的" },
        { "<td><ol><li>甲</li><li>乙</li></ol></td>", "1.甲\n2.乙" },
        { "<td><ul><li>甲<li>乙</ul></td>", "甲\n乙" },
        { "<td><ol start=3><li>甲<li value=7>乙<li>丙</ol></td>", "3.甲\n7.乙\n8.丙" },
        { "<td><input type=checkbox checked>已整改 <input type=checkbox>未整改</td>", "☑已整改 □未整改" },
        { "<td><input value='某店'></td>", "某店" },
        { "<td><textarea>一\n二</textarea></td>", "一二" },
        { "<th>单位</th>", "单位" },
        { "<td>未闭合<td>乙", "未闭合" },
        { "<td></b></p></span>甲</td>", "甲" },
        { "<td>1 < 2 & 3</td>", "1 < 2 & 3" },
        { "<TD>大写</TD>", "大写" },
    };

    [Theory, MemberData(nameof(Texts))]
    public void A_cell_is_what_a_browser_shows(string cell, string expected) => Assert.Equal(expected, Cell(cell));

    public static TheoryData<string, string, string> Numbers { get; } = new()
    {
        { "", "<td x:num>13800138000</td>", "13800138000" },
        { "", "<td x:num=\"13800138000\">1.38E+10</td>", "13800138000" },
        { "<style>.xl24\n\t{mso-style-parent:style0;\n\tmso-number-format:\"Short Date\";}</style>", "<td class=xl24 x:num=\"44742\">2022/6/30</td>", "2022-06-30" },
        { "<style><!--.xl24\n\t{mso-number-format:\"yyyy\\0022年\\0022m\\0022月\\0022\\;\\@\";}--></style>", "<td class='a xl24' x:num=\"44742\">2022年6月</td>", "2022年6月" },
        { "<style>td.xl24,.b{mso-number-format:\"0%\"}</style>", "<td class=xl24 x:num=0.85>85%</td>", "85%" },
        { "<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:Date1904/></x:ExcelWorkbook></xml><![endif]-->", "<td style='mso-number-format:\"yyyy\\-mm\\-dd\"' x:num=43280>x</td>", "2022-06-30" },
        { "", "<td sdval=\"44742\" sdnum=\"1033;2052;YYYY-MM-DD\">2022-06-30</td>", "2022-06-30" },
        { "", "<td data-t=\"n\" data-v=\"44742\" data-z=\"yyyy/m/d\">6/30/22</td>", "2022-06-30" },
        { "", "<td x:num=\"\">长期</td>", "长期" },
        { "", "<td x:str=\"00123\">00123</td>", "00123" },
        { "", "<td style='mso-number-format:\"\\@\"'>2022年6月30日</td>", "2022年6月30日" },
    };

    [Theory, MemberData(nameof(Numbers))]
    public void The_number_behind_the_words_counts_where_it_was_kept(string head, string cell, string expected) => Assert.Equal(expected, Cell(cell, head));

    [Fact]
    public void Spans_are_merged_regions_by_the_grid()
    {
        var sheet = One("<tr><td rowspan=2>a</td><td colspan=2>b</td><td>c</td></tr><tr><td>d</td><td rowspan=9>e</td><td>f</td></tr><tr><td>g</td><td>h</td><td>i</td></tr>");
        Assert.Equal(["1| a | b |  | c", "2|  | d | e | f", "3| g | h |  | i"], sheet.Lines);
        Assert.Equal([new CellMerge(1, 2, 0, 0), new CellMerge(1, 1, 1, 2), new CellMerge(2, 3, 2, 2)], sheet.Merges);
    }

    [Fact]
    public void A_span_of_none_goes_to_the_end_and_a_wild_one_no_further_than_the_table()
    {
        var sheet = One("<tr><td rowspan=0>a</td><td colspan=99999999>b</td></tr><tr><td>c</td></tr>");
        Assert.Equal(["1| a | b", "2|  | c"], sheet.Lines);
        Assert.Equal([new CellMerge(1, 2, 0, 0), new CellMerge(1, 1, 1, 1000)], sheet.Merges);
    }

    [Fact]
    public void Marks_say_hidden_struck_picture_and_error()
    {
        var sheet = Assert.Single(Pages("<style>.off{display:none} .gone {text-decoration:line-through}</style><table>" +
            "<tr style='display: none'><td>a</td></tr><tr class=off><td>a</td></tr><tr hidden><td>a</td></tr><tbody style='display:none'><tr><td>a</td></tr></tbody>" +
            "<tr><td><s>a</s></td><td class=gone>b</td></tr><tr><td><s>a</s>b</td></tr><tr><td><strike>a</strike></td><td>b</td></tr>" +
            "<tr><td><img src='x.png'></td></tr><tr><td x:err='#N/A'>#N/A</td></tr></table>"));
        Assert.Equal(
            [RowMarks.Hidden, RowMarks.Hidden, RowMarks.Hidden, RowMarks.Hidden, RowMarks.Struck, RowMarks.None, RowMarks.None, RowMarks.Picture, RowMarks.FormulaError],
            sheet.Rows.Select(row => row.Marks));
        Assert.Equal("#N/A", sheet.Cell(9, 0));
    }

    [Fact]
    public void Lines_above_a_table_and_its_caption_are_its_heading()
    {
        var sheets = Pages("<title>页</title><h1>安全生产台账</h1><p>填报单位：应急办<br>6月</p><table><caption>附表一</caption><tr><td>a</td></tr></table>附表<table><tr><td>b</td></tr></table>");
        Assert.Equal([("表1", "安全生产台账/填报单位：应急办/6月/附表一"), ("表2", "附表")], sheets.Select(sheet => (sheet.Name, string.Join('/', sheet.Heading))));
    }

    [Fact]
    public void A_nested_table_is_a_table_of_its_own_numbered_after_its_outer_one()
    {
        var sheets = Pages("<table><tr><td>甲<table><tr><td>内</td></tr></table>乙</td><td>丙</td></tr></table><table style='display:none'><tr><td>后</td></tr></table>");
        Assert.Equal([("表1", "1| 甲乙 | 丙", false), ("表2", "1| 内", false), ("表3", "1| 后", true)], sheets.Select(sheet => (sheet.Name, sheet.Lines[0], sheet.IsHidden)));
    }

    [Fact]
    public void Worksheets_keep_their_names_and_the_row_that_only_holds_widths_is_none()
    {
        const string Excel = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>6月&amp;7月</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head>" +
            "<table><col width=72><tr height=19><td>某店</td></tr><![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td></tr><![endif]></table>";
        Assert.Equal([("6月&7月", "1| 某店", 1)], Pages(Excel).Select(sheet => (sheet.Name, sheet.Lines[0], sheet.Rows.Count)));
        Assert.Equal(["6月", "表2"], Pages("<xml><x:ExcelWorkbook><x:Name>6月</x:Name><x:Other>字</x:Other></x:ExcelWorkbook></xml><table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>").Select(sheet => sheet.Name));
        Assert.Equal(["表1", "表2"], Pages("<xml><x:Name>表</x:Name><x:Name>表</x:Name></xml><table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>").Select(sheet => sheet.Name));
    }

    [Fact]
    public void Tags_out_of_place_lose_no_words()
    {
        var sheet = One("<td>a<td>b<tr><td>c</td></tr></tr></tbody><td>d</td>游离");
        Assert.Equal(["1| a | b", "2| c", "3| d"], sheet.Lines);
        Assert.Equal(["游离"], sheet.Heading);
        Assert.Equal(["1| a"], Pages("<table><table><tr><td>a</td></tr></table>")[^1].Lines);
    }

    [Fact]
    public void A_page_by_LibreOffice()
    {
        var sheet = Assert.Single(Taking.Sheets(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples", "libreoffice-ledger.html"))));
        Assert.Contains("3| 1 | 青竹餐馆 | 13800138000 | 灭火器过期 | 2022-06-30 | 2022年6月 | 85% | 1", sheet.Lines);
        Assert.Contains(new CellMerge(3, 4, 1, 1), sheet.Merges);
        Assert.Contains("Struck 5| 4 | 青竹客栈 |  | 作废", sheet.Lines);
    }

    [Theory]
    [InlineData("an error page", "<html><body>会话超时，请重新登录</body></html>", 1, "no_table")]
    [InlineData("a frame set", "<html><frameset><frame src=a></frameset><noframes><table><tr><td>a</table></noframes></html>", 1, "no_table")]
    [InlineData("zeros", "<table><tr><td>a\0\0", 1, "not_a_ledger_format")]
    [InlineData("lost text", "<table><tr><td>\uFFFD", 1, "bad_encoding")]
    [InlineData("tables in tables", "<table><tr><td>", 100_000, "too_large")]
    [InlineData("tags in tags", "<b>", 1_000_000, "too_large")]
    [InlineData("a million cells", "<td>1", 1_000_000, "too_large")]
    [InlineData("a million wide cells", "<td colspan=1000>", 1_000_000, "too_large")]
    [InlineData("a long cell", "字", 32_768, "too_large")]
    public void What_cannot_be_read_is_refused_with_its_reason(string name, string piece, int times, string code)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var page = times == 1 ? piece : "<table><tr><td>" + string.Concat(Enumerable.Repeat(piece, times));
        Assert.Equal(code, Taking.Refusal(Bytes(page), name).Code);
        // A guard against a run-away on however busy a machine, not a measure of speed.
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(5), $"{name}: {clock.Elapsed}");
    }

    [Theory]
    [InlineData("ends without beginnings", "", "<b></i>")]
    [InlineData("many attributes", "<td ", "a=1 ")]
    [InlineData("open comments", "", "<!-")]
    [InlineData("open entities", "", "&not")]
    [InlineData("half ends of styles", "<style>", "</sty{")]
    [InlineData("sheet names", "<!-- x:ExcelWorkbook", "<x:Name>")]
    public void Time_grows_with_the_page_and_no_faster(string name, string head, string piece)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            Assert.NotEmpty(Pages("<table><tr><td>a</td></tr></table>" + head + string.Concat(Enumerable.Repeat(piece, 200_000))));
        }
        catch (LedgerFormatException refusal)
        {
            Assert.Equal("too_large", refusal.Code);
        }

        // A guard against a run-away on however busy a machine, not a measure of speed.
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(5), $"{name}: {clock.Elapsed}");
    }

    [Fact]
    public void Every_limit_binds()
    {
        var page = Bytes("<table><tr><td>a<td>b<td>c<tr><td>d<tr><td>e</table><table><tr><td>f</table><table></table>");
        Assert.Contains("rows", Taking.Refusal(page, limits: new ReadLimits { Rows = 2 }).Problem, StringComparison.Ordinal);
        Assert.Contains("columns", Taking.Refusal(page, limits: new ReadLimits { Columns = 2 }).Problem, StringComparison.Ordinal);
        Assert.Contains("tables", Taking.Refusal(page, limits: new ReadLimits { Sheets = 2 }).Problem, StringComparison.Ordinal);
        Assert.Contains("bytes of text", Taking.Refusal(page, limits: new ReadLimits { TextBytes = 300 }).Problem, StringComparison.Ordinal);
        using var source = new CancellationTokenSource();
        using var stream = new MemoryStream(page);
        var sheets = LedgerReader.Read(stream, "a.xls", cancellationToken: source.Token);
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => sheets.Count());
    }
}
