using System.Globalization;
using System.Text;
using SafetyAnalytics.Charts.Report.Office;

namespace SafetyAnalytics.Charts.Report;

/// <summary>One table to take away, with what it means: a text never becomes a formula in whatever program opens it. The same table gives the same bytes.</summary>
public static class TableFile
{
    private const string LineEnd = "\r\n";

    /// <summary>The numbers behind a figure, unformatted, with the ends of their spans.</summary>
    public static ReportTable Of(Figure figure, CultureInfo culture) => FigureSheet.Of(figure, new Phrases(ReportWords.Resources, culture));

    /// <summary>A workbook of two sheets: the table, and what holds for it.</summary>
    public static byte[] Xlsx(ReportTable table, FigureNotes notes, CultureInfo culture)
    {
        var words = new Phrases(ReportWords.Resources, culture);
        return XlsxReport.Write([table, new("definitions", words["SheetDefinitions"], [new(words["SheetDefinition"], 60)], [.. Notes(table, notes).Select(note => (IReadOnlyList<ReportCell>)[ReportCell.Of(note)])], "")], words);
    }

    /// <summary>UTF-8 with a mark, so that Excel reads Chinese: a header, the rows with unformatted numbers, an empty line, then a line for each thing that holds for the table.</summary>
    public static byte[] Csv(ReportTable table, FigureNotes notes)
    {
        var text = new StringBuilder();
        Line(text, table.Columns.Select(column => Cell(ReportCell.Of(column.Label))));
        foreach (var row in table.Rows) Line(text, row.Select(Cell));
        text.Append(LineEnd);
        foreach (var note in Notes(table, notes)) Line(text, [Cell(ReportCell.Of(note))]);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static IEnumerable<string> Notes(ReportTable table, FigureNotes notes) => notes.Lines.Prepend(table.Title);

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells).Append(LineEnd);

    private static string Cell(ReportCell cell) => cell.Value switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        var value => Quoted(Harmless(Convert.ToString(value, CultureInfo.InvariantCulture)!)),
    };

    /// <summary>What a spreadsheet would take for a formula gets an apostrophe, as OWASP recommends ("CSV Injection"); full-width signs are taken for plain ones by some.</summary>
    private static string Harmless(string text) => text.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
