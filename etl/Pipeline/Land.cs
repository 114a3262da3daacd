using System.Security.Cryptography;
using DuckDB.NET.Data;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline;

/// <summary>What became of one file that was to be landed.</summary>
public enum LandOutcome
{
    Landed,

    /// <summary>The same bytes are here already: nothing was added but, at most, a further name or a setting.</summary>
    Known,

    /// <summary>Kept, but not a ledger we can read.</summary>
    Refused,

    /// <summary>Could not even be opened; nothing of it is kept.</summary>
    Unreadable,
}

/// <param name="Path">The file that was to be landed: for a member of an archive the archive.</param>
/// <param name="Sha256">Of its content, lower-case hex; null when it could not be opened.</param>
/// <param name="Problem">Why it was refused or unreadable, with the cure; null otherwise.</param>
/// <param name="Waiting">What of a newly landed file waits, where a reading was asked for; empty otherwise.</param>
public sealed record LandedFileResult(string Path, string? Sha256, LandOutcome Outcome, int RowCount, string? Problem, IReadOnlyList<WaitingThing> Waiting)
{
    /// <summary>As the tables show it; of an archive's member <c>outer.zip/inner.xlsx</c>.</summary>
    public string Name { get; init; } = System.IO.Path.GetFileName(Path);
}

/// <summary>
/// <c>land</c>: files into raw rows, verbatim. A file lands whole or not at all, and is reported only once it is safe on disk; the same bytes land once.
/// </summary>
/// <param name="readWith">Tells at once what of each new file will wait, by these seeds and what was decided; null: the build tells.</param>
public sealed class Land(DataDirectory data, TimeProvider clock, Seeds? readWith = null)
{
    // Many small files share a commit: six hundred of them would wait for the disk six hundred times.
    private const int FilesAtOnce = 64;
    private const int RowsAtOnce = 20_000;

    private (LedgerReading Reading, DecidedFiles Decided)? _reading;

    /// <summary>Gets how far a long sheet has been read, from another thread.</summary>
    public IProgress<LandProgress>? OnRows { get; init; }

    /// <param name="paths">Files; see <see cref="LedgerFiles"/> for folders. An archive's members are files of their own; the archive itself is kept and counts for nothing.</param>
    /// <param name="settings">Remembered with each file.</param>
    /// <param name="progress">Gets each result as it is safe on disk.</param>
    public IReadOnlyList<LandedFileResult> Run(IReadOnlyList<string> paths, LandSettings settings, IProgress<LandedFileResult>? progress = null, CancellationToken cancellationToken = default)
    {
        using var connection = RawDatabase.OpenForWriting(data);
        var raw = RawFiles.Of(connection);
        if (readWith is not null && DecidedReading.Of(connection, readWith) is var decided) _reading = (new LedgerReading(decided.Lexicon), decided.Files);
        var results = new List<LandedFileResult>();
        foreach (var portion in Portions(ReadAhead(connection, paths, raw, cancellationToken)))
        {
            LandedFileResult[] landed = [];
            connection.InOneTransaction(() => landed = [.. portion.Select(file => Keep(connection, raw, file.Path, file.Content, settings))]);
            results.AddRange(landed);
            foreach (var result in landed) progress?.Report(result);
        }

        return results;
    }

    private static IEnumerable<IReadOnlyList<(string Path, FileContent Content)>> Portions(IEnumerable<(string Path, FileContent Content)> files)
    {
        var portion = new List<(string Path, FileContent Content)>();
        foreach (var file in files)
        {
            portion.Add(file);
            if (portion.Count < FilesAtOnce && portion.Sum(one => one.Content.RowCount) < RowsAtOnce) continue;
            yield return portion;
            portion = [];
        }

        if (portion.Count > 0) yield return portion;
    }

    /// <summary>Reads one file ahead on the other core while the last ones are written; its bytes are safe under landed/ before a row of it is.</summary>
    private IEnumerable<(string Path, FileContent Content)> ReadAhead(DuckDBConnection connection, IReadOnlyList<string> paths, RawFiles raw, CancellationToken cancellationToken)
    {
        Task<FileContent>? next = null;
        for (var i = 0; i < paths.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var current = (next ?? Read(paths[i])).GetAwaiter().GetResult();
            next = i + 1 < paths.Count ? Read(paths[i + 1]) : null;
            if (current.IsArchive) ForgetRefusal(connection, raw, current.Sha256!);
            foreach (var content in current.IsArchive ? current.Members(paths[i], raw, KeepLanded, OnRows, cancellationToken) : [current]) yield return (paths[i], content);
        }

        Task<FileContent> Read(string path) => Task.Run(
            () =>
            {
                var content = FileContent.Read(path, raw, OnRows, cancellationToken);
                var isSafe = content.Sha256 is not { } sha256 || CopyIntoLanded(path, sha256);
                return isSafe ? content : FileContent.Unreadable(path, Messages.Of("file_changed", path));
            },
            cancellationToken);
    }

    /// <summary>An archive that no earlier version could open was kept as a refused file; now its members stand for it.</summary>
    private static void ForgetRefusal(DuckDBConnection connection, RawFiles raw, string sha256)
    {
        if (!raw.Knows(sha256)) return;
        connection.InOneTransaction(() =>
        {
            connection.Run("delete from raw_ledger_name where file_sha256 = $sha", ("sha", sha256));
            connection.Run("delete from raw_ledger_file where file_sha256 = $sha", ("sha", sha256));
        });
        raw.Forget(sha256);
    }

    private LandedFileResult Keep(DuckDBConnection connection, RawFiles raw, string path, FileContent content, LandSettings settings)
    {
        if (content.Sha256 is not { } sha256) return new LandedFileResult(path, null, LandOutcome.Unreadable, 0, content.Problem, []);
        var isNew = !raw.IsRead(sha256);
        var now = clock.GetUtcNow().UtcDateTime;
        if (isNew && !raw.IsRefused(sha256, content.RefusalCode)) AppendContent(connection, raw, content, now);
        var receivedAt = content.LastWriteTimeUtc < now ? content.LastWriteTimeUtc : now;
        if (raw.IsEarliest(sha256, content.Name, receivedAt))
        {
            connection.Run(
                "insert into raw_ledger_name values ($sha, $name, $received_at, $landed_at) on conflict do update set received_at = least(received_at, excluded.received_at)",
                ("sha", sha256), ("name", content.Name), ("received_at", receivedAt), ("landed_at", now));
        }

        AppendSettings(connection, sha256, settings, now);
        return new LandedFileResult(
            path,
            sha256,
            content.Problem is not null ? LandOutcome.Refused : isNew ? LandOutcome.Landed : LandOutcome.Known,
            content.RowCount,
            content.Problem,
            isNew && content.Problem is null ? Waiting(content.Name, content, settings) : []) { Name = content.Name };
    }

    private IReadOnlyList<WaitingThing> Waiting(string name, FileContent content, LandSettings settings)
    {
        if (_reading is not var (reading, decided)) return [];
        var file = reading.Read(decided.Of(content.Sha256!, new LandedFile([name], content.Sheets, settings)));
        var parts = file.Parts.Where(part => part.Reason is not null).Select(part => new WaitingThing(name, null, part.Reason!, part.Readings, IsRefused: false));
        var waitingParts = file.Parts.Where(part => part.Reason is not null).Select(part => (int?)part.Number).ToHashSet();
        var rows = file.Rows
            .Where(row => row.Kind is RowKind.Waiting && !waitingParts.Contains(row.PartNumber))
            .GroupBy(row => row.Reason!, StringComparer.Ordinal)
            .Select(group => new WaitingThing(name, group.Count(), group.Key, [], IsRefused: false));
        return [.. parts, .. rows];
    }

    /// <returns>False when the file is no longer the one that was read: it was changed or taken away meanwhile.</returns>
    private bool CopyIntoLanded(string path, string sha256)
    {
        if (File.Exists(Path.Combine(data.Landed, sha256))) return true;
        try
        {
            using var source = File.OpenRead(path);
            return CopyIntoLanded(source, sha256);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    private void KeepLanded(Stream source, string sha256)
    {
        if (!File.Exists(Path.Combine(data.Landed, sha256))) CopyIntoLanded(source, sha256);
    }

    private bool CopyIntoLanded(Stream source, string sha256)
    {
        var target = Path.Combine(data.Landed, sha256);
        var arriving = target + ".arriving";
        try
        {
            using (var copy = File.Create(arriving))
            {
                source.CopyTo(copy);
                copy.Flush(flushToDisk: true);
                copy.Position = 0;
                if (Convert.ToHexStringLower(SHA256.HashData(copy)) != sha256) return false;
            }

            File.Move(arriving, target, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(arriving);
        }
    }

    /// <summary>A content refused before is read anew, and its refusal replaced: the readers may have learned since.</summary>
    private static void AppendContent(DuckDBConnection connection, RawFiles raw, FileContent content, DateTime now)
    {
        if (raw.Knows(content.Sha256!)) connection.Run("delete from raw_ledger_file where file_sha256 = $sha", ("sha", content.Sha256));
        var fileId = raw.Add(content.Sha256!, content.RefusalCode);
        foreach (var sheet in content.Sheets)
        {
            connection.Run(
                "insert into raw_ledger_sheet values ($file_id, $number, $name, $is_hidden, $heading, $merges)",
                ("file_id", fileId), ("number", sheet.Number), ("name", sheet.Name), ("is_hidden", sheet.IsHidden),
                ("heading", sheet.Heading.ToList()), ("merges", sheet.Merges.Select(RawMerge.Text).ToList()));
        }

        AppendRows(connection, fileId, content.Sheets);
        connection.Run(
            "insert into raw_ledger_file values ($file_id, $sha, $format, $size, $rows, $code, $message, $now)",
            ("file_id", fileId), ("sha", content.Sha256), ("format", content.Format), ("size", content.SizeBytes),
            ("rows", content.RowCount), ("code", content.RefusalCode), ("message", content.Problem), ("now", now));
    }

    private static void AppendRows(DuckDBConnection connection, int fileId, IReadOnlyList<LandedSheet> sheets)
    {
        using var appender = connection.CreateAppender("raw_ledger_row");
        foreach (var sheet in sheets)
        {
            foreach (var ledgerRow in sheet.Rows)
            {
                var row = appender.CreateRow();
                row.AppendValue(fileId);
                row.AppendValue(sheet.Number);
                row.AppendValue(ledgerRow.Number);
                row.AppendValue(Separable(ledgerRow.Cells));
                row.AppendValue(ledgerRow.Marks.HasFlag(RowMarks.Hidden));
                row.AppendValue(ledgerRow.Marks.HasFlag(RowMarks.Struck));
                row.AppendValue(ledgerRow.Marks.HasFlag(RowMarks.Picture));
                row.AppendValue(ledgerRow.Marks.HasFlag(RowMarks.FormulaError));
                row.EndRow();
            }
        }
    }

    /// <summary>Cells travel to the reading joined by U+001F; one that holds it itself shows its picture (U+241F). The landed file keeps the byte.</summary>
    private static IEnumerable<string> Separable(string[] cells) =>
        Array.Exists(cells, cell => cell.Contains('\u001F')) ? cells.Select(cell => cell.Replace('\u001F', '\u241F')) : cells;

    private static void AppendSettings(DuckDBConnection connection, string sha256, LandSettings settings, DateTime now)
    {
        if (settings is { Month: null, From: null, BlankHazardIsVisit: null }) return;
        connection.Run(
            """
            insert into raw_ledger_setting
            select (select coalesce(max(setting_id), 0) + 1 from raw_ledger_setting), $sha, $month, $from, $blank_hazard, $now
            from (
                select
                    arg_max(month, setting_id) filter (month is not null) as month,
                    arg_max(submitter, setting_id) filter (submitter is not null) as submitter,
                    arg_max(blank_hazard, setting_id) filter (blank_hazard is not null) as blank_hazard,
                from raw_ledger_setting
                where file_sha256 = $sha
            ) as settled
            where coalesce($month::varchar, settled.month) is distinct from settled.month
               or coalesce($from::varchar, settled.submitter) is distinct from settled.submitter
               or coalesce($blank_hazard::varchar, settled.blank_hazard) is distinct from settled.blank_hazard
            """,
            ("sha", sha256), ("month", settings.Month?.ToString()), ("from", settings.From),
            ("blank_hazard", settings.BlankHazardIsVisit switch { true => "visit", false => "wait", null => null }), ("now", now));
    }
}

/// <summary>A merged region as raw keeps it: <c>first_row:last_row:first_column:last_column</c>.</summary>
public static class RawMerge
{
    public static string Text(CellMerge merge) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{merge.FirstRow}:{merge.LastRow}:{merge.FirstColumn}:{merge.LastColumn}");

    public static CellMerge Parse(string text)
    {
        int[] numbers = [.. text.Split(':').Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture))];
        return new CellMerge(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
}
