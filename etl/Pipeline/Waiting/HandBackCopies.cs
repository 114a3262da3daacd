using System.Text;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Marking;
using SafetyAnalytics.Ledgers.Reading;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Pipeline.Intake;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Waiting;

/// <summary>What was written for one file.</summary>
/// <param name="Path">Of the copy; null when the file cannot be given back marked, because nothing can read it.</param>
public sealed record HandedBack(string FileSha256, string FileName, string? Path);

/// <summary>Gives clerks their own files back, from the bytes under <c>landed/</c>, marked by today's seeds and decisions. A member of a zip comes back as a file of its own.</summary>
public sealed class HandBackCopies(DataDirectory data, Seeds seeds)
{
    private DecidedReading? _decided;

    /// <summary>Writes the marked copy of one landed content.</summary>
    /// <param name="target">Writable; left open.</param>
    /// <returns>The name of the copy.</returns>
    /// <exception cref="PipelineException">Nothing of that SHA-256 is landed, or a writer does not let go of the raw tables.</exception>
    /// <exception cref="LedgerFormatException">The file cannot be read at all.</exception>
    public string Write(string sha256, Stream target)
    {
        var decided = _decided ??= DecidedReading.Of(data, seeds);
        var file = decided.Files.Of(sha256, Landed(sha256));
        var reading = new LedgerReading(decided.Lexicon).Read(file);
        using var source = File.OpenRead(Path.Combine(data.Landed, sha256));
        return HandBack.Write(source, file.FileNames[0], decided.Problems.InThisLanguage(file, reading), HandBackSummary.Of(file, reading), target);
    }

    /// <summary>Every file with problems into <paramref name="folder"/>/sender/name, and <c>waiting.csv</c> over all of them.</summary>
    /// <param name="problems">Of the last build.</param>
    /// <exception cref="PipelineException">The folder cannot be written, or holds something already.</exception>
    public IReadOnlyList<HandedBack> Export(IReadOnlyList<WaitingProblem> problems, string folder, IProgress<HandedBack>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new PipelineException(ExitCode.Cannot, Messages.Of("out_not_empty", folder));
        try
        {
            Directory.CreateDirectory(folder);
            using (var list = new StreamWriter(Path.Combine(folder, "waiting.csv"), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true))) WaitingOutput.WriteCsv(problems, list);
            var written = new List<HandedBack>();
            foreach (var problem in problems.DistinctBy(problem => problem.FileSha256, StringComparer.Ordinal))
            {
                cancellationToken.ThrowIfCancellationRequested();
                written.Add(new HandedBack(problem.FileSha256, problem.FileName, WriteInto(Path.Combine(folder, SafeName.Of(problem.Submitter ?? Messages.Of("sender_unknown"))), problem.FileSha256)));
                progress?.Report(written[^1]);
            }

            return written;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PipelineException(ExitCode.Cannot, Messages.Of("out_not_writable", folder, e.Message), e);
        }
    }

    private string? WriteInto(string folder, string sha256)
    {
        try
        {
            using var copy = new MemoryStream();
            var name = SafeName.Of(Write(sha256, copy));
            Directory.CreateDirectory(folder);
            var path = Free(folder, name);
            File.WriteAllBytes(path, copy.ToArray());
            return path;
        }
        catch (LedgerFormatException)
        {
            return null;
        }
    }

    private static string Free(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        for (var i = 2; File.Exists(path); i++) path = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(name)} ({i}){Path.GetExtension(name)}");
        return path;
    }

    private LandedFile Landed(string sha256) => RawDatabase.Read(data, connection =>
    {
        var raw = new RawLedgers(connection);
        int[] ids = [.. raw.Readable.Where(file => file.Sha256 == sha256).Select(file => file.FileId)];
        if (ids.Length > 0) return raw.Read(ids)[0].File;
        var refusal = connection.Rows(
            "select refusal_code, refusal_message, (select min(file_name) from raw_ledger_name where raw_ledger_name.file_sha256 = raw_ledger_file.file_sha256) from raw_ledger_file where file_sha256 = $sha",
            row => new LedgerFormatException(row.GetString(0), row.TextOrNull(2) ?? sha256, row.TextOrNull(1) ?? "", ""),
            ("sha", sha256));
        throw refusal.Count > 0 ? refusal[0] : new PipelineException(ExitCode.Usage, Messages.Of("file_unknown", sha256, "—"));
    });
}
