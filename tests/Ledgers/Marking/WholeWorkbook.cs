using SafetyAnalytics.Ledgers.Tests.Building;

namespace SafetyAnalytics.Ledgers.Tests.Marking;

/// <summary>A workbook with all that a clerk's file may hold beside its cells: names, lists, notes, conversations, macros, a chosen second tab.</summary>
internal static class WholeWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Threads = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
    private const string Thread = "{11111111-1111-1111-1111-111111111111}";
    private const string Person = "{22222222-2222-2222-2222-222222222222}";

    private static readonly string[] Columns = ["序号", "单位名称", "单位地址", "单位负责人", "联系电话", "责任单位", "责任人", "问题隐患", "整改措施及情况", "整改时限", "备注"];

    /// <summary>J3: a deadline that is none, in a style of its own. B4: no unit, with a note of a colleague's. J5: a day too many, in conversation. K3 carries a formula.</summary>
    public static byte[] Bytes()
    {
        string[] types =
        [
            Type("xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"), Type("xl/worksheets/sheet1.xml", Xml("worksheet")), Type("xl/worksheets/sheet2.xml", Xml("worksheet")),
            Type("xl/styles.xml", Xml("styles")), Type("xl/comments1.xml", Xml("comments")),
            Type("xl/threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments+xml"), Type("xl/persons/person.xml", "application/vnd.ms-excel.person+xml"),
        ];
        return new ZipBuilder()
            .Part("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/><Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>{string.Concat(types)}</Types>")
            .Part("_rels/.rels", XlsxBuilder.Relationships(Link("rId1", Office + "/officeDocument", "xl/workbook.xml")))
            .Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><bookViews><workbookView firstSheet=\"1\" activeTab=\"1\"/></bookViews><sheets><sheet name=\"6月's\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"封面\" sheetId=\"4\" r:id=\"rId2\"/></sheets><definedNames><definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">'6月''s'!$A$1:$K$5</definedName><definedName name=\"_xlnm.Print_Area\" localSheetId=\"1\">封面!$A$1</definedName></definedNames></workbook>")
            .Part("xl/_rels/workbook.xml.rels", XlsxBuilder.Relationships(Link("rId1", Office + "/worksheet", "worksheets/sheet1.xml") + Link("rId2", Office + "/worksheet", "worksheets/sheet2.xml") + Link("rId3", Office + "/styles", "styles.xml") + Link("rId4", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin") + Link("rId5", "http://schemas.microsoft.com/office/2017/10/relationships/person", "persons/person.xml")))
            .Part("xl/vbaProject.bin", [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 0, 255])
            .Part("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\"@\"/></numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"宋体\"/></font><font><b/><sz val=\"12\"/><name val=\"宋体\"/></font></fonts><fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor theme=\"4\" tint=\"0.5\"/><bgColor indexed=\"64\"/></patternFill></fill></fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style=\"thick\"/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"170\" fontId=\"1\" fillId=\"2\" borderId=\"1\" xfId=\"0\" applyFill=\"1\"><alignment wrapText=\"1\"/></xf><xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs></styleSheet>")
            .Part("xl/worksheets/sheet1.xml", Ledger())
            .Part("xl/worksheets/sheet2.xml", $"<worksheet xmlns=\"{Main}\"><sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>封面</t></is></c></row></sheetData></worksheet>")
            .Part("xl/worksheets/_rels/sheet1.xml.rels", XlsxBuilder.Relationships(Link("rId1", Office + "/vmlDrawing", "../drawings/vmlDrawing1.vml") + Link("rId2", Office + "/comments", "../comments1.xml") + Link("rId3", "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", "../threadedComments/threadedComment1.xml")))
            .Part("xl/comments1.xml", $"<comments xmlns=\"{Main}\"><authors><author>同事</author><author>tc={Thread}</author></authors><commentList><comment ref=\"B4\" authorId=\"0\" shapeId=\"0\"><text><t>单位还没问到</t></text></comment><comment ref=\"H5\" authorId=\"0\" shapeId=\"0\"><text><r><t>看过</t></r></text></comment><comment ref=\"J5\" authorId=\"1\" shapeId=\"0\"><text><t>[对话] 这天对吗</t></text></comment></commentList></comments>")
            .Part("xl/drawings/vmlDrawing1.vml", $"<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"/>{Shape(1025, 3, 1)}{Shape(1026, 4, 7)}{Shape(1027, 4, 9)}<!-- <br> --></xml>")
            .Part("xl/threadedComments/threadedComment1.xml", $"<ThreadedComments xmlns=\"{Threads}\"><threadedComment ref=\"J5\" dT=\"2022-06-30T08:00:00.00\" personId=\"{Person}\" id=\"{Thread}\"><text>这天对吗</text></threadedComment></ThreadedComments>")
            .Part("xl/persons/person.xml", $"<personList xmlns=\"{Threads}\"><person displayName=\"同事\" id=\"{Person}\" userId=\"1\" providerId=\"None\"/></personList>")
            .Bytes();
    }

    private static string Ledger()
    {
        string[][] rows =
        [
            ["应急办2022年6月安全隐患台账"], Columns,
            ["1", "=cmd|' /C calc'!A0", "横街1号", "张某", "13800138000", "应急办", "", "灭火器过期", "已整改", "2022.6.31"],
            ["2", "", "", "", "", "", "", "通道堵塞", "整改中", "6月30日"],
            ["3", "青竹超市", "", "", "", "", "", "应急灯损坏", "整改中", "2022.13.1"],
        ];
        var cells = rows.Select((row, i) => $"<row r=\"{i + 1}\">{string.Concat(row.Select((text, column) => text.Length == 0 ? "" : $"<c r=\"{(char)('A' + column)}{i + 1}\"{(column == 9 ? " s=\"1\"" : "")} t=\"inlineStr\"><is><t xml:space=\"preserve\">{text.Replace("&", "&amp;", StringComparison.Ordinal)}</t></is></c>"))}{(i == 2 ? "<c r=\"K3\"><f>1+1</f><v>2</v></c>" : "")}</row>");
        return $"<worksheet xmlns=\"{Main}\" xmlns:r=\"{Office}\"><cols><col min=\"2\" max=\"2\" width=\"12\" style=\"2\"/></cols><sheetData>{string.Concat(cells)}</sheetData><dataValidations count=\"1\"><dataValidation type=\"list\" allowBlank=\"1\" sqref=\"F3:F9\"><formula1>\"应急办,市政办\"</formula1></dataValidation></dataValidations><legacyDrawing r:id=\"rId1\"/></worksheet>";
    }

    private static string Shape(int id, int row, int column) => $"<v:shape id=\"_x0000_s{id}\" type=\"#_x0000_t202\" style=\"visibility:hidden\"><v:textbox/><x:ClientData ObjectType=\"Note\"><x:Anchor>1,1,1,1,2,2,2,2</x:Anchor><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>";

    private static string Type(string part, string type) => $"<Override PartName=\"/{part}\" ContentType=\"{type}\"/>";

    private static string Xml(string kind) => $"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml";

    private static string Link(string id, string type, string target) => $"<Relationship Id=\"{id}\" Type=\"{type}\" Target=\"{target}\"/>";
}
