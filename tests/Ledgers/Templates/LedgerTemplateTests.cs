using System.Xml.Linq;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Templates;
using SafetyAnalytics.Ledgers.Tests.Building;
using SafetyAnalytics.Ledgers.Tests.Marking;
using SafetyAnalytics.Ledgers.Tests.Words;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Tests.Templates;

public class LedgerTemplateTests
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly TemplateLists Lists = TemplateLists.From(SeedFiles.Rows);

    private static readonly string[] Filled =
    [
        "1", "青竹餐馆", "横街1号", "张某", "13800138000", "应急办", "李某", "灭火器过期", "已更换", "2022-06-30", "无",
        "2022-06-08", "磁器口社区", "消防", "一般", "已整改", "2022-06-10", "王某 2022-06-12", "日常检查",
    ];

    public static TheoryData<TemplateKind, LedgerFormat> All => new()
    {
        { TemplateKind.Plain, LedgerFormat.Xlsx }, { TemplateKind.Plain, LedgerFormat.Docx }, { TemplateKind.Extended, LedgerFormat.Xlsx }, { TemplateKind.Extended, LedgerFormat.Docx },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void The_formats_validator_finds_nothing(TemplateKind kind, LedgerFormat format) => Assert.Empty(HandedBack.Faults(Bytes(kind, format), format == LedgerFormat.Docx));

    [Theory]
    [MemberData(nameof(All))]
    public void An_unused_template_is_an_empty_table_and_nothing_else(TemplateKind kind, LedgerFormat format)
    {
        var reading = Read(Bytes(kind, format), LedgerTemplate.FileName(kind, format));
        Assert.Equal("empty_table", Assert.Single(reading.Parts).Reason);
        Assert.Empty(reading.Items);
        Assert.Empty(reading.Warnings);
        Assert.All(reading.Rows, row => Assert.Equal(RowKind.Skipped, row.Kind));
        Assert.Equal(30, reading.Rows.Count(row => row.Reason == "blank"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Its_columns_are_the_contracts_in_the_contracts_order(TemplateKind kind, LedgerFormat format)
    {
        var sheet = Taking.Sheets(Bytes(kind, format))[0];
        string[] plan = ["序号", "单位名称", "单位地址", "单位负责人", "联系电话", "责任单位", "责任人", "问题隐患", "整改措施及情况", "整改时限", "备注"];
        string[] more = ["发现日期", "社区", "行业领域", "隐患等级", "整改状态", "整改完成日期", "验收人及日期", "检查类别"];
        Assert.Equal(kind == TemplateKind.Plain ? plan : [.. plan, .. more], sheet.Rows[format == LedgerFormat.Xlsx ? 2 : 0].Cells);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_filled_one_reads_right_by_its_own_title(TemplateKind kind, LedgerFormat format)
    {
        var reading = Read(format == LedgerFormat.Xlsx ? FillSheet(Bytes(kind, format)) : FillDocument(Bytes(kind, format)), "填好的." + format);
        var part = Assert.Single(reading.Parts);
        Assert.Equal((new LedgerMonth(2022, 6), "应急办", null, new DateOnly(2022, 6, 30)), (part.Month!.Value, part.Submitter!, part.Reason, part.FilledOn!.Value));
        var item = Assert.Single(reading.Items);
        Assert.Empty(item.Issues);
        Assert.Empty(reading.Warnings);
        Assert.Equal(("灭火器过期", new DateOnly(2022, 6, 30), "应急办", true), (item.HazardText, item.Due.On!.Value, Assert.Single(item.Departments), item.HasPhone));
        Assert.Equal("青竹餐馆", Assert.Single(reading.Rows, row => row.Kind == RowKind.Hazard).UnitName);
        if (kind == TemplateKind.Plain) return;
        Assert.Equal((new DateOnly(2022, 6, 8), new DateOnly(2022, 6, 10), new DateOnly(2022, 6, 12)), (item.FoundOn!.Value, item.RectifiedOn!.Value, item.VerifiedOn!.Value));
        Assert.Equal(("磁器口社区", "消防", "一般", HazardStatus.Verified), (item.Community, item.Sector, item.Level, item.Status));
    }

    [Theory]
    [InlineData("未整改", HazardStatus.NotStarted)]
    [InlineData("已督促整改", HazardStatus.Ordered)]
    [InlineData("整改中", HazardStatus.InProgress)]
    [InlineData("部分整改", HazardStatus.Partial)]
    [InlineData("已上报", HazardStatus.Escalated)]
    [InlineData("已整改", HazardStatus.Rectified)]
    [InlineData("验收合格", HazardStatus.Verified)]
    [InlineData("已撤销", HazardStatus.Cancelled)]
    public void A_status_of_the_list_is_understood(string choice, HazardStatus status)
    {
        Assert.Contains(choice, Lists[LedgerColumn.Status]);
        Assert.Equal(status, SeedFiles.Lexicon.Statuses.Read(choice));
        Assert.Equal(8, Lists[LedgerColumn.Status].Count);
    }

    [Fact]
    public void Every_other_choice_is_understood_too()
    {
        Assert.All(Lists[LedgerColumn.Level], level => Assert.Equal(level, LevelWords.ReadColumn(level)));
        Assert.All(Lists[LedgerColumn.Community], community => Assert.Equal(community, SeedFiles.Lexicon.Community(community)));
        Assert.All(Lists[LedgerColumn.Sector], sector => Assert.Equal(sector, SeedFiles.Lexicon.Sector(sector)));
        Assert.All(Lists[LedgerColumn.ResponsibleUnit], department => Assert.NotEmpty(SeedFiles.Lexicon.Departments.Read(department)));
        Assert.NotEmpty(Lists[LedgerColumn.CheckKind]);
    }

    [Fact]
    public void A_workbooks_lists_stand_in_a_hidden_sheet_by_name()
    {
        var bytes = Bytes(TemplateKind.Extended, LedgerFormat.Xlsx);
        var rules = HandedBack.Xml(bytes, "xl/worksheets/sheet1.xml").Descendants(Sheet + "dataValidation").ToList();
        Assert.Equal(["F", "M", "N", "O", "P", "S"], rules.Where(rule => (string?)rule.Attribute("type") == "list").Select(rule => rule.Attribute("sqref")!.Value[..1]));
        Assert.Equal(["L", "Q"], rules.Where(rule => (string?)rule.Attribute("type") == "date").Select(rule => rule.Attribute("sqref")!.Value[..1]));
        var names = HandedBack.Xml(bytes, "xl/workbook.xml").Descendants(Sheet + "definedName").ToDictionary(name => name.Attribute("name")!.Value, name => name.Value);
        var list = Taking.Sheets(bytes)[1];
        Assert.True(list.IsHidden);
        Assert.Equal($"下拉选项!$A$3:$A${Lists[LedgerColumn.ResponsibleUnit].Count + 2}", names["选项_责任单位"]);
        Assert.Equal(Lists[LedgerColumn.ResponsibleUnit], list.Rows.Skip(2).Select(row => row.Cells[0]).Where(choice => choice.Length > 0));
        Assert.All(rules.Where(rule => (string?)rule.Attribute("type") == "list"), rule => Assert.Contains(rule.Value, names.Keys));
        Assert.Equal("台账!$1:$3", names["_xlnm.Print_Titles"]);
    }

    [Fact]
    public void A_documents_lists_are_controls_and_its_header_repeats()
    {
        var document = HandedBack.Xml(Bytes(TemplateKind.Extended, LedgerFormat.Docx), "word/document.xml");
        Assert.Equal(30, document.Descendants(Word + "comboBox").Count(box => box.Elements().Any(item => (string?)item.Attribute(Word + "value") == "应急办")));
        Assert.Equal(30, document.Descendants(Word + "dropDownList").Count(box => box.Elements().Any(item => (string?)item.Attribute(Word + "value") == "重大")));
        Assert.Equal(60, document.Descendants(Word + "date").Count());
        Assert.NotNull(Assert.Single(document.Descendants(Word + "tblHeader")).Ancestors(Word + "tr").Single());
        Assert.Equal("landscape", document.Descendants(Word + "pgSz").Single().Attribute(Word + "orient")!.Value);
    }

    [Fact]
    public void Prompts_that_a_program_took_for_text_are_still_blank()
    {
        var document = HandedBack.Xml(Bytes(TemplateKind.Extended, LedgerFormat.Docx), "word/document.xml");
        document.Descendants(Word + "sdt").ToList().ForEach(control => control.ReplaceWith(control.Element(Word + "sdtContent")!.Nodes()));
        var reading = Read(new ZipCopy(Bytes(TemplateKind.Extended, LedgerFormat.Docx)).With("word/document.xml", document).Bytes(), "模板.docx");
        Assert.Empty(reading.Items);
        Assert.Equal(30, reading.Rows.Count(row => row.Reason == "blank"));
    }

    [Fact]
    public void Somebodys_own_sheet_of_that_name_is_read()
    {
        var reading = Read(new XlsxBuilder().Sheet("下拉选项", [["应急办2022年6月台账"], [.. Filled.Take(11).Select((_, i) => ColumnNames.Of((LedgerColumn)i))], [.. Filled.Take(11)]]).Bytes(), "台账.xlsx");
        Assert.Single(reading.Items);
    }

    [Fact]
    public void Another_format_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => LedgerTemplate.Write(TemplateKind.Plain, LedgerFormat.Csv, Lists, new MemoryStream()));

    internal static byte[] Bytes(TemplateKind kind, LedgerFormat format)
    {
        using var bytes = new MemoryStream();
        LedgerTemplate.Write(kind, format, Lists, bytes);
        return bytes.ToArray();
    }

    private static FileReading Read(byte[] bytes, string name) => HandedBack.Read(HandedBack.Land(bytes, name));

    /// <summary>As a person fills it in: title, sender and the first row.</summary>
    private static byte[] FillSheet(byte[] bytes)
    {
        var sheet = HandedBack.Xml(bytes, "xl/worksheets/sheet1.xml");
        foreach (var text in sheet.Descendants(Sheet + "t")) text.Value = FillLine(text.Value);
        var row = sheet.Descendants(Sheet + "row").Single(row => row.Attribute("r")!.Value == "4");
        foreach (var (cell, i) in row.Elements().Select((cell, i) => (cell, i)).Skip(1))
        {
            var isDay = (string?)cell.Attribute("s") == "5";
            if (!isDay) cell.SetAttributeValue("t", "str");
            cell.Add(new XElement(Sheet + "v", isDay ? (DateOnly.Parse(Filled[i], System.Globalization.CultureInfo.InvariantCulture).DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(System.Globalization.CultureInfo.InvariantCulture) : Filled[i]));
        }

        return new ZipCopy(bytes).With("xl/worksheets/sheet1.xml", sheet).Bytes();
    }

    private static byte[] FillDocument(byte[] bytes)
    {
        var document = HandedBack.Xml(bytes, "word/document.xml");
        foreach (var text in document.Descendants(Word + "t").Where(text => text.Value.Contains("__", StringComparison.Ordinal))) text.Value = FillLine(text.Value);
        var row = document.Descendants(Word + "tr").ElementAt(1);
        foreach (var (cell, i) in row.Elements(Word + "tc").Select((cell, i) => (cell, i)).Skip(1))
        {
            cell.Descendants(Word + "showingPlcHdr").Remove();
            if (cell.Descendants(Word + "t").SingleOrDefault() is { } chosen) chosen.Value = Filled[i];
            else cell.Element(Word + "p")!.Add(new XElement(Word + "r", new XElement(Word + "t", Filled[i])));
        }

        return new ZipCopy(bytes).With("word/document.xml", document).Bytes();
    }

    private static string FillLine(string line) => line
        .Replace("____年____月安全隐患台账", "2022年6月安全隐患台账", StringComparison.Ordinal)
        .Replace("填报单位：________________", "填报单位：应急办", StringComparison.Ordinal)
        .Replace("填报时间：____年____月____日", "填报时间：2022年6月30日", StringComparison.Ordinal);
}
