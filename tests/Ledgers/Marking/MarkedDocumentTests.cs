using System.Xml.Linq;
using SafetyAnalytics.Ledgers.Tests.Building;
using static SafetyAnalytics.Ledgers.Tests.Building.DocxBuilder;

namespace SafetyAnalytics.Ledgers.Tests.Marking;

public class MarkedDocumentTests
{
    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    internal static readonly HandedBack Back = HandedBack.Of(Document().Bytes(), "应急办2022年6月台账.docx");

    /// <summary>A colleague's comment and shading on the deadline that is none, a deleted row, a nested table, rows merged, a header of the page.</summary>
    private static ZipBuilder Document()
    {
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        var commented = $"<w:tc><w:tcPr><w:tcW w:w=\"900\" w:type=\"dxa\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"00FF00\"/></w:tcPr><w:p><w:commentRangeStart w:id=\"7\"/>{R("2022.6.31")}<w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r></w:p></w:tc>";
        var deleted = "<w:tr><w:trPr><w:del w:id=\"1\" w:author=\"a\"/></w:trPr>" + string.Concat(Enumerable.Repeat(Tc("旧"), 4)) + "</w:tr>";
        var nested = $"<w:tc><w:tcPr/>{P("灭火器过期")}{Table([Tr("甲", "乙")], 2)}<w:p/></w:tc>";
        var builder = new DocxBuilder().Paragraph("2022年6月安全隐患台账").Paragraph("填报单位：应急办")
            .Raw(Table(
                [
                    Tr("序号", "单位名称", "问题隐患", "整改时限"), deleted,
                    Tr("1", Tc("青竹餐馆", "<w:vMerge w:val=\"restart\"/>"), nested, commented),
                    Tr("2", Tc("", "<w:vMerge/>"), "通道堵塞", "6月30日"),
                    Tr("3", "青竹超市", "应急灯损坏", "2022.13.1"),
                    Tr("4", "", "插座松动", "6月30日"),
                ],
                4))
            .Paragraph("填表人：张某");
        builder.Part("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{Type}document.main+xml\"/><Override PartName=\"/word/comments.xml\" ContentType=\"{Type}comments+xml\"/><Override PartName=\"/word/header1.xml\" ContentType=\"{Type}header+xml\"/></Types>")
            .Part("word/comments.xml", $"<w:comments xmlns:w=\"{Word}\"><w:comment w:id=\"7\" w:author=\"同事\">{P("这天对吗")}</w:comment></w:comments>")
            .Part("word/header1.xml", $"<w:hdr xmlns:w=\"{Word}\">{P("内部资料")}</w:hdr>")
            .Part("word/_rels/document.xml.rels", XlsxBuilder.Relationships($"<Relationship Id=\"rId1\" Type=\"{Office}/comments\" Target=\"comments.xml\"/><Relationship Id=\"rId2\" Type=\"{Office}/header\" Target=\"header1.xml\"/>"));
        return builder;
    }

    private static string Table(string[] rows, int columns) => $"<w:tbl><w:tblPr/><w:tblGrid>{string.Concat(Enumerable.Repeat("<w:gridCol w:w=\"900\"/>", columns))}</w:tblGrid>{string.Concat(rows)}</w:tbl>";

    [Fact]
    public void The_validator_finds_no_more_than_before()
    {
        var before = HandedBack.Faults(Document().Bytes(), isWord: true).Select(Plain).ToList();
        Assert.Empty(HandedBack.Faults(Back.Copy, isWord: true).Select(Plain).Except(before));
        Assert.Empty(HandedBack.Faults(Back.Again().Copy, isWord: true).Select(Plain).Except(before));
    }

    [Fact]
    public void It_is_the_same_file_by_name_and_meaning()
    {
        Assert.Equal("应急办2022年6月台账.docx", Back.CopyName);
        Assert.Equal(["表1 第2行第4列", "表1 第4行第4列", "表1 第5行第2列"], Back.Problems.Where(problem => problem.Code is "due_unreadable" or "no_unit").Select(problem => problem.Cell!));
        Back.MeansTheSame();
        Assert.Equal(HandedBack.Part(Document().Bytes(), "word/header1.xml"), HandedBack.Part(Back.Copy, "word/header1.xml"));
    }

    [Fact]
    public void Comments_stand_at_their_cells_beside_those_of_others()
    {
        var comments = HandedBack.Xml(Back.Copy, "word/comments.xml").Root!.Elements().ToDictionary(comment => comment.Attribute(Word + "id")!.Value, comment => (Author: comment.Attribute(Word + "author")!.Value, Words: comment.Value));
        Assert.Equal(("同事", "这天对吗"), comments["7"]);
        Assert.All(Back.Problems.Where(problem => problem.RowNumber is not null), problem => Assert.Contains(comments.Values, comment => comment.Author == "SafetyAnalytics" && comment.Words.Contains(problem.Message, StringComparison.Ordinal)));
        var anchored = Cell("2022.13.1").Descendants(Word + "commentReference").Single().Attribute(Word + "id")!.Value;
        Assert.Contains("没有13月", comments[anchored].Words, StringComparison.Ordinal);
        Assert.Equal(2, Cell("2022.6.31").Descendants(Word + "commentReference").Count());
    }

    [Fact]
    public void Cells_are_shaded_and_shaded_back_when_mended()
    {
        Assert.Equal(("FFE7A3", "00FF00"), (Shading(Back.Copy, "2022.6.31")!.Attribute(Word + "fill")!.Value, Shading(Back.Copy, "2022.6.31")!.Attribute(Word + "color")!.Value));
        var document = HandedBack.Xml(Back.Copy, "word/document.xml");
        foreach (var text in document.Descendants(Word + "t").Where(text => text.Value == "2022.6.31" || text.Value == "2022.13.1")) text.Value = "6月29日";
        var mended = HandedBack.Of(new ZipCopy(Back.Copy).With("word/document.xml", document).Bytes(), Back.Name);
        Assert.DoesNotContain(mended.Problems, problem => problem.Code == "due_unreadable");
        var days = HandedBack.Xml(mended.Copy, "word/document.xml").Descendants(Word + "tc").Where(cell => cell.Value == "6月29日").Select(cell => (string?)cell.Descendants(Word + "shd").SingleOrDefault()?.Attribute(Word + "fill")).ToList();
        Assert.Equal(["00FF00", null], days);
    }

    [Fact]
    public void The_first_page_sums_up_and_ends_with_a_page_break()
    {
        var first = HandedBack.Xml(Back.Copy, "word/document.xml").Root!.Element(Word + "body")!.Elements().First();
        Assert.Equal("sdt", first.Name.LocalName);
        Assert.Contains("月份 2022-06，报送单位 应急办", first.Value, StringComparison.Ordinal);
        Assert.Equal(Back.Problems.Count + 1, first.Descendants(Word + "tr").Count());
        Assert.Equal("page", first.Descendants(Word + "br").Last().Attribute(Word + "type")!.Value);
    }

    [Fact]
    public void The_page_is_not_read_even_where_a_program_dropped_its_control()
    {
        var dropped = Dropped(Back.Copy);
        Assert.Equal(HandedBack.Meaning(Back.Reading), HandedBack.Meaning(HandedBack.Read(HandedBack.Land(dropped, Back.Name))));
        var again = HandedBack.Of(dropped, Back.Name);
        Assert.Equal(HandedBack.Xml(Back.Copy, "word/document.xml").Descendants(Word + "p").Count(), HandedBack.Xml(again.Copy, "word/document.xml").Descendants(Word + "p").Count());
    }

    [Fact]
    public void Nor_where_a_program_kept_the_control_and_lost_its_tag()
    {
        var document = HandedBack.Xml(Back.Copy, "word/document.xml");
        document.Descendants(Word + "tag").Remove();
        var untagged = new ZipCopy(Back.Copy).With("word/document.xml", document).Bytes();
        Assert.Equal(HandedBack.Meaning(Back.Reading), HandedBack.Meaning(HandedBack.Read(HandedBack.Land(untagged, Back.Name))));
        Assert.Equal(HandedBack.Text(Back.Copy, "word/document.xml").Length, HandedBack.Text(HandedBack.Of(untagged, Back.Name).Copy, "word/document.xml").Length);
    }

    [Fact]
    public void Without_its_last_line_nothing_is_left_out()
    {
        var document = XDocument.Parse(HandedBack.Text(Dropped(Back.Copy), "word/document.xml"));
        document.Descendants(Word + "t").Single(text => text.Value.StartsWith("退回说明到此结束", StringComparison.Ordinal)).Value = "以下";
        var reading = HandedBack.Read(HandedBack.Land(new ZipCopy(Back.Copy).With("word/document.xml", document).Bytes(), Back.Name));
        Assert.Equal(Back.Reading.Items.Select(item => item.HazardText), reading.Items.Select(item => item.HazardText));
    }

    [Fact]
    public void Marked_again_nothing_stacks()
    {
        var again = Back.Again();
        Assert.Equal(HandedBack.Text(Back.Copy, "word/document.xml").Length, HandedBack.Text(again.Copy, "word/document.xml").Length);
        Assert.Equal(HandedBack.Xml(Back.Copy, "word/comments.xml").Root!.Elements().Count(), HandedBack.Xml(again.Copy, "word/comments.xml").Root!.Elements().Count());
        again.MeansTheSame();
    }

    [Fact]
    public void A_document_of_another_namespace_comes_back_as_a_workbook()
    {
        var odd = new ZipCopy(Document().Bytes());
        odd.Part("word/document.xml", Document().Text("word/document.xml").Replace(Word.NamespaceName, "urn:some:other", StringComparison.Ordinal));
        var back = HandedBack.Of(odd.Bytes(), "应急办2022年6月台账.docx");
        Assert.Equal("应急办2022年6月台账.xlsx", back.CopyName);
        Assert.Empty(HandedBack.Faults(back.Copy, isWord: false));
        var copy = HandedBack.Read(HandedBack.Land(back.Copy, back.CopyName));
        Assert.Equal(back.Reading.Items.Select(item => (item.HazardText, item.Due)), copy.Items.Select(item => (item.HazardText, item.Due)));
        Assert.Equal(back.Reading.Parts.Select(part => (part.Month, part.Submitter)), copy.Parts.Select(part => (part.Month, part.Submitter)));
    }

    /// <summary>As a program leaves it that does not know content controls.</summary>
    private static byte[] Dropped(byte[] copy)
    {
        var document = HandedBack.Xml(copy, "word/document.xml");
        var control = document.Root!.Element(Word + "body")!.Element(Word + "sdt")!;
        control.ReplaceWith(control.Element(Word + "sdtContent")!.Nodes());
        return new ZipCopy(copy).With("word/document.xml", document).Bytes();
    }

    private static XElement Cell(string text) => HandedBack.Xml(Back.Copy, "word/document.xml").Descendants(Word + "tc").Last(cell => cell.Value == text);

    private static XElement? Shading(byte[] copy, string text) => HandedBack.Xml(copy, "word/document.xml").Descendants(Word + "tc").Last(cell => cell.Value == text).Descendants(Word + "shd").SingleOrDefault();

    private static string Plain(string fault) => fault[(fault.IndexOf(": ", StringComparison.Ordinal) + 2)..];
}
