using SafetyAnalytics.Ledgers.Archive;

namespace SafetyAnalytics.Ledgers;

/// <summary>A zip of ledgers, one member after the other. Nothing is written to disk, and no name of a member leads anywhere.</summary>
public static class LedgerArchive
{
    /// <summary>Members of one zip. A month's ledgers of thirty senders are a hundred files.</summary>
    public const int MostMembers = 1_000;

    /// <summary>
    /// The files in a zip that <see cref="LedgerReader.Detect"/> calls <see cref="LedgerFormat.Zip"/>, in ordinal order of their names; folders and what systems leave behind
    /// (<c>__MACOSX</c>, <c>.DS_Store</c>, <c>Thumbs.db</c>, <c>~$…</c>) left out. What is in them is for <see cref="LedgerReader"/> to say; a zip in the zip it refuses.
    /// </summary>
    /// <param name="stream">Readable and seekable; left open, and needed until the last member has been opened.</param>
    /// <param name="fileName">The zip's name; a folder before it is cut off.</param>
    /// <param name="limits">Null: <see cref="ReadLimits.Default"/>. <see cref="ReadLimits.PartBytes"/> binds all members together, <see cref="ReadLimits.FileBytes"/> each.</param>
    /// <exception cref="ArgumentException">The stream cannot be read or sought.</exception>
    /// <exception cref="LedgerFormatException">The archive as a whole: <c>empty_file, truncated, too_large</c> (members, or what they claim to inflate to), <c>no_table</c> (no file in it).</exception>
    public static IReadOnlyList<LedgerArchiveMember> Members(Stream stream, string fileName, ReadLimits? limits = null, CancellationToken cancellationToken = default)
    {
        var input = LedgerInput.Of(stream, fileName, limits, cancellationToken);
        return Faults.Translated(input, null, () => ZipMembers.Of(input));
    }
}

/// <summary>One file of a zip.</summary>
public sealed class LedgerArchiveMember
{
    private readonly Func<Stream> open;

    internal LedgerArchiveMember(string name, DateTime statedAt, Func<Stream> open)
    {
        Name = name;
        StatedAt = statedAt;
        this.open = open;
    }

    /// <summary><c>outer.zip/inner.xlsx</c>: safe to show and to keep, with no step up, drive, root or control character in it.</summary>
    public string Name { get; }

    /// <summary>When the file was last written, on the clock of whoever packed it; 1980-01-01 where that is not said.</summary>
    public DateTime StatedAt { get; }

    /// <summary>The file, inflated whole in memory and checked against its checksum: readable, seekable, the caller's to dispose.</summary>
    /// <exception cref="LedgerFormatException">This member: <c>encrypted, truncated, malformed</c> (stored twice, or of another length than it says), <c>too_large</c>.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Stream Open() => open();
}
