using DuckDB.NET.Data;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Closing;

/// <summary>
/// Keeps what a closed month said. For each closing decided since the last build, the warehouse is built once more from the files, settings and decisions known
/// at that instant, and its numbers are copied into the restricted file, where no later file, seed or program touches them.
/// </summary>
/// <param name="make">Builds a warehouse from another data directory, as of an instant.</param>
internal sealed class FreezeMonths(DataDirectory data, TimeProvider clock, Action<DataDirectory, DateTime> make)
{
    private const string Folder = "closing";

    /// <summary>For the holder of <see cref="DataDirectory.LockForWriting"/>.</summary>
    public void Run(IProgress<string>? progress = null, CancellationToken cancellationToken = default)
    {
        var pending = RawDatabase.Read(data, Pending);
        foreach (var group in pending.GroupBy(closing => closing.Knowledge))
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(string.Join(", ", group.Select(closing => closing.Month)));
            Freeze([.. group]);
        }
    }

    private void Freeze(IReadOnlyList<PendingClosing> closings)
    {
        var copy = new DataDirectory(Path.Combine(data.Build, Folder));
        if (Directory.Exists(copy.Root)) Directory.Delete(copy.Root, recursive: true);
        try
        {
            Directory.CreateDirectory(copy.Build);
            var until = closings.Max(closing => closing.ClosedAt);
            RawAsOf.Write(data, copy, until);
            make(copy, until);
            using var connection = RawDatabase.OpenForWriting(data);
            connection.Run($"attach {FrozenCopy.Quoted(copy.WarehouseFile)} as {FrozenCopy.Catalog} (read_only)");
            foreach (var closing in closings.OrderBy(closing => closing.ClosedAt)) connection.InOneTransaction(() => FrozenCopy.Append(connection, closing, SnapshotAt(closing.ClosedAt), clock.GetUtcNow().UtcDateTime));
            connection.Run($"detach {FrozenCopy.Catalog}");
        }
        finally
        {
            if (Directory.Exists(copy.Root)) Directory.Delete(copy.Root, recursive: true);
        }
    }

    /// <summary>Closings nobody undid, of a month that was open then, not kept yet; a second closing of a closed month says nothing new.</summary>
    private static IReadOnlyList<PendingClosing> Pending(DuckDBConnection connection)
    {
        var all = DecisionTable.All(connection);
        if (all.All(decision => decision.Kind is not DecisionKind.MonthClose)) return [];
        var undone = StandingDecisions.Undone(all);
        var kept = connection.Scalar("select 1 from duckdb_tables() where table_name = 'raw_frozen_version'") is null
            ? []
            : connection.Rows("select decision_id from raw_frozen_version", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal);
        var closed = new HashSet<string>(StringComparer.Ordinal);
        var pending = new List<PendingClosing>();
        foreach (var decision in all.Where(decision => !undone.Contains(decision.Id)))
        {
            if (decision.Kind is DecisionKind.MonthReopen) closed.Remove(decision.Value!);
            if (decision.Kind is not DecisionKind.MonthClose || !closed.Add(decision.Value!) || kept.Contains(decision.Id)) continue;
            pending.Add(new PendingClosing(decision.Id, decision.Value!, decision.DecidedAt, RawAsOf.Knowledge(connection, all, decision.DecidedAt)));
        }

        return pending;
    }

    /// <summary>What readers saw when the month was closed: the last snapshot published by then; null when there was none.</summary>
    private string? SnapshotAt(DateTime closedAt)
    {
        if (!Directory.Exists(data.Published)) return null;
        return Directory.EnumerateDirectories(data.Published)
            .Where(folder => !Path.GetFileName(folder).StartsWith('.') && File.Exists(Path.Combine(folder, Warehouse.Publishing.SnapshotManifest.FileName)))
            .Select(Manifest)
            .Where(manifest => manifest is not null && manifest.PublishedAt.UtcDateTime <= closedAt)
            .MaxBy(manifest => manifest!.PublishedAt)?.Name;
    }

    private static Warehouse.Publishing.SnapshotManifest? Manifest(string folder)
    {
        try
        {
            return Warehouse.Publishing.SnapshotManifest.Read(folder);
        }
        catch (Exception e) when (e is IOException or System.Text.Json.JsonException)
        {
            return null;
        }
    }
}

/// <param name="Knowledge">Equal for closings between which nothing came that could change a number: they share one build.</param>
internal sealed record PendingClosing(string DecisionId, string Month, DateTime ClosedAt, string Knowledge);
