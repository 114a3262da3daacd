using SafetyAnalytics.Ledgers.Csv;

namespace SafetyAnalytics.Ledgers.Html;

/// <summary>
/// A web page's tables in the order of their beginnings: what programs and web sites write under the name .xls. Scripts and styles are not words;
/// a page without a table (an error page, a frame set) is no ledger.
/// </summary>
internal static class HtmlLedger
{
    /// <summary>The page is held as text. Twenty thousand rows as Excel writes them take some 20 MiB.</summary>
    private const long MostBytes = 64L << 20;

    public static IEnumerable<LedgerSheet> Read(LedgerInput input, TextEncoding encoding)
    {
        if (input.Stream.Length > MostBytes) throw Faults.TooLarge(input, "网页字节数", "bytes of a web page", MostBytes);
        using var page = new HtmlPage(input, Text(input, encoding));
        var tables = page.Read();
        if (tables.Count == 0) throw Faults.NoTable(input);
        foreach (var table in tables)
        {
            var name = page.NameOf(table);
            yield return new LedgerSheet
            {
                Number = table.Number,
                Name = name,
                IsHidden = table.IsHidden,
                Heading = table.Heading,
                Rows = new RowStream(input, name, table.Rows),
                Merges = table.Merges,
            };
        }
    }

    private static string Text(LedgerInput input, TextEncoding encoding)
    {
        using var reader = encoding.OpenText(input);
        return reader.ReadToEnd();
    }
}
