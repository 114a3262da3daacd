using SafetyAnalytics.Ledgers.Csv;
using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.SpreadsheetXml;

/// <summary>A workbook as one xml file, as Excel 2003 and many web sites write it (XML 表格 2003). A sheet is held whole: whether it is hidden stands behind its rows.</summary>
internal static class SpreadsheetXmlLedger
{
    public static IEnumerable<LedgerSheet> Read(LedgerInput input, TextEncoding encoding)
    {
        using var text = new MarkupText(input, encoding.OpenText(input));
        using var cursor = new XmlCursor(input, text);
        var styles = new SpreadsheetXmlStyles();
        var budget = new TextBudget(input);
        var number = 0;
        cursor.ToRoot();
        if (cursor.Name != "Workbook") throw Faults.Malformed(input, $"根元素是 <{cursor.Name}>", $"the root is <{cursor.Name}>");
        while (cursor.NextChild(0))
        {
            if (cursor.Name == "Styles") styles.Read(input, cursor);
            if (cursor.Name == "ExcelWorkbook") styles.ReadDates(cursor);
            if (cursor.Name != "Worksheet") continue;
            if (++number > input.Limits.Sheets) throw Faults.TooLarge(input, "工作表数", "sheets", input.Limits.Sheets);
            var name = cursor.Attribute("Name") ?? $"Sheet{number}";
            var sheet = new SpreadsheetXmlSheet(input, name, cursor, styles, budget);
            sheet.Read();
            yield return new LedgerSheet { Number = number, Name = name, IsHidden = sheet.IsHidden, Rows = new RowStream(input, name, sheet.Rows), Merges = sheet.Merges };
            budget.Renew();
        }

        cursor.Finish();
        if (number == 0) throw Faults.NoTable(input);
    }
}
