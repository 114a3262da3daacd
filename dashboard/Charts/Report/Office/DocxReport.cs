using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SafetyAnalytics.Charts.Report.Office;

/// <summary>A report as a Word document: real headings, native tables, pictures with alternative text. The same report gives the same bytes.</summary>
public sealed class DocxReport
{
    // Shorter than this, a reader finds a chapter by turning the page.
    private const int HeadingsOfLong = 8;

    private readonly MonthlyReport _report;
    private readonly IReadOnlyDictionary<string, ReportPicture> _pictures;
    private readonly Phrases _words;
    private readonly MainDocumentPart _main;
    private readonly DocxStyles _styles;
    private int _tables;
    private int _headings;
    private bool _breaksPage;
    private uint _numbers;

    private DocxReport(MonthlyReport report, IReadOnlyDictionary<string, ReportPicture> pictures, MainDocumentPart main)
    {
        (_report, _pictures, _main) = (report, pictures, main);
        _words = new Phrases(ReportWords.Resources, report.Culture);
        _styles = new DocxStyles(main);
        _numbers = 1000;
    }

    /// <param name="pictures">By the figures' keys; a figure without one is left out.</param>
    /// <param name="template">A docx whose styles, letterhead, headers and footers are kept, the report standing after its text; null for a blank page of an official document.</param>
    /// <exception cref="FormatException">The template is no Word document.</exception>
    public static byte[] Write(MonthlyReport report, IReadOnlyDictionary<string, ReportPicture> pictures, byte[]? template)
    {
        using var bytes = new MemoryStream();
        if (template is not null) bytes.Write(template);
        using (var document = template is null ? WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document) : Open(bytes))
        {
            var main = document.MainDocumentPart ?? document.AddMainDocumentPart();
            main.Document ??= new Document(new Body());
            main.Document.Body ??= new Body();
            var writer = new DocxReport(report, pictures, main);
            writer.Fill(main.Document.Body, isNew: template is null);
            if (template is null) writer.Blank(document);
        }

        return LastingZip.WithoutTimes(bytes);
    }

    internal static Run Run(string text)
    {
        var run = new Run();
        var lines = XmlLetters.Of(text).ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) run.Append(new Break());
            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    private static WordprocessingDocument Open(MemoryStream bytes)
    {
        try
        {
            var document = WordprocessingDocument.Open(bytes, isEditable: true);
            if (document.MainDocumentPart?.Document?.Body is null) throw new FormatException("The template has no text part.");
            if (document.DocumentType is not WordprocessingDocumentType.Document) document.ChangeDocumentType(WordprocessingDocumentType.Document);
            return document;
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException)
        {
            throw new FormatException($"The template is not a Word document ({fault.Message}).", fault);
        }
    }

    private void Fill(Body body, bool isNew)
    {
        // The last section's properties close a body: what is added stands before them.
        var section = body.Elements<SectionProperties>().LastOrDefault();
        section?.Remove();
        if (_report.Title.Length > 0) body.Append(Paragraph("title", _report.Title));
        if (_report.Subtitle.Length > 0) body.Append(Paragraph("subtitle", _report.Subtitle));
        var headings = _report.Blocks.OfType<HeadingBlock>().Where(heading => heading.Level <= 2).ToList();
        if (headings.Count >= HeadingsOfLong)
        {
            body.Append(Contents(headings));
            _breaksPage = true;
        }

        foreach (var block in _report.Blocks)
        {
            foreach (var element in Elements(block)) body.Append(element);
        }

        body.Append(section ?? (isNew ? DocxPage.Section(_main, _styles) : new SectionProperties()));
    }

    private void Blank(WordprocessingDocument document)
    {
        var settings = _main.AddNewPart<DocumentSettingsPart>("reportSettings");
        settings.Settings = new Settings(new DefaultTabStop { Val = 420 }, new EvenAndOddHeaders(), new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation });
        document.ChangeIdOfPart(_main, "rId1");
        var properties = document.AddCoreFilePropertiesPart();
        document.ChangeIdOfPart(properties, "rId2");
        using var core = properties.GetStream(FileMode.Create);
        var title = System.Security.SecurityElement.Escape(XmlLetters.Of(_report.Title + _report.Subtitle));
        core.Write(System.Text.Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title><dc:description>{System.Security.SecurityElement.Escape(string.Join("; ", _report.Notes.Snapshot))}</dc:description></cp:coreProperties>"));
    }

    private IEnumerable<OpenXmlElement> Elements(ReportBlock block) => block switch
    {
        HeadingBlock { Level: <= 2 } one => [Heading(one, _headings++)],
        HeadingBlock one => [Paragraph("heading" + one.Level.ToString(CultureInfo.InvariantCulture), one.Text)],
        ParagraphBlock one => [Paragraph("body", one.Text)],
        TableBlock one => Table(one.Table),
        FigureBlock one when _pictures.TryGetValue(one.Figure.Key, out var picture) => [new Paragraph(Properties("picture"), DocxPicture.Make(_main, one.Figure, picture, ++_numbers))],
        PageBlock => BreakPage(),
        _ => [],
    };

    private Paragraph Paragraph(string role, string text) => new(Properties(role), Run(text));

    /// <summary>A break belongs to the paragraph that begins the page: one of its own would leave an empty line there.</summary>
    private ParagraphProperties Properties(string role)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = _styles[role] });
        if (_breaksPage) properties.Append(new PageBreakBefore());
        _breaksPage = false;
        return properties;
    }

    private IEnumerable<OpenXmlElement> BreakPage()
    {
        _breaksPage = true;
        return [];
    }

    private Paragraph Heading(HeadingBlock heading, int position)
    {
        var name = Bookmark(position);
        var id = (5000 + position).ToString(CultureInfo.InvariantCulture);
        return new(Properties("heading" + heading.Level.ToString(CultureInfo.InvariantCulture)), new BookmarkStart { Id = id, Name = name }, Run(heading.Text), new BookmarkEnd { Id = id });
    }

    private IEnumerable<OpenXmlElement> Table(ReportTable table)
    {
        _tables++;
        yield return Paragraph("table_title", _words.With("TableTitle", _tables.ToString(CultureInfo.InvariantCulture), table.Title));
        yield return new DocxTable(_styles).Make(table);
        var rest = table.Rows.Count - (table.MostRows ?? int.MaxValue);
        var more = rest > 0 ? _words.With("Rest", rest.ToString("N0", _report.Culture), table.Title) : "";
        yield return Paragraph("table_note", more + table.Definition);
    }

    /// <summary>A field Word brings up to date when asked; until then it lists the headings, each a link, and no page that might be wrong.</summary>
    private IEnumerable<OpenXmlElement> Contents(IReadOnlyList<HeadingBlock> headings)
    {
        for (var i = 0; i < headings.Count; i++)
        {
            var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = _styles[headings[i].Level == 1 ? "contents1" : "contents2"] }));
            if (i == 0) paragraph.Append(Field(FieldCharValues.Begin), new Run(new FieldCode(" TOC \\o \"1-2\" \\h \\z \\u ") { Space = SpaceProcessingModeValues.Preserve }), Field(FieldCharValues.Separate));
            paragraph.Append(new Hyperlink(Run(headings[i].Text)) { Anchor = Bookmark(i), History = true });
            if (i == headings.Count - 1) paragraph.Append(Field(FieldCharValues.End));
            yield return paragraph;
        }
    }

    private static Run Field(FieldCharValues kind) => new(new FieldChar { FieldCharType = kind });

    private static string Bookmark(int position) => string.Create(CultureInfo.InvariantCulture, $"_Toc9704{position:000}");
}
