using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DuckDB.NET.Data;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Warehouse.Publishing;

/// <summary>
/// Turns a finished build into an immutable snapshot directory, then moves the pointer.
/// Everything is written under a name nobody reads, verified, and renamed into place; <c>CURRENT</c> is replaced last, by one atomic rename.
/// </summary>
/// <param name="publishedDirectory">Created if absent. Only one process may publish into it at a time.</param>
public sealed class SnapshotPublisher(string publishedDirectory, TimeProvider clock)
{
    private const string Incoming = ".incoming-";

    /// <summary>Publishes the build, unless the very same content is published already: then only the pointer is made sure of.</summary>
    /// <param name="warehouseFile">A finished build, closed by its writer.</param>
    /// <exception cref="ChecksFailedException">A blocking check fails; nothing is published and the last snapshot stays current.</exception>
    public PublishResult Publish(string warehouseFile, bool isSample, CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(publishedDirectory);
        foreach (var leftover in Directory.EnumerateDirectories(publishedDirectory, Incoming + "*")) Directory.Delete(leftover, recursive: true);

        var incoming = Path.Combine(publishedDirectory, Incoming + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(incoming);
        try
        {
            return Publish(warehouseFile, incoming, isSample, cancellationToken);
        }
        finally
        {
            if (Directory.Exists(incoming)) Directory.Delete(incoming, recursive: true);
        }
    }

    private PublishResult Publish(string warehouseFile, string incoming, bool isSample, CancellationToken cancellationToken)
    {
        var copy = Path.Combine(incoming, "warehouse.duckdb");
        File.Copy(warehouseFile, copy);
        Draft draft;
        using (var connection = DuckDbFile.OpenForWriting(copy))
        {
            connection.SuitTo(copy);
            draft = Draft.Of(connection, cancellationToken);
            if (draft.Checks.Any(check => check.IsBlockingFailure)) throw new ChecksFailedException(draft.Checks);
            if (SnapshotManifest.Verifies(Path.Combine(publishedDirectory, draft.Name))) return new PublishResult(draft.Name, IsNew: false, PointTo(draft.Name), draft.Checks);
            ColumnMeanings.Describe(connection);
            connection.Run("checkpoint");
            ParquetTree.Write(connection, incoming, [.. draft.Tables.Select(table => table.Name), CheckTable.History], cancellationToken);
            var dictionary = DictionaryPage.Read(connection, draft.Name);
            File.WriteAllText(Path.Combine(incoming, DictionaryPage.FileName), DictionaryPage.Write(dictionary));
            File.WriteAllText(Path.Combine(incoming, DictionaryHtml.FileName), DictionaryHtml.Write(dictionary));
        }

        cancellationToken.ThrowIfCancellationRequested();
        var files = FilesOf(incoming);
        SnapshotManifest.Write(incoming, draft.ToManifest(isSample, clock.GetUtcNow(), files));
        SnapshotVerification.WriteSums(incoming, files);
        // A tree by months has hundreds of small files, and each waits for the disk by itself.
        Parallel.ForEach(Directory.EnumerateFiles(incoming, "*", SearchOption.AllDirectories), new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = 8 }, FlushToDisk);
        SetAside(draft.Name);
        Directory.Move(incoming, Path.Combine(publishedDirectory, draft.Name));
        PointTo(draft.Name);
        return new PublishResult(draft.Name, IsNew: true, PointerMoved: true, draft.Checks);
    }

    /// <summary>Makes room where a snapshot of that name stands damaged. The next publish sweeps it away; a reader that still has its file open keeps it.</summary>
    private void SetAside(string name)
    {
        var damaged = Path.Combine(publishedDirectory, name);
        if (Directory.Exists(damaged)) Directory.Move(damaged, Path.Combine(publishedDirectory, $"{Incoming}{Guid.NewGuid():N}"));
    }

    /// <returns>Whether the pointer had to move.</returns>
    private bool PointTo(string name)
    {
        var pointer = Path.Combine(publishedDirectory, "CURRENT");
        if (File.Exists(pointer) && File.ReadAllText(pointer).Trim() == name) return false;
        var next = pointer + ".next";
        File.WriteAllText(next, name + "\n");
        FlushToDisk(next);
        File.Move(next, pointer, overwrite: true);
        return true;
    }

    private static IReadOnlyList<SnapshotFile> FilesOf(string directory) =>
    [
        .. Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(directory, path).Replace('\\', '/')))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => SnapshotFile.Of(file.Name, file.Path)),
    ];

    private static void FlushToDisk(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>What the copy holds, before it has a name.</summary>
    private sealed record Draft(string Name, DateOnly AsOf, string? FirstMonth, string LastMonth, int LedgerFiles, IReadOnlyList<SnapshotTable> Tables, IReadOnlyList<CheckResult> Checks)
    {
        public static Draft Of(DuckDBConnection connection, CancellationToken cancellationToken)
        {
            var tables = TablesOf(connection, cancellationToken);
            var content = string.Join('\n', tables.Select(table => $"{table.Name} {table.Rows} {table.ContentHash}"));
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..12];
            var span = connection.Rows(
                "select min(month), max(month), max(measured_on) from dim_month",
                row => (First: row.TextOrNull(0), Last: row.GetString(1), AsOf: DateOnly.FromDateTime(row.GetDateTime(2))))[0];
            var files = Convert.ToInt32(connection.Scalar("select count(*) from mart_ledger_file where outcome <> 'repeated'"), CultureInfo.InvariantCulture);
            return new Draft($"{span.Last}-{hash}", span.AsOf, span.First, span.Last, files, tables, CheckResult.RunAll(connection, cancellationToken));
        }

        public SnapshotManifest ToManifest(bool isSample, DateTimeOffset publishedAt, IReadOnlyList<SnapshotFile> files) => new(
            Name,
            AsOf,
            FirstMonth,
            LastMonth,
            publishedAt,
            isSample,
            LedgerFiles,
            Tables,
            [.. Checks.Select(check => new SnapshotCheck(check.Check.Name, CheckTable.Word(check.State), check.FailureCount))],
            files);

        /// <summary>Hashes are sums over rows: they do not depend on row order, and any changed row changes them.</summary>
        private static IReadOnlyList<SnapshotTable> TablesOf(DuckDBConnection connection, CancellationToken cancellationToken)
        {
            var tables = new List<SnapshotTable>();
            foreach (var name in connection.Rows("select table_name from duckdb_tables() where not internal and table_name <> $history order by 1", row => row.GetString(0), ("history", CheckTable.History)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                tables.Add(connection.Rows(
                    $"select count(*), coalesce(sum(hash(row_value)::hugeint), 0)::varchar from {name} as row_value",
                    row => new SnapshotTable(name, row.GetInt64(0), row.GetString(1)))[0]);
            }

            return tables;
        }
    }
}

/// <param name="IsNew">False when the same content was published before.</param>
/// <param name="PointerMoved">Whether readers now see another snapshot than before.</param>
public sealed record PublishResult(string Name, bool IsNew, bool PointerMoved, IReadOnlyList<CheckResult> Checks);

/// <summary>The build breaks a law; it is not published.</summary>
public sealed class ChecksFailedException(IReadOnlyList<CheckResult> checks)
    : Exception($"Blocking checks failed: {string.Join(", ", checks.Where(check => check.IsBlockingFailure).Select(check => check.Check.Name))}.")
{
    public IReadOnlyList<CheckResult> Checks { get; } = checks;
}
