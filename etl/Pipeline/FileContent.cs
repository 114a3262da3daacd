using System.Security.Cryptography;
using System.Text;
using SafetyAnalytics.Ledgers;
using SafetyAnalytics.Ledgers.Reading;

namespace SafetyAnalytics.Pipeline;

/// <summary>One file read into memory, or the reason why not.</summary>
/// <param name="Name">Without folder; of an archive's member <c>outer.zip/inner.xlsx</c>.</param>
/// <param name="Sha256">Lower-case hex; null when the file could not be opened. Of a member that cannot be taken out of its archive: a hash of the archive's and its name.</param>
/// <param name="RefusalCode">Null when it was read.</param>
internal sealed record FileContent(string Name, string? Sha256, long SizeBytes, DateTime LastWriteTimeUtc, string? Format, IReadOnlyList<LandedSheet> Sheets, string? RefusalCode, string? Problem)
{
    private const int RowsBetweenReports = 10_000;

    /// <summary>Packers write the clock on their wall, without a zone; the whole country has one.</summary>
    private static readonly TimeSpan s_packersZone = TimeSpan.FromHours(8);

    /// <summary>Clocks that were never set, and files from before the ledgers.</summary>
    private static readonly DateTime s_earliest = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Its members stand for it.</summary>
    public bool IsArchive => Format == "zip" && RefusalCode is null;

    public int RowCount => Sheets.Sum(sheet => sheet.Rows.Count);

    public static FileContent Unreadable(string path, string problem) => new(Path.GetFileName(path), null, 0, default, null, [], "cannot_open", problem);

    public static FileContent Read(string path, RawFiles raw, IProgress<LandProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (!stream.CanSeek) return Unreadable(path, Messages.Of("file_not_a_file", path));
            var writtenAt = File.GetLastWriteTimeUtc(path);
            var content = Of(Path.GetFileName(path), stream, writtenAt);
            return raw.IsRead(content.Sha256!) ? content : content.WithSheets(stream, isMember: false, progress, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Unreadable(path, Messages.Of("file_cannot_open", path, e.Message));
        }
    }

    /// <summary>The files in an archive, one after the other: only one of them is in memory at a time.</summary>
    /// <param name="keep">Makes a member's bytes safe before anything of it is known.</param>
    public IEnumerable<FileContent> Members(string path, RawFiles raw, Action<Stream, string> keep, IProgress<LandProgress>? progress, CancellationToken cancellationToken)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var number = 0;
        foreach (var member in LedgerArchive.Members(stream, Name, ReadLimits.Default, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Member(member, ++number, raw, keep, progress, cancellationToken);
        }
    }

    private FileContent Member(LedgerArchiveMember member, int number, RawFiles raw, Action<Stream, string> keep, IProgress<LandProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            using var bytes = member.Open();
            var content = Of(member.Name, bytes, ReceivedAt(member));
            bytes.Position = 0;
            keep(bytes, content.Sha256!);
            return raw.IsRead(content.Sha256!) ? content : content.WithSheets(bytes, isMember: true, progress, cancellationToken);
        }
        catch (LedgerFormatException e)
        {
            var stand = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Sha256} {number} {member.Name}")));
            return new FileContent(member.Name, stand, 0, ReceivedAt(member), null, [], e.Code, e.Message);
        }
    }

    /// <summary>When the sender's copy came to be, as the archive says; never later than the archive itself.</summary>
    private DateTime ReceivedAt(LedgerArchiveMember member)
    {
        var stated = DateTime.SpecifyKind(member.StatedAt, DateTimeKind.Utc) - s_packersZone;
        return stated >= s_earliest && stated < LastWriteTimeUtc ? stated : LastWriteTimeUtc;
    }

    private static FileContent Of(string name, Stream stream, DateTime writtenAt)
    {
        stream.Position = 0;
        return new FileContent(name, Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length, writtenAt, null, [], null, null);
    }

    /// <summary>An archive in an archive is no ledger; an archive whose list of members cannot be read is refused as a whole.</summary>
    private FileContent WithSheets(Stream stream, bool isMember, IProgress<LandProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            stream.Position = 0;
            var format = LedgerReader.Detect(stream, Name, cancellationToken: cancellationToken);
            if (format is LedgerFormat.Zip && !isMember)
            {
                _ = LedgerArchive.Members(stream, Name, ReadLimits.Default, cancellationToken);
                return this with { Format = "zip" };
            }

            stream.Position = 0;
            var sheets = new List<LandedSheet>();
            foreach (var sheet in LedgerReader.Read(stream, Name, ReadLimits.Default, cancellationToken))
            {
                // Rows first: merges are complete only once the rows have been read.
                LedgerRow[] rows = [.. Counted(sheet.Rows, progress)];
                sheets.Add(new LandedSheet(sheet.Number, sheet.Name, sheet.IsHidden, sheet.Heading, [.. sheet.Merges], rows));
            }

            return this with { Format = format.ToString().ToLowerInvariant(), Sheets = sheets };
        }
        catch (LedgerFormatException e)
        {
            return this with { RefusalCode = e.Code, Problem = e.Message };
        }
    }

    private IEnumerable<LedgerRow> Counted(IEnumerable<LedgerRow> rows, IProgress<LandProgress>? progress)
    {
        var count = 0;
        foreach (var row in rows)
        {
            if (++count % RowsBetweenReports == 0) progress?.Report(new LandProgress(Name, count));
            yield return row;
        }
    }
}

/// <summary>How far a long sheet has been read.</summary>
public sealed record LandProgress(string FileName, int RowCount);
