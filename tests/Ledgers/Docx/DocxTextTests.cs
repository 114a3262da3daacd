using SafetyAnalytics.Ledgers.Tests.Building;
using static SafetyAnalytics.Ledgers.Tests.Building.DocxBuilder;

namespace SafetyAnalytics.Ledgers.Tests.Docx;

public class DocxTextTests
{
    private static string Shown(string cell) => Taking.Sheet(new DocxBuilder().Raw(Tbl(Tr(Tc(cell), "。"))).Bytes()).Cell(1, 0);

    private static string Sym(string font, string code) => P($"<w:r><w:sym w:font=\"{font}\" w:char=\"{code}\"/></w:r>");

    private static string Box(string state, string content) => $"<w:sdt><w:sdtPr><w14:checkbox>{state}</w14:checkbox></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    public static TheoryData<string, string> Texts { get; } = new()
    {
        { "一\n二", "一\n二" },
        { "\n一\n\n二\n\n", "一\n\n二" },
        { P(R("灭火") + R("器")), "灭火器" },
        { P("<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:cr/><w:t>三</w:t><w:tab/><w:t>四</w:t></w:r>"), "一\n二\n三\t四" },
        { P("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2层</w:t><w:softHyphen/></w:r>"), "1-2层" },
        { P("<w:r><w:t>一</w:t><w:br w:type=\"page\"/><w:lastRenderedPageBreak/><w:t>二</w:t></w:r>"), "一二" },
        { P("<w:hyperlink>" + R("链") + "</w:hyperlink><w:smartTag>" + R("标") + "</w:smartTag><w:fldSimple w:instr=\"DATE\">" + R("域") + "</w:fldSimple>"), "链标域" },

        // Tracked changes, as accepted.
        { P($"<w:del><w:r><w:delText>5月</w:delText></w:r></w:del><w:ins>{R("6月")}</w:ins>{R("底前")}"), "6月底前" },
        { P($"<w:moveFrom>{R("旧")}</w:moveFrom><w:moveTo>{R("新")}</w:moveTo>"), "新" },
        { P($"<w:ins><w:del>{R("添了又删")}</w:del></w:ins>{R("留")}"), "留" },
        { P(R("上"), "<w:rPr><w:del/></w:rPr>") + P(R("下")), "上下" },
        { P(R("字", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")), "字" },

        // What is not seen.
        { P(R("见") + R("隐", "<w:vanish/>") + R("显", "<w:vanish w:val=\"0\"/>")), "见显" },
        { P(R("文") + "<w:r><w:commentReference/></w:r><w:r><w:footnoteReference/></w:r>"), "文" },
        { P("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>码</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + R("3") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + R("页")), "3页" },
        { P("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + R("漏")) + P(R("后")), "后" },
        { P("<mc:AlternateContent><mc:Choice>" + R("选") + "</mc:Choice><mc:Fallback>" + R("退") + "</mc:Fallback></mc:AlternateContent>"), "选" },
        { P("<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" + P("框") + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>" + "</w:pict></mc:Fallback></mc:AlternateContent><w:t>外</w:t></w:r>"), "外" },
        { P("<w:r><w:ruby><w:rt><w:r><w:t>yin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>音</w:t></w:r></w:rubyBase></w:ruby></w:r>"), "音" },
        { P(R("≥") + "<m:oMath><m:f><m:fPr/><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"), "≥12" },

        // Ticks.
        { Sym("Wingdings", "F0FE"), "☑" },
        { Sym("Wingdings", "F0A8"), "□" },
        { Sym("Wingdings", "006F"), "□" },
        { Sym("Wingdings 2", "F052"), "☑" },
        { Sym("Wingdings 2", "00A3"), "□" },
        { Sym("Wingdings", "F0FC"), "√" },
        { Sym("Symbol", "F0B3"), "\uF0B3" },
        { Sym("Wingdings", "zz"), "" },
        { P(R("þ", "<w:rFonts w:ascii=\"Wingdings\"/>") + R("已整改")), "☑已整改" },
        { P(R("\uF0A8未整改")), "□未整改" },
        { P(Box("<w14:checked w14:val=\"1\"/><w14:checkedState w14:val=\"2612\"/>", R("☒")) + R("已整改 ") + Box("<w14:checked w14:val=\"0\"/>", R("☐")) + R("未整改")), "☑已整改 □未整改" },
        { Box("<w14:checked w14:val=\"1\"/>", P(R("☒"))), "☑" },
        { P("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + R("是")), "☑是" },
        { P("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + R("单击输入文字") + "</w:sdtContent></w:sdt>" + R("某店")), "某店" },
        { P("<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>" + R("2022-06-30") + "</w:sdtContent></w:sdt>"), "2022-06-30" },
    };

    [Theory, MemberData(nameof(Texts))]
    public void A_cell_is_what_is_seen_with_all_changes_accepted(string cell, string expected) => Assert.Equal(expected, Shown(cell));

    private const string Lists = """
        <w:abstractNum w:abstractNumId="7">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="9"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircleChinese"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="10"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="11"><w:lvl w:ilvl="0"><w:numFmt w:val="hindiVowels"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>
        <w:num w:numId="4"><w:abstractNumId w:val="10"/></w:num>
        <w:num w:numId="5"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        <w:num w:numId="6"><w:abstractNumId w:val="11"/></w:num>
        """;

    private static string Item(string text, int list, int level = 0) => P(text.Length == 0 ? "<w:r/>" : text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    public static TheoryData<string, string> Numbered { get; } = new()
    {
        { Item("甲", 1) + Item("乙", 1) + P("丙") + Item("丁", 1), "1.甲\n2.乙\n丙\n3.丁" },
        { Item("甲", 1) + Item("乙", 1, 1) + Item("丙", 1, 1) + Item("丁", 1) + Item("戊", 1, 1), "1.甲\n1.1乙\n1.2丙\n2.丁\n2.1戊" },
        { Item("甲", 2) + Item("乙", 2) + Item("丙", 2), "九、甲\n十、乙\n十一、丙" },
        { Item("甲", 3) + Item("乙", 3), "①甲\n②乙" },
        { Item("甲", 4), "甲" },
        { Item("甲", 6), "甲" },
        { Item("甲", 99), "甲" },
        { Item("甲", 0), "甲" },
        { Item("甲", 1) + Item("乙", 5) + Item("丙", 5), "1.甲\n1.乙\n2.丙" },
        { Item("", 1), "1." },
    };

    [Theory, MemberData(nameof(Numbered))]
    public void List_numbers_are_spelled_out(string cell, string expected) =>
        Assert.Equal(expected, Taking.Sheet(new DocxBuilder().Numbering(Lists).Raw(Tbl(Tr(Tc(cell), "。"))).Bytes()).Cell(1, 0));

    [Fact]
    public void Numbers_run_on_from_row_to_row_and_may_come_from_a_style()
    {
        const string Styles = "<w:style w:styleId=\"a\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>";
        var cell = Tc(P("<w:r/>", "<w:pStyle w:val=\"b\"/>"));
        Assert.Equal(["1| 1. | 某店", "2| 2. | 某厂"], Taking.Sheet(new DocxBuilder().Numbering(Lists, Styles).Raw(Tbl(Tr(cell, "某店"), Tr(cell, "某厂"))).Bytes()).Lines);
    }

    public static TheoryData<string, int, string> Forms { get; } = new()
    {
        { "decimalZero", 3, "03" }, { "decimalFullWidth", 12, "１２" }, { "japaneseCounting", 21, "二十一" }, { "chineseCountingThousand", 105, "一百零五" }, { "chineseCounting", 1110, "一千一百一十" },
        { "chineseLegalSimplified", 12, "壹拾贰" }, { "ideographDigital", 20, "二〇" }, { "decimalEnclosedCircle", 20, "⑳" }, { "decimalEnclosedCircle", 21, "㉑" }, { "decimalEnclosedCircle", 36, "㊱" },
        { "decimalEnclosedParen", 2, "⑵" }, { "decimalEnclosedFullstop", 2, "⒉" }, { "ideographTraditional", 2, "乙" }, { "ideographZodiac", 12, "亥" }, { "upperLetter", 27, "AA" }, { "lowerLetter", 2, "b" },
        { "upperRoman", 4, "IV" }, { "lowerRoman", 9, "ix" }, { "decimalEnclosedCircle", 51, "" },
    };

    [Theory, MemberData(nameof(Forms))]
    public void Each_number_form_is_known(string form, int number, string expected)
    {
        var list = $"<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"{number}\"/><w:numFmt w:val=\"{form}\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
        Assert.Equal(expected + "甲", Taking.Sheet(new DocxBuilder().Numbering(list).Raw(Tbl(Tr(Tc(Item("甲", 1))))).Bytes()).Cell(1, 0));
    }
}
