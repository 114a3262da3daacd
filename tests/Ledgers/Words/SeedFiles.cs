using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using SafetyAnalytics.Ledgers.Words;

namespace SafetyAnalytics.Ledgers.Tests.Words;

/// <summary>The seeds as they are embedded in the warehouse, and the lexicon made of them.</summary>
internal static class SeedFiles
{
    private static readonly System.Reflection.Assembly Warehouse = System.Reflection.Assembly.Load("SafetyAnalytics.Warehouse");

    public static Lexicon Lexicon { get; } = Lexicon.From(Rows);

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string seed)
    {
        using var stream = Warehouse.GetManifestResourceStream($"seeds/{seed}.csv") ?? throw new FileNotFoundException($"No seed {seed}.csv is embedded.");
        using var csv = new CsvReader(new StreamReader(stream), new CsvConfiguration(CultureInfo.InvariantCulture));
        csv.Read();
        csv.ReadHeader();
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read()) rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name) ?? ""));
        return rows;
    }
}
