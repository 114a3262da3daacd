using System.Collections.Concurrent;
using DuckDB.NET.Data;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline;

/// <summary>Which contents and names raw holds, kept in memory while files land. Safe for a reader and the writer at once.</summary>
internal sealed class RawFiles
{
    private readonly ConcurrentDictionary<string, string?> _refusalBySha = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Sha, string Name), DateTime> _receivedAt = [];
    private int _lastId;

    public static RawFiles Of(DuckDBConnection connection)
    {
        var raw = new RawFiles();
        foreach (var (id, sha, refusal) in connection.Rows("select file_id, file_sha256, refusal_code from raw_ledger_file", row => (row.GetInt32(0), row.GetString(1), row.TextOrNull(2))))
        {
            raw._refusalBySha[sha] = refusal;
            raw._lastId = Math.Max(raw._lastId, id);
        }

        foreach (var (sha, name, receivedAt) in connection.Rows("select file_sha256, file_name, received_at from raw_ledger_name", row => (row.GetString(0), row.GetString(1), row.GetDateTime(2))))
            raw._receivedAt[(sha, name)] = receivedAt;
        return raw;
    }

    public bool Knows(string sha) => _refusalBySha.ContainsKey(sha);

    public bool IsRead(string sha) => _refusalBySha.TryGetValue(sha, out var refusal) && refusal is null;

    /// <summary>Refused before for the very same reason.</summary>
    public bool IsRefused(string sha, string? code) => code is not null && _refusalBySha.TryGetValue(sha, out var refusal) && refusal == code;

    /// <returns>The new content's file_id.</returns>
    public int Add(string sha, string? refusal)
    {
        _refusalBySha[sha] = refusal;
        return ++_lastId;
    }

    /// <returns>False when that content came under that name before, and no later than this.</returns>
    public bool IsEarliest(string sha, string name, DateTime receivedAt)
    {
        if (_receivedAt.TryGetValue((sha, name), out var before) && before <= receivedAt) return false;
        _receivedAt[(sha, name)] = receivedAt;
        return true;
    }

    /// <summary>The refusal of a content that turned out to be an archive: its members stand for it.</summary>
    public void Forget(string sha) => _refusalBySha.TryRemove(sha, out _);
}
