using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace SafetyAnalytics.Ledgers.Csv;

/// <summary>A text file as one sheet: each record a row, an empty line too. Fields are verbatim but for Excel's <c>="00123"</c>, which is the text 00123.</summary>
internal static class CsvLedger
{
    public static IEnumerable<LedgerSheet> Read(LedgerInput input, TextEncoding encoding)
    {
        yield return new LedgerSheet
        {
            Number = 1,
            Name = input.FileName,
            Rows = new RowStream(input, input.FileName, Rows(input, encoding)),
            Merges = [],
        };
    }

    private static IEnumerable<LedgerRow> Rows(LedgerInput input, TextEncoding encoding)
    {
        var sample = Sample(input, encoding);
        var stated = Delimiter.Stated(sample);
        using var meter = new RecordMeter(input, encoding.OpenText(input));
        var record = new CsvRecord(input);
        using var parser = new CsvParser(meter, Configuration(input, Delimiter.Of(sample), record), leaveOpen: true);
        while (Next(input, parser, meter))
        {
            if (parser.Row > input.Limits.Rows) throw Faults.TooLarge(input, "记录数", "records", input.Limits.Rows, input.FileName, parser.Row);
            yield return new LedgerRow(parser.Row, parser.Row == 1 && stated is not null ? [stated] : record.Cells(parser));
        }
    }

    private static string Sample(LedgerInput input, TextEncoding encoding)
    {
        using var text = encoding.OpenText(input);
        var sample = new char[Delimiter.SampleCharacters];
        return new string(sample, 0, text.ReadBlock(sample));
    }

    private static CsvConfiguration Configuration(LedgerInput input, char delimiter, CsvRecord record) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter.ToString(),
        HasHeaderRecord = false,
        IgnoreBlankLines = false,
        BufferSize = 1 << 15,
        BadDataFound = found => record.Doubt(found.Field),

        // Quotes inside a field are doubled: the raw field may be twice the cell, and its own two quotes.
        MaxFieldSize = (2d * input.Limits.CellCharacters) + 2,
    };

    private static bool Next(LedgerInput input, CsvParser parser, RecordMeter meter)
    {
        meter.NextRecord();
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException fault)
        {
            throw Faults.Malformed(
                input,
                $"一个字段超过 {input.Limits.CellCharacters} 个字符，多半是引号没有成对",
                $"a field runs over {input.Limits.CellCharacters} characters; probably a quote is not closed",
                input.FileName,
                meter.Record,
                inner: fault);
        }
    }
}
