using System.Text;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Tests.Building;
using SafetyAnalytics.Ledgers.Words;
using static SafetyAnalytics.Ledgers.Tests.Building.DocxBuilder;

namespace SafetyAnalytics.Ledgers.Tests.Reading;

/// <summary>Cases D09–D24, D83 and D85 from the bytes of a file to what its rows mean.</summary>
public class DirtyContainers
{
    private const string Word = "应急办2022年6月台账.docx";

    private static readonly string[] Header = Ledger.Header.Split('|');

    private static string[] Row(int number, string unit, string hazard, string measures = "已整改", string deadline = "6月30日") => [$"{number}", unit, "横街1号", "", "", "应急办", "", hazard, measures, deadline, ""];

    private static byte[] Csv(string text) => Encoding.UTF8.GetBytes(text);

    [Fact]
    public void D09_hidden_and_very_hidden_sheets_are_counted_and_not_loaded()
    {
        var reading = Ledger.OfFile(new XlsxBuilder().Sheet("6月", [Header, Row(1, "青竹餐馆", "灭火器过期")]).Sheet("藏", [Header, Row(1, "青竹超市", "通道堵塞")], "hidden").Sheet("深藏", [["a"]], "veryHidden").Bytes());
        Assert.Single(reading.Items);
        Assert.Contains("hidden_sheet", reading.Warnings);
        Assert.Equal(3, reading.Rows.Count(row => row is { Kind: RowKind.Skipped, Reason: "hidden_sheet" }));
    }

    [Fact]
    public void D10_hidden_rows_and_columns_are_loaded_and_rows_reported()
    {
        var cells = string.Concat("青竹餐馆|灭火器过期".Split('|').Select(text => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>"));
        var reading = Ledger.OfFile(new XlsxBuilder().RawSheet("6月", $"<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData><row><c t=\"inlineStr\"><is><t>单位名称</t></is></c><c t=\"inlineStr\"><is><t>问题隐患</t></is></c></row><row hidden=\"1\">{cells}</row></sheetData>").Bytes());
        Assert.Equal("灭火器过期", Assert.Single(reading.Items).HazardText);
        Assert.Contains("hidden_rows", reading.Warnings);
    }

    [Fact]
    public void D11_a_dimension_that_says_one_cell_hides_no_row()
    {
        var builder = new XlsxBuilder().Sheet("6月", [Header, .. Enumerable.Range(1, 200).Select(i => Row(i, $"青竹{i}店", "灭火器过期"))]);
        var sheet = builder.Text("xl/worksheets/sheet1.xml");
        builder.Part("xl/worksheets/sheet1.xml", sheet.Replace("<sheetData>", "<dimension ref=\"A1:A1\"/><sheetData>", StringComparison.Ordinal));
        Assert.Equal(200, Ledger.OfFile(builder.Bytes()).Items.Count);
    }

    [Theory]
    [InlineData("应急办2022年6月台账.xls")]
    [InlineData("应急办2022年6月台账.et")]
    [InlineData("应急办2022年6月台账.xlsx")]
    public void D12_the_bytes_say_what_a_file_is_not_its_name(string name)
    {
        byte[][] files =
        [
            Csv("单位名称,问题隐患\n青竹餐馆,灭火器过期"),
            Csv("<table><tr><td>单位名称<td>问题隐患<tr><td>青竹餐馆<td>灭火器过期</table>"),
            new XlsxBuilder().Sheet("6月", [["单位名称", "问题隐患"], ["青竹餐馆", "灭火器过期"]]).Bytes(),
            new CompoundBuilder().Stream("Workbook", new BiffBuilder().Sheet("6月").Text(0, 0, "单位名称").Text(0, 1, "问题隐患").Text(1, 0, "青竹餐馆").Text(1, 1, "灭火器过期").Bytes()).Bytes(),
        ];
        Assert.All(files, file => Assert.Equal("灭火器过期", Assert.Single(Ledger.OfFile(file, name).Items).HazardText));
    }

    [Fact]
    public void D13_a_password_is_named_in_every_container()
    {
        byte[][] files =
        [
            new CompoundBuilder().Stream("EncryptionInfo", [4, 0, 4, 0]).Stream("EncryptedPackage", [1, 2, 3]).Bytes(),
            new CompoundBuilder().Stream("Workbook", new BiffBuilder().Global(0x002F, 1, 0).Sheet("6月").Bytes()).Bytes(),
        ];
        Assert.All(files, file =>
        {
            var refusal = Taking.Refusal(file, "台账.xlsx");
            Assert.Equal("encrypted", refusal.Code);
            Assert.Contains("密码", refusal.Cure, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void D14_nothing_half_a_zip_and_no_zip_are_refused_with_a_reason()
    {
        var good = new XlsxBuilder().Sheet("6月", [Header]).Bytes();
        Assert.Equal("empty_file", Taking.Refusal([], "台账.xlsx").Code);
        Assert.Equal("truncated", Taking.Refusal(good[..(good.Length / 2)], "台账.xlsx").Code);
        Assert.Equal("truncated", Taking.Refusal(good[..^1], "台账.xlsx").Code);
        Assert.Equal("not_a_ledger_format", Taking.Refusal(new byte[500], "台账.xlsx").Code);
    }

    [Theory, InlineData("utf-8"), InlineData("utf-8 bom"), InlineData("utf-16"), InlineData("utf-16 bom"), InlineData("gb18030")]
    public void D15_every_encoding_gives_the_same_words_and_a_lost_one_is_refused(string name)
    {
        var encoding = name.StartsWith("utf-16", StringComparison.Ordinal) ? Encoding.Unicode : name == "gb18030" ? CodePagesEncodingProvider.Instance.GetEncoding(name)! : Encoding.UTF8;
        byte[] mark = name.EndsWith("bom", StringComparison.Ordinal) ? encoding.GetPreamble() : [];
        Assert.Equal("鈮店过期", Assert.Single(Ledger.OfFile([.. mark, .. encoding.GetBytes("序号,单位名称,问题隐患\n1,青竹餐馆,鈮店过期\n")], "应急办2022年6月.csv").Items).HazardText);
        Assert.Equal("bad_encoding", Taking.Refusal(Csv("单位名称,问题隐患\n青竹餐馆,\uFFFD过期")).Code);
    }

    [Theory, InlineData(","), InlineData("\t"), InlineData(";"), InlineData("，"), InlineData("|")]
    public void D16_every_delimiter_is_found_and_line_breaks_in_quotes_stay(string delimiter)
    {
        var text = string.Join('\n', "序号~单位名称~问题隐患~整改措施及情况~整改时限", "1~青竹餐馆~\"1.灭火器过期\n2.通道堵塞\"~已整改~6月30日").Replace("~", delimiter, StringComparison.Ordinal);
        Assert.Equal(["灭火器过期", "通道堵塞"], Ledger.OfFile(Csv(text), "应急办2022年6月.txt").Items.Select(item => item.HazardText));
        Assert.Equal(2, Ledger.OfFile(Csv("sep=" + delimiter + "\r\n" + text), "应急办2022年6月.csv").Items.Count);
    }

    [Fact]
    public void D17_a_vertical_merge_without_a_value_goes_on_and_fills_its_rows()
    {
        var reading = Ledger.OfFile(
            new DocxBuilder().Raw(Tbl(Tr("单位名称", "问题隐患", "整改时限"), Tr(Tc("青竹餐馆", "<w:vMerge w:val=\"restart\"/>"), "灭火器过期", "6月30日"), Tr(Tc("", "<w:vMerge/>"), "通道堵塞", ""), Tr("", "应急灯损坏", "6月20日"))).Bytes(),
            Word);
        Assert.Equal(["青竹餐馆", "青竹餐馆"], reading.Rows.Where(row => row.Kind == RowKind.Hazard).Select(row => row.UnitName));
        Assert.Equal((RowKind.Waiting, "no_unit"), (reading.Rows[3].Kind, reading.Rows[3].Reason));
    }

    [Fact]
    public void D18_a_row_of_fewer_cells_keeps_its_columns_by_the_grid()
    {
        var reading = Ledger.OfFile(
            new DocxBuilder().Raw(Tbl(Tr("序号", "单位名称", "单位地址", "问题隐患"), Tr("1", Tc("青竹餐馆", "<w:gridSpan w:val=\"2\"/>"), "灭火器过期"), Tr("<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>", "青竹超市", "横街2号", "通道堵塞"))).Bytes(),
            Word);
        Assert.Equal([("青竹餐馆", "灭火器过期"), ("青竹超市", "通道堵塞")], reading.Rows.Skip(1).Zip(reading.Items, (row, item) => (row.UnitName!, item.HazardText)));
    }

    [Fact]
    public void D19_tables_go_on_over_pages_and_nested_ones_stand_apart()
    {
        var nested = $"<w:tc>{P("灭火器过期")}{Tbl(Tr("照片", "说明"))}{P("")}</w:tc>";
        var reading = Ledger.OfFile(
            new DocxBuilder().Paragraph("应急办2022年6月安全生产大检查台账").Raw(Tbl(Tr("序号", "单位名称", "问题隐患"), Tr("1", "青竹餐馆", nested))).Paragraph("").Table([["序号", "单位名称", "问题隐患"], ["2", "青竹超市", "通道堵塞"]]).Table([["姓名", "签到"], ["某甲", ""]]).Bytes(),
            "台账.docx");
        Assert.Equal(["灭火器过期", "通道堵塞"], reading.Items.Select(item => item.HazardText));
        Assert.All(reading.Parts, part => Assert.Equal((new LedgerMonth(2022, 6), "应急办", null), (part.Month, part.Submitter, part.Reason)));
        Assert.Equal(2 + 1 + 2 + 2, reading.Rows.Count);
        Assert.All(reading.Rows.Where(row => row.SheetNumber is 2 or 4), row => Assert.Equal(RowKind.Skipped, row.Kind));
    }

    [Fact]
    public void D20_tracked_changes_count_as_accepted_and_notes_and_boxes_are_no_words()
    {
        var deadline = Tc(P($"<w:del><w:r><w:delText>5月底</w:delText></w:r></w:del><w:ins>{R("6月30日")}</w:ins><w:r><w:commentReference/></w:r><w:r><w:footnoteReference/></w:r>"));
        var boxed = Tc(P(R("灭火器过期") + $"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:wsp><w:txbxContent>{P("旧话")}</w:txbxContent></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><w:txbxContent>{P("旧话")}</w:txbxContent></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"));
        var moved = Tc(P($"<w:moveFrom>{R("青竹超市")}</w:moveFrom><w:moveTo>{R("青竹餐馆")}</w:moveTo>"));
        var reading = Ledger.OfFile(
            new DocxBuilder().Raw(Tbl(
                Tr("单位名称", "问题隐患", "整改时限"),
                Tr(moved, boxed, deadline),
                Tr("<w:trPr><w:del w:id=\"1\"/></w:trPr>", "青竹客栈", "已删的行", ""),
                Tr("<w:trPr><w:ins w:id=\"2\"/></w:trPr>", "青竹茶馆", "添上的行", ""))).Bytes(),
            Word);
        Assert.Equal(["灭火器过期", "添上的行"], reading.Items.Select(item => item.HazardText));
        Assert.Equal(new DateOnly(2022, 6, 30), reading.Items[0].Due.On);
        Assert.Equal("青竹餐馆", reading.Rows[1].UnitName);
    }

    [Fact]
    public void D21_an_old_Word_file_is_refused_with_its_cure()
    {
        var refusal = Taking.Refusal(new CompoundBuilder().Stream("WordDocument", [1]).Stream("1Table", [1]).Bytes(), "台账.doc");
        Assert.Equal("binary_office", refusal.Code);
        Assert.Contains(".doc", refusal.Problem, StringComparison.Ordinal);
        Assert.Contains("另存为 .xlsx 或 .docx", refusal.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void D22_a_row_of_nothing_but_a_picture_is_seen()
    {
        var reading = Ledger.OfFile(new XlsxBuilder().Sheet("6月", [Header, Row(1, "青竹餐馆", "灭火器过期"), []]).Pictures(3).Bytes());
        Assert.Equal((RowKind.Waiting, "picture_only"), (reading.Rows[2].Kind, reading.Rows[2].Reason));
    }

    [Fact]
    public void D23_a_formulas_last_result_counts_and_an_error_is_blank_and_marked()
    {
        var row = "<c r=\"A2\" t=\"str\"><f>B9</f><v>青竹餐馆</v></c>|<c r=\"B2\" t=\"inlineStr\"><is><t>灭火器过期</t></is></c>|<c r=\"C2\" t=\"e\"><f>VLOOKUP(1,A:B,2)</f><v>#REF!</v></c>".Split('|');
        var reading = Ledger.OfFile(new XlsxBuilder().Sheet("6月", [["单位名称", "问题隐患", "整改时限"], row]).Bytes());
        var item = Assert.Single(reading.Items);
        Assert.Equal(("青竹餐馆", DueKind.None), (reading.Rows[1].UnitName, item.Due.Kind));
        Assert.Contains("formula_error", item.Issues);
    }

    [Fact]
    public void D24_escapes_are_characters_and_reading_aids_are_no_words()
    {
        var builder = new XlsxBuilder().Shared("<t>灭火器_x000D_\n过期_x005F_x0041_</t>", "<t>青竹餐馆</t><rPh sb=\"0\" eb=\"2\"><t>qingzhu</t></rPh>")
            .Sheet("6月", [["单位名称", "问题隐患"], ["<c r=\"A2\" t=\"s\"><v>1</v></c>", "<c r=\"B2\" t=\"s\"><v>0</v></c>"]]);
        var reading = Ledger.OfFile(builder.Bytes());
        Assert.Equal("青竹餐馆", reading.Rows[1].UnitName);
        Assert.Equal("灭火器\n过期_x0041_", Assert.Single(reading.Items).HazardText);
    }

    [Fact]
    public void D46_a_struck_row_stays_a_row_and_is_reported()
    {
        var cells = new[] { "A2", "B2" }.Select((place, i) => $"<c r=\"{place}\" s=\"1\" t=\"inlineStr\"><is><t>{(i == 0 ? "青竹餐馆" : "灭火器过期")}</t></is></c>").ToArray();
        var reading = Ledger.OfFile(new XlsxBuilder().Format(0, font: 1).Sheet("6月", [["单位名称", "问题隐患"], cells]).Bytes());
        Assert.Equal("灭火器过期", Assert.Single(reading.Items).HazardText);
        Assert.Contains("struck_rows", reading.Warnings);
    }

    [Theory, InlineData(27), InlineData(31), InlineData(57), InlineData(58)]
    public void D49_East_Asian_date_formats_are_dates(int format)
    {
        var reading = Ledger.OfFile(new XlsxBuilder().Format(format).Sheet("6月", [["单位名称", "问题隐患", "整改时限"], ["青竹餐馆", "灭火器过期", "<c r=\"C2\" s=\"1\"><v>44742</v></c>"]]).Bytes());
        var due = Assert.Single(reading.Items).Due;
        Assert.Equal((DueKind.Date, new DateOnly(2022, 6, 30), format is 27 or 57 ? DatePrecision.Month : DatePrecision.Day), (due.Kind, due.On!.Value, due.Precision));
    }

    [Fact]
    public void D49_a_serial_number_in_a_column_of_dates_is_a_date() =>
        Assert.Equal(new DateOnly(2022, 6, 30), Assert.Single(Ledger.OfFile(Csv("单位名称,问题隐患,整改时限\n青竹餐馆,灭火器过期,44742"), "应急办2022年6月.csv").Items).Due.On);

    [Fact]
    public void D50_a_workbook_that_counts_from_1904_gives_the_same_day()
    {
        var reading = Ledger.OfFile(new XlsxBuilder().Uses1904().Format(14).Sheet("6月", [["单位名称", "问题隐患", "整改时限"], ["青竹餐馆", "灭火器过期", "<c r=\"C2\" s=\"1\"><v>43280</v></c>"]]).Bytes());
        Assert.Equal(new DateOnly(2022, 6, 30), Assert.Single(reading.Items).Due.On);
    }

    [Fact]
    public void D85_fifty_thousand_rows_stream_and_stop_when_cancelled()
    {
        var bytes = Csv(Ledger.Header.Replace('|', ',') + "\n" + string.Concat(Enumerable.Range(1, 50_000).Select(i => $"{i},青竹{i}店,横街,,,应急办,,灭火器过期,已整改,6月30日,\n")));
        using var stream = new MemoryStream(bytes);
        using var source = new CancellationTokenSource();
        using var rows = LedgerReader.Read(stream, "应急办2022年6月.csv", cancellationToken: source.Token).SelectMany(sheet => sheet.Rows).GetEnumerator();
        for (var i = 0; i < 1_000; i++) Assert.True(rows.MoveNext());
        Assert.InRange(stream.Position, 1, bytes.Length / 2);
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => { while (rows.MoveNext()) { } });
        Assert.Equal(50_001, Taking.Sheet(bytes).Rows.Count);
    }

    [Theory]
    [InlineData("2022年6月应急办.zip/台账.xlsx", "2022-06", "应急办")]
    [InlineData("2022年6月各科室.zip/应急办/台账.xlsx", "2022-06", "应急办")]
    [InlineData("应急办2022年5月.zip/2022年6月建设办.xlsx", "2022-06", "建设办")]
    [InlineData("打包.zip/台账.xlsx", null, null)]
    public void D12_a_zips_name_speaks_for_a_member_that_says_nothing(string name, string? month, string? sender)
    {
        var part = Assert.Single(Ledger.Read(Ledger.Header + "\n1|甲店||||||通道堵塞", name).Parts);
        Assert.Equal((month, sender), (part.Month?.ToString(), part.Submitter));
    }
}
