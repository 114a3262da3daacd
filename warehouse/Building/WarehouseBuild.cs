using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Building;

/// <summary>
/// Makes the whole warehouse anew from raw rows, seeds and steps: a pure function of them and of <c>as_of</c>.
/// It writes a fresh file and moves it into place at the end, so that a build cut off leaves the last one standing, and so that nothing of
/// the restricted file can linger in what is published.
/// </summary>
public sealed class WarehouseBuild(Seeds seeds, IReadOnlyList<IBuildStep> steps)
{
    /// <summary>The catalog of everything that is not published: seeds, words read, staging and intermediate models.</summary>
    public const string Work = "work";

    /// <summary>The catalog of what is published.</summary>
    public const string Star = "star";

    private const string Restricted = "restricted";

    /// <summary>What people may have told and no ledger says: empty where no step makes it.</summary>
    private static readonly IReadOnlyDictionary<string, string> s_optional = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["read_decided_progress"] = "requirement_no integer, department varchar, month varchar, state varchar, evidence varchar",
    };

    /// <param name="restrictedFile">The raw tables; opened read-only.</param>
    /// <param name="warehouseFile">Where the finished warehouse stands afterwards.</param>
    /// <param name="asOf">Null: the last day of the latest settled ledger month, never later than <paramref name="today"/>.</param>
    /// <param name="progress">Gets each relation's name as it is begun.</param>
    /// <exception cref="WarehouseUnreadableException">The restricted file is damaged.</exception>
    public void Run(string restrictedFile, string warehouseFile, DateOnly? asOf, DateOnly today, IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        var building = warehouseFile + ".building";
        var work = Path.ChangeExtension(warehouseFile, ".work.duckdb");
        Sweep(building, work);
        try
        {
            Make(restrictedFile, building, work, asOf, today, progress, cancellationToken);
            File.Move(building, warehouseFile, overwrite: true);
        }
        finally
        {
            Sweep(building, work);
        }
    }

    private static void Sweep(string building, string work)
    {
        foreach (var leftover in new[] { building, building + ".wal", work, work + ".wal" }) File.Delete(leftover);
    }

    private void Make(string restrictedFile, string building, string work, DateOnly? asOf, DateOnly today, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        using var connection = DuckDbFile.OpenForWriting(":memory:");
        Attach(connection, restrictedFile, building, work);
        connection.Run("set variable today = $today::date", ("today", today));
        connection.Run("set variable as_of = $as_of::date", ("as_of", asOf));
        // One transaction each: hundreds of small statements would wait for the disk one by one.
        connection.InOneTransaction(() => LoadSeeds(connection));
        connection.InOneTransaction(() => AddMacros(connection));
        var order = Order(connection);
        foreach (var node in order)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(node.Makes[0]);
            node.Run(connection, cancellationToken);
        }

        connection.InOneTransaction(() => AddRegion(connection));
        progress?.Report("metric");
        connection.InOneTransaction(() => AddMetrics(connection));
        progress?.Report("check_result");
        connection.InOneTransaction(() => AddChecks(connection, cancellationToken));
        connection.InOneTransaction(() => RelationTable.Write(connection, seeds.Names, [.. order.Select(node => (node.Makes, node.Reads))]));
        connection.Run($"checkpoint {Star}");
        connection.Run("use memory");
        foreach (var catalog in new[] { Star, Work, Restricted }) connection.Run($"detach {catalog}");
    }

    private static void Attach(DuckDBConnection connection, string restrictedFile, string building, string work)
    {
        try
        {
            connection.Run($"attach {Quoted(restrictedFile)} as {Restricted} (read_only)");
        }
        catch (DuckDBException e)
        {
            throw new WarehouseUnreadableException(restrictedFile, e.Message.ReplaceLineEndings(" "), e);
        }

        connection.SuitTo(restrictedFile);
        // Little tables do not fill DuckDB's usual block of 256 KiB a column.
        var blocks = new FileInfo(restrictedFile).Length < DuckDbFile.Little ? " (block_size 16384)" : "";
        connection.Run($"attach {Quoted(building)} as {Star}{blocks}");
        connection.Run($"attach {Quoted(work)} as {Work}{blocks}");
        connection.Run($"set search_path = '{Star},{Work},{Restricted}'");
    }

    private void LoadSeeds(DuckDBConnection connection)
    {
        foreach (var seed in seeds.Names.Select(name => seeds[name]))
        {
            connection.Run($"create table {Work}.main.seed_{seed.Name} ({string.Join(", ", seed.Columns.Select(column => $"\"{column}\" varchar"))})");
            using var appender = connection.CreateAppender(Work, "main", $"seed_{seed.Name}");
            foreach (var cells in seed.Rows)
            {
                var row = appender.CreateRow();
                foreach (var cell in cells) row.AppendValue(cell);
                row.EndRow();
            }
        }
    }

    private IReadOnlyList<Node> Order(DuckDBConnection connection)
    {
        var given = Embedded.Paths("models/raw").Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Concat(seeds.Names.Select(name => $"seed_{name}"))
            .ToHashSet(StringComparer.Ordinal);
        var made = steps.SelectMany(step => step.Makes.Keys).ToHashSet(StringComparer.Ordinal);
        List<Node> nodes =
        [
            .. s_optional.Where(table => !made.Contains(table.Key)).Select(table => new Node([table.Key], [], (c, _) => c.Run($"create table {Work}.main.{table.Key} ({table.Value})"))),
            .. steps.Append(new MeasureMonths()).Select(step => new Node([.. step.Makes.Keys], step.Reads, (c, token) => RunStep(step, c, token))),
            .. SqlModel.All.Select(model => new Node([model.Name], [.. ModelGraph.ReadsOf(connection, model)], (c, _) => RunModel(model, c))),
        ];
        return ModelGraph.InOrder(nodes, node => node.Makes, node => node.Reads, given);
    }

    private static void RunStep(IBuildStep step, DuckDBConnection connection, CancellationToken cancellationToken)
    {
        foreach (var (table, columns) in step.Makes) connection.Run($"create table {Work}.main.{table} ({columns})");
        step.Run(connection, cancellationToken);
    }

    private static void RunModel(SqlModel model, DuckDBConnection connection)
    {
        var catalog = model.IsPublished ? Star : Work;
        try
        {
            connection.Run($"create {(model.IsView ? "view" : "table")} {catalog}.main.{model.Name} as\n{model.Sql}");
        }
        catch (DuckDBException e)
        {
            throw new InvalidOperationException($"The model {model.Name} failed: {e.Message}", e);
        }
    }

    /// <summary>Before any model: closed months and targets are measured while the models run.</summary>
    private static void AddMacros(DuckDBConnection connection)
    {
        connection.Run($"use {Star}");
        MetricMacros.Add(connection);
        connection.Run($"set search_path = '{Star},{Work},{Restricted}'");
    }

    /// <summary>After all models: within one region it says nothing, so that no model need carry it along.</summary>
    private void AddRegion(DuckDBConnection connection)
    {
        var region = Quoted(RegionName.Of(seeds));
        var tables = connection.Rows($"select table_name from duckdb_tables() where database_name = '{Star}'", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal);
        foreach (var model in SqlModel.All.Where(model => tables.Contains(model.Name))) connection.Run($"alter table {Star}.main.{model.Name} add column {RegionName.Column} varchar default {region}");

        // A view remembers the columns it was made with.
        foreach (var view in connection.Rows($"select sql from duckdb_views() where database_name = '{Star}' and not internal", row => row.GetString(0)))
            connection.Run(view.Replace("CREATE VIEW", "create or replace view", StringComparison.Ordinal));
    }

    private static void AddMetrics(DuckDBConnection connection)
    {
        connection.Run($"use {Star}");
        MetricMacros.Describe(connection);
        connection.Run($"set search_path = '{Star},{Work},{Restricted}'");
    }

    private void AddChecks(DuckDBConnection connection, CancellationToken cancellationToken)
    {
        connection.Run($"use {Star}");
        CheckTable.Write(connection, CheckResult.RunAll(connection, WarehouseCheck.Of(seeds), cancellationToken));
        CheckTable.WriteHistory(connection, Star, Restricted);
        connection.Run($"set search_path = '{Star},{Work},{Restricted}'");
    }

    /// <summary>A text literal, for the statements that take no parameters (attach, comment).</summary>
    internal static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private sealed record Node(IReadOnlyList<string> Makes, IReadOnlyList<string> Reads, Action<DuckDBConnection, CancellationToken> Run);
}
