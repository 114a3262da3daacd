using System.Globalization;

namespace SafetyAnalytics.Charts.Report.Office;

/// <summary>Cells of a workbook as XML: numbers are numbers, days are days, and a text never becomes a formula.</summary>
internal sealed class XlsxCells
{
    // The order of the cell formats in Styles.
    private const int TextStyle = 1;
    private const int HeadStyle = 2;
    private const int CountStyle = 3;
    private const int ShareStyle = 4;
    private const int PointsStyle = 5;
    private const int DaysStyle = 6;
    private const int DayStyle = 7;

    /// <summary>Excel's own apostrophe: a text that looks like a formula stays one even when somebody edits its cell.</summary>
    private const int HarmlessStyle = 8;

    private const int LongestText = 32767;

    private readonly Dictionary<string, int> _strings = new(StringComparer.Ordinal);
    private readonly List<string> _inOrder = [];

    public IReadOnlyList<string> Strings => _inOrder;

    /// <param name="points">The unit behind a difference of shares.</param>
    public static string Styles(string points, string font) =>
        $"""
        <styleSheet xmlns="{XlsxReport.Main}"><numFmts count="3"><numFmt numFmtId="164" formatCode="+0.0&quot;{points}&quot;;\-0.0&quot;{points}&quot;;0.0&quot;{points}&quot;"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="166" formatCode="#,##0.##"/></numFmts><fonts count="2"><font><sz val="11"/><name val="{font}"/></font><font><b/><sz val="11"/><name val="{font}"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7EEF4"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="9"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """;

    public string Head(string label, string reference) => Text(label, reference, HeadStyle);

    /// <returns>Empty for what is not known.</returns>
    public string Cell(ReportCell cell, string reference) => (cell.Kind, cell.Value) switch
    {
        (_, null) => "",
        (CellKind.Day, DateOnly day) => Number(day.DayNumber - s_epoch, reference, DayStyle),
        (CellKind.Share, double share) => Number(share, reference, ShareStyle),
        (CellKind.Points, double share) => Number(Math.Round(share * 100, 9), reference, PointsStyle),
        (CellKind.Days, double days) => Number(days, reference, DaysStyle),
        (_, double number) => Number(number, reference, CountStyle),
        (_, var text) => Text(Convert.ToString(text, CultureInfo.InvariantCulture)!, reference, TextStyle),
    };

    /// <summary>Days are counted from 1899-12-30, so that 1900's invented leap day does no harm after it.</summary>
    private static readonly int s_epoch = new DateOnly(1899, 12, 30).DayNumber;

    private string Text(string text, string reference, int style)
    {
        if (text.Length == 0) return "";
        var safe = XmlLetters.Of(text.Length > LongestText ? text[..LongestText] : text);
        if (!_strings.TryGetValue(safe, out var index))
        {
            _strings[safe] = index = _inOrder.Count;
            _inOrder.Add(safe);
        }

        var isHarmful = style == TextStyle && safe[..Math.Min(1, safe.Length)] is "=" or "+" or "-" or "@" or "\t" or "\r";
        return $"<c r=\"{reference}\" s=\"{(isHarmful ? HarmlessStyle : style).ToString(CultureInfo.InvariantCulture)}\" t=\"s\"><v>{index.ToString(CultureInfo.InvariantCulture)}</v></c>";
    }

    private static string Number(double number, string reference, int style) =>
        double.IsFinite(number) ? $"<c r=\"{reference}\" s=\"{style.ToString(CultureInfo.InvariantCulture)}\"><v>{number.ToString("R", CultureInfo.InvariantCulture)}</v></c>" : "";
}
