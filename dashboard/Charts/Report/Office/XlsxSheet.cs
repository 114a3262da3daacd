using System.Globalization;
using System.Text;

namespace SafetyAnalytics.Charts.Report.Office;

/// <summary>One table as a worksheet: its header stays in sight, every column can be filtered, and it prints across one page.</summary>
internal static class XlsxSheet
{
    private const double WidthOfLetter = 2;
    private const double LeastWidth = 8;

    // Excel and WPS end at this row.
    private const int MostRows = 1_048_575;

    public static string Absolute(ReportTable table) => string.Create(CultureInfo.InvariantCulture, $"$A$1:${Letters(table.Columns.Count - 1)}${Math.Min(table.Rows.Count, MostRows) + 1}");

    public static string Xml(ReportTable table, XlsxCells cells, bool isFirst)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{XlsxReport.Main}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\"{(isFirst ? " tabSelected=\"1\"" : "")}><pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" activePane=\"bottomRight\" state=\"frozen\"/><selection pane=\"bottomRight\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        for (var i = 0; i < table.Columns.Count; i++)
            xml.Append(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{Math.Max(LeastWidth, table.Columns[i].Width * WidthOfLetter) + 2:0.##}\" customWidth=\"1\"/>");
        xml.Append("</cols><sheetData><row r=\"1\">");
        for (var i = 0; i < table.Columns.Count; i++) xml.Append(cells.Head(table.Columns[i].Label, Letters(i) + "1"));
        xml.Append("</row>");
        for (var row = 0; row < Math.Min(table.Rows.Count, MostRows); row++)
        {
            var number = (row + 2).ToString(CultureInfo.InvariantCulture);
            xml.Append("<row r=\"").Append(number).Append("\">");
            for (var i = 0; i < table.Columns.Count; i++) xml.Append(cells.Cell(table.Rows[row][i], Letters(i) + number));
            xml.Append("</row>");
        }

        xml.Append("</sheetData><autoFilter ref=\"").Append(Absolute(table).Replace("$", "", StringComparison.Ordinal)).Append("\"/>");
        return xml.Append("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/></worksheet>").ToString();
    }

    /// <summary>A column's letters from 0.</summary>
    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}
