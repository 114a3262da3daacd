using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Building;

public enum CheckState
{
    Pass,
    Fail,

    /// <summary>The check itself could not run.</summary>
    Error,
}

/// <summary>A law the published tables must keep: a SELECT that lists its offenders, so that no row means it holds.</summary>
/// <param name="IsBlocking">A failure stops the publish.</param>
public sealed record WarehouseCheck(string Name, string Sql, string MeaningZh, string MeaningEn, string CureZh, string CureEn, bool IsBlocking)
{
    public static IReadOnlyList<WarehouseCheck> All { get; } = [.. Embedded.Paths("checks").Select(Load), .. SqlModel.All.Where(model => model is { IsPublished: true, IsView: false }).Select(KeyOf)];

    private static WarehouseCheck Load(string path)
    {
        var sql = Embedded.Text(path);
        var header = SqlHeader.Of(sql, "severity", "meaning_zh", "meaning_en", "cure_zh", "cure_en");
        return new WarehouseCheck(
            Path.GetFileNameWithoutExtension(path),
            sql,
            header.Required("meaning_zh", path),
            header.Required("meaning_en", path),
            header.Required("cure_zh", path),
            header.Required("cure_en", path),
            header.Required("severity", path) == "blocking");
    }

    /// <summary>Every published model names its key; that it is one is checked for all of them alike.</summary>
    private static WarehouseCheck KeyOf(SqlModel model)
    {
        var key = string.Join(", ", model.Key);
        return new WarehouseCheck(
            $"key_of_{model.Name}",
            $"select {key}, count(*) as row_count from {model.Name} group by all having count(*) > 1",
            $"{model.Name} 中每行的键（{key}）唯一。",
            $"Each row of {model.Name} has a key of its own ({key}).",
            "这是程序缺陷：请保留 build/ 目录并报告。",
            "A fault of the product: keep the build/ folder and report it.",
            IsBlocking: true);
    }
}

/// <summary>What a check found.</summary>
/// <param name="FailureCount">Offending rows; 0 when it passed, null when it could not run.</param>
/// <param name="Examples">Up to ten offenders, as text.</param>
/// <param name="Message">Why it could not run; null otherwise.</param>
public sealed record CheckResult(WarehouseCheck Check, CheckState State, long? FailureCount, IReadOnlyList<string> Examples, string? Message)
{
    public bool IsBlockingFailure => State is not CheckState.Pass && Check.IsBlocking;

    /// <summary>Runs every check on an open warehouse.</summary>
    public static IReadOnlyList<CheckResult> RunAll(DuckDBConnection connection, CancellationToken cancellationToken = default)
    {
        var results = new List<CheckResult>();
        foreach (var check in WarehouseCheck.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.Add(Run(connection, check));
        }

        return results;
    }

    private static CheckResult Run(DuckDBConnection connection, WarehouseCheck check)
    {
        try
        {
            var offenders = $"(\n{check.Sql}\n) as offender";
            var count = Convert.ToInt64(connection.Scalar($"select count(*) from {offenders}"), System.Globalization.CultureInfo.InvariantCulture);
            if (count == 0) return new CheckResult(check, CheckState.Pass, 0, [], null);
            var examples = connection.Rows($"select offender::varchar from {offenders} order by 1 limit 10", row => row.GetString(0));
            return new CheckResult(check, CheckState.Fail, count, examples, null);
        }
        catch (DuckDBException e)
        {
            return new CheckResult(check, CheckState.Error, null, [], e.Message);
        }
    }
}
