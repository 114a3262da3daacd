using SafetyAnalytics.Ledgers.Office;

namespace SafetyAnalytics.Ledgers.Docx;

/// <summary>
/// A Word file's tables in the order of their beginnings, as they stand with every tracked change accepted. Page headers, notes, comments and text boxes are not read.
/// A file without tables is one sheet of its paragraphs.
/// </summary>
internal static class DocxLedger
{
    private const string BodyText = "正文";

    public static IEnumerable<LedgerSheet> Read(LedgerInput input)
    {
        using var package = OfficePackage.Open(input);
        var part = OfficeFormat.MainPart(package)!;
        var lists = Lists.Read(package, part);
        var hasNote = HandBackPage.Opens(package, part);
        using var cursor = package.Open(part);
        var body = new Body(input, cursor, lists, hasNote);
        var hasTable = false;
        foreach (var table in body.Tables())
        {
            hasTable = true;
            yield return Sheet(input, table.Number, $"表{table.Number}", table.Heading, table.Rows, table.Merges);
        }

        if (hasTable) yield break;
        if (body.Paragraphs.Count == 0) throw Faults.NoTable(input);
        yield return Sheet(input, 1, BodyText, [], [.. body.Paragraphs.Select((text, index) => new LedgerRow(index + 1, [text]))], []);
    }

    private static LedgerSheet Sheet(LedgerInput input, int number, string name, IReadOnlyList<string> heading, List<LedgerRow> rows, IReadOnlyList<CellMerge> merges)
    {
        if (rows.Count > input.Limits.Rows) throw Faults.TooLarge(input, "行数", "rows", input.Limits.Rows, name, input.Limits.Rows + 1);
        return new LedgerSheet { Number = number, Name = name, Heading = heading, Rows = new RowStream(input, name, rows), Merges = merges };
    }
}
