using DocumentFormat.OpenXml.Spreadsheet;

namespace SafetyAnalytics.Pipeline.Sample.Files;

/// <summary>The few cell styles a ledger has. The order of <see cref="Formats"/> is the index cells refer to.</summary>
internal static class XlsxStyles
{
    private const uint Body = 0;
    private const uint Bold = 1;
    private const uint Large = 2;

    // Built-in number formats: 14 is the locale's short day, 31 the East-Asian yyyy年m月d日.
    private const uint General = 0;
    private const uint ShortDay = 14;
    private const uint ChineseDay = 31;

    private enum Style : uint
    {
        Plain,
        Title,
        Line,
        Header,
        Group,
        Data,
        Short,
        Chinese,
    }

    public static uint Of(RowRole role, CellForm form) => (uint)(role switch
    {
        RowRole.Title => Style.Title,
        RowRole.Line => Style.Line,
        RowRole.Header => Style.Header,
        RowRole.Group => Style.Group,
        RowRole.Data when form == CellForm.ChineseDay => Style.Chinese,
        RowRole.Data when form == CellForm.SlashDay => Style.Short,
        RowRole.Data => Style.Data,
        _ => Style.Plain,
    });

    public static Stylesheet Sheet() => new(
        new Fonts(Font(11), Font(11, isBold: true), Font(18, isBold: true)),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), Grey()),
        new Borders(new Border(), Framed()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(Formats()));

    private static IEnumerable<CellFormat> Formats() =>
    [
        Format(Body, General, isFramed: false, HorizontalAlignmentValues.General),
        Format(Large, General, isFramed: false, HorizontalAlignmentValues.Center),
        Format(Body, General, isFramed: false, HorizontalAlignmentValues.Left),
        Format(Bold, General, isFramed: true, HorizontalAlignmentValues.Center, fill: 2),
        Format(Bold, General, isFramed: true, HorizontalAlignmentValues.Left),
        Format(Body, General, isFramed: true, HorizontalAlignmentValues.Center),
        Format(Body, ShortDay, isFramed: true, HorizontalAlignmentValues.Center),
        Format(Body, ChineseDay, isFramed: true, HorizontalAlignmentValues.Center),
    ];

    private static CellFormat Format(uint font, uint number, bool isFramed, HorizontalAlignmentValues alignment, uint fill = 0) =>
        new(new Alignment { Horizontal = alignment, Vertical = VerticalAlignmentValues.Center, WrapText = isFramed })
        {
            FontId = font,
            FillId = fill,
            BorderId = isFramed ? 1U : 0U,
            NumberFormatId = number,
            ApplyAlignment = true,
            ApplyBorder = true,
            ApplyFill = true,
            ApplyFont = true,
            ApplyNumberFormat = true,
        };

    private static Font Font(double size, bool isBold = false)
    {
        var font = new Font();
        if (isBold) font.Append(new Bold());
        font.Append(new FontSize { Val = size }, new FontName { Val = "宋体" });
        return font;
    }

    private static Fill Grey() => new(new PatternFill(new ForegroundColor { Rgb = "FFD9E1F2" }) { PatternType = PatternValues.Solid });

    private static Border Framed() => new(
        new LeftBorder { Style = BorderStyleValues.Thin },
        new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin },
        new BottomBorder { Style = BorderStyleValues.Thin });
}
