using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Building;

/// <summary>
/// The published table <c>relation</c>: one row per relation of the build, published or not, with what it reads and its SQL. With it the way of a number back to the files
/// travels inside the file, and the dictionary is written from nothing else.
/// </summary>
internal static class RelationTable
{
    private const string Table = $"{WarehouseBuild.Star}.main.relation";

    /// <param name="made">In the order of the build: what each step or model makes, and what it reads.</param>
    public static void Write(DuckDBConnection connection, IEnumerable<string> seeds, IReadOnlyList<(IReadOnlyList<string> Makes, IReadOnlyList<string> Reads)> made)
    {
        connection.Run($"create table {Table} (relation varchar primary key, layer varchar, grain varchar, row_key varchar[], notes varchar, reads varchar[], is_published boolean, relation_sql varchar)");
        connection.Run($"comment on table {Table} is 'one row per relation of the build, published or not'");
        string[] raw = [.. Embedded.Paths("models/raw")];
        foreach (var path in raw) Add(connection, Path.GetFileNameWithoutExtension(path), "raw", [], Embedded.Text(path));
        foreach (var seed in seeds) Add(connection, $"seed_{seed}", "seed", [], null);
        string[] landed = [.. raw.Select(path => Path.GetFileNameWithoutExtension(path)!).Where(name => !name.StartsWith("raw_frozen", StringComparison.Ordinal))];
        foreach (var (makes, reads) in made)
        {
            foreach (var relation in makes)
            {
                var model = SqlModel.All.FirstOrDefault(model => model.Name == relation);
                Add(connection, relation, model is null ? "code" : LayerOf(relation), reads.Count == 0 && model is null ? landed : reads, model?.Sql);
            }
        }
    }

    private static string LayerOf(string relation) => relation switch
    {
        _ when relation.StartsWith("stg_", StringComparison.Ordinal) => "staging",
        _ when relation.StartsWith("int_", StringComparison.Ordinal) => "intermediate",
        _ => "mart",
    };

    private static void Add(DuckDBConnection connection, string relation, string layer, IEnumerable<string> reads, string? sql)
    {
        var header = sql is null ? null : SqlHeader.Of(sql, "key");
        connection.Run(
            $"insert into {Table} values ($relation, $layer, $grain, $key, $notes, $reads, $published, $sql)",
            ("relation", relation), ("layer", layer), ("grain", header?.Opening), ("key", (header?["key"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList()),
            ("notes", header is null ? null : string.Join('\n', header.Notes)), ("reads", reads.Order(StringComparer.Ordinal).ToList()), ("published", layer == "mart"), ("sql", sql?.Trim()));
    }
}
