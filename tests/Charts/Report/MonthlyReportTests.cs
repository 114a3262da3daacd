using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SafetyAnalytics.Charts.Report;
using SafetyAnalytics.Charts.Report.Office;
using SafetyAnalytics.Charts.Report.Phrasing;
using SafetyAnalytics.Warehouse.Reading;
using SafetyAnalytics.Warehouse.Tests.Reading;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace SafetyAnalytics.Charts.Tests.Report;

public sealed class MonthlyReportTests(ReportSnapshot fixture) : IClassFixture<ReportSnapshot>
{
    private static readonly CultureInfo s_chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en-US");

    [Theory]
    [InlineData("zh-CN", null, "2024-04")]
    [InlineData("en-US", null, "2024-04")]
    [InlineData("zh-CN", "应急办", "2024-03")]
    [InlineData("zh-CN", "金沙社区", "2022-05")]
    public void Document_and_workbook_are_valid_open_xml(string culture, string? recipient, string month)
    {
        var files = ReportFiles.Make(Read(month, recipient, CultureInfo.GetCultureInfo(culture)), ReportFormats.Docx | ReportFormats.Xlsx, template: null);
        using var document = WordprocessingDocument.Open(Stream(files, ".docx"), isEditable: false);
        using var workbook = SpreadsheetDocument.Open(Stream(files, ".xlsx"), isEditable: false);
        var validator = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365);
        Assert.Empty(validator.Validate(document).Concat(validator.Validate(workbook)).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"));
    }

    [Fact]
    public void The_same_month_of_the_same_snapshot_gives_the_same_bytes()
    {
        const ReportFormats Formats = ReportFormats.Docx | ReportFormats.Xlsx | ReportFormats.Svg;
        var (first, again) = (ReportFiles.Make(Read(), Formats, template: null), ReportFiles.Make(Read(), Formats, template: null));
        Assert.Equal(first.Select(file => file.Path), again.Select(file => file.Path));
        Assert.All(first.Zip(again), pair => Assert.True(pair.First.Content.AsSpan().SequenceEqual(pair.Second.Content), pair.First.Path));
        Assert.Equal(ReportFiles.Zip(first), ReportFiles.Zip(again));
        Assert.Equal(Read().Figures.Count + 2, first.Count);
    }

    [Fact]
    public void Headings_are_headings_tables_repeat_their_header_and_no_row_is_torn()
    {
        using var document = Document(Read());
        var body = document.MainDocumentPart!.Document!.Body!;
        var styles = document.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<W.Style>().ToDictionary(style => style.StyleId!.Value!);
        var headings = body.Elements<W.Paragraph>().Where(paragraph => StyleName(paragraph) == "heading 1").Select(paragraph => paragraph.InnerText).ToList();
        Assert.Equal("一、总体情况", headings[0]);
        Assert.Equal("十、数据说明", headings[^2]);
        Assert.StartsWith("附件", headings[^1], StringComparison.Ordinal);
        Assert.All(body.Elements<W.Table>(), table =>
        {
            var rows = table.Elements<W.TableRow>().ToList();
            Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<W.TableHeader>());
            Assert.All(rows, row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<W.CantSplit>()));
        });
        Assert.All(body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>(), picture => Assert.Contains("快照", picture.Description!.Value!, StringComparison.Ordinal));
        Assert.NotEmpty(body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>());
        Assert.Contains("TOC", body.Descendants<W.FieldCode>().First().Text, StringComparison.Ordinal);

        string? StyleName(W.Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } id ? styles[id].StyleName!.Val!.Value : null;
    }

    [Fact]
    public void The_page_is_that_of_an_official_document()
    {
        using var document = Document(Read());
        var section = document.MainDocumentPart!.Document!.Body!.Elements<W.SectionProperties>().Single();
        var margin = section.GetFirstChild<W.PageMargin>()!;
        static double Millimetres(double twips) => twips / 1440 * 25.4;
        Assert.Equal([210, 297, 37, 35, 28, 26], new double[] { section.GetFirstChild<W.PageSize>()!.Width!.Value, section.GetFirstChild<W.PageSize>()!.Height!.Value, margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value }.Select(twips => Math.Round(Millimetres(twips))));
        Assert.Equal(22, (16838 - 2098 - 1984) / section.GetFirstChild<W.DocGrid>()!.LinePitch!.Value);
        var styles = document.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<W.Style>().ToList();
        Assert.Equal(("方正小标宋简体", "44"), Letters("Title"));
        Assert.Equal(("黑体", "32"), Letters("heading 1"));
        Assert.Equal(("楷体_GB2312", "32"), Letters("heading 2"));
        Assert.Equal(("仿宋_GB2312", "32"), Letters("公文正文"));
        Assert.All(new[] { "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312" }, name => Assert.NotNull(document.MainDocumentPart.FontTablePart!.Fonts!.Elements<W.Font>().Single(font => font.Name == name).AltName));

        (string?, string?) Letters(string name) => styles.Single(style => style.StyleName!.Val == name).StyleRunProperties is { } run ? (run.RunFonts!.EastAsia, run.FontSize!.Val) : (null, null);
    }

    [Fact]
    public void A_letterhead_keeps_its_text_its_page_and_its_own_styles()
    {
        using var bytes = new MemoryStream();
        using (var made = WordprocessingDocument.Create(bytes, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            var main = made.AddMainDocumentPart();
            main.Document = new(new W.Body(new W.Paragraph(new W.Run(new W.Text("沙坪坝区磁器口街道办事处文件"))), new W.SectionProperties(new W.PageMargin { Top = 3000, Bottom = 1000, Left = 1000, Right = 1000, Header = 1, Footer = 1, Gutter = 0 })));
            main.AddNewPart<StyleDefinitionsPart>().Styles = new(new W.Style(new W.StyleName { Val = "heading 1" }) { Type = W.StyleValues.Paragraph, StyleId = "OurHeading" });
        }

        var report = Read();
        using var document = WordprocessingDocument.Open(new MemoryStream(DocxReport.Write(report, new Dictionary<string, ReportPicture>(), bytes.ToArray())), isEditable: false);
        var body = document.MainDocumentPart!.Document!.Body!;
        Assert.Equal("沙坪坝区磁器口街道办事处文件", body.Elements<W.Paragraph>().First().InnerText);
        Assert.Equal("OurHeading", body.Elements<W.Paragraph>().First(paragraph => paragraph.InnerText == "一、总体情况").ParagraphProperties!.ParagraphStyleId!.Val);
        Assert.Equal(3000, Assert.Single(body.Elements<W.SectionProperties>()).GetFirstChild<W.PageMargin>()!.Top!.Value);
        Assert.Throws<FormatException>(() => DocxReport.Write(report, new Dictionary<string, ReportPicture>(), [1, 2, 3]));
    }

    [Fact]
    public void Every_number_of_the_headline_is_the_snapshots_own()
    {
        var table = Read().Tables.Single(table => table.Key == "headline");
        var all = fixture.Snapshot.Measure(CallerScope.Everything, new([.. fixture.Snapshot.Metrics.Select(metric => metric.Key)], [], new Filter { Month = ReportMonth.Parse("2024-04") }));
        for (var i = 0; i < all.Metrics.Count; i++)
        {
            var value = all.Rows[0].Values[i];
            Assert.Equal([all.Metrics[i].LabelZh, value.Value, value.Numerator, value.Denominator], table.Rows[i].Take(4).Select(cell => cell.Value));
        }

        Assert.Equal(0.9, table.Rows[all.IndexOf("cumulative_rectification_rate")][8].Value);
    }

    [Fact]
    public void The_workbook_has_the_numbers_as_numbers_and_no_formula()
    {
        var report = Read();
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(XlsxReport.Write(report)), isEditable: false);
        var sheets = workbook.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ToList();
        Assert.Equal("口径与筛选", sheets[^1].Name!.Value);
        Assert.Equal(report.Tables.Count(table => table.Rows.Count > 0) + report.Figures.Count + 1, sheets.Count);
        var strings = workbook.WorkbookPart.SharedStringTablePart!.SharedStringTable!.Elements<DocumentFormat.OpenXml.Spreadsheet.SharedStringItem>().Select(item => item.InnerText).ToList();
        var styles = workbook.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<DocumentFormat.OpenXml.Spreadsheet.CellFormat>().ToList();
        var formulas = 0;
        foreach (var sheet in sheets)
        {
            var part = (WorksheetPart)workbook.WorkbookPart.GetPartById(sheet.Id!.Value!);
            var worksheet = part.Worksheet!;
            Assert.Equal(DocumentFormat.OpenXml.Spreadsheet.PaneStateValues.Frozen, worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Pane>().Single().State!.Value);
            Assert.Single(worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.AutoFilter>());
            Assert.Empty(worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>());
            foreach (var cell in worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().Where(cell => cell.DataType?.Value == DocumentFormat.OpenXml.Spreadsheet.CellValues.SharedString))
            {
                var isFormula = strings[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)].StartsWith('=');
                if (!isFormula) continue;
                formulas++;
                Assert.True(styles[(int)cell.StyleIndex!.Value].QuotePrefix!.Value);
            }
        }

        Assert.Contains(ReportSnapshot.Formula, strings);
        Assert.True(formulas > 0);
        Assert.Contains("𪚥记小吃店", strings);
        Assert.Equal(fixture.Snapshot.Number("select count(*) from fct_hazard_month where month = '2024-04' and overdue > 0"), report.Tables.Single(table => table.Key == "overdue").Rows.Count);
    }

    [Fact]
    public void A_department_gets_its_own_rows_by_the_same_definitions()
    {
        var report = Read("2024-04", "应急办");
        Assert.Equal("（2024年4月·应急办）", report.Subtitle);
        Assert.All(report.Tables.Single(table => table.Key == "overdue").Rows, row => Assert.Equal("应急办", row[4].Text));
        Assert.Equal(fixture.Snapshot.Number("select sum(found) from mart_month where month = '2024-04' and department = '应急办'"), report.Tables.Single(table => table.Key == "headline").Rows[0][1].Value);
        Assert.All(report.Figures, figure => Assert.Equal("范围：应急办", figure.Notes.Filters));
        Assert.Contains(Recipient.All(fixture.Snapshot), recipient => recipient.Name == "建设办");
        Assert.DoesNotContain(Recipient.All(fixture.Snapshot), recipient => UnknownMember.Is(recipient.Name ?? ""));
        Assert.Null(Recipient.Find(fixture.Snapshot, "没有的科室"));
    }

    [Fact]
    public void What_is_known_is_said_and_what_is_not_is_said_too()
    {
        var texts = Texts(Read());
        Assert.Contains(texts, text => text.StartsWith("2024年4月，新增隐患 16 条，环比", StringComparison.Ordinal));
        Assert.Contains("“五落实”情况尚无数据。", texts);
        Assert.Contains(texts, text => text.Contains("下一个重点时段为劳动节（2024年5月1日至2024年5月5日），距月末还有 1 天", StringComparison.Ordinal));
        Assert.Contains("漏报单位：双碑社区。", texts);
        Assert.Contains("本月没有重述。", texts);
        Assert.Contains(Texts(Read("2024-03")), text => text.StartsWith("本月封账后有 1 个数字发生变化", StringComparison.Ordinal));
        Assert.DoesNotContain(Texts(Read("2022-05", null, s_english)), text => text.Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public void Changes_are_points_for_shares_and_per_cent_for_counts_with_a_base()
    {
        var rows = Read().Tables.Single(table => table.Key == "headline").Rows;
        Assert.Matches(@"^[+−]\d+\.\d 个百分点$", rows.Single(row => row[0].Text == "累计整改率")[5].Text);
        Assert.Matches(@"^[+−]?\d+(（[+−]?\d+\.\d%）)?$", rows.Single(row => row[0].Text == "新增隐患")[5].Text);
        Assert.Equal("—", Read("2022-05").Tables.Single(table => table.Key == "headline").Rows[0][5].Text);
    }

    [Fact]
    public void A_month_outside_the_snapshot_is_refused() => Assert.Throws<ArgumentException>(() => Read("2019-01"));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4_000)]
    public void No_hazard_one_hazard_or_very_many_make_a_report(int hazards)
    {
        using var published = new PublishedFixture(empty: true);
        published.Write(PublishedFixture.First, hazards);
        using var snapshot = new Snapshot(Path.Combine(published.Published, PublishedFixture.First));
        var report = ReportReading.Read(snapshot, Recipient.Whole, ReportMonth.Parse("2024-04"), s_chinese, WordingFile.Load(null, s_chinese));
        var files = ReportFiles.Make(report, ReportFormats.Docx | ReportFormats.Xlsx, template: null);
        using var document = WordprocessingDocument.Open(Stream(files, ".docx"), isEditable: false);
        Assert.True(document.MainDocumentPart!.Document!.Body!.Elements<W.Table>().All(table => table.Elements<W.TableRow>().Count() <= 62));
        if (hazards == 4_000) Assert.True(report.Tables.Single(table => table.Key == "overdue").Rows.Count > 400);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document).Take(3).Select(fault => fault.Description));
    }

    [Fact]
    public void A_zip_has_no_time_in_it()
    {
        using var zip = new ZipArchive(new MemoryStream(ReportFiles.Zip(ReportFiles.Make(Read(), ReportFormats.Xlsx, template: null))));
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
    }

    private static List<string> Texts(MonthlyReport report) => [.. report.Blocks.OfType<ParagraphBlock>().Select(block => block.Text)];

    private static MemoryStream Stream(IReadOnlyList<ReportFile> files, string ending) => new(files.Single(file => file.Path.EndsWith(ending, StringComparison.Ordinal)).Content);

    private static WordprocessingDocument Document(MonthlyReport report) => WordprocessingDocument.Open(Stream(ReportFiles.Make(report, ReportFormats.Docx, template: null), ".docx"), isEditable: false);

    private MonthlyReport Read(string month = "2024-04", string? recipient = null, CultureInfo? culture = null) => ReportReading.Read(
        fixture.Snapshot, recipient is null ? Recipient.Whole : Recipient.Find(fixture.Snapshot, recipient)!, ReportMonth.Parse(month), culture ?? s_chinese, WordingFile.Load(null, culture ?? s_chinese));
}
