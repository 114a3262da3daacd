using System.Globalization;
using System.Text.RegularExpressions;

namespace SafetyAnalytics.Warehouse.Building;

/// <summary>A law the published tables must keep, or a mark they should not pass: one row of the seed <c>checks</c>, and the SELECT it comes to.</summary>
/// <param name="Type">A type of <see cref="CheckSql"/>.</param>
/// <param name="Relation">The table it looks at; empty for a file of SQL.</param>
/// <param name="Threshold">Offenders allowed: a number of rows, or a share such as <c>20%</c> of the base.</param>
/// <param name="LeastBase">With fewer rows to judge it does not apply.</param>
/// <param name="IsBlocking">A failure stops the publish; else it is shown beside the numbers it touches.</param>
/// <param name="Metrics">Keys of the numbers that are wrong, or doubtful, when it fails.</param>
/// <param name="Sql">Lists the offenders.</param>
/// <param name="BaseSql">How many rows there were to judge; null for a file of SQL, which always applies.</param>
public sealed partial record WarehouseCheck(
    string Name,
    string Type,
    string Relation,
    string Column,
    string Argument,
    string Threshold,
    long LeastBase,
    bool IsBlocking,
    IReadOnlyList<string> Metrics,
    string MeaningZh,
    string MeaningEn,
    string CureZh,
    string CureEn,
    string Sql,
    string? BaseSql)
{
    /// <summary>Every check of the seed, and that each published table's key is one.</summary>
    /// <exception cref="SeedException">A row of the seed makes no check; the message says which and why.</exception>
    public static IReadOnlyList<WarehouseCheck> Of(Seeds seeds)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        return [.. seeds["checks"].Records.Select(Read), .. SqlModel.All.Where(model => model is { IsPublished: true, IsView: false }).Select(KeyOf)];
    }

    /// <summary>Whether so many offenders are too many.</summary>
    public bool FailsWith(long failures, long? baseCount) => Threshold.EndsWith('%')
        ? failures > Number(Threshold[..^1]) / 100 * (baseCount ?? 0)
        : failures > Number(Threshold);

    private static WarehouseCheck Read(IReadOnlyDictionary<string, string> row)
    {
        var name = row["check"];
        void Expect(bool holds, string problem)
        {
            if (!holds) throw new SeedException($"checks.csv, check '{name}': {problem}");
        }

        Expect(row["severity"] is "blocking" or "warning", $"the severity '{row["severity"]}' is neither 'blocking' nor 'warning'.");
        Expect(ThresholdText().IsMatch(row["threshold"]), $"the threshold '{row["threshold"]}' is neither a number of rows nor a share such as 20%.");
        Expect(long.TryParse(row["least_base"], NumberStyles.None, CultureInfo.InvariantCulture, out var least), $"least_base '{row["least_base"]}' is not a number of rows.");
        var unknown = Words(row["metrics"]).Except(MetricFile.All.Select(metric => metric.Key), StringComparer.Ordinal).ToList();
        Expect(unknown.Count == 0, $"there is no metric {string.Join(", ", unknown)}.");
        var (sql, baseSql) = CheckSql.Of(row["type"], row["relation"], row["column_name"], row["argument"], problem => new SeedException($"checks.csv, check '{name}': {problem}"));
        return new WarehouseCheck(
            name, row["type"], row["relation"], row["column_name"], row["argument"], row["threshold"], least, row["severity"] == "blocking", Words(row["metrics"]),
            row["meaning_zh"], row["meaning_en"], row["cure_zh"], row["cure_en"], sql, baseSql);
    }

    private static WarehouseCheck KeyOf(SqlModel model)
    {
        var key = string.Join(", ", model.Key);
        var (sql, baseSql) = CheckSql.Of("unique", model.Name, string.Join('|', model.Key), "", problem => new InvalidOperationException(problem));
        return new WarehouseCheck(
            $"key_of_{model.Name}", "unique", model.Name, string.Join('|', model.Key), "", "0", 0, IsBlocking: true, [],
            $"{model.Name} 中每行的键（{key}）唯一。",
            $"Each row of {model.Name} has a key of its own ({key}).",
            "这是程序缺陷：请保留 build/ 目录并报告。",
            "A fault of the product: keep the build/ folder and report it.",
            sql,
            baseSql);
    }

    private static IReadOnlyList<string> Words(string cell) => cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d+(\.\d+)?%?$")]
    private static partial Regex ThresholdText();
}
