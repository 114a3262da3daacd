using System.Globalization;
using System.Reflection;
using CsvHelper;

namespace SafetyAnalytics.Pipeline.Sample.World;

internal sealed record Community(string Name, IReadOnlyList<string> Roads);

internal sealed record HighRiskPeriod(string Name, DateOnly StartsOn);

/// <summary>The reference data the sample is set in: read from the warehouse's embedded seeds, so that a sample always suits the product it tries.</summary>
internal sealed class Seeds
{
    private static readonly Assembly Warehouse = Assembly.Load("SafetyAnalytics.Warehouse");

    public IReadOnlyList<string> Submitters { get; } = Rows("submitters").ConvertAll(row => row["submitter"]);

    public IReadOnlyList<Community> Communities { get; } =
        Rows("communities").ConvertAll(row => new Community(row["community"], row["address_words"].Split('|')));

    public IReadOnlyList<HighRiskPeriod> Periods { get; } =
        Rows("high_risk_periods").ConvertAll(row => new HighRiskPeriod(row["period"], DateOnly.ParseExact(row["starts_on"], "yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static List<IDictionary<string, string>> Rows(string seed)
    {
        using var stream = Warehouse.GetManifestResourceStream($"seeds/{seed}.csv")
            ?? throw new InvalidOperationException($"The warehouse has no seed '{seed}'.");
        using var csv = new CsvReader(new StreamReader(stream), CultureInfo.InvariantCulture);
        return csv.GetRecords<dynamic>()
            .Select(row => (IDictionary<string, string>)((IDictionary<string, object>)row).ToDictionary(field => field.Key, field => (string)field.Value, StringComparer.Ordinal))
            .ToList();
    }
}
