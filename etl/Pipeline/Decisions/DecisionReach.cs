using DuckDB.NET.Data;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>What a decision touches of all that is landed, superseded versions too.</summary>
public sealed record DecisionReach(long Files, long Rows)
{
    /// <summary>Of a decision about a file: its rows. About a row or a cell: that row and its twins. About a word: the rows that hold it. About a unit: the rows that name it. About a hazard: the rows it names. Of an undoing: what the decision undone touches.</summary>
    public static DecisionReach Of(DataDirectory data, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return RawDatabase.Read(data, connection => Of(connection, decision, DecisionTable.All(connection)));
    }

    private static DecisionReach Of(DuckDBConnection connection, Decision decision, IReadOnlyList<Decision> all) => decision.Kind switch
    {
        DecisionKind.Undo => Of(connection, all.Single(one => one.Id == decision.Undoes), all),
        DecisionKind.Seed => OfWord(connection, decision.Value!),
        DecisionKind.Row or DecisionKind.Cell => OfRow(connection, decision),
        _ when UnitRules.Knows(decision.Kind) => OfCell(connection, decision.Detail.Unit!.Name),
        _ when HazardRules.Knows(decision.Kind) => OfItems(connection, decision),
        _ when PlanRules.Knows(decision.Kind) => new DecisionReach(0, 0),
        _ => OfFile(connection, decision),
    };

    private static DecisionReach OfFile(DuckDBConnection connection, Decision decision) => One(
        connection, "select count(*), coalesce(sum(row_count), 0)::bigint from raw_ledger_file where file_sha256 = $sha", ("sha", decision.FileSha256));

    private static DecisionReach OfWord(DuckDBConnection connection, string word)
    {
        var pattern = new WordPattern([word]);
        return Counted(RowsWhere(connection, "true").Where(row => row.Row.Cells.Any(cell => pattern.IsIn(CellText.Squeeze(cell)))));
    }

    private static DecisionReach OfCell(DuckDBConnection connection, string text) =>
        Counted(RowsWhere(connection, "list_contains(cells, $text)", ("text", text)));

    private static DecisionReach OfItems(DuckDBConnection connection, Decision decision)
    {
        string[] files = [.. new[] { decision.FileSha256, decision.Detail.Other?.FileSha256 }.OfType<string>()];
        var landed = connection.Rows("select file_sha256 from raw_ledger_file", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal);
        return new DecisionReach(files.Distinct(StringComparer.Ordinal).Count(landed.Contains), files.Count(landed.Contains));
    }

    private static DecisionReach OfRow(DuckDBConnection connection, Decision decision)
    {
        var raw = new RawLedgers(connection);
        int[] ids = [.. raw.Readable.Where(file => file.Sha256 == decision.FileSha256).Select(file => file.FileId)];
        if (ids.Length == 0) return new DecisionReach(0, 0);
        var row = DecidedFiles.SheetCalled(raw.Read(ids)[0].File, decision.Sheet!)?.Rows.FirstOrDefault(row => row.Number == decision.RowNumber);
        if (row is null || RowTwin.KeyOf(row) is not { } key) return new DecisionReach(1, 1);
        var longest = row.Cells.MaxBy(cell => cell.Length)!;
        return Counted(RowsWhere(connection, "list_contains(cells, $text)", ("text", longest)).Where(other => RowTwin.KeyOf(other.Row) == key));
    }

    private static IEnumerable<(int File, LedgerRow Row)> RowsWhere(DuckDBConnection connection, string condition, params (string Name, object? Value)[] parameters) => connection.Rows(
        $"select file_id, row_number, array_to_string(cells, chr(31)) from raw_ledger_row where {condition} order by file_id",
        row => (row.GetInt32(0), new LedgerRow(row.GetInt32(1), row.GetString(2).Split('\u001F'))),
        parameters);

    private static DecisionReach Counted(IEnumerable<(int File, LedgerRow Row)> rows)
    {
        var files = rows.GroupBy(row => row.File).Select(group => group.LongCount()).ToList();
        return new DecisionReach(files.Count, files.Sum());
    }

    private static DecisionReach One(DuckDBConnection connection, string sql, params (string Name, object? Value)[] parameters) =>
        connection.Rows(sql, row => new DecisionReach(row.GetInt64(0), row.GetInt64(1)), parameters)[0];
}
