using SafetyAnalytics.Ledgers.Office;
using SafetyAnalytics.Ledgers.Xlsx;

namespace SafetyAnalytics.Ledgers.SpreadsheetXml;

/// <summary>The workbook's styles by name; a name it does not have is the plain style.</summary>
internal sealed class SpreadsheetXmlStyles
{
    private const int MostStyles = 1 << 16;
    private readonly Dictionary<string, CellStyle> styles = new(StringComparer.Ordinal);

    public bool Uses1904 { get; private set; }

    /// <summary>The first of the names that is stated: the cell's, its row's, its column's.</summary>
    public CellStyle Of(params ReadOnlySpan<string?> names)
    {
        foreach (var name in names)
        {
            if (name is not null) return styles.GetValueOrDefault(name);
        }

        return styles.GetValueOrDefault("Default");
    }

    public void Read(LedgerInput input, XmlCursor cursor)
    {
        while (cursor.NextChild(1))
        {
            if (cursor.Name != "Style" || cursor.Attribute("ID") is not { } name) continue;
            if (styles.Count == MostStyles) throw Faults.TooLarge(input, "样式数", "styles", MostStyles);
            styles[name] = Style(cursor, styles.GetValueOrDefault(cursor.Attribute("Parent") ?? "Default"));
        }
    }

    public void ReadDates(XmlCursor cursor)
    {
        while (cursor.NextChild(1)) Uses1904 |= cursor.Name == "Date1904";
    }

    private static CellStyle Style(XmlCursor cursor, CellStyle style)
    {
        while (cursor.NextChild(2))
        {
            if (cursor.Name == "NumberFormat") style = style with { Format = NumberFormat.Named(cursor.Attribute("Format") ?? "") };
            if (cursor.Name == "Font") style = style with { IsStruck = cursor.Attribute("StrikeThrough") == "1" };
        }

        return style;
    }
}
