using System.Globalization;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Pipeline;
using SafetyAnalytics.Pipeline.Sample;
using SafetyAnalytics.Pipeline.Tests.River;
using SafetyAnalytics.Warehouse.Building;
using System.Text.Json;

namespace SafetyAnalytics.Bench.Quality;

/// <summary>How often new, carried over, re-opened and recurrent are told rightly on samples of many seeds: one line a seed, and every error in words.</summary>
internal static class RelationBench
{
    private const int FirstSeed = 101;

    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <param name="seeds">How many; from 101 on.</param>
    public static void Run(int seeds, int months, TextWriter output, TextWriter error)
    {
        for (var seed = FirstSeed; seed < FirstSeed + seeds; seed++)
        {
            var folder = Directory.CreateTempSubdirectory("safety-relations-");
            try
            {
                var score = Score(folder, seed, months);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seed}: {score}"));
                foreach (var wrong in score.Wrong) error.WriteLine(wrong);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static TruthRelations Score(DirectoryInfo folder, int seed, int months)
    {
        var ledgers = folder.CreateSubdirectory("sample");
        ledgers.Delete();
        SampleWriter.Write(new SampleOptions { Out = ledgers, Months = months, Seed = seed });
        var data = new DataDirectory(Path.Combine(folder.FullName, "data"));
        new River(data, Seeds.Embedded(), TimeProvider.System).Run([ledgers.FullName], new LandSettings());
        var truth = JsonSerializer.Deserialize<Truth>(File.ReadAllBytes(Path.Combine(ledgers.FullName, "truth.json")), s_json)!;
        using var connection = DuckDbFile.OpenForReading(data.WarehouseFile);
        return TruthRelations.Of(truth, connection.Rows(RelationQuery.Sql, row => new ToldItem(row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetString(4), row.GetString(5), row.TextOrNull(6))));
    }
}
