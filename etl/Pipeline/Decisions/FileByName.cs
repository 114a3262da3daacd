using System.Security.Cryptography;
using DuckDB.NET.Data;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Decisions;

/// <summary>Which content a person means by a file's name as shown, by the beginning of its SHA-256, or by a path.</summary>
internal static class FileByName
{
    private const int FewestDigits = 6;
    private const int DigitsShown = 12;

    /// <summary>A landed file; a whole SHA-256 or a file on disk is taken even when it is not landed yet.</summary>
    /// <returns>The SHA-256, lower-case hex.</returns>
    /// <exception cref="PipelineException">Nothing, or more than one content, is called so; the candidates are listed.</exception>
    public static string Find(DuckDBConnection connection, string text)
    {
        var landed = connection.Rows("select file_sha256, file_name from raw_ledger_name order by file_name, file_sha256", row => (Sha: row.GetString(0), Name: row.GetString(1)));
        foreach (var matches in Ways(text))
        {
            var found = landed.Where(file => matches(file.Sha, file.Name)).ToList();
            string[] contents = [.. found.Select(file => file.Sha).Distinct(StringComparer.Ordinal)];
            if (contents.Length == 1) return contents[0];
            if (contents.Length > 1) throw new PipelineException(ExitCode.Usage, Messages.Of("file_ambiguous", text, Listed(found)));
        }

        if (text.Length == 64 && text.All(char.IsAsciiHexDigit)) return text.ToLowerInvariant();
        if (File.Exists(text)) return OfPath(text);
        throw new PipelineException(ExitCode.Usage, Messages.Of("file_unknown", text, Listed(landed.Where(file => file.Name.Contains(text, StringComparison.OrdinalIgnoreCase)))));
    }

    private static Func<string, string, bool>[] Ways(string text) =>
    [
        (_, name) => name == text || PersonalData.Mask(name, []) == text,
        (sha, _) => text.Length >= FewestDigits && sha.StartsWith(text, StringComparison.OrdinalIgnoreCase),
        (_, name) => name.EndsWith("/" + text, StringComparison.Ordinal),
    ];

    private static string Listed(IEnumerable<(string Sha, string Name)> files) =>
        string.Join("; ", files.Select(file => $"{PersonalData.Mask(file.Name, [])} ({file.Sha[..DigitsShown]})")) is { Length: > 0 } listed ? listed : "—";

    private static string OfPath(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PipelineException(ExitCode.Cannot, Messages.Of("file_cannot_open", path, e.Message), e);
        }
    }
}
