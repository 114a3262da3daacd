namespace SafetyAnalytics.Warehouse.Building;

/// <summary>One relation of the warehouse, made by one SELECT; the file's name is the relation's.</summary>
/// <param name="Grain">What one row is.</param>
/// <param name="Key">The columns that tell rows apart.</param>
/// <param name="IsPublished">Dimensions, bridges, facts and marts travel in the snapshot; the rest is scaffolding.</param>
/// <param name="IsView">Worked out when read, from published tables alone: too wide to keep, or quick enough not to.</param>
public sealed record SqlModel(string Name, string Sql, string Grain, IReadOnlyList<string> Key, IReadOnlyList<string> Notes, bool IsPublished, bool IsView = false)
{
    private static readonly string[] s_published = ["bridge_", "dim_", "fct_", "mart_"];

    /// <summary>All models by name, but for raw, which are tables to append to and not SELECTs.</summary>
    public static IReadOnlyList<SqlModel> All { get; } =
        [.. Embedded.Paths("models").Where(path => path.EndsWith(".sql", StringComparison.Ordinal) && !path.StartsWith("models/raw/", StringComparison.Ordinal)).Select(Load).OrderBy(model => model.Name, StringComparer.Ordinal)];

    private static SqlModel Load(string path)
    {
        var sql = Embedded.Text(path);
        var name = Path.GetFileNameWithoutExtension(path);
        var header = SqlHeader.Of(sql, "key", "as");
        var key = header.Required("key", path).Split(',', StringSplitOptions.TrimEntries);
        return new SqlModel(name, sql, header.Opening, key, header.Notes, s_published.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)), header["as"] == "view");
    }
}
