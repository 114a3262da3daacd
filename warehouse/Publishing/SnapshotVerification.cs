using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SafetyAnalytics.Warehouse.Publishing;

public enum FileFault
{
    /// <summary>Its bytes are not those that were published.</summary>
    Changed,
    Missing,

    /// <summary>It was never published.</summary>
    Extra,

    /// <summary>It cannot be read.</summary>
    Unreadable,
}

/// <param name="Path">Relative to the snapshot's directory, with forward slashes.</param>
public sealed record DamagedFile(string Path, FileFault Fault);

/// <summary>Whether a snapshot is what was published, byte for byte and file for file: by its manifest, and by <c>SHA256SUMS</c>, which covers the manifest too.</summary>
/// <param name="Damaged">By path; empty when everything is as it was.</param>
public sealed record SnapshotVerification(string Name, int FileCount, IReadOnlyList<DamagedFile> Damaged)
{
    /// <summary>As <c>sha256sum --check</c> reads it, so that a copy can be verified where nothing of ours is.</summary>
    public const string SumsFileName = "SHA256SUMS";

    public bool IsWhole => Damaged.Count == 0;

    /// <param name="directory">The snapshot's own folder.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static SnapshotVerification Of(string directory, CancellationToken cancellationToken = default)
    {
        if (!Directory.Exists(directory)) throw new DirectoryNotFoundException(directory);
        var name = System.IO.Path.GetFileName(directory.TrimEnd(System.IO.Path.DirectorySeparatorChar));
        var found = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Select(path => Relative(directory, path)).ToHashSet(StringComparer.Ordinal);
        var damaged = new SortedDictionary<string, FileFault>(StringComparer.Ordinal);
        var manifest = Manifest(directory, found, damaged);
        if (manifest is not null && manifest.Name != name) damaged[SnapshotManifest.FileName] = FileFault.Changed;
        var sums = Sums(directory, found, damaged);
        var expected = (manifest?.Files ?? []).ToDictionary(file => file.Path, file => file.Sha256, StringComparer.Ordinal);
        foreach (var (path, sha256) in sums)
        {
            if (path == SnapshotManifest.FileName || !expected.TryGetValue(path, out var named)) expected[path] = sha256;
            else if (named != sha256) damaged[SumsFileName] = FileFault.Changed;
        }

        if (sums.Count > 0 && manifest is not null && manifest.Files.Any(file => !sums.ContainsKey(file.Path))) damaged[SumsFileName] = FileFault.Changed;
        foreach (var (path, sha256) in expected)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (FaultOf(directory, path, sha256, found) is { } fault) damaged[path] = fault;
        }

        foreach (var path in found.Where(path => !expected.ContainsKey(path) && path is not (SnapshotManifest.FileName or SumsFileName))) damaged[path] = FileFault.Extra;
        return new SnapshotVerification(name, expected.Count, [.. damaged.Select(file => new DamagedFile(file.Key, file.Value))]);
    }

    /// <summary>Written last, when every other file stands.</summary>
    internal static void WriteSums(string directory, IReadOnlyList<SnapshotFile> files)
    {
        var manifest = SnapshotFile.Of(SnapshotManifest.FileName, System.IO.Path.Combine(directory, SnapshotManifest.FileName));
        var lines = files.Append(manifest).OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => $"{file.Sha256}  {file.Path}\n");
        File.WriteAllText(System.IO.Path.Combine(directory, SumsFileName), string.Concat(lines));
    }

    private static SnapshotManifest? Manifest(string directory, HashSet<string> found, SortedDictionary<string, FileFault> damaged)
    {
        try
        {
            return SnapshotManifest.Read(directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            damaged[SnapshotManifest.FileName] = found.Contains(SnapshotManifest.FileName) ? FileFault.Changed : FileFault.Missing;
            return null;
        }
    }

    /// <returns>Empty for a snapshot from before there was such a file.</returns>
    private static Dictionary<string, string> Sums(string directory, HashSet<string> found, SortedDictionary<string, FileFault> damaged)
    {
        var sums = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!found.Contains(SumsFileName)) return sums;
        foreach (var line in File.ReadAllLines(System.IO.Path.Combine(directory, SumsFileName), Encoding.UTF8))
        {
            if (line.Length > 66 && line[64..66] == "  " && line[..64].All(char.IsAsciiHexDigitLower)) sums[line[66..]] = line[..64];
            else damaged[SumsFileName] = FileFault.Changed;
        }

        return sums;
    }

    private static FileFault? FaultOf(string directory, string path, string sha256, HashSet<string> found)
    {
        if (!found.Contains(path)) return FileFault.Missing;
        try
        {
            using var stream = File.OpenRead(System.IO.Path.Combine(directory, path));
            return Convert.ToHexStringLower(SHA256.HashData(stream)) == sha256 ? null : FileFault.Changed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return FileFault.Unreadable;
        }
    }

    private static string Relative(string directory, string path) => System.IO.Path.GetRelativePath(directory, path).Replace('\\', '/');
}
