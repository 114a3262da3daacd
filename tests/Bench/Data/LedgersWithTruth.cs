using System.Globalization;
using System.Text;
using CsvHelper;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Bench.Data;

/// <summary>
/// A city's inspections as monthly ledgers: <c>ledgers/YYYY-MM.csv</c> in the eleven columns, and row by row <c>truth/YYYY-MM.csv</c> with
/// <c>t_code</c> (the checklist's code) and <c>t_critical</c>. 问题隐患 holds checklist titles, so that a title is a category.
/// </summary>
internal sealed class LedgersWithTruth(string folder)
{
    private const string LevelHeader = "隐患级别";

    private readonly SortedDictionary<string, string> _titles = new(StringComparer.Ordinal);

    /// <summary>The same ledgers with one column more: what is critical is 重大.</summary>
    public void WriteLevelled(string into)
    {
        Directory.CreateDirectory(into);
        foreach (var path in Directory.GetFiles(Path.Combine(folder, "ledgers"), "*.csv").Order(StringComparer.Ordinal)) WriteLevelled(path, into);
    }

    /// <summary>Categories named by their code, and the title each text stands for; after <see cref="WriteLevelled(string)"/>.</summary>
    public Seeds WriteSeeds(string into)
    {
        Directory.CreateDirectory(into);
        Write(Path.Combine(into, "hazard_categories.csv"), ["category", "label_en", "sector", "gbt13861_group", "source"], _titles.Values.Distinct(StringComparer.Ordinal).Select(code => new[] { code, code, "", "环境", "truth" }));
        Write(Path.Combine(into, "hazard_category_texts.csv"), ["text", "category", "source"], _titles.Select(title => new[] { title.Key, title.Value, "truth" }));
        return Seeds.Load(into);
    }

    private void WriteLevelled(string path, string into)
    {
        var (rows, truth) = (Read(path), Read(Path.Combine(folder, "truth", Path.GetFileName(path))));
        if (rows.Count != truth.Count) throw new InvalidDataException($"{path} has {rows.Count} rows, its truth {truth.Count}.");
        var (hazard, code, critical) = (Array.IndexOf(rows[0], "问题隐患"), Array.IndexOf(truth[0], "t_code"), Array.IndexOf(truth[0], "t_critical"));
        for (var row = 1; row < rows.Count; row++) Name(rows[row][hazard], $"T{truth[row][code].PadLeft(2, '0')}");
        Write(Path.Combine(into, Path.GetFileName(path)), With(rows[0], LevelHeader), rows.Skip(1).Zip(truth.Skip(1), (row, told) => With(row, told[critical] == "1" ? "重大" : "")));
    }

    /// <summary>A text is classified without its number and star.</summary>
    private void Name(string title, string code)
    {
        var bare = title.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ' ');
        foreach (var text in new[] { title, bare, bare.TrimStart('*', ' ') }.Where(text => text.Length > 0)) _titles[text] = code;
    }

    private static string[] With(string[] row, string cell) => [.. row[..^1], cell, row[^1]];

    private static List<string[]> Read(string path)
    {
        using var csv = new CsvParser(new StreamReader(path), CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (csv.Read()) rows.Add([.. csv.Record!]);
        return rows;
    }

    private static void Write(string path, string[] header, IEnumerable<string[]> rows)
    {
        using var csv = new CsvWriter(new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), CultureInfo.InvariantCulture);
        foreach (var row in rows.Prepend(header))
        {
            foreach (var cell in row) csv.WriteField(cell);
            csv.NextRecord();
        }
    }
}
