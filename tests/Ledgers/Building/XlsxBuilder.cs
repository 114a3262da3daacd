using System.Text;

namespace SafetyAnalytics.Ledgers.Tests.Building;

/// <summary>
/// A workbook from text. <c>new XlsxBuilder().Sheet("6月", [["单位名称"], ["某店"]]).Merge("A1:B1").Bytes()</c>.
/// What only a broken or odd file has is put in by hand: <see cref="RawSheet"/> for a sheet's xml, <see cref="ZipBuilder.Part(string, string)"/> for any part.
/// </summary>
public sealed class XlsxBuilder : ZipBuilder
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private readonly List<(string Name, string State, string Xml)> sheets = [];
    private readonly List<string> shared = [];
    private readonly List<string> formats = [];
    private readonly List<string> styles = ["<xf numFmtId=\"0\" fontId=\"0\"/>"];
    private string workbookProperties = "";
    private bool isPrepared;

    /// <summary>Cells as they would be stored: inline text; one beginning with <c>&lt;c</c> is taken as xml, an empty one is left out.</summary>
    public XlsxBuilder Sheet(string name, string[][] rows, string state = "visible") => RawSheet(name, $"<sheetData>{string.Concat(rows.Select(Row))}</sheetData>", state);

    /// <summary>What stands inside <c>worksheet</c>.</summary>
    public XlsxBuilder RawSheet(string name, string inside, string state = "visible")
    {
        sheets.Add((name, state, inside));
        return this;
    }

    /// <summary>One row of one cell, given as the attributes and content of <c>c</c>: <c>Cell("t=\"b\"", "&lt;v&gt;1&lt;/v&gt;")</c>.</summary>
    public static byte[] Cell(string attributes, string inside) => new XlsxBuilder().RawSheet("表", $"<sheetData><row r=\"1\"><c r=\"A1\" {attributes}>{inside}</c></row></sheetData>").Bytes();

    /// <summary>Merges a region of the latest sheet.</summary>
    public XlsxBuilder Merge(params string[] regions)
    {
        var (name, state, xml) = sheets[^1];
        sheets[^1] = (name, state, $"{xml}<mergeCells>{string.Concat(regions.Select(region => $"<mergeCell ref=\"{region}\"/>"))}</mergeCells>");
        return this;
    }

    /// <summary>Adds the content of an <c>si</c> to the shared texts; cells refer to it by order.</summary>
    public XlsxBuilder Shared(params string[] insides)
    {
        shared.AddRange(insides);
        return this;
    }

    /// <summary>Adds a cell style of a format the file spells out (font 1 is struck through). Styles count from 1; 0 is plain.</summary>
    public XlsxBuilder Format(string code, int font = 0)
    {
        formats.Add(code);
        return Format(163 + formats.Count, font);
    }

    /// <summary>Adds a cell style of a built-in format.</summary>
    public XlsxBuilder Format(int id, int font = 0)
    {
        styles.Add($"<xf numFmtId=\"{id}\" fontId=\"{font}\"/>");
        return this;
    }

    public XlsxBuilder Uses1904()
    {
        workbookProperties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /// <summary>Anchors pictures in the first sheet, rows from 1.</summary>
    public XlsxBuilder Pictures(params int[] rows)
    {
        var anchors = rows.Select(row =>
            $"<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>{row - 1}</xdr:row></xdr:from><xdr:to><xdr:col>1</xdr:col><xdr:row>{row + 3}</xdr:row></xdr:to><xdr:pic/></xdr:twoCellAnchor>");
        Part("xl/drawings/drawing1.xml", $"{Head}<xdr:wsDr xmlns:xdr=\"urn:drawing\">{string.Concat(anchors)}</xdr:wsDr>");
        Part("xl/worksheets/_rels/sheet1.xml.rels", Relationships($"<Relationship Id=\"rId1\" Type=\"{Office}/drawing\" Target=\"../drawings/drawing1.xml\"/>"));
        return this;
    }

    public static string Relationships(string inside) => $"{Head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inside}</Relationships>";

    protected override void Prepare()
    {
        if (isPrepared) return;
        isPrepared = true;
        Default("[Content_Types].xml", $"{Head}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
        Default("_rels/.rels", Relationships($"<Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        var list = sheets.Select((sheet, index) => $"<sheet name=\"{Escape(sheet.Name)}\" sheetId=\"{index + 1}\" state=\"{sheet.State}\" r:id=\"rId{index + 1}\"/>");
        Default("xl/workbook.xml", $"{Head}<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\">{workbookProperties}<sheets>{string.Concat(list)}</sheets></workbook>");
        var targets = sheets.Select((_, index) => $"<Relationship Id=\"rId{index + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{index + 1}.xml\"/>")
            .Append($"<Relationship Id=\"rIdS\" Type=\"{Office}/styles\" Target=\"styles.xml\"/>")
            .Append($"<Relationship Id=\"rIdT\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/>");
        Default("xl/_rels/workbook.xml.rels", Relationships(string.Concat(targets)));
        Default("xl/styles.xml", StylesXml());
        Default("xl/sharedStrings.xml", $"{Head}<sst xmlns=\"{Main}\">{string.Concat(shared.Select(inside => $"<si>{inside}</si>"))}</sst>");
        for (var i = 0; i < sheets.Count; i++)
        {
            Default($"xl/worksheets/sheet{i + 1}.xml", $"{Head}<worksheet xmlns=\"{Main}\" xmlns:r=\"{Office}\">{sheets[i].Xml}</worksheet>");
        }
    }

    private static string Row(string[] cells, int index)
    {
        var xml = new StringBuilder($"<row r=\"{index + 1}\">");
        for (var column = 0; column < cells.Length; column++)
        {
            var cell = cells[column];
            if (cell.StartsWith("<c", StringComparison.Ordinal)) xml.Append(cell);
            else if (cell.Length > 0) xml.Append($"<c r=\"{Letters(column)}{index + 1}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escape(cell)}</t></is></c>");
        }

        return xml.Append("</row>").ToString();
    }

    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private string StylesXml()
    {
        var named = formats.Select((code, index) => $"<numFmt numFmtId=\"{164 + index}\" formatCode=\"{Escape(code)}\"/>");
        return $"{Head}<styleSheet xmlns=\"{Main}\"><numFmts>{string.Concat(named)}</numFmts><fonts><font/><font><strike/></font></fonts><cellStyleXfs><xf numFmtId=\"14\" fontId=\"1\"/></cellStyleXfs><cellXfs>{string.Concat(styles)}</cellXfs></styleSheet>";
    }

    private void Default(string name, string content)
    {
        if (!Has(name)) Part(name, content);
    }
}
