using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Building;

/// <summary>
/// What each column of the published tables means. A column name means the same wherever it stands, so its meaning is written once,
/// in <c>models/columns.csv</c>.
/// </summary>
public static class ColumnMeanings
{
    /// <summary>Column name → meaning, in Chinese and in English.</summary>
    public static IReadOnlyDictionary<string, (string Zh, string En)> All { get; } = Seed
        .Parse("columns", "models/columns.csv", Embedded.Text("models/columns.csv"))
        .Rows.ToDictionary(row => row[0], row => (row[1], row[2]), StringComparer.Ordinal);

    /// <summary>
    /// Writes grain and meanings into a finished file itself, where any DuckDB shell shows them. Only what is published is described:
    /// each comment makes its table's entry anew, which for all of them takes longer than many a model.
    /// </summary>
    /// <param name="connection">The file's own, open for writing.</param>
    public static void Describe(DuckDBConnection connection)
    {
        var columns = connection.Rows(
            "select table_name, column_name from duckdb_columns() where database_name = current_database() and not internal order by all",
            row => (Table: row.GetString(0), Column: row.GetString(1)));
        var tables = columns.Select(column => column.Table).ToHashSet(StringComparer.Ordinal);
        // All in one: hundreds of statements cost more in being sent one by one than in being done.
        var comments = SqlModel.All.Where(model => tables.Contains(model.Name))
            .Select(model => $"comment on {(model.IsView ? "view" : "table")} {model.Name} is {WarehouseBuild.Quoted(model.Grain)}")
            .Concat(columns.Where(column => All.ContainsKey(column.Column)).Select(column =>
                $"comment on column {column.Table}.{column.Column} is {WarehouseBuild.Quoted($"{All[column.Column].Zh} · {All[column.Column].En}")}"));
        connection.InOneTransaction(() => connection.Run(string.Join(";\n", comments)));
    }
}
