using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using SafetyAnalytics.Warehouse.Reading;

namespace SafetyAnalytics.Pipeline;

public enum QueryFormat
{
    Table,
    Csv,
    Json,
}

/// <summary><c>query</c>: an answer of the snapshot as text. Dates are ISO, numbers invariant, null is empty (in JSON null), and no row is left out.</summary>
public static class QueryOutput
{
    private const int WidestColumn = 60;

    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = false };

    public static void Write(RawResult result, QueryFormat format, TextWriter output)
    {
        switch (format)
        {
            case QueryFormat.Csv:
                WriteCsv(result, output);
                break;
            case QueryFormat.Json:
                WriteJson(result, output);
                break;
            default:
                WriteTable(result, output);
                break;
        }
    }

    /// <summary>A header and one record a row. Text that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
    private static void WriteCsv(RawResult result, TextWriter output)
    {
        using var csv = new CsvWriter(output, CultureInfo.InvariantCulture, leaveOpen: true);
        foreach (var column in result.Columns) csv.WriteField(Harmless(column.Name));
        csv.NextRecord();
        foreach (var row in result.Rows())
        {
            foreach (var value in row) csv.WriteField(value is string text ? Harmless(text) : Text(value));
            csv.NextRecord();
        }
    }

    /// <summary>Text that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
    internal static string Harmless(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;

    private static void WriteJson(RawResult result, TextWriter output)
    {
        using var buffer = new MemoryStream();
        output.Write('[');
        var separator = "\n";
        foreach (var row in result.Rows())
        {
            buffer.SetLength(0);
            using (var json = new Utf8JsonWriter(buffer, s_json))
            {
                json.WriteStartObject();
                for (var i = 0; i < row.Length; i++)
                {
                    json.WritePropertyName(result.Columns[i].Name);
                    WriteJsonValue(json, row[i]);
                }

                json.WriteEndObject();
            }

            output.Write(separator);
            output.Write(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
            separator = ",\n";
        }

        output.WriteLine("\n]");
    }

    private static void WriteJsonValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong or decimal or System.Numerics.BigInteger:
                json.WriteRawValue(Text(value));
                break;
            case float or double:
                var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                if (double.IsFinite(number)) json.WriteNumberValue(number);
                else json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case IDictionary map:
                json.WriteStartObject();
                foreach (DictionaryEntry entry in map)
                {
                    json.WritePropertyName(Text(entry.Key));
                    WriteJsonValue(json, entry.Value);
                }

                json.WriteEndObject();
                break;
            case IEnumerable items:
                json.WriteStartArray();
                foreach (var item in items) WriteJsonValue(json, item);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(Text(value));
                break;
        }
    }

    /// <summary>Aligned columns for reading; Chinese characters take two places. Long texts are cut with an ellipsis: csv and json are whole.</summary>
    private static void WriteTable(RawResult result, TextWriter output)
    {
        List<string[]> lines = [[.. result.Columns.Select(column => column.Name)]];
        lines.AddRange(result.Rows().Select(row => row.Select(value => Cut(Text(value).ReplaceLineEndings(" "))).ToArray()));
        var widths = Enumerable.Range(0, result.Columns.Count).Select(i => lines.Max(line => TextWidth.Of(line[i]))).ToArray();
        for (var i = 0; i < lines.Count; i++)
        {
            output.WriteLine(string.Join("  ", lines[i].Zip(widths, TextWidth.Pad)).TrimEnd());
            if (i == 0) output.WriteLine(string.Join("  ", widths.Select(width => new string('-', width))));
        }
    }

    private static string Cut(string text)
    {
        if (TextWidth.Of(text) <= WidestColumn) return text;
        var cut = text;
        while (TextWidth.Of(cut) > WidestColumn - 1) cut = cut[..^1];
        return cut + "…";
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0, Kind: DateTimeKind.Unspecified } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFzzz", CultureInfo.InvariantCulture),
        IDictionary map => "{" + string.Join(", ", map.Cast<DictionaryEntry>().Select(entry => $"{Text(entry.Key)}: {Text(entry.Value)}")) + "}",
        IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(Text)) + "]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}

/// <summary>How many places of a terminal a text takes.</summary>
public static class TextWidth
{
    public static int Of(string text) => text.EnumerateRunes().Sum(rune => IsWide(rune.Value) ? 2 : 1);

    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Of(text)));

    /// <summary>The East Asian wide blocks of Unicode's EastAsianWidth.txt that ledgers use.</summary>
    private static bool IsWide(int rune) => rune is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF
        or >= 0xFE30 and <= 0xFE4F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 or >= 0x1F300 and <= 0x1F64F or >= 0x20000 and <= 0x3FFFD;
}
