using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SafetyAnalytics.Charts.Report.Office;

/// <summary>
/// The styles of a document by role: a template's own where it has one of that name, else ours (GB/T 9704-2012: title 二号 小标宋, headings 三号 黑体 and 楷体, text 三号 仿宋).
/// </summary>
internal sealed class DocxStyles
{
    /// <summary>22 lines on 225 mm, in twips.</summary>
    public const int Line = 579;

    /// <summary>
    /// 28 letters of 16 points on 156 mm leave each 15.79 points, so they stand a quarter of a point closer (twentieths of a point). A grid of letters would say the same,
    /// but it also spreads the smaller letters of tables, and LibreOffice sets 22 to a line.
    /// </summary>
    private const int Tightening = -5;

    private const string Latin = "Times New Roman";
    private const string TwoLetters = "200";

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    public DocxStyles(MainDocumentPart main)
    {
        var part = main.StyleDefinitionsPart ?? main.AddNewPart<StyleDefinitionsPart>("reportStyles");
        part.Styles ??= new Styles(Defaults());
        var known = part.Styles.Elements<Style>().Where(style => style.Type?.Value == StyleValues.Paragraph && style.StyleName?.Val?.Value is not null).ToList();
        if (known.All(style => style.Default?.Value != true)) part.Styles.Append(new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "ReportNormal", Default = true });
        foreach (var style in OfficeStyle.All) _ids[style.Role] = Find(known, style) ?? Append(part.Styles, style);
        Fonts(main);
    }

    public string this[string role] => _ids[role];

    private static string? Find(IReadOnlyList<Style> known, OfficeStyle style) =>
        style.Names.Select(name => known.FirstOrDefault(one => string.Equals(one.StyleName!.Val!.Value, name, StringComparison.OrdinalIgnoreCase))?.StyleId?.Value).FirstOrDefault(id => id is not null);

    private static string Append(Styles styles, OfficeStyle style)
    {
        var made = new Style(new StyleName { Val = style.Names[0] }) { Type = StyleValues.Paragraph, StyleId = style.Id, CustomStyle = style.Names[0].All(char.IsAscii) ? null : true };
        if (Next(style.Role) is { } next) made.Append(new NextParagraphStyle { Val = next });
        made.Append(new UIPriority { Val = 1 }, new PrimaryStyle(), Paragraphs(style), Letters(style));
        styles.Append(made);
        return style.Id;
    }

    private static string? Next(string role) => role.StartsWith("heading", StringComparison.Ordinal) || role is "title" or "subtitle" ? OfficeStyle.Of("body").Id : null;

    /// <summary>In the order the schema asks for: keepNext, keepLines, …, spacing, ind, …, jc, outlineLvl.</summary>
    private static StyleParagraphProperties Paragraphs(OfficeStyle style)
    {
        var made = new StyleParagraphProperties();
        if (style.Role.StartsWith("heading", StringComparison.Ordinal) || style.Role is "table_title") made.Append(new KeepNext(), new KeepLines());
        if (IsSmall(style.Role)) made.Append(new SnapToGrid { Val = false });
        made.Append(Spacing(style.Role));
        if (Indentation(style.Role) is { } indentation) made.Append(indentation);
        made.Append(new Justification { Val = Alignment(style.Role) });
        if (style.Role.StartsWith("heading", StringComparison.Ordinal)) made.Append(new OutlineLevel { Val = style.Role[^1] - '1' });
        return made;
    }

    private static SpacingBetweenLines Spacing(string role) => role switch
    {
        "title" => Exactly(Line + 120, before: 0, after: Line / 2),
        "subtitle" => Exactly(Line, before: 0, after: Line),
        "table_head" or "table_text" => Exactly(300, before: 30, after: 30),
        "table_note" => Exactly(260, before: 60, after: 160),
        "table_title" => Exactly(Line, before: 120, after: 0),
        "picture" => new SpacingBetweenLines { Before = "120", After = "120", Line = "240", LineRule = LineSpacingRuleValues.Auto },
        "page_number" => new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto },
        _ => Exactly(Line, before: 0, after: 0),
    };

    private static SpacingBetweenLines Exactly(int line, int before, int after) =>
        new() { Before = Whole(before), After = Whole(after), Line = Whole(line), LineRule = LineSpacingRuleValues.Exact };

    private static Indentation? Indentation(string role) => role switch
    {
        "body" or "heading1" or "heading2" or "heading3" => new Indentation { FirstLineChars = 200, FirstLine = "640" },
        "contents2" => new Indentation { LeftChars = int.Parse(TwoLetters, CultureInfo.InvariantCulture), Left = "640" },
        _ => null,
    };

    private static JustificationValues Alignment(string role) => role switch
    {
        "title" or "subtitle" or "table_title" or "table_head" or "picture" => JustificationValues.Center,
        "table_text" or "table_note" or "contents1" or "contents2" => JustificationValues.Left,
        _ => JustificationValues.Both,
    };

    private static bool IsSmall(string role) => role is "picture" || (role.StartsWith("table", StringComparison.Ordinal) && role != "table_title");

    /// <summary>In the order the schema asks for.</summary>
    private static StyleRunProperties Letters(OfficeStyle style)
    {
        var made = new StyleRunProperties(new RunFonts { Ascii = Latin, HighAnsi = Latin, EastAsia = style.Font, ComplexScript = Latin });
        if (style.Role is "body" || style.Role.StartsWith("heading", StringComparison.Ordinal)) made.Append(new Spacing { Val = Tightening });
        made.Append(new Kern { Val = 0 }, new FontSize { Val = Whole(style.HalfPoints) }, new FontSizeComplexScript { Val = Whole(style.HalfPoints) });
        return made;
    }

    private static DocDefaults Defaults()
    {
        var body = OfficeStyle.Of("body");
        return new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Latin, HighAnsi = Latin, EastAsia = body.Font, ComplexScript = Latin },
                new FontSize { Val = Whole(body.HalfPoints) },
                new FontSizeComplexScript { Val = Whole(body.HalfPoints) },
                new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault());
    }

    /// <summary>What a machine takes that lacks a font: the name Word itself looks under (altName), and the family and code page it chooses by.</summary>
    private static void Fonts(MainDocumentPart main)
    {
        var part = main.FontTablePart ?? main.AddNewPart<FontTablePart>("reportFonts");
        part.Fonts ??= new Fonts();
        var known = part.Fonts.Elements<Font>().Select(font => font.Name?.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var style in OfficeStyle.All.DistinctBy(style => style.Font, StringComparer.Ordinal).Where(style => !known.Contains(style.Font)))
        {
            part.Fonts.Append(new Font(
                new AltName { Val = string.Join(',', style.Substitutes) },
                new FontCharSet { Val = "86" },
                new FontFamily { Val = style.Role is "heading1" or "table_title" or "table_head" ? FontFamilyValues.Swiss : FontFamilyValues.Modern },
                new Pitch { Val = FontPitchValues.Variable })
            { Name = style.Font });
        }
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
