using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Building;

public enum CheckState
{
    Pass,
    Fail,

    /// <summary>The check itself could not run.</summary>
    Error,

    /// <summary>There was nothing, or too little, to judge.</summary>
    NotApplicable,
}

/// <summary>What a check found.</summary>
/// <param name="FailureCount">Offending rows; 0 when there are none, null when it could not run.</param>
/// <param name="BaseCount">Rows there were to judge; null where that is not counted.</param>
/// <param name="Examples">Up to ten offenders, as text.</param>
/// <param name="Message">Why it could not run; null otherwise.</param>
public sealed record CheckResult(WarehouseCheck Check, CheckState State, long? FailureCount, long? BaseCount, IReadOnlyList<string> Examples, string? Message)
{
    /// <summary>Failed, or could not run.</summary>
    public bool IsTrouble => State is CheckState.Fail or CheckState.Error;

    public bool IsBlockingFailure => IsTrouble && Check.IsBlocking;

    /// <summary>Runs, on an open warehouse, the checks it was built with.</summary>
    public static IReadOnlyList<CheckResult> RunAll(DuckDBConnection connection, CancellationToken cancellationToken = default) =>
        RunAll(connection, CheckTable.Definitions(connection), cancellationToken);

    internal static IReadOnlyList<CheckResult> RunAll(DuckDBConnection connection, IReadOnlyList<WarehouseCheck> checks, CancellationToken cancellationToken)
    {
        var results = new List<CheckResult>();
        foreach (var check in checks)
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
            long? baseCount = check.BaseSql is null ? null : Count(connection, check.BaseSql);
            if (baseCount < check.LeastBase) return new CheckResult(check, CheckState.NotApplicable, 0, baseCount, [], null);
            var offenders = $"(\n{check.Sql}\n) as offender";
            var count = Count(connection, $"select count(*) from {offenders}");
            if (count == 0) return new CheckResult(check, CheckState.Pass, 0, baseCount, [], null);
            var examples = connection.Rows($"select offender::varchar from {offenders} order by 1 limit 10", row => row.GetString(0));
            return new CheckResult(check, check.FailsWith(count, baseCount) ? CheckState.Fail : CheckState.Pass, count, baseCount, examples, null);
        }
        catch (DuckDBException e)
        {
            return new CheckResult(check, CheckState.Error, null, null, [], e.Message);
        }
    }

    private static long Count(DuckDBConnection connection, string sql) => Convert.ToInt64(connection.Scalar(sql), System.Globalization.CultureInfo.InvariantCulture);
}
