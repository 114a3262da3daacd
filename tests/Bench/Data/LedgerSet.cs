using System.Globalization;
using System.Text;
using MiniExcelLibs;

namespace SafetyAnalytics.Bench.Data;

/// <summary>Writes a set of monthly ledgers, one file a month.</summary>
internal static class LedgerSet
{
    public const int Months = 24;

    // As in the field: a unit is seen some twenty times in two years.
    private const int RowsOfOneUnit = 20;

    /// <summary>UTF-8 with a byte order mark, as office programs write it.</summary>
    public static void WriteCsv(string folder, int rows, bool isTemplated)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, ledger) in Ledgers(rows, isTemplated)) WriteCsvFile(Path.Combine(folder, name + ".csv"), ledger);
    }

    public static void WriteXlsx(string folder, int rows, bool isTemplated)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, ledger) in Ledgers(rows, isTemplated))
        {
            var sheet = ledger.Select(row => LedgerRows.Header.Zip(row).ToDictionary(cell => cell.First, cell => (object)cell.Second, StringComparer.Ordinal));
            MiniExcel.SaveAs(Path.Combine(folder, name + ".xlsx"), sheet);
        }
    }

    /// <summary>One more ledger in the month after the last, of 200 rows about units that are there already.</summary>
    /// <param name="number">Another number is another file.</param>
    public static string WriteOneMore(string folder, int historyRows, bool isTemplated, int number)
    {
        Directory.CreateDirectory(folder);
        var (year, month) = MonthAt(Months + number);
        var path = Path.Combine(folder, Name(year, month) + ".csv");
        WriteCsvFile(path, new LedgerRows(isTemplated, Units(historyRows), seed: 1000 + number).Of(year, month, 200));
        return path;
    }

    private static IEnumerable<(string Name, IEnumerable<string[]> Rows)> Ledgers(int rows, bool isTemplated)
    {
        var made = new LedgerRows(isTemplated, Units(rows), seed: 1);
        for (var i = 0; i < Months; i++)
        {
            var (year, month) = MonthAt(i);
            var count = (int)(((long)rows * (i + 1) / Months) - ((long)rows * i / Months));
            yield return (Name(year, month), made.Of(year, month, count));
        }
    }

    private static int Units(int rows) => Math.Max(1, rows / RowsOfOneUnit);

    private static (int Year, int Month) MonthAt(int index) => (2020 + (index / 12), (index % 12) + 1);

    private static string Name(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year}-{month:D2}");

    private static void WriteCsvFile(string path, IEnumerable<string[]> rows)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        file.WriteLine(string.Join(',', LedgerRows.Header));
        foreach (var row in rows) file.WriteLine(string.Join(',', row));
    }
}
