namespace SafetyAnalytics.Web.Inbox;

/// <summary>Which files of the inbox are finished. A file is when its size and time have not changed between two looks, half a second apart.</summary>
internal sealed class InboxFiles(string inbox)
{
    public const string RefusedFolder = "refused";

    private static readonly string[] s_unfinishedEndings = [".tmp", ".crdownload", ".part", ".partial", ".download", ".filepart", ".swp"];
    private static readonly string[] s_systemNames = ["desktop.ini", "thumbs.db"];

    private Dictionary<string, InboxFile> _seen = new(StringComparer.Ordinal);

    /// <summary>Looks once.</summary>
    /// <returns>Finished files, in order of path.</returns>
    public IReadOnlyList<InboxFile> Look()
    {
        var now = Candidates().ToDictionary(file => file.Path, StringComparer.Ordinal);
        var finished = now.Values.Where(file => _seen.TryGetValue(file.Path, out var before) && before == file).OrderBy(file => file.Path, StringComparer.Ordinal).ToArray();
        _seen = now;
        return finished;
    }

    private IEnumerable<InboxFile> Candidates()
    {
        var refused = Path.Combine(inbox, RefusedFolder) + Path.DirectorySeparatorChar;
        return new DirectoryInfo(inbox).EnumerateFiles("*", SearchOption.AllDirectories)
            .Where(file => !file.FullName.StartsWith(refused, StringComparison.Ordinal) && IsLedgerName(file.Name))
            .Select(file => new InboxFile(file.FullName, file.Length, file.LastWriteTimeUtc));
    }

    // Office, browsers and file managers leave these beside or before the file that is meant.
    private static bool IsLedgerName(string name) =>
        !name.StartsWith("~$", StringComparison.Ordinal)
        && !name.StartsWith('.')
        && !s_systemNames.Contains(name, StringComparer.OrdinalIgnoreCase)
        && !s_unfinishedEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A file as it was when it was looked at.</summary>
internal sealed record InboxFile(string Path, long Bytes, DateTime WrittenAt)
{
    /// <summary>Nobody has written to it since.</summary>
    public bool IsUnchanged => new FileInfo(Path) is { Exists: true } now && now.Length == Bytes && now.LastWriteTimeUtc == WrittenAt;
}
