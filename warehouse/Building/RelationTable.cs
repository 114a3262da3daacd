using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Building;

/// <summary>
/// The published table <c>relation</c>: one row per relation of the build, published or not, with what it reads and its SQL. With it the way of a number back to the files
/// travels inside the file, and the dictionary is written from nothing else.
/// </summary>
internal static class RelationTable
{
    private const string Table = "relation";

    /// <param name="made">In the order of the build: what each step or model makes, and what it reads.</param>
    public static void Write(DuckDBConnection connection, IEnumerable<string> seeds, IReadOnlyList<(IReadOnlyList<string> Makes, IReadOnlyList<string> Reads)> made)
    {
        connection.Run($"create table {WarehouseBuild.Star}.main.{Table} (relation varchar primary key, layer varchar, grain varchar, row_key varchar[], notes varchar, reads varchar[], is_published boolean, relation_sql varchar)");
        connection.Run($"comment on table {WarehouseBuild.Star}.main.{Table} is 'one row per relation of the build, published or not'");
        string[] raw = [.. Embedded.Paths("models/raw")];
        using var appender = connection.CreateAppender(WarehouseBuild.Star, "main", Table);
        foreach (var path in raw) Add(appender, Path.GetFileNameWithoutExtension(path), "raw", [], Embedded.Text(path));
        foreach (var seed in seeds) Add(appender, $"seed_{seed}", "seed", [], null);
        string[] landed = [.. raw.Select(path => Path.GetFileNameWithoutExtension(path)!).Where(name => !name.StartsWith("raw_frozen", StringComparison.Ordinal))];
        foreach (var (makes, reads) in made)
        {
            foreach (var relation in makes)
            {
                var model = SqlModel.All.FirstOrDefault(model => model.Name == relation);
                Add(appender, relation, model is null ? "code" : LayerOf(relation), reads.Count == 0 && model is null ? landed : reads, model?.Sql);
            }
        }
    }

    private static string LayerOf(string relation) => relation switch
    {
        _ when relation.StartsWith("stg_", StringComparison.Ordinal) => "staging",
        _ when relation.StartsWith("int_", StringComparison.Ordinal) => "intermediate",
        _ => "mart",
    };

    private static void Add(DuckDBAppender appender, string relation, string layer, IEnumerable<string> reads, string? sql)
    {
        var header = sql is null ? null : SqlHeader.Of(sql, "key");
        appender.CreateRow()
            .AppendValue(relation).AppendValue(layer).AppendValue(header?.Opening)
            .AppendValue((header?["key"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList())
            .AppendValue(header is null ? null : string.Join('\n', header.Notes)).AppendValue(reads.Order(StringComparer.Ordinal).ToList())
            .AppendValue((bool?)(layer == "mart")).AppendValue(sql?.Trim()).EndRow();
    }
}
