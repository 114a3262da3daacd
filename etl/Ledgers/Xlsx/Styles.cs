using System.Globalization;
using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Xlsx;

/// <summary>What a cell's style says that we keep.</summary>
internal readonly record struct CellStyle(NumberFormat Format, bool IsStruck);

/// <summary>The workbook's cell styles by position; a position it does not have is the plain style.</summary>
internal sealed class Styles
{
    /// <summary>Excel itself stops at 65,490.</summary>
    private const int MostStyles = 1 << 20;

    private readonly Dictionary<int, NumberFormat> formats = [];
    private readonly List<bool> struckFonts = [];
    private readonly List<(int Format, int Font)> uses = [];
    private CellStyle[] styles = [];

    private Styles()
    {
    }

    public CellStyle this[int index] => (uint)index < (uint)styles.Length ? styles[index] : default;

    /// <param name="part">Null: the workbook has no styles.</param>
    public static Styles Read(LedgerInput input, OfficePackage package, string? part)
    {
        var read = new Styles();
        if (part is null) return read;

        using var cursor = package.Open(part);
        cursor.ToRoot();
        while (cursor.NextChild(0))
        {
            var group = cursor.Name;
            while (group is "numFmts" or "fonts" or "cellXfs" && cursor.NextChild(1))
            {
                if (group == "numFmts") read.AddFormat(cursor);
                else if (group == "fonts") read.struckFonts.Add(IsStruck(cursor));
                else read.uses.Add((Number(cursor, "numFmtId"), Number(cursor, "fontId")));
                if (read.formats.Count + read.struckFonts.Count + read.uses.Count > MostStyles) throw Faults.TooLarge(input, "样式数", "styles", MostStyles);
            }
        }

        cursor.Finish();
        read.styles = [.. read.uses.Select(read.Resolve)];
        return read;
    }

    private void AddFormat(XmlCursor cursor)
    {
        if (cursor.Attribute("formatCode") is { } code) formats[Number(cursor, "numFmtId")] = NumberFormat.Parse(code);
    }

    private CellStyle Resolve((int Format, int Font) use) => new(
        formats.TryGetValue(use.Format, out var format) ? format : NumberFormat.BuiltIn(use.Format),
        (uint)use.Font < (uint)struckFonts.Count && struckFonts[use.Font]);

    private static bool IsStruck(XmlCursor cursor)
    {
        var depth = cursor.Depth;
        var isStruck = false;
        while (cursor.NextChild(depth))
        {
            if (cursor.Name == "strike") isStruck = cursor.IsOn();
        }

        return isStruck;
    }

    private static int Number(XmlCursor cursor, string attribute) =>
        int.TryParse(cursor.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
