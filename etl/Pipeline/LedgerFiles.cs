using System.Collections.Frozen;
using System.IO.Enumeration;

namespace SafetyAnalytics.Pipeline;

/// <summary>The files that a list of files and folders means.</summary>
/// <param name="Ledgers">To be landed, in ordinal order of their paths.</param>
/// <param name="PassedOver">Found in a folder, but by their names nothing anybody would send as a ledger.</param>
public sealed record LedgerFiles(IReadOnlyList<string> Ledgers, IReadOnlyList<string> PassedOver)
{
    /// <summary>Endings taken from a folder: what we read, and what people send instead and must be told about. A file named by itself is always taken.</summary>
    private static readonly FrozenSet<string> s_taken = new[]
    {
        ".xlsx", ".xlsm", ".docx", ".csv", ".tsv", ".txt",
        ".xls", ".et", ".doc", ".wps", ".docm", ".xlsb", ".ods", ".odt", ".pdf", ".zip", ".rar", ".7z", ".htm", ".html", ".rtf", ".png", ".jpg", ".jpeg",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="PipelineException">A path does not exist.</exception>
    public static LedgerFiles Of(IEnumerable<string> paths)
    {
        var ledgers = new SortedSet<string>(StringComparer.Ordinal);
        var passedOver = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in paths.Select(Path.GetFullPath))
        {
            if (File.Exists(path)) ledgers.Add(path);
            else if (Directory.Exists(path)) AddFolder(path, ledgers, passedOver);
            else throw new PipelineException(ExitCode.Cannot, Messages.Of("path_missing", path));
        }

        return new LedgerFiles([.. ledgers], [.. passedOver]);
    }

    private static void AddFolder(string folder, SortedSet<string> ledgers, SortedSet<string> passedOver)
    {
        foreach (var path in FilesBelow(folder))
        {
            var name = Path.GetFileName(path);
            if (IsTemporary(name)) continue;
            (s_taken.Contains(Path.GetExtension(name)) ? ledgers : passedOver).Add(path);
        }
    }

    /// <summary>Linked files count; linked folders are not entered, since a link may lead back up.</summary>
    /// <exception cref="PipelineException">A folder cannot be entered.</exception>
    private static IReadOnlyList<string> FilesBelow(string folder)
    {
        try
        {
            var all = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None };
            return [.. new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToFullPath(), all)
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
                ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            }];
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new PipelineException(ExitCode.Cannot, Messages.Of("file_cannot_open", folder, e.Message), e);
        }
    }

    /// <summary>Hidden files, and what office programs and browsers leave beside a file they are still busy with.</summary>
    public static bool IsTemporary(string name) =>
        name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal)
        || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".crdownload", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".part", StringComparison.OrdinalIgnoreCase);
}
