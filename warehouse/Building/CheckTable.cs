using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Building;

/// <summary>
/// The tables <c>check_result</c>, what each check found at this build, and <c>check_history</c>, what it found in snapshots published before.
/// The first holds the definitions too: a warehouse is checked by the checks it was built with, whoever opens it.
/// </summary>
public static class CheckTable
{
    /// <summary>
    /// Left out of a snapshot's name: it tells of what was published when, not of the ledgers, and the same ledgers must give the same name.
    /// </summary>
    public const string History = "check_history";

    internal static void Write(DuckDBConnection connection, IReadOnlyList<CheckResult> results)
    {
        connection.Run("""
            create table check_result (
                check_name varchar primary key, check_type varchar, relation varchar, column_name varchar, argument varchar, threshold varchar, least_base bigint,
                is_blocking boolean, state varchar, failure_count bigint, base_count bigint, examples varchar[], message varchar, metrics varchar[],
                meaning_zh varchar, meaning_en varchar, cure_zh varchar, cure_en varchar, offenders_sql varchar, base_sql varchar)
            """);
        connection.Run("comment on table check_result is 'one row per check: what it found at this build, and how it looked'");
        Append(connection, results);
    }

    private static void Append(DuckDBConnection connection, IReadOnlyList<CheckResult> results)
    {
        using var appender = connection.CreateAppender("check_result");
        foreach (var result in results)
        {
            var check = result.Check;
            appender.CreateRow()
                .AppendValue(check.Name).AppendValue(check.Type).AppendValue(check.Relation).AppendValue(check.Column).AppendValue(check.Argument).AppendValue(check.Threshold)
                .AppendValue(check.LeastBase).AppendValue(check.IsBlocking).AppendValue(Word(result.State)).AppendValue(result.FailureCount).AppendValue(result.BaseCount)
                .AppendValue(result.Examples).AppendValue(result.Message).AppendValue(check.Metrics)
                .AppendValue(check.MeaningZh).AppendValue(check.MeaningEn).AppendValue(check.CureZh).AppendValue(check.CureEn).AppendValue(check.Sql).AppendValue(check.BaseSql)
                .EndRow();
        }
    }

    /// <summary>Runs those of the warehouse's own checks again that read a table made anew.</summary>
    internal static void Rewrite(DuckDBConnection connection, IReadOnlySet<string> remade, CancellationToken cancellationToken)
    {
        var again = Definitions(connection).Where(check => Reads(connection, check, remade)).ToList();
        foreach (var check in again) connection.Run("delete from check_result where check_name = $name", ("name", check.Name));
        Append(connection, CheckResult.RunAll(connection, again, cancellationToken));
    }

    /// <summary>What DuckDB cannot parse counts as reading it: the check says so itself when it is run.</summary>
    private static bool Reads(DuckDBConnection connection, WarehouseCheck check, IReadOnlySet<string> tables)
    {
        try
        {
            return ModelGraph.ReadsOf(connection, check.Name, check.Sql).Overlaps(tables);
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    /// <summary>The checks a warehouse was built with.</summary>
    internal static IReadOnlyList<WarehouseCheck> Definitions(DuckDBConnection connection) => connection.Rows(
        """
        select check_name, check_type, relation, column_name, argument, threshold, least_base, is_blocking, metrics, meaning_zh, meaning_en, cure_zh, cure_en, offenders_sql, base_sql
        from check_result
        order by rowid
        """,
        row => new WarehouseCheck(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetInt64(6), row.GetBoolean(7),
            (List<string>)row.GetValue(8), row.GetString(9), row.GetString(10), row.GetString(11), row.GetString(12), row.GetString(13), row.TextOrNull(14)));

    /// <summary>Remembers what the checks found in a snapshot, once for each snapshot.</summary>
    /// <param name="connection">Of the restricted file, open for writing.</param>
    public static void Remember(DuckDBConnection connection, string snapshot, DateTimeOffset publishedAt, IReadOnlyList<CheckResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        if (connection.Scalar("select 1 from raw_check_result where snapshot = $snapshot limit 1", ("snapshot", snapshot)) is not null) return;
        connection.InOneTransaction(() =>
        {
            foreach (var result in results)
            {
                connection.Run(
                    "insert into raw_check_result values ($snapshot, $published_at, $name, $state, $failures, $base)",
                    ("snapshot", snapshot), ("published_at", publishedAt.UtcDateTime), ("name", result.Check.Name), ("state", Word(result.State)), ("failures", result.FailureCount), ("base", result.BaseCount));
            }
        });
    }

    internal static void WriteHistory(DuckDBConnection connection, string star, string restricted)
    {
        connection.Run($"create table {star}.main.{History} as select * from {restricted}.main.raw_check_result order by published_at, snapshot, check_name");
        connection.Run($"comment on table {star}.main.{History} is 'one row per snapshot published before × check: what it found'");
    }

    /// <summary>The word of the manifest and of the table.</summary>
    public static string Word(CheckState state) => state switch
    {
        CheckState.Pass => "pass",
        CheckState.Fail => "fail",
        CheckState.NotApplicable => "not_applicable",
        _ => "error",
    };
}
