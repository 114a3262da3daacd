using System.Xml.Linq;
using SafetyAnalytics.Ledgers.Tests.Building;

namespace SafetyAnalytics.Ledgers.Tests.Marking;

public class MarkedWorkbookTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly HandedBack Back = HandedBack.Of(WholeWorkbook.Bytes(), "台账.xlsm");

    [Fact]
    public void The_validator_finds_no_more_than_before()
    {
        var before = HandedBack.Faults(WholeWorkbook.Bytes(), isWord: false);
        Assert.Empty(HandedBack.Faults(Back.Copy, isWord: false).Except(before));
        Assert.Empty(HandedBack.Faults(Back.Again().Copy, isWord: false).Except(before));
    }

    [Fact]
    public void It_is_the_same_file_by_name_and_meaning()
    {
        Assert.Equal("台账.xlsm", Back.CopyName);
        Back.MeansTheSame();
        Assert.Equal(["due_unreadable@J3", "no_unit@B4", "due_unreadable@J5", "unread_sheet@A1"], Back.Problems.Where(problem => problem.Column is not null && problem.Code != "missing_column").Select(problem => $"{problem.Code}@{problem.Cell}"));
    }

    [Theory]
    [InlineData("xl/vbaProject.bin")]
    [InlineData("_rels/.rels")]
    public void What_it_does_not_touch_is_the_same_byte_by_byte(string part) =>
        Assert.Equal(HandedBack.Part(WholeWorkbook.Bytes(), part), HandedBack.Part(Back.Copy, part));

    [Fact]
    public void Formulas_and_lists_stay()
    {
        var sheet = HandedBack.Xml(Back.Copy, "xl/worksheets/sheet1.xml");
        Assert.Equal("1+1", sheet.Descendants(Main + "f").Single().Value);
        Assert.Equal("\"应急办,市政办\"", sheet.Descendants(Main + "formula1").Single().Value);
        Assert.Single(sheet.Descendants(Main + "legacyDrawing"));
    }

    [Fact]
    public void A_mark_is_the_cells_own_style_with_another_fill()
    {
        var (style, fill) = Style("J3");
        Assert.Equal(("170", "1", "1"), (style.Attribute("numFmtId")!.Value, style.Attribute("fontId")!.Value, style.Attribute("borderId")!.Value));
        Assert.Single(style.Elements(Main + "alignment"));
        Assert.Equal("FFFFE7A3", fill.Descendants(Main + "fgColor").Single().Attribute("rgb")!.Value);
        var (blank, red) = Style("B4");
        Assert.Equal("1", blank.Attribute("fontId")!.Value);
        Assert.Equal("FFFFB9AE", red.Descendants(Main + "fgColor").Single().Attribute("rgb")!.Value);
    }

    [Fact]
    public void Notes_say_what_is_wrong_and_right_and_join_those_of_others()
    {
        var notes = Notes(Back.Copy);
        Assert.Equal("【退回】时限的文字无法识别。\n→ 请写成 2022-06-30 这样的日期，或“立行立改”“长期”。6月没有31日。", notes["J3"]);
        Assert.StartsWith("单位还没问到\n【退回】有隐患而没有单位名称", notes["B4"], StringComparison.Ordinal);
        Assert.Equal("看过", notes["H5"]);
        Assert.StartsWith("[对话] 这天对吗\n【退回】", notes["J5"], StringComparison.Ordinal);
        var shapes = HandedBack.Text(Back.Copy, "xl/drawings/vmlDrawing1.vml");
        Assert.Equal(notes.Count, shapes.Split("<v:shape ").Length - 1);
        Assert.Contains("<x:Row>2</x:Row><x:Column>9</x:Column>", shapes, StringComparison.Ordinal);
        Assert.Equal(1, shapes.Split("id=\"_x0000_t202\"").Length - 1);
    }

    [Fact]
    public void A_conversation_gets_an_answer()
    {
        var thread = HandedBack.Xml(Back.Copy, "xl/threadedComments/threadedComment1.xml").Root!.Elements().ToList();
        Assert.Equal(2, thread.Count);
        Assert.Equal((thread[0].Attribute("id")!.Value, "J5"), (thread[1].Attribute("parentId")!.Value, thread[1].Attribute("ref")!.Value));
        Assert.Contains("没有13月", thread[1].Value, StringComparison.Ordinal);
        var us = HandedBack.Xml(Back.Copy, "xl/persons/person.xml").Root!.Elements().Single(person => person.Attribute("displayName")!.Value == "SafetyAnalytics");
        Assert.Equal(us.Attribute("id")!.Value, thread[1].Attribute("personId")!.Value);
        Assert.Equal(2, HandedBack.Xml(Back.Again().Copy, "xl/threadedComments/threadedComment1.xml").Root!.Elements().Count());
    }

    [Fact]
    public void The_summary_is_the_first_and_only_open_tab_and_names_move_with_their_sheets()
    {
        var book = HandedBack.Xml(Back.Copy, "xl/workbook.xml");
        Assert.Equal(["退回说明", "6月's", "封面"], book.Descendants(Main + "sheet").Select(sheet => sheet.Attribute("name")!.Value));
        Assert.Equal(3, book.Descendants(Main + "sheet").Select(sheet => sheet.Attribute("sheetId")!.Value).Distinct().Count());
        Assert.Equal([("1", "'6月''s'!$A$1:$K$5"), ("2", "封面!$A$1")], book.Descendants(Main + "definedName").Select(name => (name.Attribute("localSheetId")!.Value, name.Value)));
        var view = book.Descendants(Main + "workbookView").Single();
        Assert.Equal((null, null), ((string?)view.Attribute("activeTab"), (string?)view.Attribute("firstSheet")));
        Assert.DoesNotContain("tabSelected", HandedBack.Text(Back.Copy, "xl/worksheets/sheet2.xml"), StringComparison.Ordinal);
        Assert.Contains("tabSelected=\"1\"", HandedBack.Text(Back.Copy, "xl/worksheets/sheet3.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_tells_everything_with_links_and_nothing_in_it_is_a_formula()
    {
        var xml = HandedBack.Xml(Back.Copy, "xl/worksheets/sheet3.xml");
        var sheet = Taking.Sheets(Back.Copy)[0];
        var text = string.Join('\n', sheet.Rows.SelectMany(row => row.Cells));
        Assert.Contains("月份 2022-06，报送单位 应急办", text, StringComparison.Ordinal);
        Assert.Contains("共读到 6 行", text, StringComparison.Ordinal);
        Assert.Contains("2022.6.31", text, StringComparison.Ordinal);
        Assert.Empty(xml.Descendants(Main + "f"));
        Assert.All(xml.Descendants(Main + "c"), cell => Assert.Equal("inlineStr", cell.Attribute("t")!.Value));
        Assert.Contains("'6月''s'!J3", xml.Descendants(Main + "hyperlink").Select(link => link.Attribute("location")!.Value));
        Assert.Equal(Back.Problems.Count, xml.Descendants(Main + "hyperlink").Count());
    }

    [Fact]
    public void Its_rows_are_skipped_when_it_comes_back_and_warn_of_nothing()
    {
        var reading = HandedBack.Read(HandedBack.Land(Back.Copy, "台账.xlsm"));
        Assert.All(reading.Rows.Where(row => row.SheetNumber == 1), row => Assert.Equal("hand_back_note", row.Reason));
        Assert.Equal(Back.Reading.Warnings, reading.Warnings);
    }

    [Fact]
    public void Marked_again_nothing_stacks()
    {
        var again = Back.Again();
        Assert.Equal(Notes(Back.Copy), Notes(again.Copy));
        Assert.Equal(Back.Problems.Count, again.Problems.Count);
        Assert.Equal(Taking.Sheets(Back.Copy)[0].Lines, Taking.Sheets(again.Copy)[0].Lines);
        Assert.Equal(["退回说明", "6月's", "封面"], Taking.Sheets(again.Copy).Select(sheet => sheet.Name));
        again.MeansTheSame();
        Assert.Equal(HandedBack.Xml(Back.Copy, "xl/workbook.xml").Descendants(Main + "definedName").Select(name => name.ToString()), HandedBack.Xml(again.Copy, "xl/workbook.xml").Descendants(Main + "definedName").Select(name => name.ToString()));
    }

    [Fact]
    public void Mended_its_marks_go_and_the_old_fill_is_back()
    {
        var sheet = HandedBack.Xml(Back.Copy, "xl/worksheets/sheet1.xml");
        foreach (var text in sheet.Descendants(Main + "t")) text.Value = text.Value.Replace("2022.6.31", "2022.6.30", StringComparison.Ordinal);
        var mended = HandedBack.Of(new ZipCopy(Back.Copy).With("xl/worksheets/sheet1.xml", sheet).Bytes(), "台账.xlsm");
        Assert.DoesNotContain("J3", Notes(mended.Copy).Keys);
        var fill = Style("J3", mended.Copy).Fill.Descendants(Main + "fgColor").Single();
        Assert.Equal(("4", "0.5"), (fill.Attribute("theme")!.Value, fill.Attribute("tint")!.Value));
        Assert.DoesNotContain("<x:Row>2</x:Row><x:Column>9</x:Column>", HandedBack.Text(mended.Copy, "xl/drawings/vmlDrawing1.vml"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_file_gives_the_same_bytes() => Assert.Equal(Back.Copy, HandedBack.Of(WholeWorkbook.Bytes(), "台账.xlsm").Copy);

    [Fact]
    public void A_picture_row_and_a_formula_without_result_are_marked_where_they_are()
    {
        var bytes = new XlsxBuilder().Sheet("6月", [["应急办2022年6月台账"], ["序号", "单位名称", "问题隐患", "整改时限"], ["1", "甲店", "通道堵塞", "<c r=\"D3\"><f>A1</f></c>"]]).Pictures(5).Bytes();
        var back = HandedBack.Of(bytes, "台账.xlsx");
        Assert.Equal("台账.xlsx", back.CopyName);
        Assert.Contains("公式", Notes(back.Copy)["D3"], StringComparison.Ordinal);
        Assert.Contains("图片", Notes(back.Copy)["A5"], StringComparison.Ordinal);
        back.MeansTheSame();
    }

    [Theory]
    [InlineData("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "urn:some:other")]
    [InlineData("</sheetData>", "</sheetData><!-- --><x/><x/>")]
    public void A_workbook_that_cannot_be_edited_safely_still_comes_back(string there, string instead)
    {
        var builder = new XlsxBuilder().Sheet("6月", [["应急办2022年6月台账"], ["序号", "单位名称", "问题隐患", "整改时限"], ["1", "", "通道堵塞", "6月30日"]]);
        var odd = new ZipCopy(builder.Bytes());
        foreach (var part in new[] { "xl/workbook.xml", "xl/worksheets/sheet1.xml" }) odd.Part(part, builder.Text(part).Replace(there, instead, StringComparison.Ordinal));
        var back = HandedBack.Of(odd.Bytes(), "台账.xlsx");
        Assert.Contains("单位名称", Notes(back.Copy)["B3"], StringComparison.Ordinal);
        back.MeansTheSame();
    }

    [Theory]
    [InlineData("序号,单位名称,问题隐患,整改时限\n1,=1+1,灭火器过期,2022.6.31\n2,,通道堵塞,6月30日\n")]
    [InlineData("\"应急办2022年6月台账\"\n序号,单位名称,问题隐患,整改时限\n1,甲店,\"1.灭火器；\n2.通道\",长期\n2,乙店,,\n")]
    public void A_csv_comes_back_as_a_workbook_to_be_sent_instead(string csv)
    {
        var back = HandedBack.Of(System.Text.Encoding.UTF8.GetBytes(csv), "应急办2022年6月台账.csv");
        Assert.Equal("应急办2022年6月台账.xlsx", back.CopyName);
        Assert.Empty(HandedBack.Faults(back.Copy, isWord: false));
        var sheets = Taking.Sheets(back.Copy);
        Assert.Equal(["退回说明", "台账"], sheets.Select(sheet => sheet.Name));
        Assert.Contains(sheets[0].Rows.SelectMany(row => row.Cells), text => text.Contains("请在本文件里修改", StringComparison.Ordinal));
        Assert.Equal(back.File.Sheets[0].Rows.Select(row => string.Join('|', row.Cells)), sheets[1].Rows.Select(row => string.Join('|', row.Cells)));
        Assert.Contains(Notes(back.Copy), note => note.Key is "D2" or "C4");
        back.MeansTheSame();
    }

    [Fact]
    public void Thousands_of_problems_are_capped_and_quick_even_twice()
    {
        string[][] rows = [["应急办2022年6月台账"], ["序号", "单位名称", "问题隐患", "整改时限"], .. Enumerable.Range(1, 6000).Select(i => new[] { $"{i}", i == 6000 ? "" : "甲店", $"通道堵塞{i}", "2022.6.31" })];
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var again = HandedBack.Of(new XlsxBuilder().Sheet("6月", rows).Bytes(), "台账.xlsx").Again();
        // A guard against a run-away on however busy a machine, not a measure of speed.
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(5), $"took {clock.Elapsed}");
        Assert.Equal(5000, Notes(again.Copy).Count);
        Assert.Contains("B6002", Notes(again.Copy).Keys);
        Assert.Contains(Taking.Sheets(again.Copy)[0].Rows.SelectMany(row => row.Cells), text => text == "问题太多，只列出 5000 处。");
    }

    [Fact]
    public void A_file_that_cannot_be_read_at_all_says_so() =>
        Assert.Equal("truncated", Assert.Throws<LedgerFormatException>(() => SafetyAnalytics.Ledgers.Marking.HandBack.Write(new MemoryStream([.. WholeWorkbook.Bytes().Take(400)]), "a.xlsx", [], new([], 0, 0, 0, 0), new MemoryStream())).Code);

    private static Dictionary<string, string> Notes(byte[] copy) =>
        HandedBack.Xml(copy, "xl/comments1.xml").Descendants(Main + "comment").ToDictionary(comment => comment.Attribute("ref")!.Value, comment => string.Concat(comment.Descendants(Main + "t").Select(text => text.Value)));

    private static (XElement Style, XElement Fill) Style(string cell, byte[]? copy = null)
    {
        var index = int.Parse(HandedBack.Xml(copy ?? Back.Copy, "xl/worksheets/sheet1.xml").Descendants(Main + "c").Single(one => one.Attribute("r")!.Value == cell).Attribute("s")!.Value);
        var styles = HandedBack.Xml(copy ?? Back.Copy, "xl/styles.xml");
        var style = styles.Descendants(Main + "cellXfs").Single().Elements().ElementAt(index);
        return (style, styles.Descendants(Main + "fills").Single().Elements().ElementAt(int.Parse(style.Attribute("fillId")!.Value)));
    }
}
