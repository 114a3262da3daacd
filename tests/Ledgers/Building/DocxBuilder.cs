using System.Text;

namespace SafetyAnalytics.Ledgers.Tests.Building;

/// <summary>
/// A Word file from text: <c>new DocxBuilder().Paragraph("台账").Table([["单位名称"], ["某店"]]).Bytes()</c>. In cells <c>\n</c> begins a new paragraph.
/// What only Word writes is put in by hand: <see cref="Raw"/> for the body, <see cref="ZipBuilder.Part(string, string)"/> for any part.
/// </summary>
public sealed class DocxBuilder : ZipBuilder
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly StringBuilder body = new();
    private bool isPrepared;

    /// <summary>Body xml; <c>w:</c>, <c>w14:</c>, <c>mc:</c>, <c>pic:</c>, <c>v:</c> and <c>m:</c> are declared.</summary>
    public DocxBuilder Raw(string xml)
    {
        body.Append(xml);
        return this;
    }

    public DocxBuilder Paragraph(string text) => Raw(P(text));

    /// <summary>A cell beginning with <c>&lt;w:tc</c> is taken as xml.</summary>
    public DocxBuilder Table(string[][] rows) => Raw(Tbl([.. rows.Select(row => Tr(row))]));

    /// <summary>Numbering and, if given, styles: what stands inside their root elements.</summary>
    public DocxBuilder Numbering(string inside, string? styles = null)
    {
        var relationships = $"<Relationship Id=\"rId1\" Type=\"{Office}/numbering\" Target=\"numbering.xml\"/>";
        Part("word/numbering.xml", $"{Head}<w:numbering xmlns:w=\"{Main}\">{inside}</w:numbering>");
        if (styles is not null)
        {
            Part("word/styles.xml", $"{Head}<w:styles xmlns:w=\"{Main}\">{styles}</w:styles>");
            relationships += $"<Relationship Id=\"rId2\" Type=\"{Office}/styles\" Target=\"/word/styles.xml\"/>";
        }

        Part("word/_rels/document.xml.rels", XlsxBuilder.Relationships(relationships));
        return this;
    }

    public static string P(string text, string properties = "") => $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "")}{(text.StartsWith('<') ? text : R(text))}</w:p>";

    public static string R(string text, string properties = "") => $"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}<w:t xml:space=\"preserve\">{Escape(text)}</w:t></w:r>";

    public static string Tc(string text, string properties = "") => $"<w:tc>{(properties.Length > 0 ? $"<w:tcPr>{properties}</w:tcPr>" : "")}{(text.StartsWith('<') ? text : string.Concat(text.Split('\n').Select(line => P(line))))}</w:tc>";

    public static string Tr(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(cell => cell.StartsWith("<w:tc>", StringComparison.Ordinal) || cell.StartsWith("<w:trPr", StringComparison.Ordinal) || cell.StartsWith("<w:sdt", StringComparison.Ordinal) ? cell : Tc(cell)))}</w:tr>";

    public static string Tbl(params string[] rows) => $"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows)}</w:tbl>";

    protected override void Prepare()
    {
        if (isPrepared) return;
        isPrepared = true;
        Default("[Content_Types].xml", $"{Head}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
        Default("_rels/.rels", XlsxBuilder.Relationships($"<Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"word/document.xml\"/>"));
        Default("word/document.xml", $"{Head}<w:document xmlns:w=\"{Main}\" xmlns:w14=\"urn:w14\" xmlns:mc=\"urn:mc\" xmlns:pic=\"urn:pic\" xmlns:v=\"urn:v\" xmlns:m=\"urn:m\" xmlns:wps=\"urn:wps\"><w:body>{body}<w:sectPr/></w:body></w:document>");
    }

    private void Default(string name, string content)
    {
        if (!Has(name)) Part(name, content);
    }
}
