using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace SafetyAnalytics.Pipeline.Sample.Files;

/// <summary>A sheet as csv: every record has every column, so that a blank row is a record too.</summary>
internal static class CsvFile
{
    // The library quotes only the line ending it writes itself; a cell's own line feed would end the record.
    private static readonly CsvConfiguration Rfc4180 = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        ShouldQuote = field => field.Field.AsSpan().ContainsAny(",\"\r\n"),
    };

    static CsvFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static byte[] Write(Sheet sheet, bool isGb18030)
    {
        var encoding = isGb18030 ? Encoding.GetEncoding("GB18030") : new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(bytes, encoding), Rfc4180))
        {
            foreach (var row in sheet.Rows)
            {
                for (var i = 0; i < sheet.Widths.Length; i++) csv.WriteField(i < row.Cells.Length ? row.Cells[i].Text : "");
                csv.NextRecord();
            }
        }

        return bytes.ToArray();
    }
}
