using SafetyAnalytics.Ledgers.Tests.Building;
using static SafetyAnalytics.Ledgers.Tests.Building.DocxBuilder;

namespace SafetyAnalytics.Ledgers.Tests.Docx;

public class DocxTableTests
{
    private const string Begins = "<w:vMerge w:val=\"restart\"/>";
    private const string Goes = "<w:vMerge/>";

    private static TakenSheet One(params string[] rows) => Taking.Sheet(new DocxBuilder().Raw(Tbl(rows)).Bytes());

    [Fact]
    public void Tables_are_numbered_and_headed_by_the_lines_above_them()
    {
        var sheets = Taking.Sheets(new DocxBuilder().Paragraph("安全生产台账").Paragraph("").Paragraph("填报单位：应急办").Table([["单位名称", "问题隐患"], ["某店", ""]])
            .Table([["甲"]]).Paragraph("附表").Table([["乙"]]).Paragraph("填表人：某甲").Bytes());
        Assert.Equal([(1, "表1", "安全生产台账/填报单位：应急办"), (2, "表2", ""), (3, "表3", "附表")], sheets.Select(sheet => (sheet.Number, sheet.Name, string.Join('/', sheet.Heading))));
        Assert.Equal(["1| 单位名称 | 问题隐患", "2| 某店"], sheets[0].Lines);
    }

    [Fact]
    public void Vertical_merges_keep_the_text_of_their_first_cell()
    {
        var sheet = One(Tr("单位", "隐患"), Tr(Tc("某店", Begins), "甲"), Tr(Tc("under", Goes), "乙"), Tr(Tc("", Goes), "丙"), Tr("某厂", "丁"));
        Assert.Equal(["1| 单位 | 隐患", "2| 某店 | 甲", "3|  | 乙", "4|  | 丙", "5| 某厂 | 丁"], sheet.Lines);
        Assert.Equal([new CellMerge(2, 4, 0, 0)], sheet.Merges);
    }

    [Fact]
    public void Regions_over_rows_and_columns_are_one()
    {
        var sheet = One(Tr(Tc("甲", "<w:gridSpan w:val=\"2\"/>" + Begins), "乙"), Tr(Tc("", "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"continue\"/>"), "丙"));
        Assert.Equal(["1| 甲 |  | 乙", "2|  |  | 丙"], sheet.Lines);
        Assert.Equal([new CellMerge(1, 2, 0, 1)], sheet.Merges);
    }

    [Fact]
    public void Columns_are_grid_columns()
    {
        var sheet = One(
            Tr("1", "2", "3", "4"),
            Tr(Tc("a", "<w:gridSpan w:val=\"3\"/>"), "d"),
            Tr("<w:trPr><w:gridBefore w:val=\"2\"/><w:gridAfter w:val=\"1\"/></w:trPr>", "c"));
        Assert.Equal(["1| 1 | 2 | 3 | 4", "2| a |  |  | d", "3|  |  | c"], sheet.Lines);
        Assert.Equal([new CellMerge(2, 2, 0, 2)], sheet.Merges);
    }

    [Fact]
    public void A_merge_is_followed_by_column_not_by_position()
    {
        var sheet = One(Tr("a", Tc("b", Begins), Tc("c", Begins)), Tr(Tc("x", "<w:gridSpan w:val=\"1\"/>"), Tc("y"), Tc("", Goes)), Tr("<w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>", Tc("", Goes)));
        Assert.Equal(["1| a | b | c", "2| x | y", "3|"], sheet.Lines);
        Assert.Equal([new CellMerge(1, 3, 2, 2)], sheet.Merges);
    }

    [Fact]
    public void Two_regions_one_below_the_other_stay_two()
    {
        var sheet = One(Tr(Tc("甲", Begins)), Tr(Tc("", Goes)), Tr(Tc("乙", Begins)), Tr(Tc("", Goes)), Tr("丙"), Tr(Tc("丁", Goes)));
        Assert.Equal(["1| 甲", "2|", "3| 乙", "4|", "5| 丙", "6| 丁"], sheet.Lines);
        Assert.Equal([new CellMerge(1, 2, 0, 0), new CellMerge(3, 4, 0, 0)], sheet.Merges);
    }

    [Fact]
    public void The_old_horizontal_merge_is_a_merge_too()
    {
        var sheet = One(Tr(Tc("a", "<w:hMerge w:val=\"restart\"/>"), Tc("x", "<w:hMerge/>"), Tc("", "<w:hMerge w:val=\"continue\"/>"), "d"));
        Assert.Equal(["1| a |  |  | d"], sheet.Lines);
        Assert.Equal([new CellMerge(1, 1, 0, 2)], sheet.Merges);
    }

    [Fact]
    public void A_nested_table_is_a_table_of_its_own_numbered_after_its_outer_one()
    {
        var inner = Tbl(Tr("内", "里"));
        var sheets = Taking.Sheets(new DocxBuilder().Paragraph("题").Raw(Tbl(Tr("a", $"<w:tc>{P("b")}{inner}{P("")}</w:tc>"), Tr("c", "d"))).Table([["后"]]).Bytes());
        Assert.Equal([(1, "表1"), (2, "表2"), (3, "表3")], sheets.Select(sheet => (sheet.Number, sheet.Name)));
        Assert.Equal(["1| a | b", "2| c | d"], sheets[0].Lines);
        Assert.Equal(["1| 内 | 里"], sheets[1].Lines);
        Assert.Equal(["1| 后"], sheets[2].Lines);
        Assert.Equal(["题"], sheets[0].Heading);
        Assert.Empty(sheets[1].Heading);
    }

    [Fact]
    public void Content_controls_around_rows_cells_and_tables_are_seen_through()
    {
        var row = $"<w:sdt><w:sdtPr/><w:sdtContent>{Tr("c", $"<w:sdt><w:sdtContent>{Tc("d")}</w:sdtContent></w:sdt>")}</w:sdtContent></w:sdt>";
        var sheet = Taking.Sheet(new DocxBuilder().Raw($"<w:sdt><w:sdtContent>{P("题")}{Tbl(Tr("a", "b"), row)}</w:sdtContent></w:sdt>").Bytes());
        Assert.Equal(["1| a | b", "2| c | d"], sheet.Lines);
        Assert.Equal(["题"], sheet.Heading);
    }

    [Fact]
    public void Deleted_rows_cells_and_tables_are_gone()
    {
        const string Gone = "<w:trPr><w:del w:id=\"1\"/></w:trPr>";
        var sheet = Taking.Sheet(new DocxBuilder().Paragraph("题").Raw(Tbl(Tr(Gone, "x", $"<w:tc>{Tbl(Tr("y"))}</w:tc>"))).Raw(Tbl(Tr("a", "b"), Tr(Gone, "x"), Tr("<w:trPr><w:ins w:id=\"1\"/></w:trPr>", "c", Tc("z", "<w:cellDel/>"), "d"))).Bytes());
        Assert.Equal((1, "表1"), (sheet.Number, sheet.Name));
        Assert.Equal(["1| a | b", "2| c | d"], sheet.Lines);
        Assert.Equal(["题"], sheet.Heading);
    }

    [Fact]
    public void Marks_say_hidden_struck_and_picture()
    {
        const string Strike = "<w:strike/>";
        var sheet = One(
            Tr(Tc(P(R("甲", Strike) + R(" "))), Tc(P(R("乙", "<w:dstrike w:val=\"true\"/>"))), ""),
            Tr(Tc(P(R("甲", Strike))), "乙"),
            Tr(Tc(P(R("甲", "<w:strike w:val=\"0\"/>")))),
            Tr("<w:trPr><w:hidden/></w:trPr>", "甲"),
            Tr(Tc(P("<w:r><w:drawing><w:extent/><pic:graphic><pic:pic/></pic:graphic></w:drawing></w:r>"))),
            Tr(Tc(P("<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"))),
            Tr(Tc(P("<w:r><w:drawing><wps:wsp><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></wps:wsp></w:drawing></w:r>"))),
            Tr(""));
        Assert.Equal([RowMarks.Struck, RowMarks.None, RowMarks.None, RowMarks.Hidden, RowMarks.Picture, RowMarks.Picture, RowMarks.None, RowMarks.None], sheet.Rows.Select(row => row.Marks));
        Assert.Empty(sheet.Rows[6].Cells);
    }

    [Fact]
    public void Without_a_table_each_paragraph_is_a_row()
    {
        var sheet = Taking.Sheet(new DocxBuilder().Paragraph("6月无隐患").Paragraph(" ").Paragraph("应急办").Bytes());
        Assert.Equal("正文", sheet.Name);
        Assert.Equal(["1| 6月无隐患", "2| 应急办"], sheet.Lines);
    }

    [Fact]
    public void An_empty_document_has_no_table() => Assert.Equal("no_table", Taking.Refusal(new DocxBuilder().Paragraph("").Bytes()).Code);

    [Fact]
    public void Spans_without_measure_are_refused() =>
        Assert.Equal("too_large", Taking.Refusal(new DocxBuilder().Raw(Tbl(Tr(Tc("a", "<w:gridSpan w:val=\"2000000000\"/>"), "b"))).Bytes()).Code);
}
