using System.Collections.Concurrent;
using DuckDB.NET.Data;

namespace SafetyAnalytics.Warehouse.Reading;

/// <summary>
/// One published DuckDB file, opened read-only, with as many connections as there are simultaneous readers.
/// The engine is told to load nothing, to reach no other file, and to let no statement change that.
/// </summary>
internal sealed class SnapshotDatabase : IDisposable
{
    // Two hundred milliseconds of one query gain nothing from more; many readers share the same threads.
    private const int MostThreads = 4;

    private readonly string _connectionString;
    private readonly ConcurrentBag<DuckDBConnection> _idle = [];
    private bool _disposed;

    public SnapshotDatabase(string path)
    {
        _connectionString = new DuckDBConnectionStringBuilder
        {
            DataSource = path,
            ["access_mode"] = "READ_ONLY",
            ["threads"] = Math.Clamp(Environment.ProcessorCount, 1, MostThreads),
            ["autoinstall_known_extensions"] = "false",
            ["autoload_known_extensions"] = "false",
            ["enable_external_access"] = "false",
            ["lock_configuration"] = "true",
        }.ConnectionString;
        _idle.Add(Open());
    }

    public IReadOnlyList<T> Read<T>(string sql, Question question, Func<DuckDBDataReader, T> row)
    {
        var connection = _idle.TryTake(out var spare) ? spare : Open();
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in question.Parameters) command.Parameters.Add(new DuckDBParameter(name, value));
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read()) rows.Add(row(reader));
            return rows;
        }
        finally
        {
            Return(connection);
        }
    }

    /// <summary>A connection of its own for a caller's own SQL, whose session state (temporary tables, variables) must not reach others.</summary>
    public DuckDBConnection Open()
    {
        var connection = new DuckDBConnection(_connectionString);
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var connection)) connection.Dispose();
    }

    private void Return(DuckDBConnection connection)
    {
        if (_disposed) connection.Dispose();
        else _idle.Add(connection);
    }
}
