using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Encodings.Web;

namespace SafetyAnalytics.Warehouse.Publishing;

/// <summary>What a snapshot holds: <c>manifest.json</c> beside it. Names there are snake_case, hashes lower-case hex.</summary>
/// <param name="FirstMonth">Null when nothing is dated.</param>
/// <param name="LedgerFiles">Distinct contents landed, refused ones included.</param>
/// <param name="Files">Every other file of the snapshot, so that a copy can be verified.</param>
public sealed record SnapshotManifest(
    string Name,
    DateOnly AsOf,
    string? FirstMonth,
    string LastMonth,
    DateTimeOffset PublishedAt,
    bool IsSample,
    int LedgerFiles,
    IReadOnlyList<SnapshotTable> Tables,
    IReadOnlyList<SnapshotCheck> Checks,
    IReadOnlyList<SnapshotFile> Files)
{
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(string directory, SnapshotManifest manifest) =>
        File.WriteAllText(Path.Combine(directory, FileName), JsonSerializer.Serialize(manifest, s_json) + "\n");

    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="JsonException">The file is not a manifest, or lacks a field.</exception>
    public static SnapshotManifest Read(string directory) =>
        JsonSerializer.Deserialize<SnapshotManifest>(File.ReadAllText(Path.Combine(directory, FileName)), s_json)
        ?? throw new JsonException($"{FileName} is empty.");

    /// <summary>Whether a snapshot stands in this directory with every file its manifest names, byte for byte.</summary>
    public static bool Verifies(string directory)
    {
        try
        {
            return Read(directory).Files.All(file => SnapshotFile.Of(file.Path, Path.Combine(directory, file.Path)) == file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return false;
        }
    }
}

/// <param name="ContentHash">The sum of DuckDB's row hashes: independent of row order.</param>
public sealed record SnapshotTable(string Name, long Rows, string ContentHash);

/// <param name="State"><c>pass, fail, error, not_applicable</c>.</param>
/// <param name="Failures">Offending rows; null when the check could not run.</param>
public sealed record SnapshotCheck(string Check, string State, long? Failures);

/// <param name="Path">Relative to the snapshot's directory, with forward slashes.</param>
public sealed record SnapshotFile(string Path, long Bytes, string Sha256)
{
    internal static SnapshotFile Of(string name, string path)
    {
        using var stream = File.OpenRead(path);
        return new SnapshotFile(name, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}
