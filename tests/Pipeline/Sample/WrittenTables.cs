using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ExcelDataReader;

namespace SafetyAnalytics.Pipeline.Tests.Sample;

/// <summary>Reads a sample's files with libraries that are not ours: sheet → row number from 1 → cell texts.</summary>
internal static class WrittenTables
{
    static WrittenTables() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Dictionary<string, List<string[]>> Read(string path) => Path.GetExtension(path) switch
    {
        ".xlsx" => Workbook(path),
        ".docx" => Document(path),
        _ => new(StringComparer.Ordinal) { [Path.GetFileName(path)] = Csv(path) },
    };

    /// <summary>A byte that is not of the file's encoding throws.</summary>
    public static string Decode(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var isUtf8 = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        return isUtf8
            ? new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.AsSpan(3))
            : Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
    }

    private static Dictionary<string, List<string[]>> Workbook(string path)
    {
        var sheets = new Dictionary<string, List<string[]>>(StringComparer.Ordinal);
        using var reader = ExcelReaderFactory.CreateReader(File.OpenRead(path));
        do
        {
            var rows = sheets[reader.Name] = [];
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? "")]);
            }
        }
        while (reader.NextResult());
        return sheets;
    }

    private static Dictionary<string, List<string[]>> Document(string path)
    {
        using var document = WordprocessingDocument.Open(path, isEditable: false);
        return document.MainDocumentPart!.Document!.Body!.Elements<Table>()
            .Select((table, i) => (Name: $"表{i + 1}", Rows: table.Elements<TableRow>().Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToArray()).ToList()))
            .ToDictionary(table => table.Name, table => table.Rows, StringComparer.Ordinal);
    }

    private static List<string[]> Csv(string path)
    {
        using var parser = new CsvParser(new StringReader(Decode(path)), new CsvConfiguration(CultureInfo.InvariantCulture) { IgnoreBlankLines = false });
        var rows = new List<string[]>();
        while (parser.Read()) rows.Add(parser.Record!);
        return rows;
    }
}
