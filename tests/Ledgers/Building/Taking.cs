using System.Text;

namespace SafetyAnalytics.Ledgers.Tests.Building;

/// <summary>A sheet with its rows taken, for asserting on.</summary>
public sealed record TakenSheet(int Number, string Name, bool IsHidden, IReadOnlyList<string> Heading, IReadOnlyList<CellMerge> Merges, IReadOnlyList<LedgerRow> Rows)
{
    /// <summary>Rows as lines: <c>3| cell | cell</c>, line breaks as ⏎, marks in front.</summary>
    public IReadOnlyList<string> Lines => [.. Rows.Select(row => $"{(row.Marks == RowMarks.None ? "" : row.Marks + " ")}{row.Number}| {string.Join(" | ", row.Cells)}".TrimEnd().Replace("\n", "⏎"))];

    public string Cell(int row, int column) => Rows.Single(one => one.Number == row).Cells[column];
}

/// <summary>Reads bytes as a ledger, whole.</summary>
public static class Taking
{
    public static IReadOnlyList<TakenSheet> Sheets(byte[] bytes, string name = "台账", ReadLimits? limits = null)
    {
        using var stream = new MemoryStream(bytes);
        var sheets = new List<TakenSheet>();
        foreach (var sheet in LedgerReader.Read(stream, name, limits))
        {
            var rows = sheet.Rows.ToList();
            sheets.Add(new TakenSheet(sheet.Number, sheet.Name, sheet.IsHidden, sheet.Heading, sheet.Merges, rows));
        }

        return sheets;
    }

    public static TakenSheet Sheet(byte[] bytes, string name = "台账", ReadLimits? limits = null) => Assert.Single(Sheets(bytes, name, limits));

    public static TakenSheet Csv(string text, string name = "台账.csv", ReadLimits? limits = null) => Sheet(Encoding.UTF8.GetBytes(text), name, limits);

    public static LedgerFormatException Refusal(byte[] bytes, string name = "台账", ReadLimits? limits = null) =>
        Assert.Throws<LedgerFormatException>(() => Sheets(bytes, name, limits));
}
