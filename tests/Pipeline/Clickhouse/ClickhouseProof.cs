using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using SafetyAnalytics.Pipeline.Sample;
using SafetyAnalytics.Pipeline.Tests.River;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Tests.Clickhouse;

/// <summary>
/// Twenty subdistricts, built apart, say the same numbers to DuckDB and to ClickHouse. Started by hand: the engine is an npm package of half a gigabyte.
/// <c>CHDB</c> names the folder where <c>npm install chdb</c> was run.
/// </summary>
public sealed class ClickhouseProof : IDisposable
{
    private const int Regions = 20;

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact(Explicit = true)]
    public void Twenty_regions_read_as_one_say_the_same_in_both_engines()
    {
        var chdb = Environment.GetEnvironmentVariable("CHDB");
        Assert.True(Directory.Exists(chdb), "Set CHDB to the folder where `npm install chdb` was run.");
        string[] trees = [.. Enumerable.Range(1, Regions).Select(Published)];
        var metrics = MetricFile.All.Where(metric => Directory.Exists(Path.Combine(trees[0], metric.Source))).ToList();
        Assert.NotEmpty(metrics);
        string[] questions =
        [
            .. metrics.Select(metric => $"select region, {metric.MonthColumn}, {metric.Sql} from {metric.Source} where {metric.MonthColumn} is not null group by region, {metric.MonthColumn} order by region, {metric.MonthColumn}"),
            .. metrics.Select(metric => $"select {metric.MonthColumn}, {metric.Sql} from {metric.Source} where {metric.MonthColumn} is not null group by {metric.MonthColumn} order by {metric.MonthColumn}"),
            "select count(*), count(distinct region) from mart_hazard",
        ];
        var (here, there) = (DuckDb(trees, questions), Clickhouse(chdb!, trees, questions));
        Assert.Equal(questions.Length, there.Count);
        // A sample has no roster: what is asked of it has no rows in either engine.
        Assert.True(here.Count(answer => answer.Count > 0) > questions.Length * 3 / 4);
        for (var i = 0; i < questions.Length; i++)
        {
            Assert.True(here[i].SequenceEqual(there[i], StringComparer.Ordinal), $"{questions[i]}\nDuckDB     {string.Join(" | ", here[i].Except(there[i], StringComparer.Ordinal).Take(5))}\nClickHouse {string.Join(" | ", there[i].Except(here[i], StringComparer.Ordinal).Take(5))}");
        }
    }

    /// <returns>The Parquet tree of one simulated subdistrict.</returns>
    private string Published(int number)
    {
        var folder = Path.Combine(_shell.Folder, $"region-{number}");
        SampleWriter.Write(new SampleOptions { Out = new DirectoryInfo(Path.Combine(folder, "ledgers")), Months = 2, Seed = number });
        var seeds = Path.GetDirectoryName(_shell.Write($"region-{number}/seeds/thresholds.csv", $"threshold,value\nregion,第{number:D2}街道\n"))!;
        using var output = new StringWriter();
        var exitCode = SafetyCommand.RunAsync(["run", Path.Combine(folder, "ledgers"), "--data", folder, "--seeds", seeds], output, output, TimeProvider.System).GetAwaiter().GetResult();
        Assert.True(exitCode is 0 or 1, output.ToString());
        return Path.Combine(folder, "published", File.ReadAllText(Path.Combine(folder, "published", "CURRENT")).Trim(), "parquet");
    }

    private static List<IReadOnlyList<string>> DuckDb(string[] trees, string[] questions)
    {
        using var connection = DuckDbFile.OpenForWriting(":memory:");
        foreach (var table in Directory.EnumerateDirectories(trees[0]).Select(Path.GetFileName))
        {
            var files = string.Join(", ", trees.Select(tree => $"'{tree}/{table}/**/*.parquet'"));
            connection.Run($"create view {table} as select * from read_parquet([{files}], hive_partitioning = true, hive_types_autocast = false, union_by_name = true)");
        }

        foreach (var part in MetricFile.PartsSql) connection.Run(part);
        foreach (var metric in MetricFile.All) connection.Run(metric.MacroSql);
        return [.. questions.Select(sql => connection.Rows(sql, row => string.Join(' ', Enumerable.Range(0, row.FieldCount).Select(i => Text(row.IsDBNull(i) ? null : row.GetValue(i))))))];
    }

    private static List<IReadOnlyList<string>> Clickhouse(string chdb, string[] trees, string[] questions)
    {
        var script = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "warehouse", "clickhouse", "ask.mjs"));
        using var process = Process.Start(new ProcessStartInfo("node", [script, chdb, .. trees]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(JsonSerializer.Serialize(questions));
        process.StandardInput.Close();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.GetAwaiter().GetResult());
        return [.. JsonDocument.Parse(said).RootElement.EnumerateArray().Select(answer => (IReadOnlyList<string>)[.. answer.EnumerateArray().Select(row => string.Join(' ', row.EnumerateArray().Select(Text)))])];
    }

    private static string Text(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Null => Text(null),
        JsonValueKind.Number => Text(cell.GetDouble()),
        _ => cell.ToString(),
    };

    /// <summary>A number by all its digits, so that equal texts are equal to the last one.</summary>
    private static string Text(object? value) => value switch
    {
        null => "-",
        string text => text,
        IConvertible number => Convert.ToDouble(number, System.Globalization.CultureInfo.InvariantCulture).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        _ => Convert.ToDouble(value.ToString(), System.Globalization.CultureInfo.InvariantCulture).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
    };

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
