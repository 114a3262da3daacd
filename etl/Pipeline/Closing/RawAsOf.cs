using DuckDB.NET.Data;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Closing;

/// <summary>The raw tables as they were at an instant: what had landed, what had been settled and decided. Nothing in raw is changed once it is there, so that this can be told.</summary>
internal static class RawAsOf
{
    private static readonly string[] s_landed =
    [
        "raw_ledger_file select * from now_known.raw_ledger_file where landed_at <= $until::timestamp",
        "raw_ledger_name select * from now_known.raw_ledger_name where landed_at <= $until::timestamp",
        "raw_ledger_sheet select sheet.* from now_known.raw_ledger_sheet as sheet semi join raw_ledger_file using (file_id)",
        "raw_ledger_row select ledger_row.* from now_known.raw_ledger_row as ledger_row semi join raw_ledger_file using (file_id)",
        "raw_ledger_setting select * from now_known.raw_ledger_setting where settled_at <= $until::timestamp",
        "raw_decision select * from now_known.raw_decision where decided_at <= $until::timestamp",
    ];

    /// <summary>Writes them into the data directory <paramref name="copy"/>; frozen months do not travel.</summary>
    public static void Write(DataDirectory data, DataDirectory copy, DateTime until)
    {
        using var connection = DuckDbFile.OpenForWriting(copy.RestrictedFile);
        RawTables.Ensure(connection);
        connection.Run($"attach {FrozenCopy.Quoted(data.RestrictedFile)} as now_known (read_only)");
        connection.InOneTransaction(() =>
        {
            foreach (var table in s_landed)
            {
                if (table.Contains("$until", StringComparison.Ordinal)) connection.Run($"insert into {table}", ("until", Text(until)));
                else connection.Run($"insert into {table}");
            }
        });
        connection.Run("detach now_known");
    }

    /// <summary>How much was known at an instant; closings, reopenings and targets change no number of a month.</summary>
    public static string Knowledge(DuckDBConnection connection, IReadOnlyList<Decision> all, DateTime until)
    {
        var landed = connection.Scalar(
            """
            select concat_ws(' ',
                (select count(*) from raw_ledger_file where landed_at <= $until::timestamp),
                (select count(*) from raw_ledger_name where landed_at <= $until::timestamp),
                (select count(*) from raw_ledger_setting where settled_at <= $until::timestamp))
            """,
            ("until", Text(until)));
        var byId = all.ToDictionary(decision => decision.Id, StringComparer.Ordinal);
        return $"{landed} {all.Count(decision => decision.DecidedAt <= until && Tells(decision))} {until:yyyy-MM-dd}";

        bool Tells(Decision decision) => decision.Kind switch
        {
            DecisionKind.MonthClose or DecisionKind.MonthReopen or DecisionKind.Target or DecisionKind.Annotation => false,
            DecisionKind.Undo => byId.TryGetValue(decision.Undoes!, out var undone) && Tells(undone),
            _ => true,
        };
    }

    private static string Text(DateTime instant) => instant.ToString("yyyy-MM-dd HH:mm:ss.ffffff", System.Globalization.CultureInfo.InvariantCulture);
}
