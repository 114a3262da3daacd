using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Building;

/// <summary>
/// Remakes, in a finished warehouse, the published tables that come from some raw tables only: what is scored after a build reaches readers without building again.
/// </summary>
public static class WarehouseRefresh
{
    /// <param name="rawPrefix">Beginning of the names of the raw tables that changed, such as <c>raw_risk_</c>.</param>
    /// <exception cref="WarehouseLockedException">A reader holds the warehouse file.</exception>
    /// <exception cref="InvalidOperationException">A model reads such a raw table and something that only a build has.</exception>
    public static void Run(string restrictedFile, string warehouseFile, string rawPrefix, CancellationToken cancellationToken = default)
    {
        using var connection = DuckDbFile.OpenForWriting(":memory:");
        connection.SuitTo(warehouseFile);
        connection.Run($"attach {WarehouseBuild.Quoted(restrictedFile)} as restricted (read_only)");
        connection.Run($"attach {WarehouseBuild.Quoted(warehouseFile)} as {WarehouseBuild.Star}");
        connection.Run($"set search_path = '{WarehouseBuild.Star},restricted'");
        var models = Order(connection, rawPrefix);
        var region = connection.Scalar($"select any_value({RegionName.Column}) from {WarehouseBuild.Star}.main.dim_month") as string ?? "";
        connection.InOneTransaction(() =>
        {
            foreach (var model in models)
            {
                cancellationToken.ThrowIfCancellationRequested();
                connection.Run($"create or replace table {WarehouseBuild.Star}.main.{model.Name} as\n{model.Sql}");
                connection.Run($"alter table {WarehouseBuild.Star}.main.{model.Name} add column if not exists {RegionName.Column} varchar default {WarehouseBuild.Quoted(region)}");
            }
        });
        connection.Run($"use {WarehouseBuild.Star}");
        connection.InOneTransaction(() => CheckTable.Rewrite(connection, models.Select(model => model.Name).ToHashSet(StringComparer.Ordinal), cancellationToken));
        connection.Run($"checkpoint {WarehouseBuild.Star}");
        connection.Run("use memory");
        connection.Run($"detach {WarehouseBuild.Star}");
        connection.Run("detach restricted");
    }

    /// <summary>The models that read such a table, and those that read them, each after what it reads.</summary>
    private static IReadOnlyList<SqlModel> Order(DuckDBConnection connection, string rawPrefix)
    {
        var reads = SqlModel.All.ToDictionary(model => model, model => ModelGraph.ReadsOf(connection, model));
        var touched = new HashSet<string>(StringComparer.Ordinal);
        int before;
        do
        {
            before = touched.Count;
            touched.UnionWith(reads.Where(model => model.Value.Any(table => table.StartsWith(rawPrefix, StringComparison.Ordinal) || touched.Contains(table))).Select(model => model.Key.Name));
        }
        while (touched.Count > before);

        var remade = reads.Keys.Where(model => touched.Contains(model.Name)).ToList();
        var given = reads.Values.SelectMany(tables => tables).Where(table => !touched.Contains(table)).ToHashSet(StringComparer.Ordinal);
        return ModelGraph.InOrder(remade, model => [model.Name], model => reads[model], given);
    }
}
