using System.Data;
using DuckDB.NET.Data;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Intake;

/// <summary>What a preview asks of a built warehouse.</summary>
internal static class PreviewQueries
{
    /// <summary>The headline numbers whose change is shown, all of them of <c>mart_month</c>.</summary>
    private static readonly string[] s_totals = ["hazards_found", "rectified_in_month", "open_stock"];

    /// <param name="contents">SHA-256 of the files asked for.</param>
    public static IReadOnlyList<PreviewFile> Files(DuckDBConnection warehouse, List<string> contents)
    {
        var ledgers = warehouse.Rows(
            """
            select file_sha256, sheet, header_row, month, submitter, version, outcome, reason, is_zero_report
            from mart_ledger_part
            where file_sha256 in (select unnest($contents::varchar[]))
            order by file_sha256, part_number
            """,
            row => (Sha: row.GetString(0), Ledger: new PreviewLedger(row.GetString(1), Number(row, 2), row.TextOrNull(3), row.TextOrNull(4), Number(row, 5), row.GetString(6), row.TextOrNull(7), row.GetBoolean(8))),
            ("contents", contents)).ToLookup(row => row.Sha, row => row.Ledger, StringComparer.Ordinal);
        var changes = warehouse.Rows(
            "select file_sha256, change, change_count from mart_ledger_change where file_sha256 in (select unnest($contents::varchar[]))",
            row => (Sha: row.GetString(0), Change: row.GetString(1), Count: row.GetInt32(2)),
            ("contents", contents)).ToLookup(row => row.Sha, StringComparer.Ordinal);
        var replaced = warehouse.Rows(
            """
            select distinct now.file_sha256, before.file_name
            from mart_ledger_part as now
            join mart_ledger_part as before using (month, submitter)
            where now.file_sha256 in (select unnest($contents::varchar[]))
              and now.outcome = 'landed'
              and before.outcome = 'superseded'
            order by 1, 2
            """,
            row => (Sha: row.GetString(0), Name: row.GetString(1)),
            ("contents", contents)).ToLookup(row => row.Sha, row => row.Name, StringComparer.Ordinal);
        var problems = Problems(warehouse, contents).ToLookup(row => row.Sha, row => row.Problem, StringComparer.Ordinal);
        return warehouse.Rows(
            """
            select
                file_sha256, file_name, outcome, reason, month, submitter, warnings, readings,
                rows_read, rows_loaded, rows_repeated, rows_carried_over, rows_skipped, rows_waiting, rows_superseded,
            from mart_ledger_file
            where file_sha256 in (select unnest($contents::varchar[]))
            order by file_name, file_sha256
            """,
            row =>
            {
                var sha = row.GetString(0);
                var own = problems[sha].ToList();
                return new PreviewFile(
                    row.GetString(1), sha, row.GetString(2), row.TextOrNull(3), row.TextOrNull(4), row.TextOrNull(5), (List<string>)row.GetValue(6), (List<string>)row.GetValue(7),
                    [.. ledgers[sha]], [.. replaced[sha]],
                    row.GetInt32(8), row.GetInt32(9), row.GetInt32(10), row.GetInt32(11), row.GetInt32(12), row.GetInt32(13), row.GetInt32(14),
                    changes[sha].ToDictionary(change => change.Change, change => change.Count, StringComparer.Ordinal),
                    [.. own.Take(Preview.ProblemsShown)], own.Count);
            },
            ("contents", contents));
    }

    /// <summary>Only what a file changes: months in which a number is another one afterwards, or that a file is about.</summary>
    public static IReadOnlyList<PreviewTotal> Totals(DuckDBConnection? before, DuckDBConnection after, List<string> contents)
    {
        var about = after.Rows(
            "select distinct month from mart_ledger_part where month is not null and file_sha256 in (select unnest($contents::varchar[]))",
            row => row.GetString(0),
            ("contents", contents)).ToHashSet(StringComparer.Ordinal);
        var was = before is null ? [] : Numbers(before);
        return [.. Numbers(after)
            .Select(number => new PreviewTotal(number.Key.Month, number.Key.Metric, was.TryGetValue(number.Key, out var old) ? old : null, number.Value))
            .Where(total => about.Contains(total.Month) || total.Before != total.After)
            .OrderBy(total => total.Month, StringComparer.Ordinal).ThenBy(total => Array.IndexOf(s_totals, total.Metric))];
    }

    private static Dictionary<(string Month, string Metric), long?> Numbers(DuckDBConnection warehouse)
    {
        var numbers = new Dictionary<(string, string), long?>();
        foreach (var (key, sql) in warehouse.Rows("select key, sql from metric where source = 'mart_month' order by position", row => (row.GetString(0), row.GetString(1))))
        {
            if (!s_totals.Contains(key, StringComparer.Ordinal)) continue;
            foreach (var (month, value) in warehouse.Rows($"select month, cast({sql} as bigint) from mart_month group by month", row => (row.GetString(0), row.IsDBNull(1) ? (long?)null : row.GetInt64(1))))
                numbers[(month, key)] = value;
        }

        return numbers;
    }

    private static IReadOnlyList<(string Sha, PreviewProblem Problem)> Problems(DuckDBConnection warehouse, List<string> contents) => warehouse.Rows(
        """
        select file_sha256, sheet, row_number, cell, column_name, code, is_waiting, cell_text, readings, message_zh, message_en, cure_zh, cure_en
        from mart_ledger_problem
        where file_sha256 in (select unnest($contents::varchar[]))
        order by file_sha256, is_waiting desc, sheet_number, row_number, cell
        """,
        row => (row.GetString(0), new PreviewProblem(
            row.TextOrNull(1), Number(row, 2), row.TextOrNull(3), row.TextOrNull(4), row.GetString(5), row.GetBoolean(6), row.TextOrNull(7), (List<string>)row.GetValue(8),
            row.GetString(9), row.GetString(10), row.GetString(11), row.GetString(12))),
        ("contents", contents));

    private static int? Number(IDataRecord row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);
}
